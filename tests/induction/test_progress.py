"""Statuses, counts, next steps, decisions, and whether work changed after it was signed."""

from dataclasses import replace
from typing import Any

import pytest

from induction.activities import example
from induction.activities.prompts import Prompts
from induction.codes import Status
from induction.decode import canonical
from induction.events import By, Event
from induction.programme import Activity
from induction.progress import changed_since, counts, next_steps, status
from induction.record import Record
from induction.signoff import decision_data, digest, intact, snapshot
from induction.state import ActivityState, fold, read_decision
from tests.induction.helpers import check_html
from tests.induction.page import TODAY, Page, event, id_of, make_activity, make_bundle

SUBJECT = id_of("prompts")
SIGNED = make_activity("prompts")
ALONE = make_activity("prompts", sign_off=())


def said(value: str = "words", field: str = "role.functions") -> tuple[str, dict[str, Any]]:
    return "answer", {"field": field, "prompt": "p", "value": value}


def done(on: str = TODAY, done: bool = True) -> tuple[str, dict[str, Any]]:
    return "done", {"on": on, "done": done}


def asked(asked: bool = True) -> tuple[str, dict[str, Any]]:
    return "asked", {"asked": asked}


def decided(decision: str) -> tuple[str, dict[str, Any]]:
    return "decided", {"decision": decision, "signer": {}, "shown": [], "digest": "", "signed_on": TODAY}


def state_of(*steps: tuple[str, dict[str, Any]]) -> ActivityState:
    record = Record("01934f00-0000-7000-8000-000000000000")
    record.add(event(kind, SUBJECT, data, tick) for tick, (kind, data) in enumerate(steps, 1))
    return fold(record).of(SUBJECT)


EVIDENCE = ("evidence", {"item": "x", "present": True, "kind": "notes", "shows": "s", "kept": "k", "date": TODAY})
GONE = ("evidence", {"item": "x", "present": False})
ROW = ("row", {"list": "l", "row": "r", "present": True})


@pytest.mark.parametrize(
    ("steps", "signed", "alone"),
    [
        ([], Status.NOT_STARTED, Status.NOT_STARTED),
        ([ROW], Status.NOT_STARTED, Status.NOT_STARTED),
        ([said()], Status.IN_PROGRESS, Status.IN_PROGRESS),
        ([said(), said("")], Status.NOT_STARTED, Status.NOT_STARTED),
        ([said("  \n")], Status.NOT_STARTED, Status.NOT_STARTED),
        ([EVIDENCE], Status.IN_PROGRESS, Status.IN_PROGRESS),
        ([EVIDENCE, GONE], Status.NOT_STARTED, Status.NOT_STARTED),
        ([said(), done()], Status.IN_PROGRESS, Status.COMPLETED),
        ([said(), done(), asked()], Status.WAITING, Status.WAITING),
        ([said(), done(), asked(), asked(False), done(done=False)], Status.IN_PROGRESS, Status.IN_PROGRESS),
        ([said(), done(), asked(), decided("signed-off")], Status.COMPLETED, Status.COMPLETED),
        ([said(), done(), asked(), decided("earlier-learning")], Status.COMPLETED, Status.COMPLETED),
        ([said(), done(), asked(), decided("needs-work")], Status.NEEDS_WORK, Status.NEEDS_WORK),
        ([said(), done(), asked(), decided("needs-work"), said("more")], Status.NEEDS_WORK, Status.NEEDS_WORK),
        ([said(), done(), asked(), decided("needs-work"), done(), asked()], Status.WAITING, Status.WAITING),
        (
            [said(), done(), asked(), decided("needs-work"), asked(), decided("signed-off")],
            Status.COMPLETED,
            Status.COMPLETED,
        ),
        ([said(), asked(), decided("signed-off"), decided("needs-work")], Status.NEEDS_WORK, Status.NEEDS_WORK),
        ([decided("a-later-decision")], Status.NEEDS_WORK, Status.NEEDS_WORK),
    ],
)
def test_where_an_activity_stands(steps: list[tuple[str, dict[str, Any]]], signed: Status, alone: Status) -> None:
    assert status(SIGNED, state_of(*steps)) is signed
    assert status(ALONE, state_of(*steps)) is alone


def test_an_activity_that_was_only_opened_is_not_started() -> None:
    page = Page().start()
    page.mount()
    assert "Not started" in page.html["w-tasks"] and "In progress" not in page.html["w-tasks"]


def test_the_two_counts() -> None:
    page = Page().start()
    programme = page.bundle.programmes[0]
    to_sign = sum(bool(one.sign_off) for one in programme.activities)
    page.finish("reading")
    page.finish("ideas")
    page.finish("topics")
    page.sign(page.key("ideas"))
    page.do("sign.confirm")
    now = counts(programme, page.state)
    assert (now.done, now.signed, now.to_sign, now.waiting, now.total) == (3, 1, to_sign, 1, len(programme.activities))
    assert f"Done by you: 3 of {now.total}. Signed off: 1 of {to_sign}." in page.html["w-tasks"]
    assert "1 waiting for sign-off." in page.html["w-tasks"]


def test_what_next() -> None:
    page = Page().start()
    programme = page.bundle.programmes[0]
    first = [one.id for one in programme.activities][:3]
    assert [one.id for one in next_steps(programme, page.state)] == first
    page.answer(id_of("topics"), "law.sharing", "x")
    page.finish("ideas")
    page.sign(page.key("ideas"), decision="needs-work", note="More")
    page.do("sign.confirm")
    assert [one.id for one in next_steps(programme, page.state)][:2] == [id_of("ideas"), id_of("topics")]
    page.do("done", id_of("ideas"), on=TODAY)
    assert id_of("ideas") not in [one.id for one in next_steps(programme, page.state, 99)]


def test_done_on_and_signed_on_are_two_dates_and_one_word_changed_is_seen() -> None:
    """Row 7: done on 24 November, signed on 1 December, then a word changes."""
    page = Page()
    page.today, page.now = "2026-11-24", "2026-11-24T10:00:00Z"
    page.start()
    page.finish("topics", on="2026-11-24")
    page.today, page.now = "2026-12-01", "2026-12-01T10:00:00Z"
    page.do("sign.show", key=page.key("topics"))
    page.sign(page.key("topics"))
    page.do("sign.confirm")
    name = f"w-{id_of('topics')}"
    assert "24 November 2026" in page.html[name] and "1 December 2026" in page.html[name]
    assert "Changed since sign-off" not in page.html[name]
    was = page.activity("topics").text("law.sharing")
    page.answer(id_of("topics"), "law.sharing", was + " indeed")
    assert "Changed since sign-off" in page.html[name]
    signed = page.html[name].partition("Read exactly what was signed")[2]
    assert was in signed and was + " indeed" not in signed
    page.answer(id_of("topics"), "law.sharing", was)
    assert "Changed since sign-off" not in page.html[name]


def sign(activity: Activity, state: ActivityState) -> Event:
    data = decision_data(
        activity, state, {}, decision="signed-off", method="discussed", statement="s", note="", signer=By("A", "manager"),
        signed_on=TODAY, opened=True,
    )  # fmt: skip
    return event("decided", SUBJECT, data)


def test_evidence_added_later_is_a_change() -> None:
    state = state_of(said())
    made = read_decision(sign(SIGNED, state))
    assert not changed_since(SIGNED, state, made)
    assert changed_since(SIGNED, state_of(said(), EVIDENCE), made)
    assert changed_since(SIGNED, state_of(said(), said("more", "role.time")), made)
    assert changed_since(SIGNED, state_of(said("")), made)
    # Where the words that were signed are not in this copy, nobody can say that they are others now.
    assert not changed_since(SIGNED, state_of(said("")), replace(made, shown=()))


def test_questions_that_change_come_or_go_are_no_change_of_the_work() -> None:
    state = state_of(said(), said("hours", "role.time"))
    made = read_decision(sign(SIGNED, state))
    part = example("prompts")
    assert isinstance(part, Prompts)
    reworded = replace(part, questions=tuple(replace(one, ask=one.ask + " Now?") for one in part.questions))
    fewer, reordered = replace(part, questions=part.questions[:1]), replace(part, questions=part.questions[::-1])
    more = replace(part, questions=(*part.questions, replace(part.questions[0], id="new")))
    for other in (reworded, fewer, reordered, more):
        assert not changed_since(replace(SIGNED, parts=(other,)), state, made)
    assert changed_since(replace(SIGNED, parts=(fewer,)), state_of(said("else"), said("hours", "role.time")), made)


def test_a_decision_is_bound_to_what_was_shown() -> None:
    state = state_of(said('ŵ — "x"\n<b>'), EVIDENCE)
    made = sign(SIGNED, state)
    assert made.data["shown"] == snapshot(SIGNED, state, {})
    assert made.data["digest"] == digest(snapshot(SIGNED, state, {})) and len(made.data["digest"]) == 64
    assert intact(read_decision(made))
    for data in (
        {"shown": [{**one, "answer": one["answer"] + "!"} for one in made.data["shown"]]},
        {"shown": made.data["shown"][1:]},
        {"shown": made.data["shown"][::-1]},
        {"shown": [{**one, "prompt": "Other"} for one in made.data["shown"]]},
        {"digest": ""},
        {"digest": made.data["digest"].upper()},
    ):
        assert not intact(read_decision(replace(made, data={**made.data, **data})))
    canonical(made.data)


def test_a_decision_that_was_tampered_with_says_so_on_the_page() -> None:
    page = Page().start()
    page.finish("topics")
    page.sign(page.key("topics"))
    (made,) = page.handle("sign.confirm")["events"]
    made["data"]["shown"][0]["answer"] = "Never written"
    page.foreign(Event(**{**made, "by": By(**made["by"])}))
    html = page.html[f"w-{id_of('topics')}"]
    assert "These words are not those that were signed." in html and "It does not count." in html
    assert page.activity("topics").decided is None and page.activity("topics").asked


def test_parts_of_a_decision_that_are_no_text_are_read_as_empty() -> None:
    odd = event(
        "decided", SUBJECT,
        {"decision": "signed-off", "signer": {"name": ["x"], "role": None}, "shown": [3, {"prompt": 1, "answer": {"a": "b"}}], "digest": "",
         "signed_on": TODAY, "method": 7, "note": ["y"]},
    )  # fmt: skip
    made = read_decision(odd)
    assert (made.signer, made.shown, made.method, made.note) == (By("", ""), (("", ""),), "", "")


def test_an_unheard_of_programme_or_activity_breaks_nothing() -> None:
    page = Page(make_bundle(make_activity("prompts"))).start()
    record = str(page.opened)
    page.foreign(
        event("answer", "gone.1", {"field": "x.y", "prompt": "An old question", "value": "An old answer"}),
        event("details", record, {"programme": "no-longer"}, 9),
        event("done", "gone.1", {"on": "whenever", "done": True}),
    )
    assert "An old question" in page.html["w-record"] and "An old answer" in page.html["w-record"]


def test_a_question_that_waits_for_a_reply_is_among_the_next_steps() -> None:
    page = Page().start()
    subject = id_of("prompts")
    assert "Waiting for a reply" not in page.html["w-tasks"]
    page.answer(subject, "role.functions", "Much")
    page.answer(subject, "role.time.open", "yes")
    tree = check_html(page.html["w-tasks"])
    (line,) = [one for one in tree.all("li") if one.text.startswith("Waiting for a reply: ")]
    assert line.text == "Waiting for a reply: How is time shared between schools?"
    page_of, _, anchor = line.all("a")[0].get("href").partition("#")
    assert page_of == "../induction/ews/1-prompts/"
    assert check_html(page.html[f"w-{subject}"]).by_id(anchor).get("data-field") == "role.time"
    assert status(page.bundle.programmes[0].activities[0], page.state.of(subject)) == "in-progress"
    page.answer(subject, "role.time.open", "")
    assert "Waiting for a reply" not in page.html["w-tasks"]


def test_marks_tried_in_a_copy_are_no_change_of_the_work() -> None:
    lab = replace(SIGNED, parts=(example("attendance"),))

    def wrote(field: str, value: str) -> tuple[str, dict[str, Any]]:
        return "answer", {"field": field, "prompt": "", "value": value}

    seen, tried = wrote("marks.first", "Much at the start"), wrote("marks.try.2027-10-19.am", "I")
    for before, after in (((seen,), (seen, tried)), ((seen, tried), (seen,))):
        made = read_decision(sign(lab, state_of(*before)))
        assert [answer for _, answer in made.shown if answer] == ["Much at the start"]
        assert not changed_since(lab, state_of(*after), made)
        assert changed_since(lab, state_of(*after, wrote("marks.first", "Less")), made)
    first_version = (
        "Tried in a copy of the marks: Tuesday 19 October 2027, morning",
        "/ made I (Tuesday 19 October, morning)",
    )
    old = replace(made, shown=(*made.shown, first_version))
    assert not changed_since(lab, state_of(seen), old)
    assert not changed_since(lab, state_of(seen, tried), old)
