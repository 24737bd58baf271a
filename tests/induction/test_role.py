"""Another role: whoever picked the wrong one keeps everything that was written."""

from dataclasses import replace

from induction.planning.agreement import standing
from induction.programme import Bundle, Section
from tests.induction.page import TODAY, Page, id_of, make_activity, make_bundle

OTHER = "pww.1.topics"


def two() -> Bundle:
    """A second programme with an activity of its own."""
    bundle = make_bundle(make_activity("prompts"))
    ews, pww = bundle.programmes
    mine = make_activity("topics", id=OTHER, section="pww.1", page="induction/pww/1/")
    pww = replace(
        pww,
        sections=(Section("pww.1", "1", "Beginning", "induction/pww/1/", (OTHER,)),),
        activities=(mine,),
        plan="induction/pww/plan/",
    )
    return replace(bundle, programmes=(ews, pww))


def test_a_role_can_be_changed_and_what_was_written_stays_and_shows() -> None:
    page = Page(two()).start(start=TODAY)
    page.finish("prompts")
    page.do("plan.agree", role="inductee", name="Sam Evans", on=TODAY)
    outcome = page.do("details.change", programme="pww")
    assert page.state.details["programme"] == "pww" and page.state.details["role"] == "worker"
    assert {"kind": "go-to", "page": "induction/pww/plan/#plan-about"} in outcome["effects"]
    record = page.html["w-record"]
    assert "Another role: Education welfare officer" in record and "no longer asks" not in record
    for answer in page.activity("prompts").answers.values():
        assert answer.value.split()[0] in record
    assert standing(page.bundle.programmes[1], page.state) is None, "what was agreed was the other plan"
    page.do("record.table")
    assert "Another role: Education welfare officer" in page.files[-1]["text"]
    page.do("details.change", programme="ews")
    assert standing(page.bundle.programmes[0], page.state) is not None
    assert page.activity("prompts").done_on == TODAY and "Another role" not in page.html["w-record"]


def test_work_that_waits_from_the_role_before_can_still_be_sent_and_signed() -> None:
    page = Page(two()).start(start=TODAY)
    page.finish("prompts")
    page.do("details.change", programme="pww")
    page.do("request.save")
    manager = Page(two(), seed=9)
    manager.do("file.opened", files=[{"name": "a.json", "text": page.files[-1]["text"]}], at="sign-off")
    assert "1 activity waits for sign-off" in manager.html["w-sign-off"]
    assert "1 activity waits for sign-off" in page.html["w-sign-off"], "and on the same device"
    page.sign(page.key("prompts"))
    page.do("sign.confirm")
    assert page.activity("prompts").decided is not None
    page.do("request.save")
    assert set(page.problems()["request"]) == {"request"}


def test_a_role_that_is_none_is_refused_beside_its_field() -> None:
    page = Page(two()).start()
    for given in ("", "nobody"):
        before = page.kept()
        page.do("details.change", programme=given)
        assert page.problems()["plan"] == {"plan.details.programme": "Select your role"} and page.kept() == before
    assert 'id="c-plan-details-programme-error"' in page.html["w-plan"]


def test_the_plan_of_another_role_offers_to_change_to_it() -> None:
    page = Page(two()).start(programme="pww")
    assert "Change my role to Education welfare officer" in page.html["w-plan"]
    page.do("details.change", programme="ews")
    assert "Change my role to" not in page.html["w-plan"] and 'id="plan-about"' in page.html["w-plan"]


def test_roles_changed_on_both_sides_are_shown_after_the_merge() -> None:
    mine, manager = Page(two(), seed=1).start(), Page(two(), seed=2)
    mine.do("copy.save")
    manager.preview(mine.files[-1]["text"])
    manager.do("file.merge")
    manager.do("details.change", programme="pww")
    mine.answer(id_of("prompts"), "role.functions", "Kept through all of it")
    manager.do("copy.save")
    mine.preview(manager.files[-1]["text"])
    mine.do("file.merge")
    assert mine.state.details["programme"] == "pww" and "Kept through all of it" in mine.html["w-record"]
    mine.do("details.change", programme="ews", hours="20")
    manager.do("details.change", programme="pww", hours="30", manager="Mair Owen")
    manager.do("details.change", programme="ews")
    manager.do("details.change", programme="pww")
    manager.do("copy.save")
    mine.preview(manager.files[-1]["text"])
    mine.do("file.merge")
    shown = mine.html["w-record"]
    assert "<strong>Role</strong>" in shown and "Wellbeing worker" in shown and "<strong>Hours a week</strong>" in shown
    assert "<strong>role</strong>" not in shown and "programme</strong>" not in shown
