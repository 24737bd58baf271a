"""Links to other sites: each with the day of its last look; one that was not reached is words, everywhere."""

import datetime
from collections.abc import Callable
from dataclasses import replace

from macros.book import ROOT, Book, make_book
from macros.links import Site
from macros.pages import all_pages, body
from macros.site import problems
from schemas.compile import bundle, bundle_json
from schemas.handbook import load
from schemas.links import LinkCheck, addresses
from tests.schemas.conftest import Spoilt

Show = Callable[[str, str], str]
CHECKS = """\
checks:
  - {href: "https://a.example/x", on: 2026-12-03, reached: true}
  - {href: "https://b.example/y", on: 2026-12-03, reached: false, why: "the server answered 404"}
"""


def test_the_day_stands_beside_a_link_and_a_dead_one_is_words(tiny: Spoilt, shown: Show):
    links = "      - links: [{text: Theirs, href: https://a.example/x}, {text: Other, href: https://b.example/y, note: Old.}]\n"
    tiny.change(
        "guidance/visits.yml", "      - steps", links + "      - text: 'Or [b](https://b.example/y).'\n      - steps"
    )
    tiny.write("links.yml", CHECKS)
    text = shown("guidance", "visits.home")
    day = '<time datetime="2026-12-03">3 December 2026</time>'
    assert (
        f'<a href="https://a.example/x">Theirs</a><span class="web" data-search-exclude="1"> (reached on {day})' in text
    )
    assert f'<li>Other<span class="web" data-search-exclude="1"> (not reached on {day})</span>. Old.</li>' in text
    assert "Or b (not reached on 3 December 2026)." in text
    assert "https://b.example/y" not in text


def test_a_link_nobody_has_looked_at_is_a_plain_link(tiny: Spoilt, shown: Show):
    links = "      - links: [{text: Theirs, href: https://a.example/x}]\n"
    tiny.change("guidance/visits.yml", "      - steps", links + "      - steps")
    assert '<li><a href="https://a.example/x">Theirs</a></li>' in shown("guidance", "visits.home")


def test_with_every_address_dead_no_page_and_no_widget_links_to_one():
    handbook = load(ROOT)
    day = datetime.date(2026, 12, 3)
    gone = {href: LinkCheck(href=href, on=day, reached=False) for href in addresses(handbook)}
    assert len(gone) > 100
    dead = replace(handbook, links=gone)
    book = make_book(dead)
    for page in all_pages(book).values():
        text = body(book, page)
        assert 'href="https://' not in text and "](https://" not in text, page.address
    before, after = bundle(handbook), bundle(dead)
    assert "](https://" not in bundle_json(after) and '"href":"https://' not in bundle_json(after)
    versions = [[one.version for p in made.programmes for one in p.activities] for made in (before, after)]
    assert versions[0] == versions[1]  # nobody is asked anything else


def test_a_page_that_links_there_all_the_same_fails_the_build(tiny: Spoilt, book: Book):
    tiny.write("links.yml", CHECKS)
    html = {"by-hand/": '<a href="https://b.example/y">b</a><a href="https://a.example/x">a</a>'}
    site = Site(tiny.root, html, {"by-hand/": frozenset()}, {"by-hand/": ()})
    said = problems(make_book(load(tiny.root)), site, "https://handbook.example/")
    assert [one for one in said if "a.example" in one] == []
    assert (
        "page by-hand/ links to https://b.example/y, which content/links.yml says was not reached; it should be shown as "
        "words." in said
    )
