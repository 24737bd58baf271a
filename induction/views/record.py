"""The whole record: everything in it, to read, to print, to save, to open, to erase."""

from induction.codes import Choice
from induction.commands.log import PARTS
from induction.dates import say_date
from induction.model import Session
from induction.programme import Activity, Programme
from induction.progress import changed_since, counts, status
from induction.signoff import people_words
from induction.state import ActivityState
from induction.views.changes import changed_pages, read_pages
from induction.views.controls import (
    Controls,
    command_button,
    control_id,
    error_summary,
    form,
    lines,
    status_tag,
)
from induction.views.decision import label_notes
from induction.views.erasing import erase_list, erase_panel, erase_rest, record_erasable
from induction.views.files import copy_panel, paste_form, paste_id
from induction.views.html import Html, el, inline, join, link
from induction.views.names import names_kept
from induction.views.plan_record import plan_section
from induction.views.seen import Seen, top
from induction.views.standing import reason
from induction.views.start import preview_panel
from induction.views.working_time import EXPERIENCE


def record_view(session: Session, seen: Seen) -> Html:
    """The widget of the record page."""
    problems = session.view.get("problems") or {}
    mine = {**problems.get("file", {}), **problems.get("request", {}), **problems.get("forget", {})}
    ids = {"file": "open-file", "pasted": paste_id(session), "request": "save-request", "sure": control_id("sure")}
    programme = session.programme
    if session.record is None or programme is None:
        body = join(
            preview_panel(session),
            el("p", "No record is open. When one is, everything in it stands here: to read, print, save and erase."),
            command_button("file.open", "Open a saved copy", id="open-file", style="secondary needs-js"),
        )
    else:
        body = join(
            preview_panel(session),
            copy_panel(session),
            _merged(session),
            erase_panel(session),
            _about(session, programme),
            _files(session),
            changed_pages(session, seen, programme),
            plan_section(session, seen, programme),
            *(
                _activity(session, seen, one)
                for one in programme.activities
                if _has_something(session.state.of(one.id))
            ),
            _orphans(session, programme),
            read_pages(session, seen, programme),
            _log(session),
            names_kept(session),
            *erase_rest(
                session, programme, {one.id for one in programme.activities if _has_something(session.state.of(one.id))}
            ),
            _forget(session, problems.get("forget", {})),
        )
    return join(top(session, seen), error_summary(mine, ids, body), body)


def _has_something(state: ActivityState) -> bool:
    planned = state.plan.choice is not Choice.PLANNED
    return bool(state.begun or state.decisions or state.done_on or state.witnesses or planned)


def _merged(session: Session) -> Html | None:
    merged = session.view.get("merged")
    if not merged:
        return None
    return el(
        "div",
        el("p", f"Merged {merged['name']}: {merged['count']} new entries.", id="merged", tabindex="-1"),
        command_button("file.undo", "Undo the merge", id="undo-merge", style="secondary") if merged["ids"] else None,
        class_="panel",
    )


def _about(session: Session, programme: Programme) -> Html:
    details, now = session.state.details, counts(programme, session.state)
    rows = (
        ("Inductee", details.get("name", "")),
        ("Role", programme.role_title),
        ("Programme", programme.title),
        ("Started on", say_date(details.get("start", ""))),
        ("Hours a week", details.get("hours", "")),
        ("Manager", details.get("manager", "")),
        ("Brings", dict(EXPERIENCE).get(details.get("experience", ""), "")),
        ("Done by you", f"{now.done} of {now.total}"),
        ("Signed off", f"{now.signed} of {now.to_sign}"),
        ("Not needed", str(now.not_needed) if now.not_needed else ""),
    )
    return el(
        "dl",
        *(piece for key, value in rows if value for piece in (el("dt", key), el("dd", value))),
        class_="summary",
        id="about-record",
    )


def _files(session: Session) -> Html:
    saved = session.state.saved_at
    return el(
        "section",
        el("h2", "Save, open, hand over", id="files"),
        el("p", f"Last copy saved: {say_date(saved)}." if saved else "No copy has been saved yet."),
        el(
            "div",
            command_button("copy.save", "Save a copy", id="save-copy"),
            command_button("file.open", "Open a file", id="open-file", style="secondary"),
            command_button("request.save", "Save a sign-off request", id="save-request", style="secondary"),
            command_button("request.text", "Copy the request as text", id="copy-request", style="secondary"),
            class_="actions",
        ),
        paste_form(session, "a reply"),
        el(
            "p",
            "A sign-off request holds the activities that wait for sign-off and the log lines you shared. "
            "Your private log stays out of it.",
            class_="field__hint",
        ),
        el(
            "p",
            "Read a file as a parent would before you send it. A file that was sent cannot be called back.",
            class_="field__hint",
        ),
        class_="part no-print",
    )


def _activity(session: Session, seen: Seen, activity: Activity) -> Html:
    state = session.state.of(activity.id)
    code = status(activity, state)
    done = f"Done on {say_date(state.done_on)}." if state.done_on else ""
    rows = []
    fields = [(name, words) for (subject, name), words in record_erasable(session).items() if subject == activity.id]
    for part in activity.parts:
        for one in part.shown(state):
            if not one.answer:
                continue
            rows += [el("dt", inline(one.prompt, seen.root)), el("dd", lines(one.answer))]
    for item in state.evidence.values():
        words = session.bundle.word("evidence", item.kind)
        rows += [
            el("dt", "Evidence"),
            el("dd", f"{words}: {item.shows}. Kept: {item.kept}. {say_date(item.date)}."),
        ]
    for decided in state.decisions:
        who = people_words(decided, session.bundle.word)
        rows += [
            el("dt", session.bundle.word("decision", decided.decision)),
            el(
                "dd",
                f"{who}, {say_date(decided.signed_on)}. {decided.statement} {decided.note}",
                label_notes(session, decided),
            ),
        ]
    for witness in state.witnesses:
        said = f"{witness.who}: {witness.saw} {witness.text}".strip()
        rows += [el("dt", "Witness statement"), el("dd", lines(said), label_notes(session, witness))]
    return el(
        "section",
        el(
            "h2",
            link(f"{activity.number} {activity.title}", activity.page, seen.root),
            id=f"record-{activity.id.replace('.', '-')}",
        ),
        el(
            "p",
            status_tag(code, session.bundle.word("status", code)),
            " ",
            done,
            reason(activity, state, code, seen.root),
        ),
        el(
            "p",
            "Changed since sign-off: these answers are no longer the ones that were signed.",
            class_="notice notice--warning",
        )
        if state.decided and changed_since(activity, state, state.decided)
        else None,
        el("dl", *rows, class_="summary"),
        erase_list(activity.id, fields),
        class_="part",
    )


def _orphans(session: Session, programme: Programme) -> Html | None:
    """Answers to questions that the content no longer asks: still readable, with the prompt they answered."""
    rows, known = [], {one.id: one for one in programme.activities}
    for subject, state in session.state.activities.items():
        activity = known.get(subject)
        for name, answer in state.answers.items():
            asked = activity is not None and any(part.prompt(name) for part in activity.parts)
            if answer.value.strip() and not asked:
                rows += [el("dt", answer.prompt or name), el("dd", lines(answer.value))]
    if not rows:
        return None
    return el(
        "section",
        el("h2", "Answers to questions no longer asked", id="orphans"),
        el("p", "The handbook has changed since you wrote these. Nothing is lost."),
        el("dl", *rows, class_="summary"),
        class_="part",
    )


def _log(session: Session) -> Html | None:
    entries = [entry for entry in session.state.log.values() if any(a.value.strip() for a in entry.parts.values())]
    if not entries:
        return None
    rows = []
    for entry in entries:
        for part in ("what", "so-what", "now-what"):
            if entry.text(part).strip():
                shared = " (shared)" if part in entry.shared else " (private)"
                rows += [
                    el("dt", f"{say_date(entry.text('date'))}: {PARTS[part]}{shared}"),
                    el("dd", lines(entry.text(part))),
                ]
    return el(
        "section",
        el("h2", "Reflective log", id="record-log"),
        el("dl", *rows, class_="summary"),
        class_="part private",
    )


def _forget(session: Session, problems: dict[str, str]) -> Html:
    if not session.view.get("forget"):
        return el(
            "section",
            el("h2", "Remove this record from this device", id="remove"),
            el(
                "p",
                "Everything of this record on this device goes: answers, log, drafts. Save a copy first if you "
                "want to keep it.",
            ),
            command_button("record.forget.ask", "Remove from this device", id="forget-ask", style="warning"),
            class_="part no-print",
        )
    return el(
        "section",
        el("h2", "Remove this record from this device?", id="forget", tabindex="-1"),
        form(
            "record.forget",
            Controls(problems).tick("sure", "Yes, remove everything of this record from this device"),
            el(
                "div",
                el("button", "Remove for ever", type="submit", class_="button button--warning"),
                command_button("cancel", "Keep it", id="forget-cancel", style="secondary"),
                class_="actions",
            ),
            id="forget-form",
        ),
        class_="part panel no-print",
    )
