"""The glossary: every term under a heading of its own, so that search leads to it."""

from __future__ import annotations

from collections.abc import Iterable

from induction.codes import Sureness
from induction.views.html import Html, el, join
from macros.book import Book
from macros.pages.page import UNSEARCHED, Here, Page, PageKind, page_body
from macros.pages.statement import also
from schemas.addresses import GLOSSARY
from schemas.tables import Term


def pages(book: Book) -> Iterable[Page]:
    """One for all terms."""
    yield Page(
        "glossary",
        "all",
        GLOSSARY,
        "Glossary",
        "Words and abbreviations in plain English, with the nation that uses them.",
        "content/glossary.yml",
    )


def body(here: Here) -> str:
    """A to Z."""
    terms = sorted(here.book.handbook.glossary.values(), key=lambda one: one.term.lower())
    letters = list(dict.fromkeys(one.term[0].upper() for one in terms))
    first = {letter: next(one for one in terms if one.term[0].upper() == letter) for letter in letters}
    return page_body(
        here.heading(1, here.page.title),
        f'<p class="lead">{here.page.description}</p>',
        el(
            "p",
            *(piece for letter in letters for piece in (el("a", letter, href=f"#term-{first[letter].id}"), " ")),
            class_="letters",
            data_search_exclude=UNSEARCHED,
        ),
        *(page_body(here.heading(2, one.term, f"term-{one.id}"), _term(here, one)) for one in terms),
    )


def _term(here: Here, one: Term) -> Html:
    nations = ", ".join(here.book.word("nation", code) for code in one.nations)
    unsure = one.sureness is Sureness.TO_BE_CHECKED
    how = here.book.word("sureness", one.sureness) if one.sureness else ""
    return join(
        el("p", el("strong", one.full[0].upper() + one.full[1:] + ". ") if one.full else None, here.words(one.means)),
        el(
            "div",
            el(
                "p",
                el("strong", "To be checked. " if unsure else "Now. "),
                here.words(one.now),
                f" {how}." if how else None,
            ),
            class_="currency tbc" if unsure else "currency",
        )
        if one.now
        else None,
        el(
            "p",
            f"Used in {nations}.",
            join(" In Welsh: ", el("span", one.cy, lang="cy"), ".") if one.cy else None,
            class_="sourceline",
        ),
        also(one.also),
    )


KIND = PageKind(pages, body)
