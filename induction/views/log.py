"""The reflective log: dated entries in three optional stages, private unless shared line by line."""

from induction.commands.log import PARTS
from induction.dates import say_date
from induction.model import Session
from induction.state import LogEntry
from induction.views.controls import command_button
from induction.views.html import Html, el, join
from induction.views.seen import Seen, top

STAGES = ("what", "so-what", "now-what")
_HINTS = {
    "what": "Just describe it: what was said and done, and what you wanted to happen.",
    "so-what": "Why did it matter? What lay behind it? What have you learned?",
    "now-what": "What could you do next, and what might follow from it?",
}


def log_view(session: Session, seen: Seen) -> Html:
    """The widget of the log page."""
    entries = list(reversed(session.state.log.values()))
    return join(
        top(session, seen),
        el(
            "p",
            "Private unless you share a line. No names or details of a child or family: write Child A, Parent A.",
        ),
        command_button("log.new", "Write a new entry", id="log-new") if session.record else None,
        *(_entry(session, entry) for entry in entries),
        _worksheet() if session.record is None else None,
    )


def _entry(session: Session, entry: LogEntry) -> Html:
    activities = session.programme.activities if session.programme else ()
    chosen = entry.text("activity")
    options = [el("option", "None", value="", selected=not chosen)] + [
        el("option", f"{one.number} {one.title}", value=one.id, selected=one.id == chosen) for one in activities
    ]
    base = f"log-{entry.id}"
    return el(
        "section",
        el("h2", say_date(entry.text("date")) or "No date", id=base),
        el("label", "Date", class_="field__label", for_=f"{base}-date"),
        el(
            "input",
            type="date",
            id=f"{base}-date",
            value=entry.text("date"),
            data_log=entry.id,
            data_part="date",
        ),
        *(_stage(entry, part, base) for part in STAGES),
        el("label", "Belongs to activity", class_="field__label", for_=f"{base}-activity"),
        el("select", *options, id=f"{base}-activity", data_log=entry.id, data_part="activity"),
        class_="part card log-entry",
        id=f"{base}-card",
    )


def _stage(entry: LogEntry, part: str, base: str) -> Html:
    shared = part in entry.shared
    return el(
        "div",
        el("label", PARTS[part], class_="field__label", for_=f"{base}-{part}"),
        el("p", _HINTS[part], class_="field__hint", id=f"{base}-{part}-hint"),
        el(
            "textarea",
            entry.text(part),
            rows=3,
            id=f"{base}-{part}",
            data_log=entry.id,
            data_part=part,
            aria_describedby=f"{base}-{part}-hint",
        ),
        el(
            "p",
            el("strong", "Shared with whoever signs. " if shared else "Private. "),
            command_button(
                "log.share",
                "Make it private" if shared else "Share this line",
                id=f"{base}-{part}-share",
                args={"entry": entry.id, "part": part, "shared": "no" if shared else "yes"},
                style="link",
            ),
        ),
        class_="field",
    )


def _worksheet() -> Html:
    return el(
        "section",
        *(
            el(
                "div",
                el("label", PARTS[part], class_="field__label", for_=f"sheet-{part}"),
                el("p", _HINTS[part], class_="field__hint"),
                el("textarea", rows=4, id=f"sheet-{part}", readonly=True),
                class_="field",
            )
            for part in STAGES
        ),
        class_="part",
    )
