"""Every page of the built site that is not a specimen of its kind (`tests.browser.kinds`), each in one look.

The looks go round within each kind of page, so that every kind meets all of them; HANDBOOK_LOOKS=all gives every page every look.
What a page logs, what it asks elsewhere and what the content policy refuses is told by the device, as in every test here.
"""

import os
import re
from collections import Counter

import pytest
from playwright.sync_api import Page

from tests.browser.kinds import ALL
from tests.browser.steps import follow, go
from tests.browser.test_accessible import LOOKS, Look
from tests.browser.test_every_reader import WIDER
from tests.serving import SITE

pytestmark = pytest.mark.browser
_EVERY_LOOK = os.environ.get("HANDBOOK_LOOKS") == "all"
_NARROW = {"width": 320, "height": 640}
"""1280 CSS pixels at 400 % (WCAG 1.4.10)."""
_SPACED = """on => {
  const sheet = new CSSStyleSheet(); // WCAG 1.4.12; inline styles are refused
  if (on)
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
      p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
_CUT = """() => [...document.querySelectorAll(".md-container *, .md-header *")].filter((one) => {
  const [over, below] = [one.scrollWidth - one.clientWidth, one.scrollHeight - one.clientHeight];
  if ((over < 2 && below < 3) || one.clientWidth < 3) return false;
  const { overflowX, overflowY, display } = getComputedStyle(one);
  const hides = (way) => way === "hidden" || way === "clip";
  const cut = over > 1 && (hides(overflowX) || display.endsWith("flex"));
  if (!cut && !(below > 2 && hides(overflowY))) return false;
  if (one.closest("svg, textarea, select, .md-search, .md-sidebar, .visually-hidden, .skip")) return false;
  return one.checkVisibility({ visibilityProperty: true }) && one.innerText?.trim();
}).slice(0, 3).map((one) => `${one.outerHTML.slice(0, 120)} ${one.scrollWidth} in ${one.clientWidth}`)"""
_SMALL = """() => [...document.querySelectorAll("main :is(a[href], button, input, select, summary)")].filter((one) => {
  if (one.matches(".headerlink, .visually-hidden")) return false;
  if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  const { width, height } = one.getBoundingClientRect();
  if ((width >= 24 && height >= 24) || getComputedStyle(one, "::after").position === "absolute") return false; // the row is the target
  const others = one.parentElement.innerText.trim().length - one.innerText.trim().length;
  return getComputedStyle(one).display !== "inline" || others <= 3; // in running text it may be as high as a line
}).slice(0, 3).map((one) => one.outerHTML.slice(0, 140))"""
"""What has to be hit by itself and is smaller than 24 by 24 (WCAG 2.5.8, without its exception for what has room around it)."""


def _address(path: str) -> str:
    return "/" + path.removesuffix("index.html")


def _text(address: str) -> bytes:
    return (SITE / (address[1:] + "index.html" if address.endswith("/") else address[1:])).read_bytes()


REST = sorted({_address(str(path.relative_to(SITE))) for path in SITE.rglob("*.html")} - set(ALL))
TRACKER = [address for address in REST if re.search(rb"<[a-z]+ [^>]*data-widget=", _text(address))]
READING = [address for address in REST if address not in TRACKER]


def _looks(addresses: list[str]) -> list[tuple[str, tuple[tuple[int, str], ...]]]:
    """Each page with its looks, the same in every run."""
    met: Counter[str] = Counter()
    chosen = []
    for address in addresses:
        kind = re.sub(r"[^/]+/$", "activity" if "/activity-" in address else "", address)
        kind = re.sub(r"section-\d", "section", kind)
        at = met[kind] % len(LOOKS)
        met[kind] += 1
        chosen.append((address, LOOKS if _EVERY_LOOK else LOOKS[at : at + 1]))
    return chosen


def _faults(page: Page, address: str) -> list[str]:
    """What cannot be read or hit on a phone, and at 400 % with more space between letters."""
    page.set_viewport_size({"width": 390, "height": 844})
    found = [f"{address}, small: {one}" for one in page.evaluate(_SMALL)]
    page.set_viewport_size(_NARROW)
    for spaced in (False, True):
        page.evaluate(_SPACED, spaced)
        wide = page.evaluate(WIDER)
        if wide["page"] > 0 or wide["wide"]:
            found.append(f"{address}, wider than the page{' with text spacing' * spaced}: {wide}")
        found += [f"{address}, cut off{' with text spacing' * spaced}: {one}" for one in page.evaluate(_CUT)]
    page.evaluate(_SPACED, False)
    return found


def test_every_page_to_read(page: Page) -> None:
    look, found = Look(page), []
    for address, looks in _looks(READING):
        page.goto(address)
        look.at(address, looks)
        found += _faults(page, address)
    assert not look.found + found, "\n".join(look.found + found)


def test_every_page_of_the_tracker(page: Page) -> None:
    look, found = Look(page), []
    for address, looks in _looks(TRACKER):
        if look.page.url == "about:blank":
            go(page, address)
        else:
            follow(page, address)
        look.at(address, looks)
        found += _faults(page, address)
    assert not look.found + found, "\n".join(look.found + found)
