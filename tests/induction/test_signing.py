"""A signer's work: many at once, two steps, opening again, who signs for whom, witnesses, and what the device keeps."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from induction.codes import Decision, Status
from induction.kept import KEPT, kept_decisions
from induction.programme import ServiceSigner
from induction.progress import status
from induction.seal import SENTENCES, Fault
from induction.signoff import MEETS, STATEMENTS
from tests.induction.page import TODAY, Page, event, id_of, make_activity, make_bundle

STEPS = ("discussed", "achieved")
TWO = make_bundle(make_activity("ideas", steps=STEPS), make_activity("prompts"), make_activity("topics"))


def where(page: Page, kind: str) -> Status:
    activity = page.bundle.programmes[0].activity(id_of(kind))
    assert activity
    return status(activity, page.activity(kind))


def waiting(*kinds: str, bundle: Any = None, seed: int = 1) -> Page:
    page = Page(bundle, seed=seed).start()
    for kind in kinds:
        page.finish(kind)
    return page


def requests(*seeds: int, kinds: tuple[str, ...] = ("prompts", "ideas")) -> tuple[Page, list[Page]]:
    """A manager with the requests of several people open."""
    people = [waiting(*kinds, seed=seed) for seed in seeds]
    manager = Page(seed=0x70)
    for number, one in enumerate(people):
        one.do("request.save")
        manager.do("file.opened", files=[{"name": f"{number}.json", "text": one.files[-1]["text"]}], at="sign-off")
    return manager, people


# -- many at once


def test_one_choice_covers_all_that_was_opened_and_one_may_differ() -> None:
    page = waiting("prompts", "ideas", "topics", "cases")
    keys = {kind: page.key(kind) for kind in ("prompts", "ideas", "topics", "cases")}
    for kind in ("prompts", "ideas", "topics"):
        page.do("sign.show", key=keys[kind])
    assert "Sign off all 3 I have opened" in page.html["w-sign-off"]
    differs = {f"decision:{keys['topics']}": "needs-work", f"note:{keys['topics']}": "Say more"}
    page.sign(all="yes", **differs)
    assert "Record decisions on 3 activities" in page.html["w-sign-off"]
    events = page.do("sign.confirm")["events"]
    assert {one["subject"]: one["data"]["decision"] for one in events} == {
        id_of("prompts"): "signed-off",
        id_of("ideas"): "signed-off",
        id_of("topics"): "needs-work",
    }
    assert all(one["data"]["opened"] for one in events)
    said = {one["subject"]: one["data"]["statement"] for one in events}
    assert said[id_of("prompts")] and not said[id_of("topics")], (
        "that the work meets what is asked is not said of what needs more"
    )
    assert where(page, "cases") is Status.WAITING, "what was not opened is not covered"


def test_a_statement_that_the_work_is_enough_never_goes_with_needs_more_work() -> None:
    page = waiting("ideas")
    only = {f"decision:{page.key('ideas')}": "needs-work", f"note:{page.key('ideas')}": "Say who"}
    page.sign(statement=MEETS, **only)
    assert set(page.problems()["sign-off"]) == {"statement"}
    page.sign(statement="", **only)
    assert not page.problems().get("sign-off") and "<dt>Statement" not in page.html["w-sign-off"]
    page.do("sign.back")
    page.sign(statement=STATEMENTS[0], **only)
    (event,) = page.do("sign.confirm")["events"]
    assert event["data"]["statement"] == STATEMENTS[0] and event["data"]["note"] == "Say who"


def test_with_several_people_each_label_says_whose_work_it_is() -> None:
    manager, people = requests(1, 2, kinds=("prompts",))
    one, other = (person.state.details["name"] for person in people)
    for words in ("Open the work: ", "Your decision on ", "What to say about "):
        for name in {one, other}:
            assert re.search(rf"{words}[\d.]+<span[^>]*>: {re.escape(name)}</span>", manager.html["w-sign-off"]), (
                words,
                name,
            )
    alone, _ = requests(1, kinds=("prompts", "ideas"))
    assert not re.search(r"Your decision on [\d.]+<span", alone.html["w-sign-off"])


def test_without_a_record_the_page_says_what_it_is_needed_for() -> None:
    assert "For work that comes in a file you need no record" in Page().html["w-sign-off"]


def test_one_choice_for_all_covers_nothing_that_was_not_opened() -> None:
    page = waiting("ideas")
    page.sign(all="yes")
    assert page.problems()["sign-off"] == {"all": "Open the work first: only what you have opened is signed together"}
    page.do("sign.show", key=page.key("ideas"))
    page.sign(all="yes", **{f"decision:{page.key('ideas')}": "later"})
    assert "decisions" in page.problems()["sign-off"] or "all" in page.problems()["sign-off"]
    assert not page.do("sign.confirm")["events"]


def test_what_was_asked_for_first_stands_first_whoever_asked() -> None:
    people = []
    for seed, days in ((0x61, (9, 20)), (0x62, (2, 12))):
        page = Page(seed=seed).start(f"Person {seed}")
        for kind, day in zip(("prompts", "ideas"), days, strict=True):
            page.now, page.today = f"2026-11-{day:02}T09:00:00Z", f"2026-11-{day:02}"
            page.finish(kind, on=page.today)
        page.do("request.save")
        people.append(page)
    manager = Page(seed=0x63)
    for one in people:
        manager.do("file.opened", files=[{"name": "x", "text": one.files[-1]["text"]}], at="sign-off")
    html = manager.html["w-sign-off"]
    order = [html.index(f"Asked for on {day} November 2026") for day in (2, 9, 12, 20)]
    assert order == sorted(order) and "4 activities wait" in html


# -- two dated steps


def test_two_steps_are_two_decisions_with_two_dates_and_two_signers() -> None:
    page = waiting("ideas", bundle=TWO)
    key = page.key("ideas")
    assert "This is signed in two steps" in page.html["w-sign-off"]
    page.sign(key)
    assert "two steps" in page.problems()["sign-off"][f"decision:{key}"], "achieved does not come first"
    page.do("sign.show", key=key)
    page.sign(all="yes")
    assert "Record decisions on 1 activity" in page.html["w-sign-off"]
    page.do("sign.confirm")
    assert where(page, "ideas") is Status.IN_PROGRESS, "it stays open until it is achieved"
    assert "Discussed on 22 November 2026 with Alex Morgan" in page.html[f"w-{id_of('ideas')}"]
    page.answer(id_of("ideas"), "ideas.equity.1", "And more since")
    assert "Changed since sign-off" not in page.html[f"w-{id_of('ideas')}"], "it was meant to grow"
    page.now, page.today = "2026-12-07T09:00:00Z", "2026-12-07"
    page.do("done", id_of("ideas"), on="2026-12-05")
    assert "Discussed on 22 November 2026 with Alex Morgan. Now: is it achieved?" in page.html["w-sign-off"]
    page.sign(key, name="Nia Rees", role="experienced-colleague")
    page.do("sign.confirm")
    assert where(page, "ideas") is Status.COMPLETED
    html = page.html[f"w-{id_of('ideas')}"]
    for words in ("Discussed on", "22 November 2026", "Signed on", "7 December 2026", "Alex Morgan", "Nia Rees"):
        assert words in html
    first, second = page.activity("ideas").decisions
    assert (first.decision, first.signed_on, second.decision, second.signed_on) == (
        Decision.DISCUSSED,
        "2026-11-22",
        Decision.SIGNED_OFF,
        "2026-12-07",
    )


def test_a_claim_of_earlier_learning_is_met_or_needs_more_work_and_is_covered_as_one() -> None:
    page = waiting("ideas")
    claim = {"choice": "earlier-learning", "reason": "Did it at Ceredigion", "judged_by": "Alex Morgan"}
    page.foreign(event("plan", id_of("prompts"), {**claim, "judged_on": "her file", "judged_at": TODAY}, 90))
    assert where(page, "prompts") is Status.WAITING
    key = page.key("prompts")
    page.sign(key)
    assert page.problems()["sign-off"] == {f"decision:{key}": "Select a decision"}, "nothing was done to sign off"
    for one in (key, page.key("ideas")):
        page.do("sign.show", key=one)
    assert "Did it at Ceredigion" in page.html["w-sign-off"]
    page.sign(all="yes")
    made = {one["subject"]: one["data"]["decision"] for one in page.do("sign.confirm")["events"]}
    assert made == {id_of("prompts"): "earlier-learning", id_of("ideas"): "signed-off"}
    assert where(page, "prompts") is Status.COMPLETED


def test_an_activity_of_one_step_is_not_merely_discussed() -> None:
    page = waiting("ideas")
    page.sign(page.key("ideas"), decision="discussed")
    assert page.problems()["sign-off"] == {f"decision:{page.key('ideas')}": "Select a decision"}


# -- opening again


def test_only_the_signers_page_opens_again_what_was_signed_off() -> None:
    page = waiting("ideas")
    page.sign(page.key("ideas"))
    page.do("sign.confirm")
    assert not page.do("done.undo", id_of("ideas"))["events"], "the inductee cannot"
    assert "sign.reopen" not in page.html[f"w-{id_of('ideas')}"]
    assert "Look again" in page.html["w-sign-off"]
    page.do("sign.reopen", key=page.key("ideas"))
    assert where(page, "ideas") is Status.COMPLETED, "looking changes nothing"
    page.sign(page.key("ideas"), decision="needs-work")
    assert "Enter what needs more work" in page.html["w-sign-off"]
    page.sign(page.key("ideas"), decision="needs-work", note="The list has changed: do 3 again.")
    page.do("sign.confirm")
    assert where(page, "ideas") is Status.NEEDS_WORK
    told = "Note: The list has changed: do 3 again."
    assert told in page.html["w-tasks"], "what to do again stands in the list of tasks"
    status = page.html[f"w-{id_of('ideas')}"].partition('id="activity-status"')[2].partition("</p>")[0]
    assert told in status, "and at the head of the activity, not only under all the answers"
    assert not page.app.session.view.get("reopened")


def test_one_choice_for_all_does_not_cover_what_is_looked_at_again() -> None:
    page = waiting("ideas", "prompts")
    page.sign(page.key("ideas"))
    page.do("sign.confirm")
    page.do("sign.reopen", key=page.key("ideas"))
    page.do("sign.show", key=page.key("prompts"))
    assert "Sign off the 1 I have opened" in page.html["w-sign-off"]
    page.sign(all="yes")
    assert [one["subject"] for one in page.do("sign.confirm")["events"]] == [id_of("prompts")]


def test_what_is_not_signed_off_is_not_opened_again() -> None:
    page = waiting("ideas")
    assert page.do("sign.reopen", key=page.key("ideas"))["view"] == {}
    assert page.do("sign.reopen", key="nonsense")["view"] == {}


# -- people


def test_who_signs_for_whom_is_said_before_and_after() -> None:
    page = waiting("ideas")
    more = {"delegated_by": "Chris Pugh", "delegated_why": "on leave", "behalf_name": "Nia Rees"}
    page.sign(page.key("ideas"), **more, behalf_role="experienced-colleague")
    assert (
        "Chris Pugh: on leave" in page.html["w-sign-off"]
        and "Nia Rees, experienced colleague" in page.html["w-sign-off"]
    )
    (made,) = page.do("sign.confirm")["events"]
    assert made["data"]["delegated_by"] == "Chris Pugh" and made["data"]["delegated_why"] == "on leave"
    assert made["data"]["on_behalf_of"] == {"name": "Nia Rees", "role": "experienced-colleague"}
    for view in (f"w-{id_of('ideas')}", "w-record"):
        assert "Typed for Nia Rees, experienced colleague, whose decision it is" in page.html[view]
        assert "Signs for Chris Pugh (on leave)" in page.html[view]


def test_a_decision_by_nobody_else_says_nothing_of_others() -> None:
    page = waiting("ideas")
    page.sign(page.key("ideas"))
    (made,) = page.do("sign.confirm")["events"]
    assert not {"delegated_by", "delegated_why", "on_behalf_of"} & set(made["data"])


@pytest.mark.parametrize(
    ("more", "field", "words"),
    [
        ({"delegated_by": "Chris Pugh"}, "delegated_why", "Enter why you sign for them"),
        ({"delegated_why": "on leave"}, "delegated_by", "Enter whom you sign for"),
        ({"behalf_name": "Nia Rees"}, "behalf_role", "Select the role"),
        ({"behalf_role": "manager"}, "behalf_name", "Enter whose decision it is"),
        ({"behalf_name": "sam evans", "behalf_role": "manager"}, "behalf_name", "Nobody signs off their own work"),
        ({"delegated_by": "Sam Evans", "delegated_why": "x"}, "delegated_by", "Nobody signs off their own work"),
        (
            {"behalf_name": "Nia Rees", "behalf_role": "manager", "role": "experienced-colleague"},
            "role",
            "Only a manager types in",
        ),
    ],
)
def test_what_does_not_go_together_is_said_beside_its_field(more: dict[str, str], field: str, words: str) -> None:
    page = waiting("ideas")
    page.sign(page.key("ideas"), **more)
    assert words in page.problems()["sign-off"][field]
    assert '<details id="others" open>' in page.html["w-sign-off"] or field == "role"


def test_whom_an_activity_needs_is_whose_decision_it_is() -> None:
    page = waiting("ideas", bundle=make_bundle(make_activity("ideas", sign_off=("manager",))))
    key = page.key("ideas")
    page.sign(key, behalf_name="Nia Rees", behalf_role="experienced-colleague")
    assert "needs manager" in page.problems()["sign-off"][f"decision:{key}"]
    page.sign(
        key, role="experienced-colleague", delegated_by="Alex Morgan", delegated_why="ill this week", name="Nia Rees"
    )
    assert not page.problems() and page.do("sign.confirm")["events"]


def test_the_services_list_of_who_may_sign_is_offered_where_there_is_one() -> None:
    page = waiting("ideas")
    assert "datalist" not in page.html["w-sign-off"] and "who-may-sign" not in page.html["w-sign-off"]
    listed = (
        ServiceSigner("", "Team manager", "manager"),
        ServiceSigner("Nia Rees", "Senior officer", "experienced-colleague"),
    )
    bundle = make_bundle()
    page = waiting("ideas", bundle=replace(bundle, service=replace(bundle.service, signers=listed)))
    assert '<option value="Nia Rees">Senior officer</option>' in page.html["w-sign-off"]
    assert "Team manager (manager); Senior officer (experienced colleague)" in page.html["w-sign-off"]
    page.sign(page.key("ideas"), name="nia rees", role="")
    assert page.app.session.view["signing"]["role"] == "experienced-colleague", "the list knows the role"
    page.sign(page.key("ideas"))
    assert "not on this service's list of who may sign" in page.html["w-sign-off"]


# -- witnesses

SEEN = {"name": "Nia Rees", "role": "Head of year", "date": "2026-11-20", "saw": "Rang the home.", "text": "Calmly."}


def test_a_witness_says_what_they_saw_and_decides_nothing() -> None:
    page = waiting("ideas")
    (made,) = page.do("witness.add", id_of("ideas"), **SEEN)["events"]
    assert made["type"] == "witnessed" and made["by"] == {"name": "Nia Rees", "role": "witness"}
    assert where(page, "ideas") is Status.WAITING
    line = "Nia Rees, Head of year, 20 November 2026, typed on this device"
    page.do("sign.show", key=page.key("ideas"))
    for view in (f"w-{id_of('ideas')}", "w-sign-off", "w-record"):
        assert line in page.html[view], view
    page.sign(page.key("ideas"))
    (signed,) = page.do("sign.confirm")["events"]
    assert {"prompt": "Witness statement", "answer": f"{line}: Rang the home.\nCalmly."} in signed["data"]["shown"]
    # One that comes later is no change of what was signed.
    page.do("witness.add", id_of("ideas"), **{**SEEN, "saw": "Did it again."})
    assert "Changed since sign-off" not in page.html[f"w-{id_of('ideas')}"]


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "SAM evans"}, "name"),
        ({"role": ""}, "role"),
        ({"date": "yesterday"}, "date"),
        ({"date": "2026-11-23"}, "date"),
        ({"saw": " "}, "saw"),
    ],
)
def test_a_statement_that_says_too_little_is_not_taken_and_stays_in_its_form(more: dict[str, str], field: str) -> None:
    page = waiting("ideas")
    assert page.do("witness.add", id_of("ideas"), **{**SEEN, **more})["events"] == []
    assert list(page.problems()[id_of("ideas")]) == [f"witness0.{field}"]
    assert f'id="c-witness0-{field}-error"' in page.html[f"w-{id_of('ideas')}"]
    assert "Calmly." in page.html[f"w-{id_of('ideas')}"]


def test_a_witness_may_answer_a_request_from_a_file() -> None:
    manager, (sam,) = requests(0x64)
    manager.do("witness.add", "", at="sign-off", key="", **SEEN)
    assert manager.problems()["sign-off"] == {"witness0.key": "Select which work you saw"}
    manager.do("sign.show", key=sam.key("ideas"))
    manager.do("witness.add", "", at="sign-off", key=sam.key("ideas"), **SEEN)
    reply = json.loads(manager.files[-1]["text"])
    assert reply["kind"] == "reply" and [one["type"] for one in reply["events"]] == ["witnessed"]
    assert KEPT not in manager.store, "a statement is no decision to be kept"
    assert "Rang the home." in manager.html["w-sign-off"], "whoever signs next sees it"
    sam.preview(json.dumps(reply))
    assert "1 witness statement" in sam.html["w-record"]
    sam.do("file.merge")
    assert sam.activity("ideas").witnesses[0].saw == "Rang the home."
    assert sam.activity("ideas").decisions == ()


def test_where_the_visit_has_the_witness_line_there_is_no_second_way() -> None:
    page = Page(make_bundle(make_activity("shadow"), make_activity("ideas"))).start()
    assert "witness-form" not in page.html[f"w-{id_of('shadow')}"]
    assert "with the visit, above" in page.html[f"w-{id_of('shadow')}"]
    assert "witness-form" in page.html[f"w-{id_of('ideas')}"]


def test_a_statement_can_be_erased_and_what_was_signed_on_it_goes_along() -> None:
    page = waiting("ideas")
    (made,) = page.do("witness.add", id_of("ideas"), **{**SEEN, "saw": "Spoke with Elin Wyn"})["events"]
    page.sign(page.key("ideas"))
    page.do("sign.confirm")
    page.do("erase.ask", id_of("ideas"), field=f"witness.{made['id']}")
    assert "1 sign-off that shows" in page.html["w-record"]
    page.do("erase.confirm")
    assert "Elin" not in page.kept() + page.sight()


# -- what a signer's device keeps


def test_a_device_keeps_the_signers_decisions_and_not_the_evidence() -> None:
    manager, people = requests(0x65, 0x66)
    for one in people:
        for kind in ("prompts", "ideas"):
            manager.do("sign.show", key=one.key(kind))
    manager.sign(all="yes")
    assert "Sign off 4 activities" in manager.html["w-sign-off"]
    outcome = manager.do("sign.confirm")
    assert outcome["events"] == [] and set(manager.store) == {KEPT}
    assert "Idea 1" not in manager.kept(), "the evidence is not kept"
    kept = kept_decisions(manager.app.session)
    assert [(one.record, one.decided.decision) for one in kept] == [
        (people[0].opened, "signed-off"),
        (people[0].opened, "signed-off"),
        (people[1].opened, "signed-off"),
        (people[1].opened, "signed-off"),
    ]
    assert all(one.decided.counts and one.decided.faults == (Fault.ABSENT,) for one in kept)
    # Another visit: the work is gone, the decisions are there, and nobody's record is in the chooser.
    later = Page(store=manager.store, seed=0x67)
    assert len(kept_decisions(later.app.session)) == 4
    assert "Nothing waits for sign-off" in later.html["w-sign-off"] and "Open a record" not in later.html["w-start"]


def test_a_decision_on_the_device_of_the_inductee_is_not_kept_twice() -> None:
    page = waiting("ideas")
    page.sign(page.key("ideas"))
    assert page.do("sign.confirm")["kept"] == {}


def test_a_lost_reply_is_made_again_and_comes_to_the_same_word_for_word() -> None:
    manager, (sam,) = requests(0x68)
    manager.sign(sam.key("ideas"))
    manager.do("sign.confirm")
    first = json.loads(manager.files[-1]["text"])
    later = Page(store=manager.store, seed=0x69)
    later.do("reply.again", record=sam.opened)
    again = json.loads(later.files[-1]["text"])
    assert again["events"][0]["data"]["shown"] == [] and again["name"] == "Sam Evans"
    sam.preview(json.dumps(again))
    sam.do("file.merge")
    decided = sam.activity("ideas").decided
    assert decided and decided.shown and decided.faults == ()
    sam.preview(json.dumps(first))
    told = sam.html["w-record"]
    assert "Nothing would change" in told and "altered" not in told, "the lost one, found again, holds the very same"
    sam.do("cancel")
    sam.preview(json.dumps(again))
    told = sam.html["w-record"]
    assert "Nothing would change" in told and "altered" not in told, "and so does the one without the words"
    again["events"][0]["data"]["note"] = "Another note"
    sam.preview(json.dumps(again))
    assert "1 entry in it has been altered" in sam.html["w-record"]
    first["events"][0]["data"]["shown"][0]["answer"] = "Other words"
    sam.preview(json.dumps(first))
    assert "1 entry in it has been altered" in sam.html["w-record"]


def test_a_reply_made_again_for_work_that_changed_since_says_that_the_words_are_missing() -> None:
    manager, (sam,) = requests(0x6A)
    manager.sign(sam.key("ideas"))
    manager.do("sign.confirm")
    manager.do("reply.again", record=sam.opened)
    sam.answer(id_of("ideas"), "ideas.equity.1", "Written meanwhile")
    sam.preview(manager.files[-1]["text"])
    sam.do("file.merge")
    assert where(sam, "ideas") is Status.COMPLETED
    assert SENTENCES[Fault.ABSENT] in sam.html[f"w-{id_of('ideas')}"]


def test_a_reply_can_go_as_text_and_once_more_as_a_file() -> None:
    manager, (sam,) = requests(0x6B)
    manager.sign(sam.key("ideas"))
    manager.do("sign.confirm")
    manager.do("reply.save", record=sam.opened)
    assert manager.files[-1] == manager.files[-2]
    manager.do("reply.text", record=sam.opened)
    text = manager.effects[0]["text"]
    assert manager.effects[0]["kind"] == "copy-text" and "BEGIN INDUCTION REPLY" in manager.html["w-sign-off"]
    sam.do("file.paste", text=text)
    sam.do("file.merge")
    assert where(sam, "ideas") is Status.COMPLETED
    manager.do("cancel")
    assert "BEGIN INDUCTION" not in manager.html["w-sign-off"]
    assert manager.do("reply.again", record="unheard of")["effects"] == []


def test_a_signer_opens_again_from_afar_what_they_signed_off() -> None:
    manager, (sam,) = requests(0x6D)
    manager.sign(sam.key("ideas"), sam.key("prompts"))
    manager.do("sign.confirm")
    sam.preview(manager.files[-1]["text"])
    sam.do("file.merge")
    later = Page(store=manager.store, seed=0x6E)
    assert later.do("reopen.ask", record="nobody's")["view"] == {}
    later.do("reopen.ask", record=sam.opened)
    assert "Open an activity of Sam Evans again" in later.html["w-sign-off"]
    given = {"activity": id_of("ideas"), "note": "The list has changed.", "name": "Alex Morgan", "role": "manager"}
    for more, field in (
        ({"activity": "no.such"}, "activity"),
        ({"note": ""}, "note"),
        ({"name": ""}, "name"),
        ({"name": "sam EVANS"}, "name"),
        ({"role": "inductee"}, "role"),
    ):
        assert not later.do("reopen.confirm", **{**given, **more})["kept"]
        assert list(later.problems()["sign-off"]) == [f"reopen.{field}"]
        assert f'id="c-reopen-{field}-error"' in later.html["w-sign-off"]
    later.do("reopen.confirm", **given)
    assert "1 decision for Sam Evans" in later.html["w-sign-off"]
    assert len(kept_decisions(later.app.session)) == 3
    sam.preview(later.files[-1]["text"])
    sam.do("file.merge")
    assert where(sam, "ideas") is Status.NEEDS_WORK and where(sam, "prompts") is Status.COMPLETED
    html = sam.html[f"w-{id_of('ideas')}"]
    assert "The list has changed." in html and "The work was not opened before this decision." in html
    assert "Changed since sign-off" not in html
    later.do("reopen.ask", record=sam.opened)
    assert id_of("ideas") not in later.html["w-sign-off"].partition('id="reopen-form"')[2].partition("</select>")[0]
    # Asked for again meanwhile, it still waits: a decision made before that says nothing of it.
    sam.do("done", id_of("ideas"), on=TODAY)
    assert where(sam, "ideas") is Status.WAITING


def test_the_signer_does_not_type_name_and_role_twice() -> None:
    manager, (sam,) = requests(0x6C)
    manager.sign(sam.key("ideas"), name="Nia Rees", role="experienced-colleague")
    manager.do("sign.confirm")
    html = manager.html["w-sign-off"]
    assert 'value="Nia Rees"' in html and 'value="experienced-colleague" checked' in html


def test_a_decision_by_the_inductees_own_name_from_a_file_does_not_count() -> None:
    page = waiting("ideas")
    data = {"decision": "signed-off", "signer": {"name": "Sam Evans"}, "shown": [], "digest": "", "signed_on": TODAY}
    page.foreign(replace(event("decided", id_of("ideas"), data, 99), content="3f9c"))
    assert where(page, "ideas") is Status.WAITING
    assert SENTENCES[Fault.OWN] in page.html[f"w-{id_of('ideas')}"]


def test_work_done_after_today_is_said_before_signing() -> None:
    page = waiting("ideas")
    page.today = "2026-11-01"
    page.sign(page.key("ideas"))
    assert "which is after today: one of the two clocks is wrong" in page.html["w-sign-off"]
    page.do("sign.confirm")
    assert SENTENCES[Fault.EARLY] in page.html[f"w-{id_of('ideas')}"]


def test_earlier_learning_that_nobody_has_claimed_says_on_what() -> None:
    """A decision rests on stated evidence: here there is none but the signer's own words."""
    page = Page().start()
    page.finish("ideas")
    page.do("sign.show", key=page.key("ideas"))
    page.sign(page.key("ideas"), decision="earlier-learning")
    assert page.problems()["sign-off"] == {
        f"note:{page.key('ideas')}": "Enter what they did before and how you know: nothing in the record says it"
    }
    page.sign(page.key("ideas"), decision="earlier-learning", note="Four years in Gwent; I have her appraisals")
    page.do("sign.confirm")
    assert page.activity("ideas").decided.note == "Four years in Gwent; I have her appraisals"
