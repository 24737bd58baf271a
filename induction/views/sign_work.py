"""The list of what waits: each piece of work with its decision, and what is said once for all of it."""

from induction.codes import Decision, Method, Signer, Step
from induction.commands.sign import AS_FOR_ALL, LATER, signers
from induction.commands.work import Work, slug_of
from induction.dates import say_date
from induction.model import Session
from induction.progress import changed_since, shown
from induction.signoff import STATEMENTS
from induction.state import State
from induction.views import sign_doubts
from induction.views.activity import look_for
from induction.views.controls import Controls, command_button, form, lines
from induction.views.decision import decision_card
from induction.views.html import Html, el, join, plain, spoken
from induction.views.paper import paper_note
from induction.views.seen import Seen


def work_list(session: Session, seen: Seen, work: list[Work], problems: dict[str, str]) -> Html:
    """The form of a signer; or, when nothing waits, what to do."""
    if not work:
        return el(
            "section",
            el("h2", "Nothing waits for sign-off", id="decide", tabindex="-1"),
            sign_doubts.unfit(session),
            el(
                "p",
                "When an inductee asks for sign-off on this device, or sends you a request file, the work stands here.",
            ),
            class_="part",
        )
    controls = Controls(problems, session.view.get("typed") or {})
    opened = session.view.get("opened") or []
    number = sum(one.key in opened and not one.again for one in work)
    several = len({one.record.id for one in work}) > 1  # heard alone, a label then says whose work it is about
    count = "1 activity waits" if len(work) == 1 else f"{len(work)} activities wait"
    return el(
        "section",
        el("h2", f"{count} for sign-off", id="decide", tabindex="-1"),
        el(
            "p",
            "What was asked for first stands first. Open each piece of work before you decide. What was never opened "
            "stays marked so.",
        ),
        sign_doubts.unfit(session),
        form(
            "sign.check",
            *(_one(session, seen, one, controls, f": {one.name}" if several else "") for one in work),
            el("h3", "For all of these", id="for-all"),
            controls.tick("all", _all_words(number)),
            controls.select(
                "method", "How do you know?", [(m.value, session.bundle.word("method", m)) for m in Method]
            ),
            controls.select(
                "statement",
                "What do you say?",
                [(text, text) for text in STATEMENTS],
                hint="What needs more work has its own words above.",
            ),
            controls.text("own", "Or say it in your own words"),
            _who(session, work, controls),
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


def _all_words(number: int) -> str:
    if number == 0:
        return "Sign off all I have opened (none yet)"
    return "Sign off the 1 I have opened" if number == 1 else f"Sign off all {number} I have opened"


def _who(session: Session, work: list[Work], controls: Controls) -> Html:
    last = session.view.get("signer") or {}
    managers = {one.state.details.get("manager", "") for one in work}
    name = last.get("name", "") or (managers.pop() if len(managers) == 1 else "")
    roles = [(one.value, session.bundle.word("signer", one)) for one in Signer]
    listed = signers(session)
    others = ("delegated_by", "delegated_why", "behalf_name", "behalf_role")
    return join(
        el("p", f"Who may sign at this service: {_posts(session)}.", class_="field__hint", id="who-may-sign")
        if session.bundle.service.signers
        else None,
        controls.text("name", "Your name", value=name, complete="name", offers="signers" if listed else ""),
        el("datalist", *(el("option", one.role, value=one.name) for one in listed), id="signers") if listed else None,
        controls.radios("role", "You are", roles, value=last.get("role", "")),
        el(
            "details",
            el("summary", "I sign for somebody else, or type in what a colleague decided"),
            controls.text(
                "delegated_by", "Whom do you sign for?", hint="Whoever left it to you. Leave empty if nobody."
            ),
            controls.text(
                "delegated_why", "Why do you sign for them?", hint="For example: on leave until 14 December."
            ),
            controls.text(
                "behalf_name",
                "Whose decision do you type in?",
                hint="For a manager who enters what a colleague decided. Leave empty if it is your own.",
            ),
            controls.select("behalf_role", "Their role", roles, empty="Nobody else"),
            id="others",
            open=any(key in controls.problems or controls.values.get(key) for key in others),
        ),
    )


def _posts(session: Session) -> str:
    word = session.bundle.word
    posts = {f"{one.role} ({word('signer', one.signer).lower()})": None for one in session.bundle.service.signers}
    return "; ".join(posts)


def _one(session: Session, seen: Seen, one: Work, controls: Controls, whose: str) -> Html:
    activity, slug = one.activity, slug_of(one.key)
    opened = one.key in (session.view.get("opened") or [])
    options = [] if one.again else [(AS_FOR_ALL, "As for all I have opened")]
    options += [(LATER, "Not now"), *((d.value, session.bundle.word("decision", d)) for d in one.decisions)]
    return el(
        "div",
        el("h3", f"{one.name}: {activity.number} {activity.title}", id=f"work-{slug}", tabindex="-1"),
        sign_doubts.dates(one, session.today),
        _steps(one),
        sign_doubts.before(session, one),
        paper_note(session, activity, one.here, f"on-paper-{slug}"),
        el("p", "Signed off before. You are looking at it again; say what needs more work to open it again.")
        if one.again
        else None,
        _opened(session, seen, one)
        if opened
        else command_button(
            "sign.show",
            spoken(f"Open the work: {activity.number}", whose),
            id=f"show-{slug}",
            args={"key": one.key},
            style="secondary",
        ),
        controls.radios(
            f"decision:{one.key}",
            spoken(f"Your decision on {activity.number}", whose),
            options,
            value=LATER if one.again else AS_FOR_ALL,
        ),
        controls.area(
            f"note:{one.key}",
            spoken(f"What to say about {activity.number}", whose),
            hint="Needed when it needs more work."
            if one.claimed
            else "Needed when it needs more work, or was met by earlier learning.",
        ),
        class_="card",
        id=f"sign-{slug}",
    )


def _steps(one: Work) -> Html | None:
    if Step.DISCUSSED not in one.activity.steps:
        return None
    first = one.here.discussed
    if first is None:
        return el("p", "This is signed in two steps: discussed now, achieved when it has been shown in practice.")
    return el("p", f"Discussed on {say_date(first.signed_on)} with {first.signer.name}. Now: is it achieved?")


def _opened(session: Session, seen: Seen, one: Work) -> Html:
    """The work itself, what to look for, what was shared from the log, and every decision there was before."""
    kinds = session.bundle.words.get("evidence", {})
    answers = (
        piece
        for each in shown(one.activity, one.here, kinds)
        for piece in (
            el("dt", plain(each.prompt)),
            el("dd", lines(each.answer) if each.answer else "Not answered"),
        )
    )
    slug = slug_of(one.key)
    latest = one.here.decided
    return join(
        sign_doubts.pages(session, seen, one),
        el("dl", *answers, class_="summary"),
        look_for(one.activity, f"look-for-{slug}"),
        _shared_log(one.state, one.activity.id),
        el(
            "details",
            el("summary", "Decided before"),
            *(
                decision_card(
                    session,
                    each,
                    changed=each is latest and changed_since(one.activity, one.here, each),
                    place=f"before-{slug}",
                )
                for each in reversed(one.here.decisions)
            ),
            id=f"before-{slug}",
        )
        if one.here.decisions
        else None,
    )


def _shared_log(state: State, activity: str) -> Html | None:
    lines_shared = [
        el("li", f"{say_date(entry.text('date'))}: {entry.text(part)}")
        for entry in state.log.values()
        if entry.text("activity") in ("", activity)
        for part in ("what", "so-what", "now-what")
        if part in entry.shared and entry.text(part).strip()
    ]
    if not lines_shared:
        return None
    return join(el("p", "From the inductee's log, shared with you:"), el("ul", *lines_shared))


def is_no(decision: str) -> bool:
    """True for a decision that signs nothing off."""
    return decision in (Decision.NEEDS_WORK, Decision.DISCUSSED)
