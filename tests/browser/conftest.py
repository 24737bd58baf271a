"""A browser, the built site, and a watch over everything that goes wrong on a page without anybody asking."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect

from tests.serving import SITE, serving

_HERE = Path(__file__).parent
_POLICY = """
addEventListener("securitypolicyviolation", (event) =>
  console.error(`content policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
"""
_PAGES = """
Object.defineProperty(window, "__shown", {
  get: () => window.pageShown,
  set: (page) => { window.pageShown = page; performance.mark(`page:${page}`); },
});
"""
"""The site's own note of the page it shows, with the time at which it came."""
_NO_COPY = {"service_workers": "block"}
"""Tests of the saved copy ask for it; in all others each new device would fetch the whole site behind the test's back."""
_PATIENCE = 30_000
expect.set_options(timeout=_PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@dataclass
class Device:
    """One browser profile: what it keeps is its own. What goes wrong in it unasked is written down."""

    context: BrowserContext
    site: str
    wrong: list[str] = field(default_factory=list)
    forgiven: list[str] = field(default_factory=list)
    """Beginnings or parts of what a test brings about on purpose."""

    def tab(self) -> Page:
        """One more tab, that everything is written down of."""
        return self.context.new_page()

    def forgive(self, *words: str) -> None:
        """A test breaks something on purpose: these words in a console error are no fault."""
        self.forgiven += words

    def faults(self) -> list[str]:
        return [line for line in self.wrong if not any(words in line for words in self.forgiven)]

    def watch(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.wrong.append(f"error on {page.url}: {error}"))

    def heard(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.wrong.append(f"console on {message.page.url if message.page else '?'}: {message.text}")

    def asked(self, request: Request) -> None:
        if not request.url.startswith((self.site + "/", "blob:", "data:")):
            self.wrong.append(f"request to elsewhere: {request.url}")


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the built site."""
    if not (SITE / "index.html").exists():
        pytest.skip("The site is not built: python -m macros build")
    with serving() as address:
        yield address


@pytest.fixture
def device(browser: Browser, site: str) -> Iterator[Callable[..., Device]]:
    """Makes devices. At the end of the test none of them may have broken the content policy, asked another host for
    anything, or logged an error."""
    made: list[Device] = []

    def make(script: str = "", at: str = site, **options: object) -> Device:
        context = browser.new_context(**{"base_url": at, "locale": "en-GB", **_NO_COPY, **options})
        context.set_default_timeout(_PATIENCE)
        one = Device(context, at)
        made.append(one)
        context.add_init_script(_POLICY + _PAGES)
        if script:
            context.add_init_script(script)
        context.on("page", one.watch)
        context.on("console", one.heard)
        context.on("request", one.asked)
        return one

    yield make
    for one in made:
        one.context.close()
    wrong = [line for one in made for line in one.faults()]
    assert not wrong, "\n".join(wrong)


@pytest.fixture
def page(device: Callable[..., Device]) -> Page:
    """A tab on a device of its own."""
    return device().tab()
