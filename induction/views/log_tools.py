"""What stands around the entries of the log: finding one, using a line in an activity, the sheet to print."""

from induction.boxes import boxes
from induction.dates import say_date
from induction.log import PARTS, STAGES
from induction.model import Session
from induction.programme import Activity
from induction.state import LogEntry
from induction.views.controls import Controls, command_button, form
from induction.views.html import Html, el, link
from induction.views.seen import Seen, page_link

MANY = 4
"""With so many entries the list is longer than a screen, and can be narrowed."""
HINTS = {
    "what": "Just describe it: what was said and done, and what you wanted to happen.",
    "so-what": "Why did it matter? What lay behind it? What have you learned?",
    "now-what": "What could you do next, and what might follow from it?",
}


def find(session: Session, shown: int) -> Html | None:
    """Narrow the list, when it is long or narrowed already."""
    view, total = session.view.get("log") or {}, len(session.state.log)
    if session.record is None or (total < MANY and not view):
        return None
    used = {entry.text("activity") for entry in session.state.log.values()}
    activities = session.programme.activities if session.programme else ()
    options = [(one.id, f"{one.number} {one.title}") for one in activities if one.id in used]
    controls = Controls(values=view.get("values", {}))
    return el(
        "div",
        form(
            "log.find",
            controls.text("words", "Find in my log", hint="A word of an entry. It looks on this device only."),
            controls.select("activity", "Of which activity?", options, empty="All of them") if options else None,
            controls.select(
                "shared",
                "Shared or private?",
                [("yes", "With a line I shared"), ("no", "Wholly private")],
                empty="Both",
            ),
            el("button", "Find", type="submit", class_="button button--secondary"),
            id="log-find",
        ),
        el(
            "p",
            f"{shown} of {total} entries {'is' if shown == 1 else 'are'} shown. ",
            command_button("log.find", "Show all", id="log-all", style="link"),
        )
        if view
        else None,
        class_="no-print find-in-log",
    )


def use_form(session: Session, entry: LogEntry, part: str, problems: dict[str, str]) -> Html | None:
    """Where in its activity a line goes, while that is being asked."""
    asked = session.view.get("log_use") or {}
    activity = session.activity(entry.text("activity"))
    if (asked.get("entry"), asked.get("part")) != (entry.id, part) or activity is None:
        return None
    options = boxes(activity, session.state.of(activity.id))
    return el(
        "div",
        el("p", el("strong", f"Use in {activity.number} {activity.title}"), id="log-use", tabindex="-1"),
        form(
            "log.use",
            Controls(problems).select("field", "Which question do these words answer?", options),
            el(
                "p",
                "They are put behind what stands there. Whoever signs the activity can read them.",
                class_="field__hint",
            ),
            el(
                "div",
                el("button", "Copy the words", type="submit", class_="button"),
                command_button("cancel", "Leave it", id="log-use-cancel", style="secondary"),
                class_="actions",
            ),
            id="log-use-form",
        )
        if options
        else el("p", "This activity has no box for words. ", command_button("cancel", "Leave it", id="log-use-cancel")),
        class_="panel",
    )


def log_links(session: Session, seen: Seen, activity: Activity) -> Html | None:
    """In an activity: the entries of the log that belong to it. Only shared lines show their words."""
    entries = [one for one in session.state.log.values() if one.text("activity") == activity.id]
    if session.record is None or not entries:
        return None
    page = session.bundle.pages.get("log", "")
    return el(
        "section",
        el("h2", "From your log", id="from-log"),
        el(
            "ul",
            *(
                el(
                    "li",
                    link(say_date(one.text("date")) or "No date", f"{page}#log-{one.id}", seen.root),
                    ": ",
                    " ".join(one.text(part).strip() for part in STAGES if part in one.shared and one.text(part).strip())
                    or "private",
                )
                for one in entries
            ),
        ),
        el("p", page_link(session, seen, "log", "Use a line of it here: open the log")),
        class_="part no-print",
    )


def worksheet() -> Html:
    """An entry to fill in by hand."""
    return el(
        "section",
        *(
            el(
                "div",
                el("label", PARTS[part], class_="field__label", for_=f"sheet-{part}"),
                el("p", HINTS[part], class_="field__hint"),
                el("textarea", rows=4, id=f"sheet-{part}", readonly=True),
                class_="field",
            )
            for part in STAGES
        ),
        class_="part",
    )
