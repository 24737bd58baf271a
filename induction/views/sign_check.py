"""The last look before anything is signed, and what was done."""

from typing import Any

from induction.codes import Decision
from induction.commands.sign import signers
from induction.commands.work import Work, all_work
from induction.dates import say_date
from induction.model import Session
from induction.seal import same_name
from induction.views.controls import command_button
from induction.views.html import Html, el, join
from induction.views.sign_work import is_no


def check_panel(session: Session) -> Html:
    """Everything that is about to be signed, and by whom."""
    signing = session.view["signing"]
    works = {one.key: one for one in all_work(session)}
    rows: list[Html] = []
    for one in signing["chosen"]:
        work = works.get(one["key"])
        if work is None:
            continue
        words = session.bundle.word("decision", one["decision"]) + (f": {one['note']}" if one["note"] else "")
        rows += [
            el("dt", f"{work.name}: {work.activity.number} {work.activity.title}"),
            el("dd", words + _notes(session, work)),
        ]
    rows += [piece for key, value in _common(session, signing) for piece in (el("dt", key), el("dd", value))]
    number = len(signing["chosen"])
    what = "1 activity" if number == 1 else f"{number} activities"
    only_yes = not any(is_no(one["decision"]) for one in signing["chosen"])
    return el(
        "section",
        el("h2", "Check before you sign", id="check", tabindex="-1"),
        el("dl", *rows, class_="summary"),
        el(
            "div",
            command_button(
                "sign.confirm",
                f"Sign off {what}" if only_yes else f"Record decisions on {what}",
                id="sign-confirm",
            ),
            command_button("sign.back", "Change something", id="sign-back", style="secondary"),
            class_="actions",
        ),
        class_="part",
    )


def _notes(session: Session, work: Work) -> str:
    told = ""
    if work.key not in (session.view.get("opened") or []):
        told += " You have not opened this work, and the decision will say so."
    if work.here.done_on > session.today:
        told += f" Done on {say_date(work.here.done_on)}, which is after today: one of the two clocks is wrong."
    return told


def _common(session: Session, signing: dict[str, Any]) -> list[tuple[str, str]]:
    word = session.bundle.word
    listed = {same_name(one.name) for one in signers(session)}
    unlisted = " (not on this service's list of who may sign)" if listed else ""
    name, behalf, delegated = signing["name"], signing["behalf_name"], signing["delegated_by"]
    rows = [
        ("How you know", word("method", signing["method"])),
        (_statement_label(signing), signing["statement"]),
        (
            "Signed by",
            f"{name}, {word('signer', signing['role']).lower()}{'' if same_name(name) in listed else unlisted}",
        ),
    ]
    if behalf:
        rows.append(("Typed for, whose decision it is", f"{behalf}, {word('signer', signing['behalf_role']).lower()}"))
    if delegated:
        rows.append(("Signs for", f"{delegated}: {signing['delegated_why']}"))
    return [row for row in (*rows, ("Date", say_date(session.today))) if row[1]]


def _statement_label(signing: dict[str, Any]) -> str:
    no = {one["decision"] == Decision.NEEDS_WORK for one in signing["chosen"]}
    return "Statement, but not on what needs more work" if len(no) > 1 else "Statement"


def signed_panel(session: Session) -> Html | None:
    """What was just signed, and how it gets back to whoever asked."""
    signed = session.view.get("signed")
    if not signed:
        return None
    replies = [one for one in signed if one["file"]]
    return join(
        el(
            "div",
            el("h2", "Done", id="signed", tabindex="-1"),
            el("ul", *(el("li", _done(one)) for one in signed)),
            el("p", "Save a copy of the record now, so that the decision is in a file too.")
            if session.record and len(replies) < len(signed)
            else None,
            class_="panel",
        ),
        *(_reply(one, number) for number, one in enumerate(replies)),
    )


def _done(one: dict[str, Any]) -> str:
    count = {0: "1 witness statement", 1: "1 decision"}.get(one["count"], f"{one['count']} decisions")
    reply = f" Send {one['name']} the file {one['file']}." if one["file"] else " It is in the record on this device."
    return f"{count} for {one['name']}.{reply}"


def _reply(one: dict[str, Any], number: int) -> Html:
    return el(
        "div",
        command_button(
            "reply.text",
            f"Copy the reply to {one['name']} as text",
            id=f"reply-text-{number}",
            args={"record": one["record"]},
            style="secondary",
        ),
        command_button(
            "reply.save",
            f"Save the reply to {one['name']} once more",
            id=f"reply-save-{number}",
            args={"record": one["record"]},
            style="link",
        ),
        class_="actions no-print",
    )
