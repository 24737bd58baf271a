"""The laws of the record: merge, erase, drafts, fold and the order of events, over generated sets of events."""

import random
from dataclasses import replace

import pytest

pytest.importorskip("hypothesis")

from hypothesis import given
from hypothesis import strategies as st

from induction.app import App
from induction.events import MAX_TICK, By, Event, event_text, parse_event
from induction.record import Record
from induction.state import fold
from tests.induction.page import NOW, event, make_bundle

RECORD = "01934f00-0000-7000-8000-000000000000"
IDS = [f"01934f00-0000-7000-8000-0000000000{number:02x}" for number in range(1, 9)]
names = st.sampled_from(IDS)
texts = st.sampled_from(["", "one", "two words", "ŵ — 😀", "<b>", "a\nb"])
subjects = st.sampled_from(["ews.1.1", "ews.1.2"])
datas = st.one_of(
    st.tuples(
        st.just("answer"),
        st.fixed_dictionaries({"field": st.sampled_from(["a.1", "a.2"]), "prompt": texts, "value": texts}),
    ),
    st.tuples(
        st.just("row"),
        st.fixed_dictionaries({"list": st.just("l"), "row": st.sampled_from("xy"), "present": st.booleans()}),
    ),
    st.tuples(
        st.just("evidence"),
        st.fixed_dictionaries({"item": st.sampled_from("xy"), "present": st.booleans()}, optional={"shows": texts}),
    ),
    st.tuples(
        st.just("log"), st.fixed_dictionaries({"entry": st.sampled_from("ef"), "part": st.just("what"), "value": texts})
    ),
    st.tuples(
        st.just("share"),
        st.fixed_dictionaries({"entry": st.sampled_from("ef"), "part": st.just("what"), "shared": st.booleans()}),
    ),
    st.tuples(st.just("done"), st.fixed_dictionaries({"on": st.just("2026-11-22"), "done": st.booleans()})),
    st.tuples(st.just("asked"), st.fixed_dictionaries({"asked": st.booleans()})),
    st.tuples(st.just("saved"), st.fixed_dictionaries({"file": texts})),
    st.tuples(
        st.just("from-a-later-version"),
        st.dictionaries(texts, st.one_of(texts, st.integers(-9, 9), st.none()), max_size=2),
    ),
    st.tuples(st.sampled_from(["erased", "withdrawn"]), st.fixed_dictionaries({"ids": st.lists(names, max_size=3)})),
)
ticks = st.integers(0, 5)
events_in = st.builds(
    lambda id, tick, subject, made: Event(id, tick, NOW, By("Sam", "inductee"), made[0], subject, made[1], "v"),
    names,
    ticks,
    subjects,
    datas,
)
sets = st.lists(events_in, max_size=12)


def record_of(*sets_of_events: list[Event]) -> Record:
    record = Record(RECORD)
    for one in sets_of_events:
        record.add(one)
    return record


@given(sets, st.randoms(use_true_random=False))
def test_any_order_and_any_parcels_make_the_same_record(events: list[Event], shuffle: random.Random) -> None:
    one = record_of(events)
    shuffled = list(events)
    shuffle.shuffle(shuffled)
    assert record_of(shuffled) == one
    assert record_of(*([event] for event in shuffled)) == one
    assert fold(record_of(shuffled)) == fold(one)


@given(sets)
def test_adding_again_changes_nothing(events: list[Event]) -> None:
    one = record_of(events)
    assert record_of(events, events, one.ordered()) == one


@given(sets, sets, sets)
def test_merging_is_associative_and_commutative(a: list[Event], b: list[Event], c: list[Event]) -> None:
    whole = record_of(a, b, c)
    assert record_of(c, a, b) == record_of(b, c, a) == whole
    # Through records, as files do it, the events are the same; what was set aside stays where it was set aside,
    # and an erasure that lost its id to another erasure is known only where it was taken in.
    if len({event.id for event in [*a, *b, *c] if event.type == "erased"}) == len(
        {event_text(event) for event in [*a, *b, *c] if event.type == "erased"}
    ):
        ab, bc = record_of(a, b).ordered(), record_of(b, c).ordered()
        assert record_of(ab, c).events == record_of(a, bc).events == whole.events


@given(sets, st.integers(0, 12))
def test_erasing_wins_whenever_it_comes(events: list[Event], place: int) -> None:
    victim = event("answer", "ews.1.1", {"field": "f", "value": "the words"}, id=IDS[0])
    eraser = event("erased", RECORD, {"ids": [victim.id]}, id="01934f00-0000-7000-8000-00000000ffff")
    mixed = [*events[:place], eraser, *events[place:], victim]
    record = record_of(mixed)
    assert victim.id in record.erased
    for again in (record, record_of([eraser], mixed), record_of(mixed, [victim]), record_of([victim], mixed)):
        again.add([victim])
        again.add([victim], draft=True)
        assert "the words" not in "".join(map(event_text, again.ordered())) + str(again.aside) + repr(fold(again))
        assert not again.drafts & again.erased


@given(sets)
def test_an_erasure_is_never_erased_or_put_aside_for_something_else(events: list[Event]) -> None:
    eraser = event("erased", RECORD, {"ids": ["gone"]}, id=IDS[0])
    record = record_of(events, [eraser], events)
    assert record.events[IDS[0]].type == "erased"
    assert "gone" in record.erased


def test_erased_words_come_back_from_no_store_tab_or_file() -> None:
    app = App(make_bundle())
    victim = event("answer", "ews.1.1", {"field": "f", "value": "the words"})
    eraser = event("erased", RECORD, {"ids": [victim.id]})
    text = event_text(victim)
    app.receive({"op": "open", "record": RECORD, "events": [text, event_text(eraser)], "drafts": [text]})
    for where in ("events", "drafts", "foreign", "foreign_drafts"):
        app.receive({"op": "apply", where: [text]})
        record = app.session.record
        assert record is not None and victim.id not in record.events


@given(texts, texts, texts)
def test_a_draft_gives_way_and_a_sealed_event_never_does(first: str, second: str, third: str) -> None:
    def said(value: str) -> Event:
        return event("answer", "ews.1.1", {"field": "f", "value": value}, id=IDS[0])

    record = Record(RECORD)
    record.add([said(first)], draft=True)
    record.add([said(second)], draft=True)
    assert record.events[IDS[0]] == said(second) and record.drafts == {IDS[0]}
    record.add([said(third)])
    assert record.events[IDS[0]] == said(third) and not record.drafts and not record.aside
    record.add([said(first)], draft=True)
    assert record.events[IDS[0]] == said(third) and not record.drafts
    record.add([said(third)])  # sealing twice is harmless
    assert record.events[IDS[0]] == said(third) and not record.aside


@given(st.lists(texts, min_size=2, max_size=4, unique=True), st.randoms(use_true_random=False))
def test_of_one_id_with_different_bytes_the_smaller_stays_and_the_others_are_kept(
    values: list[str], shuffle: random.Random
) -> None:
    forms = [event("answer", "ews.1.1", {"field": "f", "value": value}, id=IDS[0]) for value in values]
    shuffle.shuffle(forms)
    record = record_of(forms)
    written = sorted(map(event_text, forms))
    assert event_text(record.events[IDS[0]]) == written[0]
    assert list(record.aside[IDS[0]]) == written[1:]


@given(sets)
def test_what_is_withdrawn_stays_readable_and_does_not_count(events: list[Event]) -> None:
    record = record_of(events)
    stands = [one for one in record.ordered() if one.type == "withdrawn"]
    # A withdrawal that a later one takes back has no effect; one that nothing stands against is looked at first.
    taken: set[str] = set()
    while stands:
        last = stands.pop()
        if last.id not in taken:
            taken |= set(last.data["ids"])
    assert {one.id for one in record.ordered()} - {one.id for one in record.counted()} == taken & set(record.events)


def test_a_withdrawal_can_be_taken_back_by_a_later_one_and_never_by_an_earlier() -> None:
    said = event("answer", "ews.1.1", {"field": "f", "value": "said"}, tick=1)
    back = event("withdrawn", RECORD, {"ids": [said.id]}, tick=2)
    again = event("withdrawn", RECORD, {"ids": [back.id]}, tick=3)
    record = record_of([again, back, said])
    assert fold(record).of("ews.1.1").text("f") == "said" and record.withdrawals() == [again]
    early = replace(again, tick=1)
    assert fold(record_of([early, back, said])).of("ews.1.1").text("f") == ""
    once_more = event("withdrawn", RECORD, {"ids": [again.id]}, tick=4)
    assert fold(record_of([once_more, again, back, said])).of("ews.1.1").text("f") == ""


@given(sets)
def test_the_order_is_by_tick_then_id_and_the_next_tick_is_the_latest(events: list[Event]) -> None:
    record = record_of(events)
    assert [one.order for one in record.ordered()] == sorted((one.tick, one.id) for one in record.events.values())
    assert all(one.tick < record.next_tick() for one in record.ordered())


def test_ticks_end_at_the_largest_whole_number_that_javascript_keeps() -> None:
    record = record_of([event("saved", RECORD, {"file": ""}, tick=MAX_TICK)])
    assert record.next_tick() == MAX_TICK


def test_clocks_have_no_say() -> None:
    early = event("answer", "ews.1.1", {"field": "f", "value": "first"}, tick=1)
    late = replace(event("answer", "ews.1.1", {"field": "f", "value": "second"}, tick=2), at="1999-01-01T00:00:00Z")
    assert fold(record_of([late, early])).of("ews.1.1").text("f") == "second"


@given(events_in)
def test_what_is_written_reads_as_it_was(made: Event) -> None:
    assert parse_event(event_text(made)) == made
    assert event_text(parse_event(event_text(made))) == event_text(made)


@given(sets)
def test_unknown_types_are_kept_and_passed_on(events: list[Event]) -> None:
    record = record_of(events)
    strange = [one for one in record.ordered() if one.type == "from-a-later-version"]
    assert fold(record).unknown == len([one for one in strange if one in record.counted()])
    assert [one for one in record_of(record.ordered()).ordered() if one.type == "from-a-later-version"] == strange
