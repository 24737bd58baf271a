"""What pages say alike: how fast a worry is passed on, and sentences that stand by themselves wherever they are shown."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from induction.dates import MONTHS
from schemas.common import Currency, Duty
from schemas.handbook import Handbook
from schemas.kinds import Activity
from schemas.slots import Filler

_SOONEST = re.compile(
    r"safeguarding (person|lead|worry)|Child Protection Coordinator|child (at risk|who may come to harm)"
)
"""Whom a worry about a child goes to, or that worry itself."""
_BY_TONIGHT = re.compile(r"\b(the|that) same day\b|\btoday\b(?!')")
_SINCE = re.compile(rf"(\d|({'|'.join(MONTHS)})\b|the )")
_POINTS_AWAY = re.compile(
    r"\b(this page|on the page|below|rules above|the same (rule|people)|such (files|a referral)|those weeks)\b"
)
"""Words that mean something only where the duty was written: in the table of all duties they point at nothing."""

_FIGURES = {
    r"£60\W+(?:if paid )?within (\d+) days": "28",
    r"£120\W+(?:if (?:it is )?paid )?within (\d+) days": "42",
    r"£80 (?:or|and) £(\d+)": "160",
    r"no more than (\w+) notices": "two",
    r"[Ll]evel 3\b[^.;£]{0,40}£(\d,\d{3})": "1,000",
    r"[Ll]evel 4\b[^.;£]{0,40}£(\d,\d{3})": "2,500",
    r"[Aa]t least (\d+) days": "15",
    r"up to (\d+) school days": "10",
    r"(\d+) or more (?:sessions )?(?:in|over)[^.]{0,20}primary": "38",
    r"in writing within (\d+) hours": "24",
    r"(\d+) working days": "7",
    r"press (\d)": "2",
    r"(\d+) to 45 minutes": "20",
    r"(\d+) to 8 weeks": "6",
    r"every (\d+) to 6 weeks": "4",
}
"""Figures that several pages give, and what each of them gives."""


def sentences(ours: Handbook) -> Iterator[tuple[str, str]]:
    """Every sentence of the handbook, with its file. Activities apart: what they ask has versions of its own."""
    for file in ours.files:
        if isinstance(file.item, Activity):
            continue
        for _, text in file.inside.texts:
            for sentence in re.split(r"(?<=[.!?])\s+|\n+", text):
                yield file.path, sentence


def test_a_worry_about_a_child_is_passed_on_at_once_and_not_by_tonight(ours: Handbook) -> None:
    """A page that says "the same day" where the next says "at once" is the page that a child goes home after."""
    found = list(sentences(ours))
    assert any("safeguarding lead at once" in sentence for _, sentence in found)
    late = [(file, said) for file, said in found if _SOONEST.search(said) and _BY_TONIGHT.search(said)]
    assert not late


@pytest.mark.parametrize(("figure", "right"), _FIGURES.items())
def test_every_page_gives_the_same_figure(ours: Handbook, figure: str, right: str) -> None:
    given = [
        (file.path, match[1])
        for file in ours.files
        for _, text in file.inside.texts
        for match in re.finditer(figure, re.sub(r"\s+", " ", text))
    ]
    assert len(given) > 1
    assert not [one for one in given if one[1] != right]


def test_what_a_home_shows_is_told_on_the_way_out(ours: Handbook) -> None:
    said = next(one.text for one in ours.overlays if one.id == "harm-at-home")
    assert "safeguarding lead as soon as you are out" in said and "Children's social care" in said


def test_nobody_answers_ends_with_the_police(ours: Handbook) -> None:
    page = ours.guidance["guidance.danger-now"]
    part = next(one for one in page.parts if one.id == "not-sure")
    said = " ".join(getattr(block, "ours", "") for block in part.blocks)
    assert re.search(r"emergency duty team\?\*\* .*ring the police:\s+\[999\]", said)


def test_since_when_reads_on_from_the_word_since(ours: Handbook) -> None:
    """A page says "Now, since 6 April 2016:"; what stands there has to be a day, a year, or "the Act was passed ..."."""
    found = [
        (file.path, thing.since)
        for file in ours.files
        for _, (*_, thing) in file.inside.things
        if isinstance(thing, Currency) and thing.since
    ]
    assert len(found) > 50
    assert not [
        one for one in found if not _SINCE.match(one[1]) or re.match(r"\d{4} to ", one[1]) or "Assent" in one[1]
    ]


def test_a_duty_can_be_read_in_the_table_of_all_duties(ours: Handbook) -> None:
    found = [
        (file.path, words)
        for file in ours.files
        for _, (*_, thing) in file.inside.things
        if isinstance(thing, Duty)
        for words in (thing.must, thing.should, thing.may, thing.must_not, thing.when)
        if words
    ]
    assert len(found) > 400
    assert not [one for one in found if _POINTS_AWAY.search(one[1])]


def test_every_sentence_holds_while_the_service_has_filled_nothing_in(ours: Handbook) -> None:
    """The slot stands where its own sentence fits: "Text the address to number for texts (your service has ...)" does not."""
    bare = replace(ours, service=ours.service.model_copy(update={"slots": {}, "links": ()}))
    fill = Filler(bare).fill
    texts = [text for file in ours.files for _, text in file.inside.texts]
    with_slots = [text for text in texts if "{service." in text]
    assert len(with_slots) > 30
    assert not [said for said in map(fill, with_slots) if "(your service has" in said]
