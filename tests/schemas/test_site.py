"""What pages are made from: addresses, coverage, overlays, slots, programme.json."""

import json
from dataclasses import replace

import pytest

from induction.activities import ACTIVITY_TYPES
from induction.activities.topics import Topics
from induction.codes import Nation
from induction.decode import decode
from induction.programme import Bundle
from schemas import addresses
from schemas.addresses import anchor, has_anchor, item_pages, places
from schemas.compile import bundle, bundle_json, mapped, with_rows
from schemas.coverage import coverage
from schemas.handbook import load
from schemas.overlays import overlays_for
from schemas.slots import Filler
from schemas.walk import walk


def test_pages(handbook):
    assert item_pages(handbook) == {
        "officer": "roles/officer/",
        "visits.home": "guidance/home/",
        "scripts.confidentiality": "scripts/confidentiality/",
        "forms.visit": "forms/visit/",
        "reference.law": "reference/law/",
        "ews": "induction/ews/",
        "ews.1.a": "induction/ews/section-1/1-a/",
        "ews.1.a.reading": "induction/ews/section-1/1-a/",
        "ews.1.1": "induction/ews/section-1/activity-1-1/",
        "ews.local.day": "induction/ews/local/day/",
    }
    assert addresses.script_page("scripts.confidentiality", "hill") == "scripts/confidentiality/hill/"


def test_anchors(handbook):
    assert {place.address for place in places(handbook) if has_anchor(place.value)} == {
        "dates/#clock",
        "forms/visit/#after",
        "forms/visit/#visit",
        "glossary/#term-ewo",
        "guidance/home/#before",
        "guidance/home/#duty-text",
        "induction/ews/section-1/1-a/#f-read--chapter-field",
        "induction/ews/section-1/1-a/#role",
        "induction/ews/section-1/activity-1-1/#f-role--what-field",
        "reference/law/#act",
        "scripts/confidentiality/#who",
    }


def test_coverage(handbook):
    assert coverage(handbook) == {
        "ews.info.one": [
            "forms/visit/#visit",
            "guidance/home/#before",
            "induction/ews/section-1/1-a/#f-read--chapter-field",
        ],
        "ews.info.three": ["reference/law/#act"],
        "ews.info.two": ["guidance/home/#duty-text", "induction/ews/section-1/activity-1-1/#f-role--what-field"],
    }


def test_a_section_carries_its_own_sources(tiny):
    from schemas.handbook import load

    tiny.change("programmes/ews/programme.yml", "number: ", "sources: [ews.info.two], number: ")
    assert "induction/ews/section-1/" in coverage(load(tiny.root))["ews.info.two"]


def test_overlays_stand_wherever_a_unit_is_carried(handbook):
    assert [one.id for one in overlays_for(handbook.overlays, ["ews.info.two", "ews.info.one"])] == ["no-secrets"]
    assert overlays_for(handbook.overlays, ["ews.info.two"]) == ()


@pytest.mark.parametrize(
    ("text", "anywhere", "at_hill", "at_dale"),
    [
        ("Ring {service.office-phone}.", "Ring 01632 960120.", None, None),
        ("{service.risk-list}", "Your service has not said whether it has a list. Ask.", None, None),
        ("List: {service.risk-list}", "List: Your service has not said whether it has a list. Ask.", None, None),
        ("Look in the {service.risk-list} first.",
         "Look in the risk list (your service has not said whether it has a list. Ask) first.", None, None),
        ("{person.head} decides.", "Head teacher decides.", "Ms Hill decides.",
         "Head teacher (ask the office who this is) decides."),
        ("Tell {person.head}.", "Tell head teacher.", "Tell Ms Hill.", "Tell head teacher (ask the office who this is)."),
        ("Tell {person.manager}.", "Tell manager.", "Tell manager.", "Tell manager."),
        ("Stop. {person.head} decides.\n\n- {person.manager}", "Stop. Head teacher decides.\n\n- Manager",
         "Stop. Ms Hill decides.\n\n- Manager", "Stop. Head teacher (ask the office who this is) decides.\n\n- Manager"),
        ("{nothing}", "{nothing}", None, None),
    ],
)  # fmt: skip
def test_slots(handbook, text, anywhere, at_hill, at_dale):
    hill = handbook.service.schools[0]
    assert Filler(handbook).fill(text) == anywhere
    assert Filler(handbook, hill).fill(text) == (at_hill or anywhere)
    assert Filler(handbook, replace_school(hill)).fill(text) == (at_dale or anywhere)


def replace_school(school):
    return school.model_copy(update={"id": "dale", "name": "Dale School", "people": {}})


def test_a_title_is_the_one_of_the_nation(handbook):
    north = replace(handbook, service=handbook.service.model_copy(update={"nation": Nation.SCOTLAND}))
    assert Filler(north).fill("{person.head}") == "Headteacher"


def test_programme_json(handbook):
    made = bundle(handbook)
    (programme,) = made.programmes
    _, reading, activity = programme.activities
    assert programme.role_title == "Officer"
    assert programme.sections[1].activities == ("ews.1.a.reading", "ews.1.1")
    assert (reading.number, reading.sign_off, reading.look_for) == ("1.a", (), None)
    assert reading.page == "induction/ews/section-1/1-a/"
    assert activity.sign_off == ("manager", "experienced-colleague")
    assert activity.intro == "Ring risk list (your service has not said whether it has a list. Ask) first."
    topics = activity.parts[1]
    assert isinstance(topics, Topics)
    assert [(row.id, row.link.href) for row in topics.rows] == [("act", "reference/law/#act")]
    assert made.word("status", "completed") == "Words"


def test_two_dated_steps_are_the_activitys_or_the_programmes(tiny):
    def made():
        return bundle(load(tiny.root)).programmes[0].activity("ews.1.1")

    asked_before = made().version
    assert made().steps == ()
    tiny.change("programmes/ews/programme.yml", "id: ews\n", "id: ews\nsteps: [discussed, achieved]\n")
    assert made().steps == ("discussed", "achieved")
    assert made().version == asked_before, "nothing else is asked of the inductee"
    one = "programmes/ews/activities/1.1.yml"
    text = (tiny.root / "content" / one).read_text("utf-8")
    tiny.write(one, text.replace("id: ews.1.1\n", "id: ews.1.1\nsteps: []\n"))
    assert made().steps == ()
    tiny.write(one, text.replace("id: ews.1.1\n", "id: ews.1.1\nsteps: [achieved]\n"))
    assert any("write both steps" in problem for problem in tiny.problems())


def test_programme_json_comes_back_the_same(handbook):
    made = bundle(handbook)
    assert decode(Bundle, json.loads(bundle_json(made))) == made
    assert bundle_json(made) == bundle_json(bundle(handbook))


def test_the_version_follows_what_is_asked_and_nothing_else(tiny):
    from schemas.handbook import load

    def version():
        return bundle(load(tiny.root)).programmes[0].activity("ews.1.1").version

    first = version()
    tiny.change("programmes/ews/activities/1.1.yml", "strong: Much", "strong: More")
    assert version() == first
    tiny.change("programmes/ews/activities/1.1.yml", "What do you do?", "What do you do here?")
    assert version() != first
    assert len(first) == 12


def test_every_response_type_is_drawn_with_the_anchors_we_promise(handbook):
    """A unit is found at its address only if the view gives its element that id."""
    from induction.views.forms import Form

    class Nothing:
        def text(self, field):
            return ""

        def rows(self, name):
            return ()

    for module in ACTIVITY_TYPES.values():
        import sys

        example = sys.modules[module.__module__].EXAMPLE
        html = example.view(Form("x", Nothing()))
        for _, trail in walk(example):
            if has_anchor(trail[-1]) and hasattr(trail[-1], "sources"):
                assert f'id="{anchor(trail)}"' in html, f"{module.__name__}: no element #{anchor(trail)}"


def test_mapped_changes_texts_only(handbook):
    part = with_rows(handbook, handbook.programmes["ews"].activities["ews.1.1"].parts[1])
    assert mapped(part, str.upper).rows[0].title == "EDUCATION ACT 1996"
    assert mapped(3, str.upper) == 3
