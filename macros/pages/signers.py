"""Who may sign work off in the service, as content/service.yml has it: for the pages that explain signing."""

from __future__ import annotations

from induction.views.html import Html, el, join
from macros.book import Book
from schemas.local import Signatory


def counted(signers: tuple[Signatory, ...]) -> str:
    """How many posts may sign, as a sentence."""
    if not signers:
        return "Nobody is named who may sign work off"
    return "1 post may sign work off" if len(signers) == 1 else f"{len(signers)} posts may sign work off"


def signers(book: Book) -> Html | None:
    """Who may sign work off here, one line each: the post, the name where it is given, and as what they sign."""
    given = book.handbook.service.sign_off
    if not given:
        return None
    return el("ul", *(el("li", _signer(book, one)) for one in given))


def _signer(book: Book, one: Signatory) -> Html:
    name = f", {one.name}" if one.name else ""
    return join(el("strong", one.role), f"{name}: signs as {book.word('signer', one.signer).lower()}")
