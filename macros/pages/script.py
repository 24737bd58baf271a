"""Scripts: words to say at a set moment. One page with roles for names, and one a school with the names filled in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from induction.codes import Standing
from induction.views.html import Html, el, join
from macros.book import Book
from macros.pages.blocks import parts
from macros.pages.exercise import units_in
from macros.pages.guidance import at, head, item_page
from macros.pages.page import UNSEARCHED, Here, Page, PageKind, page_body
from macros.pages.statement import sourceline, statement
from macros.widgets import widget
from schemas.addresses import script_page
from schemas.adoption import standing
from schemas.kinds import Script, ScriptPoint
from schemas.slots import CLOSE, OPEN, SLOT, THEN


def pages(book: Book) -> Iterable[Page]:
    """Each script, and each script at each school. Search finds the script once, not once a school."""
    for one in book.handbook.scripts.values():
        page = item_page(book, "script", one)
        yield page
        for school in book.handbook.service.schools:
            yield replace(
                page,
                key=f"{one.id}@{school.id}",
                address=script_page(one.id, school.id),
                title=f"{one.title}: {school.name}",
                searched=False,
            )


def body(here: Here) -> str:
    """The script: by itself with all there is to know, or for one school as a sheet to say it from."""
    key, _, school_id = here.page.key.partition("@")
    book = here.book
    one = book.handbook.scripts[key]
    school = next((each for each in book.handbook.service.schools if each.id == school_id), None)
    here = replace(at(here, one), school=school)
    # On paper the names stand in the words; a field for them is of no use there.
    asked = el("div", widget(here, "names", school.id), class_="no-print") if school and _unnamed(here) else None
    top = (head(here, one), _chooser(here, one), _true_here(here, one) if school else None, asked)
    here = replace(here, names=[] if school else None)
    ticks = "Tick each point as you cover it. The ticks are for this meeting: they are kept nowhere."
    return page_body(
        *top,
        # At the meeting only the words are wanted: before and after stand on the script's own page.
        _names(here, one) if school else parts(here, one.before),
        here.heading(2, "What to say", "page_what-to-say"),
        el("p", ticks, class_="no-print"),
        _rehearse(),
        *(_sheet(here, each) if school else _point(here, each) for each in one.points),
        _before_and_after(here, one) if school else parts(here, one.after),
        sourceline(here, one, units_in(one)),
    )


def _before_and_after(here: Here, one: Script) -> Html:
    whole = here.link("Before you say it, and what to do afterwards", script_page(one.id))
    return el("p", whole, class_="no-print")


def _true_here(here: Here, one: Script) -> Html | None:
    """On the sheet for a school: another nation's script may promise a child what does not hold in this school."""
    if standing(here.book.handbook, one).code is not Standing.ELSEWHERE:
        return None
    fixed = "The point that always stays in is said here too. " if any(point.fixed for point in one.points) else ""
    said = f"This script comes from elsewhere. {fixed}Say what else is in it only where it is true in this school."
    # The sheet on paper has one side and no room; whose script it is stands at its top.
    return el("div", el("p", el("strong", "Take care. "), said), class_="notice no-print")


def _chooser(here: Here, one: Script) -> Html | None:
    schools = here.book.handbook.service.schools
    if not schools:
        return None
    links = [
        el("li", el("strong", each.name) if each == here.school else here.link(each.name, script_page(one.id, each.id)))
        for each in schools
    ]
    return el(
        "div",
        el("p", el("strong", "Which school?"), " Choose one to see its names."),
        el("ul", *links, el("li", here.link("Any other school", script_page(one.id))) if here.school else None),
        class_="chooser no-print",
        data_search_exclude=UNSEARCHED,
    )


def _unnamed(here: Here) -> bool:
    """True when a reader can type in names that the school has not given."""
    schools = here.book.bundle.service.schools
    return any(one.unnamed for one in schools if here.school and one.id == here.school.id)


def _names(here: Here, one: Script) -> Html:
    said = " ".join(f"{point.say} {point.younger}" for point in one.points)
    people = dict.fromkeys(
        match[1].removeprefix("person.") for match in SLOT.finditer(said) if match[1].startswith("person.")
    )
    handbook = here.book.handbook
    assert here.school
    pairs = [
        (
            handbook.people[person].titles.get(handbook.service.nation, handbook.people[person].title),
            here.school.people.get(person)
            or f"{OPEN}{here.school.id}/{person}/ask{THEN}{handbook.people[person].ask}{CLOSE}",
        )
        for person in people
        if person in handbook.people
    ]
    lines = [join(el("strong", f"{title}: "), here.words(name)) for title, name in pairs]
    return el("p", *[piece for line in lines for piece in (el("br"), line)][1:]) if lines else join()


def _rehearse() -> Html:
    """Hiding the words, to say them by heart: folded, for at a meeting the words come first.

    Shown by rehearse.js: without JavaScript all of the words are simply there.
    """
    buttons = (
        el("button", words, type="button", class_="button button--secondary", data_all=verb)
        for verb, words in (("hide", "Hide all the words"), ("show", "Show all the words"))
    )
    about = "Hide the words, say the point in your own, then show them and compare. On paper nothing is ever hidden."
    return el(
        "div",
        el("details", el("summary", "Rehearse it"), el("p", about), el("div", *buttons, class_="actions")),
        el("p", role="status", class_="visually-hidden"),
        class_="rehearse no-print",
        data_rehearse=True,
        data_search_exclude=UNSEARCHED,
        hidden=True,
    )


def _said(one: ScriptPoint) -> str:
    """The id of the words of a point."""
    return f"page_said-{one.id}"


def _hide(one: ScriptPoint) -> Html:
    """The button that hides and shows the words of one point."""
    button = el(
        "button",
        el("span", "Hide", data_verb=True),
        " the words",
        el("span", f" ({one.title})", class_="visually-hidden"),
        type="button",
        class_="button button--link no-print",
        aria_expanded="true",
        aria_controls=_said(one),
        data_says=_said(one),
        data_search_exclude=UNSEARCHED,
        hidden=True,
    )
    return el("div", button, class_="no-print")


def _point(here: Here, one: ScriptPoint) -> str:
    """A point under a heading of its own, with all that stands beside it."""
    words = el("div", here.said(one.say), class_="script", id=_said(one))
    content = (_tick(one, Html("Covered")), words, _hide(one), _younger(here, one), _fixed(one))
    return page_body(here.heading(3, one.title, one.id), statement(here, one.sources, *content, part=one.id))


def _sheet(here: Here, one: ScriptPoint) -> Html:
    """A point as one line to tick, so that all of them print on one side. The overlays stand at the top."""
    say = _tick(one, join(el("strong", one.title + "."), " ", el("span", here.words(one.say), id=_said(one))))
    return statement(here, one.sources, say, _hide(one), _younger(here, one), _fixed(one))


def _tick(one: ScriptPoint, words: Html) -> Html:
    box = f"covered-{one.id}"
    # autocomplete: some browsers would bring the tick back after a reload.
    tick = el("input", type="checkbox", id=box, autocomplete="off")
    return el("div", tick, el("label", words, for_=box), class_="choice choice--script")


def _words(here: Here, words: str) -> Html:
    return el("div", here.said(words), class_="script")


def _younger(here: Here, one: ScriptPoint) -> Html:
    return el("details", el("summary", "In simpler words"), _words(here, one.younger), class_="no-print")


def _fixed(one: ScriptPoint) -> Html | None:
    words = "This point always stays in: no service may leave it out."
    return el("p", words, class_="no-print") if one.fixed else None


KIND = PageKind(pages, body)
