"""The decoder: guarded, strict, and of one mind with pydantic's strict JSON validation."""

import json
from dataclasses import asdict
from functools import cache
from typing import Any

import pytest

pytest.importorskip("hypothesis")

from hypothesis import given
from hypothesis import strategies as st

from induction.app import parse_bundle
from induction.decode import MAX_BYTES, MAX_DEPTH, DecodeError, TooMuch, canonical, decode, parse_json
from induction.events import Event
from induction.model import Stamp
from induction.programme import Bundle
from induction.state import Answer
from tests.induction.page import event, make_bundle

BUNDLE = json.loads(json.dumps(asdict(make_bundle())))
GOOD: dict[type, list[Any]] = {
    Event: [
        asdict(event("answer", "ews.1.1", {"field": "f", "prompt": "p", "value": "v"})),
        asdict(event("odd", "s", {"deep": [{"a": [1, None, True, "x"]}]})),
    ],
    Answer: [{"value": "v", "prompt": "p", "at": "a", "by": {"name": "n", "role": "r"}, "event": "e"}],
    Stamp: [{"id": "i", "now": "n", "today": "t"}],
    Bundle: [BUNDLE],
}
junk = st.sampled_from([None, True, False, 0, 1, -7, 1.0, 2.5, "", "x", "1", [], ["x"], [1], {}, {"a": 1}, 10**20])


@cache
def adapter(kind: type) -> Any:
    """pydantic's reader of a list of them: a configuration flows from the list to the dataclasses inside."""
    pydantic = pytest.importorskip("pydantic")
    return pydantic.TypeAdapter(list[kind], config=pydantic.ConfigDict(extra="forbid"))  # type: ignore[valid-type]


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every value inside."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, one in inside for place in places(one, (*path, key)))]


def changed(value: Any, path: tuple[Any, ...], what: str, new: Any) -> Any:
    """A copy with one place changed: another value there, nothing there, or one more key."""
    value = json.loads(json.dumps(value))
    if not path:
        return new
    at = value
    for key in path[:-1]:
        at = at[key]
    if what == "drop" and isinstance(at, dict):
        del at[path[-1]]
    elif what == "extra" and isinstance(at[path[-1]], dict):
        at[path[-1]]["unheard-of"] = new
    else:
        at[path[-1]] = new
    return value


def accepts(kind: type, text: str) -> bool:
    try:
        asdict(decode(kind, parse_json(text)))  # with what is read when it is asked for
    except DecodeError:
        return False
    return True


@pytest.mark.parametrize("kind", GOOD, ids=lambda kind: kind.__name__)
def test_good_values_are_read_and_written_back_the_same(kind: type) -> None:
    for good in GOOD[kind]:
        assert json.loads(json.dumps(asdict(decode(kind, parse_json(json.dumps(good)))))) == good


@pytest.mark.parametrize("kind", GOOD, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_verdicts_are_those_of_pydantic(kind: type, data: st.DataObject) -> None:
    pydantic = pytest.importorskip("pydantic")
    good = data.draw(st.sampled_from(GOOD[kind]))
    ways = places(good)
    path = data.draw(st.sampled_from(ways))
    what = data.draw(st.sampled_from(["swap", "drop", "extra"]))
    if path and path[-1] == "kind":
        return  # pydantic tries every member of a union; we go by kind alone (below)
    text = json.dumps(changed(good, path, what, data.draw(junk)))
    try:
        adapter(kind).validate_json(f"[{text}]", strict=True)
        theirs = True
    except pydantic.ValidationError:
        theirs = False
    assert accepts(kind, text) == theirs, text[:400]


def test_a_union_goes_by_kind_alone() -> None:
    way = ("programmes", 0, "activities", 0, "parts", 0)
    for new in ("ideas", "unheard-of", None, 3):
        assert not accepts(Bundle, json.dumps(changed(BUNDLE, (*way, "kind"), "swap", new)))
    assert not accepts(Bundle, json.dumps(changed(BUNDLE, (*way, "kind"), "drop", None)))


def test_an_error_says_where() -> None:
    with pytest.raises(DecodeError) as told:
        decode(Bundle, changed(BUNDLE, ("programmes", 0, "sections", 0, "title"), "swap", 3))
    assert told.value.path == "programmes.0.sections.0.title"


def test_what_an_activity_asks_is_read_when_it_is_asked_for() -> None:
    wrong = changed(BUNDLE, ("programmes", 0, "activities", 0, "parts", 0, "id"), "swap", 3)
    first, second = decode(Bundle, wrong).programmes[0].activities[:2]
    assert second.parts is second.parts
    for _ in range(2):
        with pytest.raises(DecodeError) as told:
            _ = first.parts
        assert told.value.path == "parts.0.id"
    with pytest.raises(AttributeError):
        _ = first.unheard_of
    with pytest.raises(DecodeError):
        parse_bundle(json.dumps(wrong))


def test_more_than_five_megabytes_is_refused_before_it_is_parsed() -> None:
    for text in ("[" + " " * MAX_BYTES + "]", "[" + "é" * (MAX_BYTES // 2) + "]", "not json" * MAX_BYTES):
        with pytest.raises(TooMuch) as told:
            parse_json(text)
        assert told.value.reason == "size"
    assert parse_json('"' + "x" * (MAX_BYTES - 2) + '"')


@pytest.mark.parametrize("text", ["[" * 33, "[" * 3000 + "]" * 3000, '{"a":' * 33, '["]]]]]",' * 33, '["\\"]]]",' * 33])
def test_deep_nesting_is_refused_before_it_is_parsed(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def parsed(*_: object, **__: object) -> None:
        raise AssertionError("it was parsed")

    monkeypatch.setattr("induction.decode.json.loads", parsed)
    with pytest.raises(TooMuch) as told:
        parse_json(text)
    assert told.value.reason == "depth"


def test_the_deepest_that_is_allowed_is_read_and_brackets_in_texts_do_not_count() -> None:
    assert parse_json("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    deep = "[" * 100 + '"\\'
    assert parse_json(json.dumps([deep, {deep: "]"}])) == [deep, {deep: "]"}]


def simple_depth(text: str) -> int:
    """The same, one character at a time."""
    deepest = depth = 0
    inside = escaped = False
    for character in text:
        if inside:
            escaped, inside = character == "\\" and not escaped, escaped or character != '"'
        elif character == '"':
            inside = True
        elif character in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif character in "]}":
            depth -= 1
    return deepest


@given(st.lists(st.sampled_from(["[" * 11, "{", "]", "}", '"', "\\", "\n", "a", '\\"', ","]), max_size=20).map("".join))
def test_nesting_is_counted_right_in_any_text(text: str) -> None:
    try:
        parse_json(text)
        deep = False
    except TooMuch:
        deep = True
    except DecodeError:
        deep = False
    assert deep == (simple_depth(text) > MAX_DEPTH)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "NaN",
        "[Infinity]",
        "[-Infinity]",
        "{'a': 1}",
        "[1,]",
        "[01]",
        "nul",
        '"\n"',
        "[1] []",
        "9" * 5000,
        "\ufeff[]",
    ],
)
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(DecodeError):
        parse_json(text)


def test_of_a_key_said_twice_the_last_counts_as_in_browsers_and_pydantic() -> None:
    assert parse_json('{"a": 1, "a": 2}') == {"a": 2}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ('"\\ud83d\\ude00"', "😀"),
        ('"a\\ud83d"', "a\ufffd"),
        ('"\\ude00\\ud83d b"', "\ufffd\ufffd b"),
        ('["\ud83d"]', ["\ufffd"]),
        ('{"\\uD800": [{"x": "\\uDFFF"}]}', {"\ufffd": [{"x": "\ufffd"}]}),
        ('"\\\\ud800"', "\\ud800"),
    ],
)
def test_half_a_surrogate_pair_is_mended_and_the_rest_kept(text: str, read: object) -> None:
    assert parse_json(text) == read
    canonical(parse_json(text)).encode()


@given(
    st.recursive(
        st.one_of(st.none(), st.booleans(), st.integers(), st.text()),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=8,
    )
)
def test_the_canonical_form_is_one_and_reads_back(value: Any) -> None:
    assert parse_json(canonical(value)) == value
    assert canonical(parse_json(canonical(value))) == canonical(value)


def test_the_canonical_form_has_no_place_for_what_is_no_number() -> None:
    with pytest.raises(ValueError):
        canonical([float("nan")])


def test_a_bundle_is_read_from_its_text() -> None:
    assert parse_bundle(json.dumps(BUNDLE)) == make_bundle()
