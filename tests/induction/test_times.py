"""Lengths of time: minutes add to minutes, days to days, and words stay words. Row 3 of the features."""

import pytest

pytest.importorskip("hypothesis")

from hypothesis import given
from hypothesis import strategies as st

from induction.dates import days_between, parse_date, say_date
from induction.times import Duration, parse_duration, say_duration


def total(*times: str) -> str:
    return say_duration(sum(map(parse_duration, times), Duration()))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("10 minutes", "10 minutes"), ("1 minute", "1 minute"), ("1 hour", "1 hour"), ("2 hours", "2 hours"),
        ("1 hour 30 minutes", "1 h 30"),
        ("2 hours 5 minutes", "2 h 05"), ("half an hour", "30 minutes"), ("1½ hours", "1 h 30"), ("½ day", "half a day"),
        ("half a day", "half a day"), ("1 day", "1 day"), ("a day", "1 day"), ("2½ days", "2½ days"), ("two days", "2 days"),
        ("at least 1 day", "at least 1 day"), ("at least a day", "at least 1 day"), ("a few days", "a few days"),
        ("A Few Days", "a few days"), ("1 hour and half a day", "1 hour + half a day"), (" 90 minutes ", "1 h 30"),
    ],
)  # fmt: skip
def test_what_an_author_writes_and_a_reader_reads(text: str, words: str) -> None:
    assert total(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "10",
        "minutes",
        "ten minutes",
        "1.5 hours",
        "a few minutes",
        "at least 2 hours",
        "1 day ish",
        "-1 day",
        "1 week",
    ],
)
def test_what_is_not_understood_is_said_with_what_would_be(text: str) -> None:
    with pytest.raises(ValueError, match="is not understood"):
        parse_duration(text)


def test_sections_of_the_pack_add_up() -> None:
    s1 = "7 hours 10 minutes"
    assert total("10 minutes", "3 hours", "4 hours") == "7 h 10"
    s2 = ("19 hours 40 minutes", "1 day", "1½ days", "a few days")
    assert total(*s2) == "19 h 40 + 2½ days + a few days"
    s3, s4 = ("8 hours", "at least a day"), ("8 hours", "at least 1 day")
    assert total(*s3) == "8 hours + at least 1 day"
    s5, s6 = ("11 hours 25 minutes", "1 day"), ("5 hours",)
    assert total(*s5) == "11 h 25 + 1 day"
    assert total(s1, *s2, *s3, *s4, *s5, *s6) == "59 h 15 + at least 5½ days + a few days"


def test_leaving_an_activity_out_takes_its_days_and_no_minutes() -> None:
    assert total("19 hours 40 minutes", "1½ days", "a few days") == "19 h 40 + 1½ days + a few days"


def test_phrases_are_counted_and_never_made_a_number() -> None:
    assert total("a few days", "a few days") == "2 times a few days"
    assert total() == "" and not Duration()


durations = st.builds(Duration, st.integers(0, 9999), st.integers(0, 99), st.integers(0, 99), st.integers(0, 9))


@given(durations, durations, durations)
def test_adding_has_no_order(a: Duration, b: Duration, c: Duration) -> None:
    assert (a + b) + c == a + (b + c) == c + b + a
    assert a + Duration() == a


@given(st.integers(1, 10_000), st.integers(1, 99))
def test_what_is_said_reads_as_the_same(minutes: int, halves: int) -> None:
    assert parse_duration(f"{minutes} minutes") == Duration(minutes)
    said = say_duration(Duration(half_days=halves))
    assert parse_duration(said) == Duration(half_days=halves)
    assert parse_duration("at least " + said) == Duration(at_least_half_days=halves)


@pytest.mark.parametrize(
    "bad",
    [
        "",
        "2026-02-30",
        "2026-1-1",
        "26-01-01",
        "2026/01/01",
        "0000-01-01",
        "2026-13-01",
        "２０２６-01-01",
        "2026-01-01T",
        "a-b-c",
    ],
)
def test_what_is_no_date(bad: str) -> None:
    assert parse_date(bad) is None


def test_dates_in_words() -> None:
    assert say_date("2026-12-07") == say_date("2026-12-07T09:30:00Z") == "7 December 2026"
    assert say_date("some day") == "some day" and say_date("") == ""
    assert days_between("2026-12-30T23:00:00Z", "2027-01-02") == 3 and days_between("", "2027-01-02") == 0
