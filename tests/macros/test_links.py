"""The link checker and the checks of coverage, on pages made to fail."""

from pathlib import Path

import pytest

from macros.coverage import missing_anchors, missing_overlays, write_coverage
from macros.links import Site, dead_links, fetched_from_elsewhere, read_site
from schemas.tables import Overlay


def made(folder: Path, **pages: str) -> Site:
    for name, html in {"index": "", **pages}.items():
        path = folder / ("index.html" if name == "index" else f"{name.replace('__', '/')}/index.html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8")
    (folder / "style.css").write_text("")
    return read_site(folder)


@pytest.mark.parametrize(
    "href",
    ["", "#here", "../b/", "../b/#there", "..", "../", "../style.css", "https://example.org/", "mailto:a@b.example",
     "tel:999", "/base/b/", "/base/b/#there", "../b/?q=1#there", "#__tabbed_1"],
)  # fmt: skip
def test_links_that_lead_somewhere(tmp_path: Path, href: str):
    site = made(tmp_path, a=f'<p id="here"><a class="x" href="{href}">x</a>', b='<h2 class="y" id=there>')
    assert dead_links(site, "/base/") == []


@pytest.mark.parametrize(
    ("href", "why"),
    [
        ("../c/", "no such page"),
        ("../b", "the / at the end"),
        ("../b/#nowhere", "no #nowhere"),
        ("#nowhere", "no #nowhere"),
        ("../../b/", "leaves the site"),
        ("../nothing.css", "no such page"),
        ("/base/c/", "no such page"),
    ],
)
def test_links_that_lead_nowhere(tmp_path: Path, href: str, why: str):
    site = made(tmp_path, a=f"<a href='{href}'>x</a>", b="<p id='there'>")
    (dead,) = dead_links(site, "/base/")
    assert (dead.page, dead.href) == ("a/", href)
    assert why in dead.why


def test_ids_that_stand_twice(tmp_path: Path):
    site = made(tmp_path, a='<p id="one"><p id="two"><p id="one">')
    assert dict(site.twice) == {"": (), "a/": ("one",)}


def test_what_is_fetched_from_elsewhere(tmp_path: Path):
    site = made(
        tmp_path,
        a='<script src="https://cdn.example/x.js"></script><img src="//i.example/y.png"><a href="https://ok.example/">',
        b='<link rel="canonical" href="https://own.example/b/"><link rel="icon" href="https://own.example/i.svg">',
    )
    assert fetched_from_elsewhere(site, "https://own.example/") == [
        ("a/", "//i.example/y.png"),
        ("a/", "https://cdn.example/x.js"),
    ]


def test_a_unit_whose_place_is_missing(tmp_path: Path):
    site = made(tmp_path, a='<p id="here">')
    carried = {"ews.one": ["a/", "a/#here"], "ews.two": ["a/#gone", "b/"], "ews.three": ["a/#gone"]}
    assert missing_anchors(site, carried) == {"a/#gone": ["ews.two", "ews.three"], "b/": ["ews.two"]}
    assert '"ews.one"' in write_coverage(tmp_path, carried).read_text()


OVERLAY = Overlay(id="safe", title="Safe", text="Do.", tempers=("ews.one",))
BESIDE = '<div class="overlay" data-overlay="safe">'


@pytest.mark.parametrize(
    ("html", "address", "found"),
    [
        (f'<h1>t</h1><h2 id="p">x</h2>{BESIDE}', "a/#p", True),
        (f'<h1>t</h1><h2 id="p">x</h2><h2 id="q">y</h2>{BESIDE}', "a/#p", False),
        (f'<h2 id="p">x</h2><div class="duty" id="duty-d">{BESIDE}</div>', "a/#duty-d", True),
        (f'<h2 id="p">x</h2><h3 id="e">y</h3><h3 id="f">z</h3>{BESIDE}', "a/#e", False),
        (f'{BESIDE}<div data-widget="activity"><h2>x</h2><div id="f-q-field"></div>', "a/#f-q-field", True),
        ('<div data-widget="activity"><h2>x</h2><div id="f-q-field"></div>', "a/#f-q-field", False),
        # An aid that ended further up the page is not around what follows it.
        (f'<div data-widget="aid"><div>x</div></div><h2 id="p">x</h2>{BESIDE}', "a/#p", True),
        (f'{BESIDE}<div data-widget="aid"><div>x</div></div><h2 id="p">x</h2>', "a/#p", False),
        (f"<h1>t</h1>{BESIDE}", "a/", True),
        ("<h1>t</h1>", "a/", False),
    ],
)
def test_a_statement_without_its_overlay_is_found(tmp_path: Path, html: str, address: str, found: bool):
    missing = list(missing_overlays(made(tmp_path, a=html), {"ews.one": [address]}, [OVERLAY]))
    assert missing == ([] if found else [(address, "safe", "ews.one")])
