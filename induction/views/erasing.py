"""Erasing in the record page: what can go, the question before it goes, and the buttons that begin it."""

from induction.commands.erase import doomed, erasable
from induction.dates import say_date
from induction.model import Session
from induction.programme import Programme
from induction.supervision import SUBJECT
from induction.views.controls import command_button
from induction.views.forms import field_id
from induction.views.html import Html, el

_ENTRIES = ("evidence", "witness", "paper", "plan", "name")
"""What is erased and answers no question: the beginnings of their fields, as `doomed` takes them."""


def record_erasable(session: Session) -> dict[tuple[str, str], str]:
    """What can be erased in the open record: (subject, field) to its prompt."""
    return erasable(session.record) if session.record else {}


def erase_list(subject: str, fields: list[tuple[str, str]], words: str = "Erase an answer for ever") -> Html | None:
    """The answers of one subject, each with a button that begins erasing it."""
    if not fields:
        return None
    buttons = [
        command_button(
            "erase.ask",
            "Erase",
            id=f"erase-{field_id(subject)}-{field_id(name)}",
            subject=subject,
            args={"field": name},
            style="link",
        )
        for name, _ in fields
    ]
    return el(
        "details",
        el("summary", words),
        el("ul", *(el("li", f"{prompt} ", button) for (_, prompt), button in zip(fields, buttons, strict=True))),
        id=f"erase-list-{field_id(subject)}",
        class_="no-print",
    )


def erase_panel(session: Session) -> Html | None:
    """The question before anything is erased: what goes with it, and what cannot be called back."""
    chosen = session.view.get("erase")
    if not chosen or session.record is None:
        return None
    versions, decisions = doomed(session.record, chosen["subject"], chosen["field"])
    kind = "entry" if chosen["field"].partition(".")[0] in _ENTRIES else "answer"
    words = f"this {kind}"
    if len(versions) > 1:
        words += " and its earlier version" if len(versions) == 2 else f" and its {len(versions) - 1} earlier versions"
    if decisions:
        one, many = (
            ("sign-off or agreement", "sign-offs or agreements")
            if chosen["field"] == "plan"
            else ("sign-off", "sign-offs")
        )
        count = f"1 {one} that shows" if len(decisions) == 1 else f"{len(decisions)} {many} that show"
        words += f", and {count} the same words"
    return el(
        "section",
        el("h2", "Erase for ever?", id="erase", tabindex="-1"),
        el(
            "p",
            f"This erases {words}. It cannot be undone. Nothing brings the words back: no other tab, and no "
            f"older file merged later.",
        ),
        el("p", "Words that you used in an activity or in your plan stay there. Erase them there too.")
        if chosen["subject"] == "log"
        else None,
        el("p", "Files already saved or sent still hold them. Delete those yourself, and ask others to."),
        el(
            "div",
            command_button("erase.confirm", "Erase for ever", id="erase-confirm", style="warning"),
            command_button("cancel", "Keep it", id="erase-cancel", style="secondary"),
            class_="actions",
        ),
        class_="part panel",
    )


def erase_rest(session: Session, programme: Programme, above: set[str]) -> list[Html | None]:
    """What can be erased and stands under no activity above: the log, questions no longer asked, answers since emptied."""
    rest: dict[str, list[tuple[str, str]]] = {}
    for (subject, name), words in record_erasable(session).items():
        if subject == "log":
            entry = session.state.log.get(name.rpartition(".")[0])
            words = f"{say_date(entry.text('date')) if entry else 'Taken back'}: {words}"
        if subject not in above:
            rest.setdefault(subject, []).append((name, words))
    titles = {one.id: f"{one.number} {one.title}" for one in programme.activities} | {
        "log": "the log",
        SUBJECT: "supervision",
    }
    titles |= {one.id: f"the names at {one.name}" for one in session.bundle.service.schools}
    return [
        erase_list(subject, fields, f"Erase for ever from {titles.get(subject, 'what is no longer asked')}")
        for subject, fields in rest.items()
    ]
