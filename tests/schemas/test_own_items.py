"""What a service adds to a programme: its shape, its checks, and how it comes to the browser."""

import pytest

from schemas.compile import bundle
from schemas.handbook import load

LOCAL = "programmes/ews/local.yml"
PROGRAMME = "programmes/ews/programme.yml"
ACTIVITY = "programmes/ews/activities/1.1.yml"
LOOK = "look_for: {strong"


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        (LOCAL, "area: training", "area: traning", "4: there is no area `traning`; did you mean `training`?"),
        (LOCAL, "time: half a day", "time: 4 hrs", "5: "),
        (LOCAL, "after: [ews.1.1]", "after: [ews.1.2]", "9: there is no activity or area `ews.1.2` here"),
        (LOCAL, "{id: who, ask", "{id: Who it is, ask", "8: `id` is 'Who it is'"),
        (
            LOCAL,
            "questions: [{id: who,",
            "questions: [{id: who, ask: Once?}, {id: who,",
            "8: the question id `who` stands twice",
        ),
        (LOCAL, "after: [ews.1.1]", "after: [ews.local.day]", "9: `ews.local.day` would have to wait for itself"),
        (ACTIVITY, LOOK, f"after: [ews.area.training]\n{LOOK}", "9: `ews.local.day` would have to wait for itself"),
        (
            ACTIVITY,
            LOOK,
            f"after: [ews.area.trainings]\n{LOOK}",
            "19: there is no activity or area `ews.area.trainings` here",
        ),
        (
            PROGRAMME,
            "local_areas: [",
            "local_areas: [{id: training, title: Twice}, ",
            "9: the area `training` stands twice",
        ),
    ],
)
def test_a_slip_is_found_where_it_stands(tiny, file, old, new, problem):
    tiny.change(file, old, new)
    assert any(one.split(":", 1)[1].startswith(problem) for one in tiny.problems()), tiny.problems()


def test_two_items_of_one_id(tiny):
    tiny.change(LOCAL, "items:\n", "items:\n  - {id: day, title: Again, area: training, intro: Once more.}\n")
    assert tiny.problems() == [f"content/{LOCAL}:3: the id `day` stands twice in this file"]


def test_an_item_comes_first_in_a_room_of_its_own(handbook):
    programme = bundle(handbook).programme("ews")
    first = programme.activities[0]
    assert (first.id, first.number, first.section, first.page) == (
        "ews.local.day",
        "L1",
        "local",
        "induction/ews/local/day/",
    )
    assert first.own and first.local and first.dated and first.sign_off == ("manager",)
    assert first.intro == "Ring the office first."
    assert first.parts[0].prompt("local.who") == "Whom do you ring?"
    assert [one.id for one in first.after] == ["ews.1.1"]
    assert programme.sections[0].activities == ("ews.local.day",)
    assert programme.areas[0].items == ("ews.local.day",) and programme.missing == ()


def test_what_is_shipped_cannot_take_an_id_of_an_item(tiny):
    tiny.change(ACTIVITY, "id: ews.1.1", "id: ews.local.day")
    assert any("is kept for what a service adds" in one for one in tiny.problems()), tiny.problems()


def test_without_items_the_area_is_missing_and_stands_for_itself(tiny):
    tiny.change(LOCAL, "after: [ews.1.1]", "")
    tiny.change(ACTIVITY, LOOK, f"after: [ews.area.training]\n{LOOK}")
    whole = bundle(load(tiny.root)).programme("ews")
    assert [one.name for one in whole.activity("ews.1.1").after] == ["L1 Go to the training day"]
    (tiny.root / "content" / LOCAL).unlink()
    bare = bundle(load(tiny.root)).programme("ews")
    assert [(one.id, one.name) for one in bare.activity("ews.1.1").after] == [("ews.area.training", "Training")]
    assert [one.title for one in bare.missing] == ["Training"]
    assert not any(one.own for one in bare.activities)
