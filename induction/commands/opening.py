"""Opening files and pasted text: each is read, each that is refused is named with the reason, and the others go on."""

from dataclasses import dataclass
from typing import Any

from induction.decode import MAX_BYTES
from induction.effects import announce, focus, go_to
from induction.merging import preview
from induction.model import Command, Outcome, Session, Stamp
from induction.record import Record
from induction.state import fold
from induction.transfer import TOO_LARGE, RecordFile, Refused, read_file, record_of, texts_in, write_text

ACCEPT = ".json,.txt,application/json,text/plain"
SIGN_OFF = "sign-off"


@dataclass(frozen=True)
class _Given:
    """One file as it was handed over, or one of several that stood in a text."""

    name: str
    text: str


def open_file(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Ask the page for a file; for several where a signer opens requests."""
    at = command.text("at")
    effect: dict[str, Any] = {"kind": "open-file", "accept": ACCEPT, "command": "file.opened"}
    if at:
        effect |= {"multiple": True, "command": {"type": "file.opened", "args": {"at": at}}}
    return Outcome(effects=[effect])


def paste(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Text was pasted: a request or a reply, as lines from a mail or as the text of a file."""
    text = command.text("text")
    if not text:
        words = "Paste the text first, from its BEGIN line to its END line"
        return Outcome(view={"problems": {"file": {"pasted": words}}}, effects=[focus("problems")])
    outcome = _open(session, [("The pasted text", text, len(text))], command.text("at"))
    if not outcome.view.get("problems"):
        outcome.view["pastes"] = int(session.view.get("pastes") or 0) + 1  # an empty box for the next one
    return outcome


def opened(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Files were chosen: read them, and show what opening would do. Nothing is changed yet."""
    files = command.args.get("files")
    if not isinstance(files, list):
        files = [dict(command.args)]
    given = [
        (str(one.get("name") or "A file"), one.get("text"), one.get("size")) for one in files if isinstance(one, dict)
    ]
    return _open(session, given, command.text("at"))


def _open(session: Session, given: list[tuple[str, Any, Any]], at: str) -> Outcome:
    refused: list[tuple[str, str]] = []
    guests: list[tuple[_Given, RecordFile]] = []
    others: list[tuple[_Given, RecordFile]] = []
    for name, text, size in given:
        for one in _texts(text, size):
            try:
                if isinstance(one, Refused):
                    raise one
                file = _read(session, one)
            except Refused as reason:
                refused.append((name, reason.sentence))
                continue
            if file.kind == "request":
                guests.append((_Given(name, one), file))
            else:
                others.append((_Given(name, one), file))
    if len(given) == 1:
        guests, others = _of_one_mail(guests, others, at)
    if len(others) == 1 and not guests and not (refused and at == SIGN_OFF):
        outcome = _preview(session, *others[0])
        if refused and "preview" in outcome.view:
            outcome.view["problems"] = _told(refused)
        return outcome
    refused += [(one.name, _by_itself(file)) for one, file in others]
    return _came_to(session, [one.text for one, _ in guests], refused, at)


_Files = list[tuple[_Given, RecordFile]]


def _of_one_mail(guests: _Files, others: _Files, at: str) -> tuple[_Files, _Files]:
    """What one text holds that is meant for this page: an answer by mail quotes what it answers, and answers before it.

    Of one person the signer's page takes the requests and the others the replies; several replies become one.
    """
    asks, answers = ({file.record for _, file in some} for some in (guests, others))
    if at == SIGN_OFF:
        return guests, [one for one in others if one[1].record not in asks]
    guests = [one for one in guests if one[1].record not in answers]
    if len(others) < 2 or len(answers) > 1 or any(file.kind != "reply" for _, file in others):
        return guests, others
    (first, file), whole = others[0], Record(others[0][1].record)
    for _, one in others:
        whole.add(one.events)
    text = write_text(
        "reply",
        file.service,
        file.record,
        file.name,
        file.programme,
        whole.ordered(),
        max(one.saved for _, one in others),
    )
    return guests, [(_Given(first.name, text), read_file(text))]


def _texts(text: Any, size: Any) -> "list[str | Refused]":
    if isinstance(size, int) and size > MAX_BYTES:
        return [Refused(TOO_LARGE)]  # the page did not even read it
    if not isinstance(text, str):
        return [Refused("The file could not be read. Nothing was changed.")]
    return texts_in(text)


def _read(session: Session, text: str) -> RecordFile:
    file = read_file(text)
    if file.service != session.bundle.service.id:
        raise Refused("The file belongs to another service's handbook. Nothing was changed.")
    if file.kind == "request" and session.bundle.programme(file.programme) is None:
        raise Refused("The file is about a programme that this handbook does not have. Nothing was changed.")
    if file.kind == "request":
        inside = fold(record_of(file)).details.get("name", "")
        if inside != file.name:
            raise Refused(
                f"The file says it is {file.name or 'nobody'}'s, and the work in it is {inside or 'nobody'}'s. Ask for it to "
                "be sent again. Nothing was changed."
            )
    return file


def _by_itself(file: RecordFile) -> str:
    whose = file.name or "somebody"
    if file.kind == "reply":
        return f"The file is a reply to {whose}. Open it by itself, under My record, with that record open."
    return f"The file is a copy of {whose}'s record. Open it by itself, under My record, or ask for a sign-off request."


def _preview(session: Session, given: _Given, file: RecordFile) -> Outcome:
    try:
        if session.record is None and file.kind == "reply":
            whose = f" to {file.name}" if file.name else " about sign-off"
            raise Refused(
                f"The file is a reply{whose}. Open your record first, then open the reply. Nothing was changed."
            )
        if session.record is not None:
            preview(file, given.name, session.record, session.bundle.service.id)
        elif not any(event.type == "started" for event in file.events):
            raise Refused("The file is damaged: it does not say whose record it is. Nothing was changed.")
    except Refused as reason:
        return _came_to(session, [], [(given.name, reason.sentence)], "")
    return Outcome(
        view={"preview": {"name": given.name, "text": given.text}, "problems": None}, effects=[focus("preview")]
    )


def _came_to(session: Session, guests: list[str], refused: list[tuple[str, str]], at: str) -> Outcome:
    """What was opened joins the list; each that was not is named, unless it is alone."""
    outcome = Outcome(view={"preview": None, "problems": None})
    several = len(guests) + len(refused) > 1
    if refused:
        outcome.view["problems"] = _told(refused, several)
    if guests:
        outcome.view["guest"] = guests
        count = "1 request was" if len(guests) == 1 else f"{len(guests)} requests were"
        outcome.effects.append(announce(f"{count} opened"))
        if at != SIGN_OFF:
            outcome.effects = [go_to(session.bundle.pages.get("sign-off", ""))]
    if refused:
        outcome.effects.append(focus("problems"))
    elif at == SIGN_OFF:
        outcome.effects.append(focus("decide"))
    return outcome


def _told(refused: list[tuple[str, str]], named: bool = True) -> dict[str, dict[str, str]]:
    """Why each was refused, as problems of the page; the same of the same name is said once."""
    sentences = dict.fromkeys(f"{name}: {sentence}" if named else sentence for name, sentence in refused)
    return {"file": {f"file-{number}" if number else "file": one for number, one in enumerate(sentences)}}
