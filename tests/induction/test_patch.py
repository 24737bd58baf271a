"""My patch: schools, services and local facts as the worker's own directory (FEATURES rows 10 and 20, delights 5 and 6)."""

import csv
import io
from dataclasses import replace
from typing import Any

import pytest

from induction.activities.base import Question
from induction.activities.prompts import EXAMPLE as PROMPTS
from induction.activities.prompts import Prompts
from induction.activities.sheets import EXAMPLE as SHEETS
from induction.activities.sheets import Offered, Sheets
from induction.directory import directory
from induction.programme import LocalFact, School
from tests.induction.helpers import check_html
from tests.induction.page import Page, id_of, make_activity, make_bundle

SCHOOLS = replace(SHEETS, pocket=True, offered=(), at_least=1)
SERVICES = Sheets(
    id="services",
    noun="service",
    nouns="services",
    name="Name of the service",
    pocket=True,
    offered=(Offered("camhs", "CAMHS"), Offered("police", "Police")),
    questions=(
        Question("what", "What does it do here?", label="What it does"),
        Question("refer", "How do you refer to it?", label="How to refer"),
        Question("contact", "Who is your contact?", optional=True),
        Question("child", "Which child did it help?", pupil=True),
    ),
)
FACTS = Prompts(
    id="facts",
    finding_out=True,
    questions=(
        Question("risk", "Is there a risk list?", slot="risk-list"),
        Question("risk2", "Who keeps it?", slot="risk-list"),
        Question("form", "Which form is used?"),
    ),
)
PRIVATE = (replace(SHEETS, id="findings"), replace(PROMPTS, id="own", finding_out=False))
OTHER, LOCAL = "ews.1.services", "ews.1.facts"


def tracker() -> Page:
    bundle = make_bundle(
        make_activity("sheets", parts=(SCHOOLS, PRIVATE[0])),
        make_activity("sheets", id=OTHER, number="2.8", title="Services", page="services/", parts=(SERVICES,)),
        make_activity("prompts", id=LOCAL, number="2.12", title="Facts", page="facts/", parts=(FACTS, PRIVATE[1])),
    )
    facts = (LocalFact("risk-list", "Risk list", "The old list"), LocalFact("office", "Office number"))
    service = replace(bundle.service, facts=facts, schools=(School("hill", "Hill School (example)"),))
    return Page(replace(bundle, service=service)).start()


def add(page: Page, subject: str, part: str, **texts: str) -> str:
    """One more sheet, with these answers; its row."""
    page.do("row.add", subject, list=part)
    row = str(page.state.of(subject).rows(part)[-1])
    for field, text in texts.items():
        page.answer(subject, f"{part}.{row}.{field}", text)
    return row


def load(text: str) -> Any:
    """YAML as PyYAML reads it, which no browser has."""
    return pytest.importorskip("yaml").safe_load(text)


def groups(page: Page) -> dict[str, Any]:
    programme = page.app.session.programme
    assert programme
    return {one.title: one for one in directory(programme, page.state)}


def sight(page: Page) -> str:
    return check_html(page.html["w-patch"]).text


def saved(page: Page, command: str) -> dict[str, str]:
    before = len(page.files)
    page.do(command)
    assert len(page.files) == before + 1
    return page.files[-1]


def test_a_service_that_was_added_sorts_into_the_directory_and_what_is_missing_is_named() -> None:
    page = tracker()
    page.answer(OTHER, "services.police.what", "Neighbourhood team")
    add(page, OTHER, "services", name="Young carers, Dyffryn", what="Groups & trips")
    found = groups(page)["Services"]
    assert [one.name for one in found.entries] == ["Police", "Young carers, Dyffryn"]
    assert found.entries[1].missing == ("How to refer",)
    assert found.left == 1, "CAMHS is not begun"
    assert "Missing: How to refer" in sight(page) and "1 not begun yet." in sight(page)
    assert page.html["w-patch"].index("Police") < page.html["w-patch"].index("Young carers")


def test_three_schools_and_a_name_that_changes() -> None:
    page, sheets = tracker(), id_of("sheets")
    page.answer(sheets, "schools.1.name", "Bryn")
    page.answer(sheets, "schools.1.who", "Ms A")
    row = add(page, sheets, "schools", name="Afon", who="Mr B", registers="On paper")
    assert [one.name for one in groups(page)["Schools"].entries] == ["Afon", "Bryn"]
    page.answer(sheets, f"schools.{row}.name", "Coed")
    entries = groups(page)["Schools"].entries
    assert [one.name for one in entries] == ["Bryn", "Coed"]
    assert [fact.answer for fact in entries[1].facts] == ["Mr B", "On paper"]
    assert entries[0].missing == ("How are registers taken?",)
    assert len(check_html(page.html["w-patch"]).with_class("patch__entry--page")) == 2, "one school a page"


def test_a_local_fact_with_who_told_and_when_and_one_that_is_waited_for() -> None:
    page = tracker()
    page.answer(LOCAL, "facts.risk", "Yes, the office checks it")
    page.answer(LOCAL, "facts.risk.told", "Alex, 3 November")
    page.answer(LOCAL, "facts.form.open", "yes")
    facts = groups(page)["Local facts"]
    assert [(one.name, one.told, one.missing) for one in facts.entries] == [
        ("Is there a risk list?", "Alex, 3 November", ()),
        ("Which form is used?", "", ("The answer, asked for and not yet here", "Who told you, and when")),
    ]
    assert facts.left == 1
    assert "Told by: Alex, 3 November" in sight(page)


def test_nothing_else_comes_in() -> None:
    page = tracker()
    page.answer(id_of("sheets"), "findings.1.who", "Not for the directory")
    page.answer(LOCAL, "own.functions", "Nor this")
    page.answer(OTHER, "services.camhs.child", "Child A was helped")
    add(page, OTHER, "services", name="Food bank", child="Child B")
    for text in (sight(page), saved(page, "patch.table")["text"], saved(page, "patch.suggest")["text"]):
        assert "Food bank" in text
        assert not any(words in text for words in ("Not for", "Nor this", "Child A", "Child B"))


def test_finding_is_on_this_device_and_no_part_of_the_record() -> None:
    page = tracker()
    add(page, OTHER, "services", name="Young carers", what="Groups in Dyffryn")
    page.answer(LOCAL, "facts.risk", "Ask the office")
    outcome = page.do("patch.find", find="  dyffryn  GROUPS ")
    assert outcome["events"] == outcome["drafts"] == []
    assert outcome["effects"] == [{"kind": "announce", "text": "1 found"}]
    assert "Young carers" in sight(page) and "risk list" not in sight(page)
    assert "1 found for: dyffryn GROUPS" in sight(page)
    page.do("patch.find", find="no such thing")
    assert "0 found" in sight(page)
    assert "Young carers" in saved(page, "patch.table")["text"], "the table has everything"
    page.do("patch.find")
    assert "risk list" in sight(page)


def test_every_link_leads_to_where_it_is_written() -> None:
    page = tracker()
    add(page, OTHER, "services", name="Young carers")
    page.answer(id_of("sheets"), "schools.1.name", "Bryn")
    page.answer(LOCAL, "facts.form", "EW1")
    pages = {one.page: check_html(page.html[f"w-{one.id}"]) for one in page.bundle.programmes[0].activities}
    hrefs = [one.get("href").removeprefix("../") for one in check_html(page.html["w-patch"]).all("a")]
    anchors = [href.partition("#") for href in hrefs if "#" in href]
    assert len(anchors) == 3
    for address, _, anchor in anchors:
        assert pages[address].by_id(anchor)


def test_the_table() -> None:
    page = tracker()
    add(page, OTHER, "services", name="=Young, carers", what='Say "hello"')
    file = saved(page, "patch.table")
    assert file["name"] == "My patch - 2026-11-22.csv" and file["type"] == "text/csv"
    rows = list(csv.reader(io.StringIO(file["text"].removeprefix("\ufeff"), newline=""), strict=True))
    assert rows == [
        ["Group", "Name", "What", "Answer", "Who told me, and when", "Activity"],
        ["Services", "'=Young, carers", "What it does", 'Say "hello"', "", "2.8"],
        ["Services", "'=Young, carers", "Missing: How to refer", "", "", "2.8"],
    ]


def test_the_suggestions_name_slots_and_schools_of_the_service() -> None:
    page, sheets = tracker(), id_of("sheets")
    page.answer(LOCAL, "facts.risk", "List: #7\nAsk the office")
    page.answer(LOCAL, "facts.risk.told", "Alex")
    page.answer(LOCAL, "facts.risk2", "The manager")
    page.answer(LOCAL, "facts.form", "Form: EW1")
    page.answer(sheets, "schools.1.name", " hill  school")
    page.answer(sheets, "schools.1.who", "Ms A: ask her\nfirst")
    add(page, sheets, "schools", name="Ysgol Newydd", who="Mr B")
    add(page, OTHER, "services", name="- Young carers: Dyffryn", what="Groups")
    file = saved(page, "patch.suggest")
    assert file["name"] == "Suggestions for service.yml - 2026-11-22.yml"
    assert load(file["text"]) == {
        "slots": {"risk-list": "List: #7 Ask the office"},
        "schools": [{"id": "hill", "name": "Hill School (example)"}],
    }
    text = file["text"]
    for line in (
        "# Found out by Sam Evans, saved on 22 November 2026.",
        "  # Risk list (activity 2.12; told by Alex). Now: The old list",
        '  # also: risk-list: "The manager"',
        "    # Who leads on attendance there? Ms A: ask her",
        '#    name: "Ysgol Newydd"',
        "# - - Young carers: Dyffryn",
        "#   What it does: Groups",
        "# - Which form is used?",
        "#   Form: EW1",
    ):
        assert line in text.split("\n"), line
    taken = text.replace("#  - id", "  - id").replace("#    name", "    name").replace("#    phase", "    phase")
    assert [one["id"] for one in load(taken)["schools"]] == ["hill", "ysgol-newydd"]


NASTY = "a\u2028b\x85c\x07d\ufeff\t\"'\\: #\n- x: {y}\n---\n%T 🙂 \U000e0001"


def test_the_suggestions_are_yaml_whatever_was_typed() -> None:
    page, sheets = tracker(), id_of("sheets")
    page.answer(sheets, "schools.1.name", "Hill school")
    for subject, field in (
        (sheets, "schools.1.who"),
        (LOCAL, "facts.risk"),
        (LOCAL, "facts.risk.told"),
        (LOCAL, "facts.form"),
    ):
        page.answer(subject, field, NASTY)
    add(page, OTHER, "services", name=NASTY, what=NASTY)
    add(page, sheets, "schools", name=NASTY)
    found = load(saved(page, "patch.suggest")["text"])
    assert set(found) == {"slots", "schools"}
    assert found["slots"]["risk-list"].startswith("a b c\x07d") and "🙂" in found["slots"]["risk-list"]


def test_with_nothing_found_nothing_is_saved_and_the_page_says_where_it_comes_from() -> None:
    page = tracker()
    for command in ("patch.table", "patch.suggest"):
        assert page.do(command)["effects"] == [{"kind": "announce", "text": "There is nothing to save yet"}]
    closed = Page(page.bundle)
    assert "2.8 Services" in sight(closed) and not check_html(closed.html["w-patch"]).all("input")
    assert page.do("patch.print")["effects"] == [{"kind": "print"}]
