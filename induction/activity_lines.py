"""An activity in the record's document: what was asked and answered, the evidence, the decisions with what was signed."""

from induction.activities.base import filled
from induction.activities.objectives import ASKS, NEEDED, Objectives, said
from induction.codes import Choice, Decision
from induction.dates import say_date
from induction.lines import Cells, Group, Line, Source
from induction.programme import Activity
from induction.progress import changed_since, status
from induction.signoff import assurance_words, labels, people_words
from induction.state import ActivityState, Decided, Evidence, Witnessed
from induction.views.html import plain

HEADS = {
    "name": "Objective",
    "action": "Action",
    "resources": "Resources",
    "when": "When",
    "reviewed": "Reviewed on",
    "review": "What came of it",
    "from": "Came from",
}
"""The heads of the table of objectives, by what is asked."""


def has_something(state: ActivityState) -> bool:
    """True when the record says anything of an activity."""
    planned = state.plan.choice is not Choice.PLANNED
    return bool(state.begun or state.decisions or state.done_on or state.witnesses or planned)


def of_activity(source: Source, activity: Activity) -> Group:
    """An activity: what was asked and answered, the evidence, the decisions with what was signed."""
    state = source.state.of(activity.id)
    lines: list[Line] = []
    if state.done_on:
        lines.append(Line("done", "Done on", say_date(state.done_on), state.done_on))
    for part in activity.parts:
        if isinstance(part, Objectives):
            lines += _plain_of(part, state)
            lines += _objectives(part, state)
        else:
            lines += [
                Line("answer", plain(one.prompt), one.answer, *written(state, one.answer))
                for one in part.shown(state)
                if one.answer
            ]
    lines += [_evidence(source, *one) for one in enumerate(state.evidence.values(), start=1)]
    lines += [_witness(source, number, one) for number, one in enumerate(state.witnesses, start=1)]
    for decided in state.decisions:
        lines += _decision(source, activity, state, decided)
    code = status(activity, state)
    notes = []
    if state.decided and changed_since(activity, state, state.decided):
        notes.append("Changed since sign-off: these answers are no longer the ones that were signed.")
    return Group(
        f"record-{activity.id.replace('.', '-')}",
        f"{activity.number} {activity.title}",
        tuple(lines),
        activity.id,
        activity.page,
        code.value,
        tuple(notes),
    )


def written(state: ActivityState, says: str) -> tuple[str, str]:
    """When an answer was written and by whom. One put together from several is as new as the newest of the activity."""
    same = [one for one in state.answers.values() if says in (one.value, said(one.value))]
    found = same or list(state.answers.values())
    newest = max(found, key=lambda one: (one.at, one.event), default=None)
    return (newest.at, newest.by.name) if newest else ("", "")


def _plain_of(part: Objectives, state: ActivityState) -> list[Line]:
    fields = ("own-form", "own-form.kept", *([] if part.dated else ["plan.dated"]))
    return [
        Line(
            "answer",
            part.prompt(f"{part.id}.{name}"),
            "Yes" if name == "own-form" else said(text),
            *written(state, text),
        )
        for name in fields
        if filled(text := state.text(f"{part.id}.{name}"))
    ]


def _objectives(part: Objectives, state: ActivityState) -> list[Line]:
    begun = [one for one in part.rows(state) if one.begun]
    used = [name for name in ASKS if name in NEEDED or any(filled(one.says[name]) for one in begun)]
    return [
        _row(
            "objective", f"Objective {one.number}", tuple((HEADS[name], said(one.says[name])) for name in used), at, by
        )
        for one in begun
        for at, by in (written(state, one.says["name"]),)
    ]


def _evidence(source: Source, number: int, item: Evidence) -> Line:
    cells = (
        ("Kind", source.bundle.word("evidence", item.kind)),
        ("What it shows", item.shows),
        ("Where it is kept", item.kept),
        ("Date", say_date(item.date)),
    )
    return _row("evidence", f"Evidence {number}", cells, item.date, source.state.details.get("name", ""))


def _witness(source: Source, number: int, one: Witnessed) -> Line:
    cells = (
        ("Witness", one.who),
        ("What they saw", one.saw),
        ("What they say about it", one.text),
        ("What does not fit", " ".join(labels(one, source.today))),
    )
    told = tuple(cell for cell in cells if cell[1])
    return _row("witness", f"Witness statement {number}", told, one.date, one.name)


def _decision(source: Source, activity: Activity, state: ActivityState, decided: Decided) -> list[Line]:
    word = source.bundle.word
    cells = (
        ("Decision", word("decision", decided.decision)),
        ("By", people_words(decided, word)),
        ("Work done on", say_date(decided.done_on)),
        ("Discussed on" if decided.decision == Decision.DISCUSSED else "Signed on", say_date(decided.signed_on)),
        ("How they know", word("method", decided.method)),
        ("Statement", decided.statement),
        ("Note", decided.note),
        ("Work opened before it", "Yes" if decided.opened else "No"),
        ("Assurance", assurance_words(decided, say_date(decided.signed_on))),
        ("What does not fit", " ".join(labels(decided, source.today))),
    )
    by, date = decided.signer.name, decided.signed_on
    lines = [
        _row(
            "decision",
            "Sign-off",
            tuple(one for one in cells if one[1]),
            date,
            by,
            decided.decision if decided.counts else "",
        )
    ]
    if changed_since(activity, state, decided):
        # What stands above is no longer what was signed, so what was signed stands here.
        lines += [
            Line("signed", f"As signed on {say_date(date)}: {plain(prompt)}", answer, date, by)
            for prompt, answer in decided.shown
            if answer
        ]
    return lines


def _row(kind: str, what: str, cells: Cells, at: str, by: str, code: str = "") -> Line:
    return Line(kind, what, "; ".join(f"{head}: {cell}" for head, cell in cells if cell), at, by, cells, code)
