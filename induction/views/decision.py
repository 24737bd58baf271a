"""A decision and a witness statement as every page shows them: who, when, on what, and what does not fit."""

from induction.codes import Decision
from induction.dates import say_date
from induction.model import Session
from induction.seal import Fault
from induction.signoff import assurance_words, labels, people_words, warns
from induction.state import Decided, Witnessed
from induction.views.controls import lines
from induction.views.html import Html, el, join

_ON = {Decision.DISCUSSED: "Discussed on"}


def decision_card(session: Session, decided: Decided, *, changed: bool = False, place: str = "decision") -> Html:
    """One decision. ``changed``: the answers are no longer those that were signed; ``place`` begins the element's id."""
    word = session.bundle.word
    rows = [
        ("By", people_words(decided, word)),
        ("Work done on", say_date(decided.done_on) or "not given"),
        (_ON.get(Decision(decided.decision), "Signed on") if decided.decision in list(Decision) else "Signed on",
         say_date(decided.signed_on)),
        ("How they know", word("method", decided.method)),
        ("Statement", decided.statement),
        ("Note", decided.note),
        ("Assurance", assurance_words(decided, say_date(decided.signed_on))),
    ]  # fmt: skip
    return el(
        "div",
        el("p", el("strong", word("decision", decided.decision)), class_="card__title"),
        el(
            "p",
            "Changed since sign-off: the answers above are no longer the ones that were signed. What was "
            "signed is below.",
            class_="notice notice--warning",
            id="changed-since",
        )
        if changed
        else None,
        label_notes(session, decided),
        None if decided.opened else el("p", "The work was not opened before this decision.", class_="notice"),
        el(
            "dl",
            *(piece for key, value in rows if value for piece in (el("dt", key), el("dd", lines(value)))),
            class_="summary",
        ),
        _signed_words(decided, place),
        class_="card",
        id=f"{place}-{decided.event}",
    )


def _signed_words(decided: Decided, place: str) -> Html | None:
    if Fault.ABSENT in decided.faults or not decided.shown:
        return None  # the label says that they are not here; or there were none
    return el(
        "details",
        el("summary", "Read exactly what was signed"),
        el(
            "dl",
            *(
                piece
                for prompt, answer in decided.shown
                for piece in (el("dt", prompt), el("dd", lines(answer) if answer else "Not answered"))
            ),
            class_="summary",
        ),
        id=f"{'signed' if place == 'decision' else place + '-signed'}-{decided.event}",
    )


def label_notes(session: Session, made: Decided | Witnessed) -> Html | None:
    """What does not fit, in sentences; nothing when all fits."""
    told = labels(made, session.today)
    if not told:
        return None
    style = "notice notice--warning" if warns(made, session.today) else "field__hint"
    return el("p", " ".join(told), class_=style)


def witness_list(session: Session, witnesses: tuple[Witnessed, ...]) -> Html | None:
    """What witnesses say, each with name, role, date and how the line was made."""
    if not witnesses:
        return None
    return el("ul", *(_witness(session, one) for one in witnesses), class_="witnesses")


def _witness(session: Session, one: Witnessed) -> Html:
    said = join(lines(one.saw), el("br"), lines(one.text)) if one.text else lines(one.saw)
    who = el("p", "Witness: ", one.who, class_="witness-line")
    return el("li", who, el("p", said), label_notes(session, one), id=f"witness-{one.event}")
