"""What a signer should know before deciding on a piece of work: clocks, files that do not fit, decisions made before."""

from induction.commands.replies import kept_for
from induction.commands.work import Work, digest_now
from induction.dates import days_between, say_date
from induction.model import Session
from induction.moved import finished_on, noted, since
from induction.views.changes import NOTES
from induction.views.html import Html, el, inline, join, link
from induction.views.seen import Seen

CLOCK = "one of the two clocks is wrong"
AGAIN = "Ask for a new request before you decide."


def dates(one: Work, today: str) -> Html | None:
    """When the work was done and asked for, with what cannot be right about it."""
    done, asked = one.here.done_on, one.here.asked_at[:10]
    said = [f"Done on {say_date(done)}{later(done, today)}."] if done else []
    if asked:
        # In summer the clock on the wall, by which a day was typed, is an hour on from UTC, by which an instant is noted.
        midnight = one.here.asked_at[11:13] == "23"
        early = f", before it was done: {CLOCK}" if days_between(asked, done) > midnight else ""
        said.append(f"Asked for on {say_date(asked)}{early or later(asked, today)}.")
    return el("p", " ".join(said)) if said else None


def later(date: str, today: str) -> str:
    """What to add to a date (ISO 8601, or an instant) that is after the reader's own; nothing when it is not."""
    return f", which is after today: {CLOCK}" if today and date[:10] > today else ""


def unfit(session: Session) -> Html | None:
    """Sentences about opened files of which not everything could be taken in; None when there are none."""
    told = []
    for record in session.guests.values():
        name = session.state_of(record).details.get("name", "")
        damaged, twice = session.heard.get(record.id, {}).get("damaged", 0), len(record.aside)
        if damaged:
            entries = "1 entry of the file" if damaged == 1 else f"{damaged} entries of the file"
            told.append(f"{name}: {entries} cannot be read, and what is below is without it. {AGAIN}")
        if twice:
            entries = "1 entry stands" if twice == 1 else f"{twice} entries stand"
            told.append(f"{name}: {entries} twice in what you opened, with different words. {AGAIN}")
    return join(*(el("p", one, class_="notice notice--warning") for one in told)) if told else None


def before(session: Session, one: Work) -> Html | None:
    """That this very work was decided on here before: the same file once more, or a reply that never arrived."""
    mine = [each for each in kept_for(session, one.record.id) if each.activity == one.activity.id]
    if not mine or mine[-1].event.id in [each.event for each in one.here.decisions]:
        return None
    last = mine[-1].decided
    if last.digest != digest_now(session, one):
        return None
    word = session.bundle.word("decision", last.decision)
    said = (
        f"You decided on this work before, on {say_date(last.signed_on)}: {word}. It has not changed since. If the reply "
        "did not arrive, make it again below instead of deciding twice."
    )
    return el("p", said, class_="notice")


def pages(session: Session, seen: Seen, one: Work) -> Html | None:
    """What moved, since the work was done, on the pages it rests on: the inductee may have worked by what held then."""
    told = [
        el(
            "li",
            link(basis.title, basis.page + NOTES, seen.root),
            f", {say_date(note.date)}: ",
            inline(note.what, seen.root),
        )
        for basis, note in since(noted(session.bundle), one.activity, finished_on(one.here))
    ]
    if not told:
        return None
    return el("div", el("p", "Changed since this work was done:"), el("ul", *told), class_="notice")
