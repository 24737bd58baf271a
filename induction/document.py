"""The record as one document. The page, the table and the statements are all made from it.

So what an export says is what the screen says. A new chapter is one function in `CHAPTERS`.
"""

from collections.abc import Callable, Iterable, Iterator

from induction.activities.base import filled
from induction.activity_lines import has_something, of_activity, written
from induction.check_code import code_of
from induction.dates import say_date
from induction.development import plan_of
from induction.lines import Chapter, Group, Line, Source
from induction.log import PARTS, STAGES
from induction.model import Session
from induction.planning.weeks import say_days
from induction.progress import counts
from induction.supervision import SESSIONS, SUBJECT
from induction.views.plan_record import plan_chapter
from induction.views.working_time import EXPERIENCE


def document(session: Session) -> list[Chapter]:
    """The document of the open record; empty when none is open. The private log is in it only when asked for."""
    if session.record is None or session.programme is None:
        return []
    private = session.view.get("private") is True
    source = Source(session, session.bundle, session.programme, session.state, session.record, private, session.today)
    return [chapter for make in CHAPTERS for chapter in make(source) if chapter.groups]


def about(source: Source) -> Iterator[Chapter]:
    """Who, which programme, how far, and the check code."""
    details, now = source.state.details, counts(source.programme, source.state)
    rows = (
        ("Inductee", details.get("name", "")),
        ("Role", source.programme.role_title),
        ("Programme", source.programme.title),
        ("Started on", say_date(details.get("start", ""))),
        ("Hours a week", ", ".join(filter(None, (details.get("hours", ""), say_days(details))))),
        ("Manager", details.get("manager", "")),
        ("Brings", dict(EXPERIENCE).get(details.get("experience", ""), "")),
        ("Done by you", f"{now.done} of {now.total}"),
        ("Signed off", f"{now.signed} of {now.to_sign}"),
        ("Not needed", str(now.not_needed) if now.not_needed else ""),
        ("Check code", code_of(source.record)),
    )
    lines = tuple(Line("detail", key, value) for key, value in rows if value)
    yield Chapter("about", "Whose record this is", (Group("about-record", "", lines),), own_page=False)


def sections(source: Source) -> Iterator[Chapter]:
    """Each section of the programme with the activities in which something was done."""
    plan = plan_of(source.programme)
    for section in source.programme.sections:
        listed = [source.programme.activity(one) for one in section.activities]
        groups = [
            of_activity(source, one)
            for one in listed
            if one and has_something(source.state.of(one.id)) and not (plan and one.id == plan.activity.id)
        ]
        yield Chapter(section.id.replace(".", "-"), f"{section.number}. {section.title}", tuple(groups), own_page=False)


def development(source: Source) -> Iterator[Chapter]:
    """The development plan, from the activity in which it is written."""
    plan = plan_of(source.programme)
    if plan and has_something(source.state.of(plan.activity.id)):
        yield Chapter("plan", "Personal development plan", (of_activity(source, plan.activity),))


def log(source: Source) -> Iterator[Chapter]:
    """The reflective log, entry by entry; lines that are not shared only when the inductee puts them in."""
    groups = []
    for entry in source.state.log.values():
        lines = [
            Line(
                "log",
                f"{PARTS[part]} ({'shared' if part in entry.shared else 'private'})",
                entry.text(part),
                entry.text("date"),
                entry.parts[part].by.name,
            )
            for part in STAGES
            if filled(entry.text(part)) and (source.private or part in entry.shared)
        ]
        activity = source.programme.activity(entry.text("activity"))
        if lines and activity:
            lines.append(Line("log", PARTS["activity"], f"{activity.number} {activity.title}", entry.text("date")))
        if lines:
            groups.append(Group(f"log-{entry.id}", say_date(entry.text("date")) or "No date", tuple(lines)))
    yield Chapter("log", "Reflective log", tuple(groups))


def supervision(source: Source) -> Iterator[Chapter]:
    """The sessions of supervision, by date."""
    state = source.state.of(SUBJECT)
    lines = tuple(Line("session", one.prompt, one.answer, *written(state, one.answer)) for one in SESSIONS.shown(state))
    if lines:
        page = source.bundle.pages.get(SUBJECT, "")
        yield Chapter(SUBJECT, "Supervision", (Group("sessions", "Sessions", lines, SUBJECT, page),))


def before(source: Source) -> Iterator[Chapter]:
    """What was done in other programmes, before the role was changed."""
    for one in source.bundle.programmes:
        if one.id != source.programme.id:
            groups = [of_activity(source, each) for each in one.activities if has_something(source.state.of(each.id))]
            yield Chapter(f"programme-{one.id}", f"Another role: {one.role_title}", tuple(groups))


def orphans(source: Source) -> Iterator[Chapter]:
    """Answers to questions that the content no longer asks: still readable, with the prompt they answered."""
    known = {one.id: one for each in source.bundle.programmes for one in each.activities}
    lines = []
    for subject, state in source.state.activities.items():
        parts = (SESSIONS,) if subject == SUBJECT else known[subject].parts if subject in known else ()
        for name, answer in state.answers.items():
            if filled(answer.value) and not any(part.prompt(name) for part in parts):
                lines.append(Line("answer", answer.prompt or name, answer.value, answer.at, answer.by.name))
    if lines:
        note = "The handbook has changed since you wrote these. Nothing is lost."
        group = Group("orphans", "", tuple(lines), notes=(note,))
        yield Chapter("no-longer-asked", "Answers to questions no longer asked", (group,))


CHAPTERS: tuple[Callable[[Source], Iterable[Chapter]], ...] = (
    about,
    plan_chapter,
    sections,
    development,
    log,
    supervision,
    before,
    orphans,
)
"""The chapters in their order: the one place where a chapter is registered."""
