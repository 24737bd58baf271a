"""Names that the site leaves out: typed on the device, said everywhere, erased for ever, in no request (FEATURES row 49)."""

import json
from dataclasses import replace

import pytest

from induction.commands.erase import erasable
from induction.programme import School, Unnamed
from induction.views.names import name_view, names_view
from induction.views.seen import Seen
from tests.induction.helpers import check_html
from tests.induction.page import Page, check_view, make_bundle

COORDINATOR = Unnamed("coordinator", "Designated Safeguarding Person", "Ask who this is before you meet.")
DEPUTE = Unnamed("depute", "Deputy head teacher", "Ask who this is.")
HILL = School("hill", "Hill School", (COORDINATOR, DEPUTE))
DALE = School("dale", "Dale School", (COORDINATOR,))
FULL = School("full", "Full School")


def tracker(*, start: bool = True) -> Page:
    bundle = make_bundle()
    page = Page(replace(bundle, service=replace(bundle.service, schools=(HILL, DALE, FULL))))
    return page.start() if start else page


def said(page: Page, subject: str) -> str:
    return str(name_view(page.app.session, Seen("name", subject, "../")))


def form(page: Page, school: str = "hill") -> str:
    html = str(names_view(page.app.session, Seen("names", school, "../")))
    check_view(html)
    return html


def test_with_no_record_the_page_says_to_ask_and_how_to_type_it():
    page = tracker(start=False)
    assert said(page, "hill/coordinator") == "Designated Safeguarding Person (ask who this is before you meet)"
    assert said(page, "hill/depute/within") == "deputy head teacher (ask who this is)"
    assert said(page, "hill/depute/ask") == "Ask who this is."
    html = form(page)
    assert "<input" not in html
    assert "Designated Safeguarding Person, Deputy head teacher: ask who this is before you meet." in html
    assert 'href="../my/start/"' in html
    assert page.do("names.keep", "hill", coordinator="Ms Day")["events"] == []


def test_a_name_is_said_wherever_it_belongs_and_nowhere_else():
    page = tracker()
    outcome = page.do("names.keep", "hill", coordinator="  Ms   Day ", depute="")
    assert [(one["type"], one["subject"], one["data"]) for one in outcome["events"]] == [
        ("local-name", "hill", {"person": "coordinator", "prompt": "Designated Safeguarding Person", "value": "Ms Day"})
    ]
    for where in ("", "/within", "/ask"):
        assert said(page, f"hill/coordinator{where}") == "Ms Day"
    assert said(page, "hill/depute") == "Deputy head teacher (ask who this is)"
    assert said(page, "dale/coordinator").startswith("Designated")
    assert 'value="Ms Day"' in form(page)
    assert "Ms Day" not in form(page, "dale")


def test_a_name_that_stays_makes_no_event_and_a_new_one_does():
    page = tracker()
    page.do("names.keep", "hill", coordinator="Ms Day", depute="Mr Fen")
    assert page.do("names.keep", "hill", coordinator="Ms Day", depute="Mr Fen")["events"] == []
    assert len(page.do("names.keep", "hill", coordinator="Ms Day", depute="Mr Fenn")["events"]) == 1
    assert said(page, "hill/depute") == "Mr Fenn"


def test_a_field_left_empty_erases_every_version_of_the_name():
    page = tracker()
    page.do("names.keep", "hill", coordinator="Ms Day", depute="Mr Fen")
    page.do("names.keep", "hill", coordinator="Ms Day", depute="Mr Fenn")
    page.do("names.keep", "hill", coordinator="Ms Day", depute="")
    assert said(page, "hill/depute") == "Deputy head teacher (ask who this is)"
    assert said(page, "hill/coordinator") == "Ms Day"
    assert "Fen" not in page.kept() and "Ms Day" in page.kept()


def test_all_names_of_a_school_can_be_erased_at_once():
    page = tracker()
    page.do("names.keep", "hill", coordinator="Ms Day", depute="Mr Fen")
    page.do("names.keep", "dale", coordinator="Mr Brook")
    assert "names.erase" in form(page)
    page.do("names.erase", "hill")
    assert "Day" not in page.kept() and "Fen" not in page.kept()
    assert said(page, "dale/coordinator") == "Mr Brook"
    assert "names.erase" not in form(page)
    assert page.do("names.erase", "hill")["events"] == []


def test_a_name_too_long_is_said_beside_its_field_and_nothing_is_lost():
    page = tracker()
    page.do("names.keep", "hill", coordinator="Ms Day")
    outcome = page.do("names.keep", "hill", coordinator="x" * 81)
    assert outcome["events"] == [] and outcome["effects"] == [{"kind": "focus", "target": "problems"}]
    html = form(page)
    assert 'href="#c-names-hill-coordinator"' in html and "Enter a name of at most 80 letters" in html
    assert said(page, "hill/coordinator") == "Ms Day"


@pytest.mark.parametrize("text", ["<b>Ms Day</b>", "Ms \"Day\" & 'co'"])
def test_a_name_is_only_ever_text(text: str):
    page = tracker()
    page.do("names.keep", "hill", coordinator=text)
    assert "<b>" not in said(page, "hill/coordinator")
    check_html(f"<span>{said(page, 'hill/coordinator')}</span>")


@pytest.mark.parametrize("school", ["full", "no-such", ""])
def test_a_school_without_gaps_asks_nothing_and_takes_nothing(school: str):
    page = tracker()
    assert "Reload the page" in form(page, school)
    assert page.do("names.keep", school, coordinator="Ms Day")["events"] == []
    assert said(page, f"{school}/coordinator") == ""


def test_names_stand_in_the_record_can_be_erased_there_and_go_into_its_copy_but_into_no_request():
    page = tracker()
    page.do("names.keep", "hill", coordinator="Ms Day")
    page.finish("ideas")
    assert "<dt>Designated Safeguarding Person, Hill School</dt><dd>Ms Day</dd>" in page.html["w-record"]
    assert page.app.session.record
    assert erasable(page.app.session.record)["hill", "name.coordinator"] == "Name: Designated Safeguarding Person"
    page.do("request.save")
    assert "Ms Day" not in page.files[-1]["text"]
    page.do("copy.save")
    other = tracker(start=False)
    other.preview(page.files[-1]["text"])
    other.do("file.merge")
    other.do("copy.save")
    page.do("names.keep", "dale", coordinator="Mr Brook")
    page.do("copy.save")
    other.preview(page.files[-1]["text"])
    assert "1 name of school staff" in other.html["w-record"]
    assert said(other, "hill/coordinator") == "Ms Day"
    page.do("erase.ask", "hill", field="name.coordinator")
    page.do("erase.confirm")
    assert "Ms Day" not in json.dumps(page.store)
    assert said(page, "hill/coordinator").startswith("Designated")


def test_a_name_typed_before_the_site_had_one_is_still_listed():
    page = tracker()
    page.do("names.keep", "hill", coordinator="Ms Day")
    page.app.session.bundle = replace(page.bundle, service=replace(page.bundle.service, schools=(FULL,)))
    page.app.session.changed()
    page.open(page.opened)
    assert "<dt>coordinator, hill</dt><dd>Ms Day</dd>" in page.html["w-record"]
