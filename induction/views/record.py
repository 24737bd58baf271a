"""The whole record: its document, and what can be done with it: print, save, open, hand over, erase."""

from induction.check_code import code_of
from induction.dates import say_date
from induction.document import document
from induction.log import STAGES
from induction.model import Session
from induction.state import State
from induction.views.both_sides import both_sides
from induction.views.changes import changed_pages, read_pages
from induction.views.controls import Controls, command_button, control_id, error_summary, form
from induction.views.document import contents, document_view
from induction.views.erasing import erase_panel, erase_rest
from induction.views.files import copy_panel, paste_form, paste_id
from induction.views.html import Html, el, join, link
from induction.views.names import names_kept
from induction.views.record_find import find, found
from induction.views.seen import Seen, top
from induction.views.start import preview_panel


def record_view(session: Session, seen: Seen) -> Html:
    """The widget of the record page."""
    problems = session.view.get("problems") or {}
    mine = {**problems.get("file", {}), **problems.get("request", {}), **problems.get("forget", {})}
    ids = {"file": "open-file", "pasted": paste_id(session), "request": "save-request", "sure": control_id("sure")}
    ids |= {key: "open-file" for key in mine if key.startswith("file-")}
    programme, chapters = session.programme, document(session)
    shown = found(session, chapters[1:])
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
            document_view(session, seen, chapters[:1]),
            el(
                "p",
                link("Change your name, role, hours or manager", f"{programme.plan}#plan-about", seen.root),
                class_="no-print",
            )
            if programme.plan
            else None,
            _files(session),
            changed_pages(session, seen, programme),
            _private(session),
            find(session, chapters[1:], shown),
            contents(chapters[1:], shown),
            document_view(session, seen, chapters[1:], shown),
            read_pages(session, seen, programme),
            names_kept(session),
            *erase_rest(session, programme, {group.subject for chapter in chapters for group in chapter.groups}),
            _forget(session, problems.get("forget", {})),
        )
    return join(top(session, seen), error_summary(mine, ids, body), body)


def _merged(session: Session) -> Html | None:
    merged = session.view.get("merged")
    if not merged:
        return None
    return el(
        "div",
        el(
            "p",
            f"Merged {merged['name']}: {merged['count']} new {'entry' if merged['count'] == 1 else 'entries'}.",
            id="merged",
            tabindex="-1",
        ),
        both_sides(session),
        command_button("file.undo", "Undo the merge", id="undo-merge", style="secondary") if merged["ids"] else None,
        class_="panel",
    )


def _private(session: Session) -> Html | None:
    """The switch for the private log: on this page, on paper and in exports alike."""
    left = private_lines(session.state)
    if not left:
        return None
    shown = session.view.get("private") is True
    count = "1 line of your log is" if left == 1 else f"{left} lines of your log are"
    return el(
        "div",
        el("p", f"{count} private and {'put into' if shown else 'left out of'} this document, paper and exports."),
        command_button(
            "record.private",
            "Leave my private lines out" if shown else "Put my private lines in",
            id="private-lines",
            args={"shown": "no" if shown else "yes"},
            style="secondary",
        ),
        class_="part no-print",
        id="private-log",
    )


def private_lines(state: State) -> int:
    """How many lines of the log are written and not shared."""
    return sum(
        bool(entry.text(part).strip()) and part not in entry.shared for entry in state.log.values() for part in STAGES
    )


def _request_saved(session: Session) -> Html | None:
    name, manager = session.view.get("request"), session.state.details.get("manager") or "your manager"
    if not name:
        return None
    return el(
        "p",
        f"Saved: {name}. Send it to {manager}, who opens it under Sign off work and sends you a reply. Open the reply here.",
        class_="notice no-print",
        id="request-saved",
    )


def _files(session: Session) -> Html:
    saved, record = session.state.saved_at, session.record
    return el(
        "section",
        el("h2", "Save, open, hand over", id="files"),
        el("p", f"Last copy saved: {say_date(saved)}." if saved else "No copy has been saved yet."),
        el(
            "p",
            "Check code: ",
            el("strong", code_of(record), id="check-code"),
            ". It is on the paper too, and stands here again when the file is opened: the same code, the same record.",
        )
        if record
        else None,
        el(
            "div",
            command_button("copy.save", "Save a copy", id="save-copy"),
            command_button("file.open", "Open a file", id="open-file", style="secondary"),
            command_button("print", "Print or save as PDF", id="print-record", style="secondary"),
            class_="actions",
        ),
        el(
            "div",
            command_button("request.save", "Save a sign-off request", id="save-request", style="secondary"),
            command_button("request.text", "Copy the request as text", id="copy-request", style="secondary"),
            class_="actions",
        ),
        el(
            "p",
            "A sign-off request holds the activities that wait for sign-off and the log lines you shared. "
            "Your private log stays out of it.",
            class_="field__hint",
        ),
        _request_saved(session),
        paste_form(session, "a reply"),
        el(
            "div",
            command_button("record.table", "Save as a table (CSV)", id="save-table", style="link"),
            command_button("record.statements", "Save as xAPI statements", id="save-statements", style="link"),
            class_="actions",
        ),
        el(
            "p",
            "The table opens in any spreadsheet. The statements are for a learning record store. Both say what stands above, "
            "and neither can be opened here again: for that, save a copy.",
            class_="field__hint",
        ),
        el(
            "p",
            "Read a file as a parent would before you send it. A file that was sent cannot be called back.",
            class_="field__hint",
        ),
        class_="part no-print",
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
