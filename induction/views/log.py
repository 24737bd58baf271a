"""The reflective log: dated entries in three optional stages, private unless shared line by line."""

from induction.dates import say_date
from induction.development import plan_of
from induction.log import PARTS, STAGES
from induction.model import Session
from induction.state import LogEntry
from induction.suggestions import from_log, origins
from induction.views.controls import command_button, error_summary, private_notes
from induction.views.html import Html, el, join, link
from induction.views.log_tools import HINTS, find, use_form, worksheet
from induction.views.seen import Seen, page_link, top


def log_view(session: Session, seen: Seen) -> Html:
    """The widget of the log page, the newest entry first."""
    shown = session.view.get("log") or {}
    entries = [one for one in reversed(session.state.log.values()) if one.id not in shown.get("hidden", [])]
    problems = (session.view.get("problems") or {}).get("log", {})
    body = join(
        command_button("log.new", "Write a new entry", id="log-new") if session.record else None,
        find(session, len(entries)),
        *(_entry(session, seen, entry, problems) for entry in entries),
        worksheet() if session.record is None else None,
    )
    return join(
        top(session, seen),
        error_summary(problems, {"field": "c-field"}, body),
        el(
            "p",
            "Private unless you share a line. No names or details of a child or family: write Child A, Parent A.",
        ),
        el(
            "p",
            "Where you use a line in an activity or send it to ",
            page_link(session, seen, "development", "your development plan"),
            ", its words are copied there, and whoever signs can read them.",
            class_="field__hint",
        )
        if session.record
        else None,
        body,
    )


def _entry(session: Session, seen: Seen, entry: LogEntry, problems: dict[str, str]) -> Html:
    activities = session.programme.activities if session.programme else ()
    chosen = entry.text("activity")
    belongs = next((one for one in activities if one.id == chosen), None)
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
        el("label", "Belongs to activity", class_="field__label", for_=f"{base}-activity"),
        el("select", *options, id=f"{base}-activity", data_log=entry.id, data_part="activity"),
        el("p", link(f"Open {belongs.number} {belongs.title}", belongs.page, seen.root)) if belongs else None,
        *(_stage(session, entry, part, base, problems) for part in STAGES),
        class_="part card log-entry",
        id=f"{base}-card",
    )


def _stage(session: Session, entry: LogEntry, part: str, base: str, problems: dict[str, str]) -> Html:
    return el(
        "div",
        el("label", PARTS[part], class_="field__label", for_=f"{base}-{part}"),
        el("p", HINTS[part], class_="field__hint", id=f"{base}-{part}-hint"),
        el(
            "textarea",
            entry.text(part),
            rows=3,
            id=f"{base}-{part}",
            data_log=entry.id,
            data_part=part,
            aria_describedby=f"{base}-{part}-hint",
        ),
        *private_notes(entry.text(part)),
        _line_buttons(session, entry, part, f"{base}-{part}"),
        use_form(session, entry, part, problems),
        class_="field",
    )


def _line_buttons(session: Session, entry: LogEntry, part: str, base: str) -> Html:
    """Whether the line is shared, and what else can be done with its words."""
    shared, args = part in entry.shared, {"entry": entry.id, "part": part}
    share = command_button(
        "log.share",
        "Make it private" if shared else "Share this line",
        id=f"{base}-share",
        args={**args, "shared": "no" if shared else "yes"},
        style="link",
    )
    written = bool(entry.text(part).strip())
    use = (
        command_button("log.use.ask", "Use in the activity", id=f"{base}-use", args=args, style="link")
        if written and session.activity(entry.text("activity"))
        else None
    )
    return el(
        "p",
        el("strong", "Shared with whoever signs. " if shared else "Private. "),
        share,
        use,
        _plan_button(session, entry, part, base) if written else None,
        class_="log-entry__does",
    )


def _plan_button(session: Session, entry: LogEntry, part: str, base: str) -> Html | None:
    programme = session.programme
    if programme is None or plan_of(programme) is None:
        return None
    if from_log(entry, part).origin in origins(programme, session.state):
        return el("span", "In your development plan.")
    args = {"entry": entry.id, "part": part}
    return command_button("log.plan", "Send to my development plan", id=f"{base}-plan", args=args, style="link")
