"""The whole handbook on one page, and as a PDF with an outline."""

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from macros.book import ROOT, open_book
from macros.environment import chromium
from macros.nav import nav
from macros.onepage import menu, one_page, write_one_page
from macros.pdf import write_pdf
from tests.macros.conftest import Built
from tests.specimen.build import build

SPECIMEN_NAV = [
    {"Home": "index.md"},
    {
        "Handbook": [
            "guidance/index.md",
            {"Blocks": "guidance/blocks.md"},
            {"Deeper": [{"Visits": "guidance/visits/index.md"}]},
        ]
    },
    {"About": "about.md"},
]


def test_every_page_of_the_menu_is_in_it_and_every_link_leads_somewhere(built: Built, tmp_path: Path) -> None:
    whole = nav(open_book(browser=False), ROOT / "docs")
    html = one_page(built.site.folder, whole, "Handbook", "Made today")
    entries = list(menu(whole))
    assert len(entries) > 150
    assert len(re.findall(r'<section id="page-\d+" class="whole__page', html)) == len(entries)
    for title in (
        "Home visit card",
        "Glossary",
        "1. The education welfare service",
        "What to say about confidentiality",
    ):
        assert title in html, title
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)
    assert not re.search(r"<script|<noscript|<[a-z][^>]* data-widget=", html)
    assert 'data-widget="activity" data-subject="ews.1.2" id="…"' in html  # what a page says of HTML stays as it is
    for address in re.findall(r'(?:href|src)="\.\./([^"#]*)"', html):
        assert (built.site.folder / address).exists(), address


def test_headings_go_down_as_the_menu_does(tmp_path: Path) -> None:
    site = build(tmp_path, "http://127.0.0.1/")
    write_one_page(site, SPECIMEN_NAV, "Specimen", "Made today")
    html = (site / "whole" / "index.html").read_text("utf-8")
    levels = [
        (int(level), re.sub("<[^>]+>", "", words))
        for level, words in re.findall(r"<h(\d)[^>]*>(.*?)</h\1>", html, re.DOTALL)
    ]
    assert (1, "Guidance") in levels and (2, "Deeper") in levels and (3, "Visits") in levels


@pytest.mark.browser
def test_the_pdf_has_tags_and_an_outline_of_the_menu(tmp_path: Path) -> None:
    if not chromium():
        pytest.skip("No Chromium on this machine: install it or set CHROMIUM.")
    site = build(tmp_path, "http://127.0.0.1/")
    write_one_page(site, SPECIMEN_NAV, "Specimen", "Made today")
    with ThreadPoolExecutor(1) as apart:  # beside a browser that another test of this process has open
        pdf = apart.submit(write_pdf, site).result().read_bytes()
    titles = re.findall(rb"/Title \(((?:\\.|[^\\)])*)\)", pdf)
    for title in (b"Guidance", b"Deeper", b"Visits"):
        assert title in titles, titles
    assert b"/StructTreeRoot" in pdf and b"/Outlines" in pdf
