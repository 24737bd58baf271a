"""Whose record is this? Choosing a record, starting one, opening a saved copy."""

from induction.check_code import code_of
from induction.dates import say_date
from induction.decided import read_decision
from induction.merging import Preview, preview
from induction.model import Session
from induction.signoff import labels, people_words
from induction.transfer import Refused, read_file, record_of
from induction.views.controls import Controls, command_button, control_id, error_summary, form
from induction.views.html import Html, el, join, link
from induction.views.seen import Seen, page_link, top
from induction.views.working_time import EXPERIENCE, contract_fields


def start_view(session: Session, seen: Seen) -> Html:
    """The widget of the start page. On an empty machine "open your saved copy" comes first."""
    problems = session.view.get("problems") or {}
    mine = {**problems.get("start", {}), **problems.get("file", {})}
    known = session.records
    body = join(
        preview_panel(session),
        _keeps(session, seen),
        _open_now(session, seen),
        _chooser(session, known),
        _open_copy(first=not known),
        _start(session, seen, mine),
    )
    ids = {key: "open-file" if key.startswith("file") else control_id(key) for key in mine}
    return join(top(session, seen), error_summary(mine, ids, body), body)


def _keeps(session: Session, seen: Seen) -> Html | None:
    """Whether this browser keeps data, found out on this visit and said before anything is begun."""
    if seen.static or session.storage != "ok":
        return None  # not found out yet; or said by the note at the top of every widget
    return el(
        "p", "Checked just now: this browser keeps what you write on this site.", class_="field__hint", id="keeps"
    )


def _open_now(session: Session, seen: Seen) -> Html | None:
    programme = session.programme
    if session.record is None or programme is None:
        return None
    name = session.state.details.get("name", "")
    return el(
        "section",
        el("h2", f"{name}'s record is open", id="open-now"),
        el("p", el("a", "Carry on with the induction", href=seen.root + programme.page, class_="button")),
        el("p", link("Plan the first weeks with your manager", programme.plan, seen.root)) if programme.plan else None,
        el("p", page_link(session, seen, "record", "See the whole record")),
        el("p", f"Role: {programme.role_title}. ", link("Change it", f"{programme.plan}#plan-about", seen.root))
        if programme.plan
        else None,
        class_="part",
    )


def _chooser(session: Session, known: list[dict[str, object]]) -> Html | None:
    others = [one for one in known if session.record is None or one.get("record") != session.record.id]
    if not others:
        return None
    rows = []
    for one in others:
        # The name is kept beside the record for this list only; a full browser may have lost it, never the record.
        about = one.get("about")
        name = str(about.get("name") or "") if isinstance(about, dict) else ""
        record = str(one.get("record", ""))
        rows.append(
            el(
                "li",
                command_button(
                    "record.open",
                    f"Open {name}'s record" if name else "Open a record without a name",
                    id=f"open-{record}",
                    args={"record": record},
                    style="secondary",
                ),
            )
        )
    return el(
        "section",
        el("h2", "Whose record is this?", id="whose"),
        el("p", "Several people may use this device. Open your own record; nothing of one shows in another."),
        el("ul", *rows, class_="choices"),
        class_="part",
    )


def _open_copy(*, first: bool) -> Html:
    return el(
        "section",
        el(
            "h2",
            "Open a saved copy" if not first else "Have you started before? Open your saved copy",
            id="open-copy",
        ),
        el("p", "Choose the file you saved from this site. You see what is in it before anything changes."),
        command_button("file.open", "Choose a file", id="open-file", style="secondary needs-js"),
        class_="part",
    )


def _entries(number: int) -> str:
    return "1 entry" if number == 1 else f"{number} entries"


def preview_panel(session: Session) -> Html | None:
    """What opening the chosen file would do, before it is done."""
    pending = session.view.get("preview")
    if not pending:
        return None
    try:
        file = read_file(pending["text"])
        merged = preview(file, pending["name"], session.record, session.bundle.service.id) if session.record else None
    except Refused as refused:
        return el("p", refused.sentence, class_="notice notice--warning", id="preview")
    if merged is None:
        there = file.record in [one.get("record") for one in session.records]
        words = [
            f"This is {file.name or 'a record without a name'}'s record, saved on {say_date(file.saved)}, "
            f"with {_entries(len(file.events))}.",
            "It is already on this device: the two are put together and nothing is lost."
            if there
            else "It is put on this device.",
        ]
        action = f"Open {file.name}'s record"
    else:
        words = _merge_words(merged) + _unfit_words(session, merged)
        action = "Merge the file" if merged.changes else "Close"
    if file.kind == "record":
        words.append(f"Check code of the file: {code_of(record_of(file))}. It is the same on paper printed from it.")
    if file.damaged:
        are = "is" if file.damaged == 1 else "are"
        words.append(f"{_entries(file.damaged)} of the file cannot be read and {are} left out.")
    command = "file.merge" if merged is None or merged.changes else "cancel"
    return el(
        "section",
        el("h2", "Before anything changes", id="preview", tabindex="-1"),
        *(el("p", one) for one in words),
        _decisions(session, merged) if merged and file.kind == "reply" else None,
        el(
            "div",
            command_button(command, action, id="preview-merge"),
            command_button("cancel", "Leave it", id="preview-cancel", style="secondary")
            if command != "cancel"
            else None,
            class_="actions",
        ),
        class_="part panel",
    )


def _decisions(session: Session, merged: Preview) -> Html | None:
    """Each decision that a reply brings: on what, what, by whom and when, what it says, and what does not fit."""
    rows = []
    for event in merged.new:
        if event.type != "decided":
            continue
        made, activity = read_decision(event, merged.file.record, session.by.name), session.activity(event.subject)
        word = session.bundle.word
        said = f"{word('decision', made.decision)}, {say_date(made.signed_on)}, by {people_words(made, word)}."
        more = " ".join([made.note, *labels(made, session.today)]).strip()
        rows.append(
            el(
                "li",
                el("strong", f"{activity.number} {activity.title}" if activity else event.subject),
                f": {said}",
                el("br") if more else None,
                more,
            )
        )
    return el("ul", *rows, id="preview-decisions") if rows else None


_TYPES = {
    "answer": ("1 answer", "{} answers"),
    "decided": ("1 decision", "{} decisions"),
    "witnessed": ("1 witness statement", "{} witness statements"),
    "evidence": ("1 line of evidence", "{} lines of evidence"),
    "log": ("1 line of the log", "{} lines of the log"),
    "local-name": ("1 name of school staff", "{} names of school staff"),
}


def _unfit_words(session: Session, merged: Preview) -> list[str]:
    if not merged.unfit:
        return []
    told = []
    for subject, sentence in merged.unfit:
        activity = session.activity(subject)
        told.append(f"{activity.number if activity else subject}: {sentence}")
    count = (
        "1 decision in it does not fit and is" if len(told) == 1 else f"{len(told)} decisions in it do not fit and are"
    )
    return [f"{count} left out. " + " ".join(dict.fromkeys(told)) + " Ask for a new reply."]


def _merge_words(merged: Preview) -> list[str]:
    file = merged.file
    words = [
        f"{merged.name or 'The file'}: {file.name}'s {'sign-off reply' if file.kind == 'reply' else 'record'}, "
        f"saved on {say_date(file.saved)}."
    ]
    if merged.again:
        words.append("You took it back before. Merging takes it in again, and you can undo this.")
    if merged.again and not merged.new:
        pass  # that is all there is to it
    elif not merged.new and merged.unfit:
        words.append("There is nothing in it that can be taken in. Nothing would change.")
    elif not merged.new:
        words.append("Everything in it is in the open record already. Nothing would change.")
    else:
        told = [
            one.format(count) if count > 1 else single
            for kind, (single, one) in _TYPES.items()
            if (count := merged.counts.get(kind, 0))
        ]
        rest = sum(count for kind, count in merged.counts.items() if kind not in _TYPES)
        if rest:
            told.append("1 other entry" if rest == 1 else f"{rest} other entries")
        words.append("New in it: " + ", ".join(told) + ". Nothing you have is lost, and you can undo this.")
    if merged.clashes:
        many = "1 question was" if len(merged.clashes) == 1 else f"{len(merged.clashes)} questions were"
        words.append(f"{many} answered on both sides. Both answers are shown to you after the merge.")
    if merged.erases:
        many = _entries(merged.erases)
        words.append(f"It erases {many} of the open record for ever, as was done in the file. That cannot be undone.")
    if merged.conflicts:
        many = "1 entry in it has" if merged.conflicts == 1 else f"{merged.conflicts} entries in it have"
        words.append(f"{many} been altered since being made. What you have stays; what was altered is not taken.")
    return words


def _start(session: Session, seen: Seen, problems: dict[str, str]) -> Html:
    controls = Controls(problems, {}, disabled=seen.static)
    roles = [(one.id, one.role_title) for one in session.bundle.programmes]
    return el(
        "section",
        el("h2", "Start a new record", id="start-new"),
        el(
            "p",
            "The record lives in this browser on this device, and nowhere else. Clearing the browser's data "
            "would erase it, so save a copy as you go.",
        ),
        form(
            "record.start",
            controls.text("name", "Your name", complete="name"),
            controls.select("programme", "Your role", roles, value=roles[0][0] if len(roles) == 1 else ""),
            controls.text("start", "The date you start", kind="date", value=session.today),
            contract_fields(controls, {}),
            controls.text("manager", "Your manager's name"),
            controls.radios("experience", "What do you bring?", EXPERIENCE, value="new"),
            el(
                "p",
                "No password, no email address, no date of birth. Never put a pupil's details here.",
                class_="field__hint",
            ),
            el("button", "Start my record", type="submit", class_="button needs-js"),
            id="start-form",
        ),
        class_="part",
    )
