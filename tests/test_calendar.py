"""Calendar files as another program reads them (`icalendar` from PyPI): RFC 5545, with nobody's name in them.

Not in tests/induction: that suite runs in Pyodide too, where no third-party parser is.
"""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from induction.calendar import Entry, calendar_file, calendar_text, folded
from induction.rhythm import When, work_out
from induction.steps import CountBy, Rhythm
from schemas.compile import bundle
from schemas.handbook import Handbook, load_lenient

NOW = "2026-11-22T09:30:00Z"
HANDBOOK: Handbook | None = load_lenient(Path(__file__).parents[1])[0]
assert HANDBOOK
BUNDLE = bundle(HANDBOOK)
WAYS = (CountBy.CALENDAR, CountBy.SCHOOL_WEEKS_LATER)


def text_of(rhythm: Rhythm, by: CountBy = CountBy.CALENDAR, now: str = NOW) -> str:
    starts = {one.id: date.fromisoformat(one.example) for one in rhythm.starts}
    return calendar_file(rhythm, work_out(rhythm, starts, BUNDLE.service.closures), by, now, BUNDLE.words["sureness"])


def read(text: str) -> list[Event]:
    """The entries of a file that is right in every particular."""
    assert text.endswith("END:VCALENDAR\r\n")
    assert not re.search(r"[^\r]\n|\r[^\n]", text)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    (calendar,) = Calendar.from_ical(text, multiple=True)
    assert calendar.errors == []
    assert str(calendar["VERSION"]) == "2.0"
    assert str(calendar["PRODID"]).startswith("-//")
    assert {one.name for one in calendar.subcomponents} <= {"VEVENT"}
    events = list(calendar.walk("VEVENT"))
    for event in events:
        assert event.errors == []
        assert all(event.get(name) is not None for name in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"))
        assert event["DTSTAMP"].dt == datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
        for name in ("DTSTART", "DTEND"):
            assert event[name].params["VALUE"] == "DATE"
            assert type(event[name].dt) is date
        assert event["DTEND"].dt > event["DTSTART"].dt
        assert not {"ATTENDEE", "ORGANIZER", "CONTACT", "LOCATION"} & set(event)
    assert len({event["UID"] for event in events}) == len(events)
    return events


@pytest.mark.parametrize("by", WAYS)
@pytest.mark.parametrize("rhythm", BUNDLE.rhythms, ids=lambda one: one.id)
def test_each_rhythm_is_a_calendar_without_a_name(rhythm: Rhythm, by: CountBy) -> None:
    assert HANDBOOK
    text = text_of(rhythm, by)
    assert len(read(text)) == sum(step.times for step in rhythm.steps)
    unfolded = text.replace("\r\n ", "")
    service = HANDBOOK.service
    names = [service.name, service.id, *(school.name for school in service.schools)]
    names += [name for school in service.schools for name in school.people.values()]
    for name in names:
        for word in re.findall(r"[A-Z]\w{3,}", name):
            assert word not in unfolded or word in ("Education", "Service"), word


def test_an_intervention_is_in_the_calendar_with_its_window() -> None:
    rhythm = BUNDLE.rhythm("intervention")
    assert rhythm
    found = {str(one["SUMMARY"]): (one["DTSTART"].dt, one["DTEND"].dt) for one in read(text_of(rhythm))}
    # The end of an entry is the day after its last.
    assert found == {
        "Intervention: close or extend": (date(2027, 1, 4), date(2027, 1, 19)),
        "Check-in with the line manager (1 of 3)": (date(2026, 12, 7), date(2026, 12, 8)),
        "Check-in with the line manager (2 of 3)": (date(2026, 12, 21), date(2026, 12, 22)),
        "Check-in with the line manager (3 of 3)": (date(2027, 1, 4), date(2027, 1, 5)),
        "Caseload meeting": (date(2026, 12, 21), date(2027, 1, 5)),
    }
    school = {str(one["SUMMARY"]): one["DTSTART"].dt for one in read(text_of(rhythm, CountBy.SCHOOL_WEEKS_LATER))}
    assert school["Intervention: close or extend"] == date(2027, 1, 11)


def test_an_entry_says_how_it_is_counted_and_how_sure_that_is() -> None:
    notice, work = BUNDLE.rhythm("penalty-notice"), BUNDLE.rhythm("intervention")
    assert notice and work
    for event in read(text_of(notice)):
        assert "Counted from the day after" in event["DESCRIPTION"]
        assert "How sure: to be checked." in event["DESCRIPTION"]
    assert "school weeks 6 and 8 begin" in read(text_of(work, CountBy.SCHOOL_WEEKS_LATER))[0]["DESCRIPTION"]


def test_a_second_file_of_the_same_dates_has_the_same_ids() -> None:
    rhythm = BUNDLE.rhythm("penalty-notice")
    assert rhythm
    ids = re.findall("UID:.*", text_of(rhythm))
    assert ids == re.findall("UID:.*", text_of(rhythm, now="2027-01-01T00:00:00Z"))
    assert ids[0] != ids[1]
    assert text_of(rhythm) == text_of(rhythm)


TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from('\n;,\\:"é€😀'), max_size=200)


@given(TEXT, TEXT)
def test_any_text_comes_back_as_it_was(summary: str, description: str) -> None:
    day = When(date(2026, 11, 23), date(2026, 11, 23))
    (event,) = read(calendar_text([Entry("one@here", summary, description, day)], NOW))
    assert str(event["SUMMARY"]) == summary
    assert str(event["DESCRIPTION"]) == description


def test_control_characters_are_left_out_and_line_ends_are_one_kind() -> None:
    day = When(date(2026, 11, 23), date(2026, 11, 23))
    (event,) = read(calendar_text([Entry("one@here", "a\x00b\tc\r\nd\re\x7f", "", day)], NOW))
    assert str(event["SUMMARY"]) == "abc\nd\ne"


@pytest.mark.parametrize("length", [74, 75, 76, 149, 150, 300])
@pytest.mark.parametrize("character", ["x", "é", "€", "😀"])
def test_lines_are_folded_at_75_octets_and_inside_no_character(length: int, character: str) -> None:
    line = character * length
    pieces = folded(line).split("\r\n")
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert pieces[0] + "".join(piece.removeprefix(" ") for piece in pieces[1:]) == line
    assert len(pieces) == 1 or len(pieces[0].encode()) > 75 - 4
