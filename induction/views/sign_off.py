"""Signing off: the list of what waits, each piece of work, the decisions, a last look, and what was done."""

from induction.codes import Decision, Method, Signer
from induction.commands.sign import key_of, slug_of, waiting
from induction.dates import say_date
from induction.model import Session
from induction.programme import Activity
from induction.progress import shown
from induction.record import Record
from induction.signoff import STATEMENTS
from induction.state import ActivityState, State, fold
from induction.views.activity import look_for
from induction.views.controls import Controls, command_button, control_id, error_summary, form, lines
from induction.views.html import Html, el, inline, join
from induction.views.seen import Seen, top
from induction.views.start import preview_panel


def sign_off_view(session: Session, seen: Seen) -> Html:
    """The widget of the sign-off page."""
    problems = session.view.get("problems") or {}
    mine = {**problems.get("sign-off", {}), **problems.get("file", {})}
    ids = {key: "decide" if key == "decisions" else "open-file" if key == "file" else control_id(key) for key in mine}
    work = waiting(session)
    body = join(
        preview_panel(session),
        _signed(session),
        _check(session) if session.view.get("signing") else _decide(session, seen, work, mine),
        _guests(session),
    )
    return join(top(session, seen), error_summary(mine, ids, body), body)


def _guests(session: Session) -> Html:
    return el(
        "section",
        el("h2", "Sign off from a file", id="from-file"),
        el(
            "p",
            "Open the sign-off request somebody sent you. It stays in this tab only, for this visit. You "
            "get a reply file to send back; it holds your decisions and nothing else.",
        ),
        command_button("file.open", "Open a sign-off request", id="open-file", style="secondary needs-js"),
        class_="part no-print",
    )


def _decide(session: Session, seen: Seen, work: list[tuple[Record, str]], problems: dict[str, str]) -> Html:
    if not work:
        return el(
            "section",
            el("h2", "Nothing waits for sign-off", id="decide", tabindex="-1"),
            el(
                "p",
                "When an inductee asks for sign-off on this device, or sends you a request file, the work stands here.",
            ),
            class_="part",
        )
    typed = session.view.get("typed") or {}
    controls = Controls(problems, typed)
    manager = session.state.details.get("manager", "")
    count = "1 activity waits" if len(work) == 1 else f"{len(work)} activities wait"
    return el(
        "section",
        el("h2", f"{count} for sign-off", id="decide", tabindex="-1"),
        el("p", "Open each piece of work before you decide. What was never opened stays marked so."),
        form(
            "sign.check",
            *(
                _one(session, seen, record, one, controls)
                for record, activity in work
                if (one := session.activity(activity))
            ),
            el("h3", "For all of these", id="for-all"),
            controls.select(
                "method", "How do you know?", [(m.value, session.bundle.word("method", m)) for m in Method]
            ),
            controls.select("statement", "What do you say?", [(text, text) for text in STATEMENTS]),
            controls.text("own", "Or say it in your own words"),
            controls.text("name", "Your name", value=manager, complete="name"),
            controls.radios("role", "You are", [(s.value, session.bundle.word("signer", s)) for s in Signer]),
            el(
                "p",
                "Your name is typed on this device. That shows what was decided; it cannot prove who typed it.",
                class_="field__hint",
            ),
            el("button", "Check before signing", type="submit", class_="button needs-js"),
            id="sign-form",
        ),
        class_="part",
    )


def _one(session: Session, seen: Seen, record: Record, activity: Activity, controls: Controls) -> Html:
    key = key_of(record, activity.id)
    state = fold(record)
    here, name = state.of(activity.id), state.details.get("name", "")
    opened = key in (session.view.get("opened") or [])
    slug = slug_of(key)
    options = (("later", "Not now"), *((d.value, session.bundle.word("decision", d)) for d in Decision))
    return el(
        "div",
        el("h3", f"{name}: {activity.number} {activity.title}", id=f"work-{slug}", tabindex="-1"),
        el("p", f"Done on {say_date(here.done_on)}.") if here.done_on else None,
        join(_work(session, seen, activity, here), look_for(activity, f"look-for-{slug}"))
        if opened
        else command_button(
            "sign.show",
            f"Open the work: {activity.number}",
            id=f"show-{slug}",
            args={"key": key},
            style="secondary",
        ),
        _shared_log(state, activity) if opened else None,
        controls.radios(f"decision:{key}", f"Your decision on {activity.number}", options, value="later"),
        controls.area(f"note:{key}", f"What to say about {activity.number}", hint="Needed when it needs more work."),
        class_="card",
        id=f"sign-{slug}",
    )


def _work(session: Session, seen: Seen, activity: Activity, state: ActivityState) -> Html:
    kinds = session.bundle.words.get("evidence", {})
    return join(
        el(
            "dl",
            *(
                piece
                for one in shown(activity, state, kinds)
                for piece in (
                    el("dt", inline(one.prompt, seen.root)),
                    el("dd", lines(one.answer) if one.answer else "Not answered"),
                )
            ),
            class_="summary",
        ),
    )


def _shared_log(state: State, activity: Activity) -> Html | None:
    lines_shared = [
        el("li", f"{say_date(entry.text('date'))}: {entry.text(part)}")
        for entry in state.log.values()
        if entry.text("activity") in ("", activity.id)
        for part in ("what", "so-what", "now-what")
        if part in entry.shared and entry.text(part).strip()
    ]
    if not lines_shared:
        return None
    return join(el("p", "From the inductee's log, shared with you:"), el("ul", *lines_shared))


def _check(session: Session) -> Html:
    signing = session.view["signing"]
    opened = session.view.get("opened") or []
    by_key = {key_of(record, activity): (record, activity) for record, activity in waiting(session)}
    rows = []
    for one in signing["chosen"]:
        record, activity_id = by_key.get(one["key"], (None, ""))
        activity = session.activity(activity_id)
        if record is None or activity is None:
            continue
        name = fold(record).details.get("name", "")
        words = session.bundle.word("decision", one["decision"]) + (f": {one['note']}" if one["note"] else "")
        unopened = "" if one["key"] in opened else " You have not opened this work, and the decision will say so."
        rows += [el("dt", f"{name}: {activity.number} {activity.title}"), el("dd", words + unopened)]
    rows += [
        el("dt", "How you know"),
        el("dd", session.bundle.word("method", signing["method"])),
        el("dt", "Statement"),
        el("dd", signing["statement"]),
        el("dt", "Signed by"),
        el("dd", f"{signing['name']}, {session.bundle.word('signer', signing['role']).lower()}"),
        el("dt", "Date"),
        el("dd", say_date(session.today)),
    ]
    number = len(signing["chosen"])
    off = all(one["decision"] != Decision.NEEDS_WORK for one in signing["chosen"])
    what = "1 activity" if number == 1 else f"{number} activities"
    return el(
        "section",
        el("h2", "Check before you sign", id="check", tabindex="-1"),
        el("dl", *rows, class_="summary"),
        el(
            "div",
            command_button(
                "sign.confirm",
                f"Sign off {what}" if off else f"Record decisions on {what}",
                id="sign-confirm",
            ),
            command_button("sign.back", "Change something", id="sign-back", style="secondary"),
            class_="actions",
        ),
        class_="part",
    )


def _signed(session: Session) -> Html | None:
    signed = session.view.get("signed")
    if not signed:
        return None
    rows = []
    for one in signed:
        count = "1 decision" if one["count"] == 1 else f"{one['count']} decisions"
        reply = (
            f" Send {one['name']} the file {one['file']}." if one["file"] else " It is in the record on this device."
        )
        rows.append(el("li", f"{count} for {one['name']}.{reply}"))
    return el(
        "div",
        el("h2", "Done", id="signed", tabindex="-1"),
        el("ul", *rows),
        el("p", "Save a copy of the record now, so that the decision is in a file too.") if session.record else None,
        class_="panel",
    )
