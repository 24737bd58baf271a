"""Replies once more: as text for a mail, and made again from the decisions kept on this device."""

from induction.armour import wrap
from induction.commands import transfer
from induction.effects import announce, save_file
from induction.kept import Kept, kept_decisions
from induction.model import Command, Outcome, Session, Stamp
from induction.transfer import file_name, write_text


def as_text(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """A reply as lines to paste: the one just made, word for word, or one made again."""
    wanted = command.text("record")
    for one in session.view.get("signed") or []:
        if one.get("record") == wanted and one.get("text"):
            return transfer.as_text("Sign-off reply", one["name"], wrap(one["text"], "reply"))
    mine = kept_for(session, wanted)
    if not mine:
        return Outcome()
    return transfer.as_text("Sign-off reply", mine[-1].name, wrap(_text(session, mine, stamp), "reply"))


def save(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """The reply just made, once more: some browsers hold back all but the first of several files."""
    for one in session.view.get("signed") or []:
        if one.get("record") == command.text("record") and one.get("text"):
            return Outcome(effects=[save_file(one["file"], one["text"]), announce(f"Saved a reply: {one['file']}")])
    return Outcome()


def again(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """A lost reply, made again. It holds the decisions as they were made; the record has the words they rest on."""
    mine = kept_for(session, command.text("record"))
    if not mine:
        return Outcome()
    name = file_name("reply", mine[-1].name, stamp.today)
    return Outcome(effects=[save_file(name, _text(session, mine, stamp)), announce(f"Saved a reply: {name}")])


def kept_for(session: Session, record: str) -> list[Kept]:
    """The decisions kept here on one person's work."""
    return [one for one in kept_decisions(session) if one.record == record]


def kept_people(session: Session) -> list[tuple[Kept, int]]:
    """Everybody whose work was decided on here: the last decision on each, and how many there are."""
    found: dict[str, list[Kept]] = {}
    for one in kept_decisions(session):
        found.setdefault(one.record, []).append(one)
    return [(mine[-1], len(mine)) for mine in found.values()]


def _text(session: Session, mine: list[Kept], stamp: Stamp) -> str:
    last = mine[-1]
    service = session.bundle.service.id
    return write_text("reply", service, last.record, last.name, last.programme, [one.event for one in mine], stamp.now)
