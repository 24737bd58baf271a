"""A record with something of everything: answers, a quiz, evidence, decisions, a log, a development plan, supervision."""

from dataclasses import replace
from functools import cache

from induction.activities.base import Question
from induction.activities.grid import Grid, GridRow
from induction.activities.prompts import Prompts
from induction.steps import Rhythm, Start, Step
from tests.induction.page import KINDS, Page, id_of, make_activity, make_bundle

AGREEMENT = Grid(
    id="agreement",
    absent="Not agreed yet",
    rows=tuple(GridRow(id=one.lower(), title=one) for one in ("Purpose", "Timing", "Cancellation")),
    columns=(Question(id="agreed", ask="What have you agreed?"),),
)
STANDING = Prompts(
    id="stand",
    questions=(Question(id="name", ask="Name", short=True), Question(id="strengths", ask="My strengths")),
)
AFTER = Prompts(id="after", questions=(Question(id="with", ask="With whom did you talk it over?"),))
REVIEWS = Rhythm(
    "development-plan",
    "When do we review my development plan?",
    (Start("plan", "Date of the plan", "2026-11-27"),),
    (
        Step("review-3", "Review after 3 months", "The same day, 3 months on.", "known", "plan", after="3 months"),
        Step("review-12", "Review after 12 months", "The same day, 12 months on.", "known", "plan", after="12 months"),
    ),
)
PLAN = id_of("objectives")
PRIVATE = "Words that nobody else may read"


def a_bundle() -> object:
    """The small handbook, with a quiz, a supervision agreement and a development plan."""
    objectives = make_activity("objectives", looks_back=True)
    made = make_bundle(
        *(make_activity(kind) for kind in (*KINDS, "quiz")),
        make_activity("grid", parts=(AGREEMENT,)),
        replace(objectives, parts=(STANDING, *objectives.parts, AFTER)),
    )
    return replace(made, rhythms=(REVIEWS,))


def a_page(seed: int = 1) -> Page:
    """A tab with a record begun."""
    return Page(a_bundle(), seed=seed).start()


def wrong_in_the_quiz(page: Page) -> None:
    """The first question of the quiz, answered wrongly and checked."""
    page.answer(id_of("quiz"), "powers.days.try.1", "month")
    page.do("row.add", id_of("quiz"), list="powers.days.try.1.checked")


def write_log(page: Page, **parts: str) -> str:
    """An entry of the log; its id."""
    page.do("log.new")
    entry = list(page.state.log)[-1]
    for part, value in parts.items():
        page.do("log", entry=entry, part=part.replace("_", "-"), value=value)
    return entry


def full_record() -> Page:
    """Everything there is, in a tab of its own."""
    record, texts = _kept()
    page = Page(a_bundle(), {record: dict(texts)}, seed=2)
    page.open(record)
    return page


@cache
def _kept() -> tuple[str, dict[str, str]]:
    page = a_page()
    for kind in ("prompts", "ideas", "topics"):
        page.finish(kind)
    page.answer(id_of("prompts"), "role.time.open", "yes")
    page.do("evidence.add", id_of("prompts"), kind="audio", shows="6 min", kept="council drive", date="2026-11-21")
    page.sign(page.key("prompts"))
    page.do("sign.confirm")
    page.sign(page.key("ideas"), decision="needs-work", note="Say more about the second")
    page.do("sign.confirm")
    page.answer(id_of("prompts"), "role.surprise", "Changed after it was signed")
    wrong_in_the_quiz(page)
    entry = write_log(page, what=PRIVATE, now_what="=Listen first", activity=id_of("prompts"))
    page.do("log.share", entry=entry, part="now-what", shared="yes")
    page.do("log.plan", entry=entry, part="now-what")
    page.answer(PLAN, "goals.plan.dated", "27 November 2026")
    page.answer(PLAN, "stand.strengths", "Two\nlines")
    page.do("session.new")
    (row,) = page.state.of("supervision").rows("sessions")
    page.answer("supervision", f"sessions.{row}.decide", "A second desk")
    assert page.opened
    return page.opened, page.store[page.opened] | page.drafts.get(page.opened, {})
