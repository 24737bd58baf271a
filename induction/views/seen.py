"""What a widget is asked to show, and the small pieces that every widget shares."""

from dataclasses import dataclass

from induction.dates import days_between, say_date
from induction.model import Session
from induction.views.controls import command_button
from induction.views.html import Html, el, join, link


@dataclass(frozen=True)
class Seen:
    """A widget on a page."""

    kind: str
    subject: str
    root: str
    """The way from the page to the site root."""
    static: bool = False
    """True when the page is built; False in the reader's browser."""


SAVE_AFTER_CHANGES = 5
SAVE_AFTER_DAYS = 3
SAVE_AFTER_DAYS_IF_FORGETFUL = 2


def page_link(session: Session, seen: Seen, name: str, words: str) -> Html:
    """A link to a named page of the tracker."""
    return link(words, session.bundle.pages.get(name, ""), seen.root)


def top(session: Session, seen: Seen) -> Html:
    """What stands at the top of every widget: room for the page's own words, whose record it is, and the ask to save a copy."""
    return join(
        el("div", class_="widget__problem", data_induction_problem="", role="status"),
        record_bar(session, seen),
        storage_note(session),
        save_ask(session, seen),
    )


def record_bar(session: Session, seen: Seen) -> Html | None:
    """Whose record is open; or how to open one."""
    if session.record is None and (seen.kind in ("start", "team") or (seen.kind == "sign-off" and session.guests)):
        return None  # that is what this page is for; and whoever signs from files needs no record
    if session.record is None and seen.kind == "sign-off":
        return el(
            "p",
            "Was the work done on this device? ",
            page_link(session, seen, "start", "Open that person's record"),
            " and it stands here. For work that comes in a file you need no record.",
            class_="notice no-print",
            id="no-record",
        )
    if session.record is None:
        return el(
            "p",
            "To keep your answers, ",
            page_link(session, seen, "start", "start or open your record"),
            ". Until then the boxes on this page are for reading and printing.",
            class_="notice no-print",
            id="no-record",
        )
    name, ask = session.state.details.get("name", ""), _asks(session)
    kept = (
        f". {_count(session)} only in this browser. "
        if ask and _quiet(seen)
        else ". Saved on this device as you type. "
    )
    return el(
        "div",
        el("p", el("span", "Record of "), el("strong", name), el("span", kept)),
        el(
            "p",
            command_button("copy.save", "Save a copy", id="bar-save", style="link"),
            command_button("record.close", "Close the record", id="bar-close", style="link"),
            class_="record-bar__does",
        ),
        class_="record-bar no-print",
        id="record-bar",
    )


def storage_note(session: Session) -> Html | None:
    """What this browser cannot keep, in a sentence."""
    words = {
        "blocked": "This browser does not keep anything for this site. You can work in this tab, but save a copy "
        "before you close it.",
        "full": "This browser has no room left for this site. Save a copy now; then remove a record you no "
        "longer need.",
    }.get(session.storage)
    notes = [words] if words else []
    if session.damaged:
        notes.append(
            "Part of this record could not be read. It is set aside on this device and nothing was deleted. "
            "Save a copy, and tell whoever looks after this handbook."
        )
    return join(*(el("p", note, class_="notice notice--warning") for note in notes)) if notes else None


def save_ask(session: Session, seen: Seen) -> Html | None:
    """The ask for a copy in a file: after five changes or three days, because one browser is one place.

    Where people write, the bar above says it in a few words and nothing stands in the way.
    """
    state = session.state
    if not _asks(session) or _quiet(seen):
        return None
    last = f"Last copy: {say_date(state.saved_at)}." if state.saved_at else "No copy has been saved yet."
    return el(
        "div",
        el("p", f"{_count(session)} only in this browser. {last} A copy in a file is safe when the browser is not."),
        command_button("copy.save", "Save a copy now", id="ask-save", style="secondary"),
        class_="notice no-print",
        id="save-ask",
    )


def _asks(session: Session) -> bool:
    """True when it is time to ask for a copy."""
    state = session.state
    if session.record is None or not state.changes:
        return False
    days = days_between(state.saved_at or state.first_change_at, session.today)
    limit = SAVE_AFTER_DAYS_IF_FORGETFUL if session.forgetful else SAVE_AFTER_DAYS
    return state.changes >= SAVE_AFTER_CHANGES or days >= limit


def _count(session: Session) -> str:
    changes = session.state.changes
    return "1 change is" if changes == 1 else f"{changes} changes are"


def _quiet(seen: Seen) -> bool:
    """True where people write."""
    return seen.kind in ("activity", "log", "supervision")
