"""The manager's team on one page: how far each is, what waits, since when, and what this device keeps."""

from induction.commands.team import ALL
from induction.dates import days_between, say_date
from induction.kept import kept_decisions
from induction.model import Session
from induction.team import Member, found, team
from induction.views.changes import signer_pages
from induction.views.controls import Controls, command_button, form
from induction.views.html import Html, el, join, spoken
from induction.views.seen import Seen, page_link, top
from induction.views.sign_doubts import later
from induction.views.tables import table

MANY = 8
"""More people than this are more than a screen: then there is a box to find one."""
_HEAD = ("Name and role", "Done by them", "Signed off", "Waiting now", "Last heard", "Kept here", "Leaver")


def team_view(session: Session, seen: Seen) -> Html:
    """The widget of the page."""
    members = team(session)
    words = str(session.view.get("team-find", ""))
    shown = found(members, words)
    return join(
        top(session, seen),
        _sure(session, members),
        _summary(session, seen, members),
        signer_pages(session, seen),
        _find(words, shown) if len(members) > MANY or words else None,
        _table(session, shown) if shown else None,
        _kept(bool(members)),
    )


def _summary(session: Session, seen: Seen, members: list[Member]) -> Html:
    sign_off = page_link(session, seen, "sign-off", "Sign off work")
    if not members:
        return join(
            el("h2", "Nobody is here yet", id="team", tabindex="-1"),
            el(
                "p",
                "Open the sign-off requests that people send you under ",
                sign_off,
                ". Everyone whose request you opened in this visit stands here, and everyone whose work you decided on "
                "from a file on this device.",
            ),
        )
    people = "1 person" if len(members) == 1 else f"{len(members)} people"
    waiting = sum(one.waiting for one in members)
    oldest = min((one.waiting_since for one in members if one.waiting_since), default="")
    said = "Nothing waits for sign-off in the files you opened."
    if waiting:
        what = "1 activity waits" if waiting == 1 else f"{waiting} activities wait"
        said = f"{what} for sign-off, the oldest since {say_date(oldest)} ({_ago(session, oldest)})."
    return join(
        el("h2", people, id="team", tabindex="-1"),
        el("p", f"{said} ", join(sign_off, ".") if waiting else None, id="team-waiting"),
    )


def _ago(session: Session, instant: str) -> str:
    days = days_between(instant, session.today)
    if later(instant, session.today):
        return later(instant, session.today).removeprefix(", ")
    return "today" if days <= 0 else "1 day" if days == 1 else f"{days} days"


def _find(words: str, shown: list[Member]) -> Html:
    clear = command_button("team.find", "Show everyone", id="team-all", style="link")
    return el(
        "div",
        form(
            "team.find",
            Controls(values={"find": words}).text("find", "Find in the team", hint="A name or a role."),
            el("button", "Find", type="submit", class_="button button--secondary"),
            id="team-form",
        ),
        el("p", f"{len(shown)} found for: {words} ", clear) if words else None,
        class_="no-print",
    )


def _table(session: Session, members: list[Member]) -> Html:
    return table("My team", _HEAD, [_row(session, one) for one in members], cards=True, titled=True)


def _row(session: Session, one: Member) -> list[Html | str]:
    done = f"{one.counts.done} of {one.counts.total}" if one.counts else "Not known"
    signed = f"{one.counts.signed} of {one.counts.to_sign}" if one.counts else "Not known"
    decisions = "1 decision" if len(one.kept) == 1 else f"{len(one.kept)} decisions"
    name = one.name or "No name given"
    return [
        join(name, el("span", one.role, class_="team__role")),
        done,
        signed,
        _waits(session, one),
        say_date(one.heard) + later(one.heard, session.today) if one.heard else "No file opened in this visit",
        f"{decisions}, the last on {say_date(one.decided)}" if one.kept else "Nothing",
        command_button(
            "team.ask",
            spoken("Drop", f" {name} from this device"),
            id=f"drop-{one.record}",
            args={"record": one.record},
            style="link needs-js",
        ),
    ]


def _waits(session: Session, one: Member) -> str:
    if not one.opened:
        return "Not known"
    if not one.waiting:
        return "Nothing"
    return f"{one.waiting}, since {say_date(one.waiting_since)} ({_ago(session, one.waiting_since)})"


def _sure(session: Session, members: list[Member]) -> Html | None:
    """The question before anything goes."""
    wanted = session.view.get("team")
    member = next((one for one in members if one.record == wanted), None)
    if member is None and wanted != ALL:
        return None
    everything = member is None
    name = "everything on this device" if everything else member.name if member else ""
    count = len(kept_decisions(session)) if member is None else len(member.kept)
    decisions = (
        "No decision is"
        if not count
        else "1 decision that you made is"
        if count == 1
        else f"{count} decisions that you made are"
    )
    return el(
        "section",
        el(
            "h2",
            "Erase everything on this device?" if everything else f"Drop {name} from this device?",
            id="team-sure",
            tabindex="-1",
        ),
        el("p", f"{decisions} kept here and erased for good. Files opened in this visit are closed."),
        el(
            "p",
            "Reply files that you sent stay with the people you sent them to, and files in your own folders stay where "
            "they are: delete those yourself. A reply that got lost can no longer be made again here.",
        ),
        el(
            "div",
            command_button(
                "team.erase" if everything else "team.drop",
                "Erase everything" if everything else f"Drop {name}",
                id="team-yes",
                style="warning",
            ),
            command_button("team.keep", "Keep it", id="team-no", style="secondary"),
            class_="actions",
        ),
        class_="part panel no-print",
    )


def _kept(anybody: bool) -> Html:
    return el(
        "section",
        el("h2", "What is kept on this machine", id="team-kept"),
        el(
            "p",
            "Only your own decisions on work that came in a file. For each: whose work it was (name and programme), which "
            "activity, what you decided and when, your statement and your note, your name and role, a check code. Beside them "
            "stands which changes of pages you have read.",
        ),
        el(
            "p",
            "No answers, no evidence and no log. Files that you open stay in this tab and are gone when you close it.",
        ),
        el(
            "p",
            "This is information about your staff, and it stays your service's. Keep it no longer than your service's retention "
            "schedule says. When somebody leaves, drop them here once their record has your replies.",
        ),
        el(
            "p",
            "The two counts are those that a person's last request gives, from the day it was saved. What waits is "
            "counted here and now.",
            class_="field__hint",
        ),
        el(
            "div",
            command_button(
                "team.ask",
                "Erase everything on this machine",
                id="team-erase",
                args={"record": ALL},
                style="warning needs-js",
            ),
            class_="actions",
        )
        if anybody
        else None,
        class_="part",
    )
