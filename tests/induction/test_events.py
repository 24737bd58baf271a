"""Events: instants, ids, and what each type has to carry."""

import re
import uuid
from dataclasses import asdict, replace

import pytest

pytest.importorskip("hypothesis")

from hypothesis import example, given
from hypothesis import strategies as st

from induction.decode import MAX_DEPTH, DecodeError, canonical, parse_json
from induction.events import EVENT_TYPES, INSTANT, MAX_TICK, UUID, event_text, next_id, parse_event, read_event
from tests.induction.page import NOW, event

GOOD = asdict(event("answer", "ews.1.1", {"field": "f", "prompt": "p", "value": "v"}))
SHAPES = {str: "text", bool: True, dict: {}, list: []}


@pytest.mark.parametrize("good", ["2026-11-22T09:30:00Z", "0001-01-01T00:00:00Z", "2026-12-31T23:59:59Z"])
def test_instants(good: str) -> None:
    assert INSTANT.fullmatch(good)
    assert read_event({**GOOD, "at": good}).at == good


@pytest.mark.parametrize(
    "bad",
    [
        "2026-11-22T24:00:00Z", "2026-11-22T09:30:00+01:00", "2026-11-22T09:30:00", "2026-11-22T09:30:00z", "2026-11-22 09:30:00Z",
        "2026-11-22T09:30Z", "2026-11-22T09:30:00.5Z", "2026-13-22T09:30:00Z", "2026-00-22T09:30:00Z", "2026-11-32T09:30:00Z",
        "2026-11-22T09:60:00Z", "2026-11-22T09:30:60Z", "", "now", "2026-11-22", "2026-11-22T09:30:00Z\n", " 2026-11-22T09:30:00Z",
        "٢٠٢٦-11-22T09:30:00Z", "26-11-22T09:30:00Z",
    ],
)  # fmt: skip
def test_whatever_else_is_no_instant(bad: str) -> None:
    with pytest.raises(DecodeError) as told:
        read_event({**GOOD, "at": bad})
    assert told.value.path == "at"


@pytest.mark.parametrize(
    "bad",
    [
        "", "x", "01934F00-0000-7000-8000-000000000000", "01934f00-0000-4000-8000-000000000000", "01934f00-0000-7000-c000-000000000000",
        "01934f0000007000800000000000000", "01934f00-0000-7000-8000-000000000000\n", "../../x",
    ],
)  # fmt: skip
def test_whatever_else_is_no_id(bad: str) -> None:
    with pytest.raises(DecodeError) as told:
        read_event({**GOOD, "id": bad})
    assert told.value.path == "id"


@pytest.mark.parametrize("bad", [-1, MAX_TICK + 1, True, 1.0, "1", None])
def test_whatever_else_is_no_tick(bad: object) -> None:
    with pytest.raises(DecodeError):
        read_event({**GOOD, "tick": bad})
    assert read_event({**GOOD, "tick": MAX_TICK}) and read_event({**GOOD, "tick": 0})


@given(st.integers(0, 2**48 - 1), st.integers(0, 2**12 - 1), st.integers(0, 2**62 - 1))
@example(1, 0, 2**62 - 1)
@example(1, 2**12 - 1, 2**62 - 1)
@example(5, 7, 2**32 - 1)
def test_the_next_id_is_larger_and_an_id_of_the_same_kind(time: int, a: int, b: int) -> None:
    one = str(uuid.UUID(int=time << 80 | 7 << 76 | a << 64 | 2 << 62 | b))
    after = next_id(one)
    assert UUID.fullmatch(one) and UUID.fullmatch(after)
    assert uuid.UUID(after).version == 7
    if one != "ffffffff-ffff-7fff-bfff-ffffffffffff":
        assert after > one


@pytest.mark.parametrize("kind", sorted(EVENT_TYPES))
def test_each_type_has_to_carry_what_the_table_says(kind: str) -> None:
    full = {key: SHAPES[shape] for key, shape in EVENT_TYPES[kind].items()}
    assert read_event({**GOOD, "type": kind, "data": full}).type == kind
    for key in full:
        with pytest.raises(DecodeError) as told:
            read_event({**GOOD, "type": kind, "data": {name: value for name, value in full.items() if name != key}})
        assert told.value.path == f"data.{key}"
        with pytest.raises(DecodeError):
            read_event({**GOOD, "type": kind, "data": {**full, key: 3}})


@pytest.mark.parametrize("kind", ["erased", "withdrawn"])
def test_what_is_erased_or_withdrawn_is_named_by_texts(kind: str) -> None:
    for bad in ([3], [None], [["x"]], [{}]):
        with pytest.raises(DecodeError):
            read_event({**GOOD, "type": kind, "data": {"ids": bad}})


@pytest.mark.parametrize("bad", [1.5, 1.0, MAX_TICK + 1, -MAX_TICK - 1, 10**30, [1.5], {"a": [{"b": 0.1}]}])
def test_data_holds_no_number_that_another_program_writes_otherwise(bad: object) -> None:
    with pytest.raises(DecodeError):
        read_event({**GOOD, "type": "unheard-of", "data": {"x": bad}})


def test_an_event_is_never_nested_deeper_than_a_file_that_holds_it_can_be() -> None:
    data: dict[str, object] = {}
    for _ in range(MAX_DEPTH):
        data = {"x": data}
        try:
            made = read_event({**GOOD, "type": "unheard-of", "data": data})
        except DecodeError:
            break
        parse_json('{"events":[' + event_text(made) + "]}")
    else:
        raise AssertionError("any depth is taken")
    bottomless: list[object] = []
    for _ in range(200):
        bottomless = [bottomless]
    with pytest.raises(DecodeError):
        read_event({**GOOD, "data": {**GOOD["data"], "x": bottomless}})


def test_an_unknown_type_may_carry_anything() -> None:
    made = event("unheard-of", "", {"list": [1, None, True, {"ŵ": "—"}]})
    assert parse_event(event_text(made)) == made


@pytest.mark.parametrize("bad", [None, [], "x", 3, {}, {**GOOD, "more": 1}, {**GOOD, "by": None}, {**GOOD, "data": []}])
def test_what_is_no_event_is_refused(bad: object) -> None:
    with pytest.raises(DecodeError):
        read_event(bad)


def test_the_written_form_has_sorted_keys_and_no_blanks() -> None:
    made = replace(event("saved", "r", {"file": "ŵ.json"}), at=NOW)
    assert event_text(made) == canonical(asdict(made))
    assert re.match(r'\{"at":"[^"]+","by":\{"name":"[^"]+","role":"[^"]+"\},"content"', event_text(made))
    assert "ŵ" in event_text(made)
