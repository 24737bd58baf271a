"""Handing over by file and by pasted text: the box to paste into, and the lines to copy out."""

from induction.model import Session
from induction.views.controls import Controls, command_button, control_id, form
from induction.views.html import Html, el


def paste_id(session: Session) -> str:
    """The id of the box to paste into; another one after each success, so that the next box is empty."""
    return control_id(_prefix(session) + "text")


def _prefix(session: Session) -> str:
    return f"paste{int(session.view.get('pastes') or 0)}."


def paste_form(session: Session, what: str, *, at: str = "", static: bool = False) -> Html:
    """A box for text from a mail. ``what``: what may be pasted; ``at``: the page that asks, when it matters."""
    problem = ((session.view.get("problems") or {}).get("file") or {}).get("pasted", "")
    prefix = _prefix(session)
    controls = Controls({f"{prefix}text": problem} if problem else {}, {}, prefix, disabled=static)
    return el(
        "details",
        el("summary", f"Paste {what} instead"),
        form(
            "file.paste",
            controls.area(
                "text",
                f"Paste {what}",
                hint="All of it, from the BEGIN line to the END line. Quote marks and broken lines do no harm.",
            ),
            el("button", "Read the pasted text", type="submit", class_="button button--secondary needs-js"),
            id="paste-form",
            args={"at": at} if at else None,
        ),
        id="paste",
        class_="no-print",
        open=bool(problem),
    )


def copy_panel(session: Session) -> Html | None:
    """Lines that were made for a mail."""
    copy = session.view.get("copy")
    if not copy:
        return None
    return el(
        "section",
        el("h2", copy["title"], id="copy", tabindex="-1"),
        el("label", "Copy all of this into a mail", class_="field__label", for_="copy-text"),
        el(
            "p",
            "Whoever gets it pastes it on their page. Anyone who can read the mail can read what is in it, so send "
            "it only where you would send the file.",
            class_="field__hint",
            id="copy-text-hint",
        ),
        el("textarea", copy["text"], id="copy-text", rows=8, readonly=True, aria_describedby="copy-text-hint"),
        el("div", command_button("cancel", "Close", id="copy-close", style="secondary"), class_="actions"),
        class_="part no-print",
    )
