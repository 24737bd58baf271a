"""What stands beside a statement: safety overlays, what changed since, where it comes from and whom it applies to.

Everything that carries source units is rendered through `statement`, the one place where overlays are added.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

from induction.codes import Standing as Code
from induction.codes import Sureness
from induction.dates import say_date
from induction.views.html import Html, el, join, spoken
from macros.pages.page import UNSEARCHED, Here
from schemas.adoption import Standing
from schemas.common import Applies, Currency, Item
from schemas.overlays import overlays_for
from schemas.problems import listed
from schemas.tables import Overlay


def statement(here: Here, sources: Iterable[str], *content: Html | None, part: str = "") -> Html:
    """A statement and the overlays that temper what it carries, each once a part."""
    overlays = [one for one in overlays_for(here.book.handbook.overlays, sources) if (part, one.id) not in here.shown]
    made = join(*content, *(overlay(here, one) for one in overlays))
    here.shown.update((part, one.id) for one in overlays)
    return made


def overlay(here: Here, one: Overlay) -> Html:
    """A safety overlay: in full where it first stands on a page, then in a line with the way to where it is in full.

    The same warning in full beside every part is soon read by nobody; a line beside each part still is.
    """
    anchor = f"page_{one.id}"
    again = any(shown == one.id for _, shown in here.shown)
    first, rest = _sentence(one.text)
    if again:
        link = el("a", spoken("Read all of it", f": {one.title}"), href=f"#{anchor}")
        more = join(" ", link, ".") if rest else None
        said = [el("p", el("strong", one.title + ". "), here.words(first), more)]
    else:
        said = [el("p", el("strong", one.title + ".")), el("p", here.words(one.text))]
    return el("div", *said, id=None if again else anchor, class_="overlay", data_overlay=one.id)


def _sentence(text: str) -> tuple[str, str]:
    """The first sentence of a text, and the rest."""
    found = re.match(r".+?[.!?](?=\s)", text, re.DOTALL)
    return (found[0], text[found.end() :].strip()) if found else (text, "")


def date(day: datetime.date) -> Html:
    """A date that a machine can read too."""
    return el("time", say_date(day.isoformat()), datetime=day.isoformat())


def currency(here: Here, notes: Iterable[Currency]) -> Html:
    """What has changed since the source was written, or has not."""
    return join(*(_note(here, note) for note in notes))


def _note(here: Here, note: Currency) -> Html:
    unsure = note.sureness is Sureness.TO_BE_CHECKED
    since = f"since {note.since}"
    if note.then:
        moved = "To be checked: changed since the source." if unsure else "Changed since the source."
        says = join(
            el("p", el("strong", moved)),
            el("p", el("strong", "Then: "), here.words(note.then)),
            el("p", el("strong", f"Now, {since}: " if note.since else "Now: "), here.words(note.now)),
        )
    else:
        title = "To be checked" if unsure else "What holds now"
        says = el("p", el("strong", f"{title}, {since}: " if note.since else f"{title}: "), here.words(note.now))
    return el(
        "div",
        says,
        el(
            "p",
            f"How sure: {here.book.word('sureness', note.sureness).lower()}. Last looked at on ",
            date(note.checked),
            ".",
            join(" ", web(here, "Look it up", note.link), ".") if note.link else None,
            class_="sourceline",
            data_search_exclude=UNSEARCHED,
        ),
        class_="currency tbc" if unsure else "currency",
        data_sureness=note.sureness.value,
    )


def moved(here: Here, item: Item) -> Html | None:
    """What has moved on this page itself, the newest first: where "Changed since you signed" leads."""
    if not item.changes:
        return None
    notes = sorted(item.changes, key=lambda one: one.date, reverse=True)
    return el(
        "div",
        el("p", el("strong", "What has changed on this page")),
        el("ul", *(el("li", date(one.date), ": ", here.words(one.what)) for one in notes)),
        class_="currency",
        id="page_changes",
    )


def web(here: Here, words: str, href: str) -> Html:
    """A link to another site with the day it was last looked at; words alone when nothing was there (content/links.yml)."""
    check = here.book.handbook.links.get(href)
    if check is None:
        return el("a", words, href=href)
    day = join("reached on " if check.reached else "not reached on ", date(check.on))
    said = el("span", " (", day, ")", class_="web", data_search_exclude=UNSEARCHED)
    return join(el("a", words, href=href) if check.reached else words, said)


def changed(notes: Iterable[Currency]) -> tuple[list[Currency], list[Currency]]:
    """Notes that a reader must see before the text (it moved, or may have), and those that only confirm it."""
    notes = list(notes)
    first = [note for note in notes if note.then or note.sureness is Sureness.TO_BE_CHECKED]
    return first, [note for note in notes if note not in first]


def applies(here: Here, to: Applies, stands: Standing | None = None) -> Html:
    """Whom a page applies to, whether it is another nation's, and what the service decided about it."""
    book = here.book
    roles = [
        here.link(book.handbook.roles[one].plural, f"roles/{one}/") for one in to.roles if one in book.handbook.roles
    ]
    foreign = book.handbook.service.nation not in to.nations
    code = stands.code if stands else Code.ELSEWHERE if foreign else None
    return el(
        "ul",
        el("li", el("strong", book.word("standing", code)), _decided(stands), data_standing=code.value)
        if code
        else None,
        el("li", listed((book.word("nation", one) for one in to.nations), "and")),
        el("li", "For ", *_listed(roles)) if roles else el("li", "For everyone"),
        el("li", to.setting[0].upper() + to.setting[1:]) if to.setting else None,
        class_="applies",
        data_search_exclude=UNSEARCHED,  # results say it as tags
    )


def _decided(stands: Standing | None) -> Html | None:
    if not stands or not stands.decided or stands.code is Code.ELSEWHERE:
        return None
    return join(": ", stands.decided.by, ", ", date(stands.decided.on))


def adapted(here: Here, stands: Standing, tag: str = "div") -> Html | None:
    """The service's own text, which goes before the source's."""
    if not stands.text:
        return None
    own = join(el("strong", "Our service's own text: "), here.words(stands.text))
    said = join(el("p", own), el("p", el("strong", "What the source says:"))) if tag == "div" else own
    return el(tag, said, class_="own")


def stands_as(stands: Standing) -> Html:
    """In words, whose rule a duty is here."""
    return el(
        "p",
        el("strong", stands.words),
        _decided(stands),
        class_="duty__standing",
        data_standing=stands.code.value,
        data_search_exclude=UNSEARCHED,
    )


def _listed(links: list[Html]) -> list[Html | str]:
    pieces: list[Html | str] = []
    for index, link in enumerate(links):
        pieces += [", " if index else "", link]
    return pieces


def also(phrases: Iterable[str]) -> Html | None:
    """What people type for this: found by search, shown and read out to nobody.

    The search index keeps <sub>, so whoever shows results can tell these words from the text.
    """
    # People leave apostrophes out, and the index knows a word only as it is written.
    typed = ", ".join(dict.fromkeys(form for one in phrases for form in (one, re.sub("['’]", "", one))))
    return el("p", el("sub", typed), hidden=True) if typed else None


def from_where(here: Here, units: Iterable[str]) -> Html | None:
    """The source documents of one part, in a line. For pages that draw on more than one."""
    documents = _documents(here, units)
    if not documents:
        return None
    links = [here.link(here.book.handbook.sources[one].title, f"sources/{one}/") for one in documents]
    return el("p", "From: ", *_listed(links), ".", class_="sourceline", data_search_exclude=UNSEARCHED)


def _documents(here: Here, units: Iterable[str]) -> list[str]:
    return [one for one in dict.fromkeys(unit.partition(".")[0] for unit in units) if one in here.book.handbook.sources]


def unit_anchor(unit: str) -> str:
    """The address of a unit on its source document's page."""
    return f"unit-{unit}"


def sourceline(here: Here, item: Item, units: Iterable[str]) -> Html:
    """The end of a page: its sources, unit by unit, and when it was last read against them."""
    units = list(dict.fromkeys(units))
    handbook = here.book.handbook
    links = [
        join(here.link(source.title, f"sources/{source.id}/"), f" ({here.book.word('nation', source.nation)})")
        for source in (handbook.sources[one] for one in _documents(here, units))
    ]
    passages = [
        el("li", here.link(handbook.units[unit].label, f"sources/{unit.partition('.')[0]}/#{unit_anchor(unit)}"))
        for unit in units
        if unit in handbook.units
    ]
    return el(
        "div",
        el("p", "Sources: ", *_listed(links), ".") if links else el("p", "Ours: no source says this."),
        el(
            "p",
            "Last read against its sources on ",
            el("span", date(item.reviewed), data_reviewed=item.reviewed.isoformat()),
            ".",
        ),
        el("details", el("summary", f"What it carries ({len(passages)})"), el("ul", *passages), class_="no-print")
        if passages
        else None,
        class_="sourceline",
        data_search_exclude=UNSEARCHED,
    )
