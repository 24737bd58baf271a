"""The record as xAPI statements (IEEE 9274.1.1, xAPI 1.0.3): one a line of the document, so that they say what it says.

Nobody's email address is in them: the actor is the record. Everything is named by URNs of the service, and nothing is fetched.
"""

import hashlib
import re
from collections.abc import Iterable
from typing import Any

from induction.codes import MET
from induction.events import INSTANT
from induction.lines import Chapter, Group, Line, every_line
from induction.model import Session

_ADL = "http://adlnet.gov/expapi"
_VERBS = {
    "detail": "registered",
    "plan": "registered",
    "done": "completed",
    "answer": "answered",
    "objective": "answered",
    "evidence": "experienced",
    "witness": "experienced",
    "signed": "answered",
    "log": "commented",
    "session": "attended",
}
"""Kind of line to its verb in the ADL registry."""
_TYPES = {
    "detail": "profile",
    "plan": "profile",
    "done": "lesson",
    "objective": "objective",
    "evidence": "media",
    "witness": "performance",
    "session": "meeting",
    "decision": "lesson",
}
"""Kind of line to the type of what it is about; a question for the others."""
_LANGUAGE = "en-GB"


def statements(session: Session, chapters: Iterable[Chapter]) -> list[dict[str, Any]]:
    """The statements of a document, in its order. The record has to be open."""
    return [_statement(session, number, *one) for number, one in enumerate(every_line(chapters))]


def _statement(session: Session, number: int, chapter: Chapter, group: Group, line: Line) -> dict[str, Any]:
    record = session.record
    if record is None:
        raise ValueError("no record is open")
    service = f"urn:induction:{_named(session.bundle.service.id)}"
    whole = f"{service}:{_named(group.subject or chapter.id)}"
    theirs = (one for one in session.bundle.programmes if one.activity(group.subject))
    programme = next(theirs, session.programme)
    course = [_activity(f"{service}:{_named(programme.id)}", "course", programme.title)] if programme else []
    is_whole = line.kind in ("done", "decision")
    title = group.title or chapter.title
    about = whole if is_whole else f"{whole}:{_digest(group.id, line.kind, line.what)[:12]}"
    context: dict[str, Any] = {
        "registration": record.id,
        "platform": session.bundle.service.name,
        "language": _LANGUAGE,
        "contextActivities": {"grouping": course},
    }
    if not is_whole:
        context["contextActivities"]["parent"] = [_activity(whole, "lesson", title)]
    if line.kind == "decision":
        context["instructor"] = _agent(service, f"signer:{line.by}", line.by)
    return {
        "id": _uuid(record.id, str(number), line.kind, group.id, line.what, line.says),
        "actor": _agent(service, record.id, session.state.details.get("name", "")),
        "verb": _verb(line),
        "object": _activity(about, _TYPES.get(line.kind, "question"), title if is_whole else line.what),
        "result": _result(line),
        "context": context,
        "timestamp": _instant(line.at or session.state.details.get("start", "") or session.now, session.now),
    }


def _agent(service: str, name: str, said: str) -> dict[str, Any]:
    agent: dict[str, Any] = {"objectType": "Agent", "account": {"homePage": service, "name": name}}
    return {**agent, "name": said} if said else agent


def _activity(id: str, kind: str, name: str) -> dict[str, Any]:
    definition = {"type": f"{_ADL}/activities/{kind}", "name": {_LANGUAGE: name}}
    return {"objectType": "Activity", "id": id, "definition": definition}


def _verb(line: Line) -> dict[str, Any]:
    name = _VERBS.get(line.kind, "answered")
    if line.kind == "decision":
        # The registry has no word for "not yet"; "failed" would be wrong, for the activity goes on.
        name = "passed" if line.code in MET else "progressed"
    return {"id": f"{_ADL}/verbs/{name}", "display": {_LANGUAGE: name}}


def _result(line: Line) -> dict[str, Any]:
    result: dict[str, Any] = {"response": line.says}
    if line.kind == "decision":
        met = line.code in MET
        result |= {"success": met, "completion": met}
    return result


def _instant(text: str, now: str) -> str:
    """A date alone is its first moment in UTC; what is neither date nor instant is the moment of the export."""
    whole = text if "T" in text else f"{text}T00:00:00Z"
    return whole if INSTANT.fullmatch(whole) else now


def _named(id: str) -> str:
    """An id as part of a URN."""
    return re.sub(r"[^A-Za-z0-9._~-]", "-", id)


def _digest(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()


def _uuid(*texts: str) -> str:
    """The same for the same words each time (a UUID of version 8), so that nothing is counted twice where it is read in again."""
    sign = _digest(*texts)
    return f"{sign[:8]}-{sign[8:12]}-8{sign[13:16]}-{'89ab'[int(sign[16], 16) & 3]}{sign[17:20]}-{sign[20:32]}"
