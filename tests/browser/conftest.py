"""A browser, the built site, and a watch over everything that goes wrong on a page without anybody asking."""

import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Request

from tests.serving import PATIENCE, SITE, serving

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
_WAITING = """{
const workers = [];
window.Worker = class extends Worker {
  #kind;
  #asked = 0;
  constructor(address, options) {
    super(address, options);
    this.#kind = /worker\\.js\\?b=/.test(address) ? "python" : "search";
    super.addEventListener("message", () => (this.#asked -= 1)); // the first to hear: what the page asks next is counted already
    workers.push(this);
  }
  postMessage(...message) {
    this.#asked += 1;
    super.postMessage(...message);
  }
  terminate() {
    this.#asked = 0;
    super.terminate();
  }
  static waiting = (kind) => workers.reduce((sum, one) => sum + (one.#kind === kind ? one.#asked : 0), 0);
};
window.__waiting = Worker.waiting;
}"""
"""How many answers of Python, or of the search, the page waits for: what a test waits for where the page shows nothing new."""
_BEHIND = round((time.time() - datetime.fromisoformat("2026-11-22T10:00:00Z").timestamp()) * 1000)
_CLOCK = f"""{{
  const Real = Date;
  globalThis.Date = class Date extends Real {{
    constructor(...given) {{
      if (given.length) super(...given);
      else super(Real.now() - {_BEHIND});
    }}
    static now() {{ return Real.now() - {_BEHIND}; }}
  }};
}}"""
"""On every device it is the same morning: plans, due dates and bank holidays must not depend on the day on which the tests run."""
_NO_COPY = {"service_workers": "block"}
"""Tests of the saved copy ask for it; in all others each new device would fetch the whole site behind the test's back."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Journeys are marked. One that fails has a second attempt, as everything in Chromium (tests/conftest.py)."""
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
    said: list[str] = field(default_factory=list)
    """All that its pages wrote to the console."""

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
        self.said.append(f"{message.type}: {message.text[:300]}")
        if message.type == "error":
            self.wrong.append(f"console on {message.page.url if message.page else '?'}: {message.text}")

    def asked(self, request: Request) -> None:
        if not request.url.startswith((self.site + "/", "blob:", "data:")):
            self.wrong.append(f"request to elsewhere: {request.url}")


_IN_USE: list[Device] = []
"""The devices of the test that runs."""


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown() -> None:
    """Devices close before any fixture ends, for a page that is still loading may not lose the host it loads from."""
    for one in _IN_USE:
        one.context.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test that failed tells what its pages showed: nobody can look at the browser of another machine."""
    report = yield
    if report.when == "call" and report.failed and _HERE in item.path.parents:
        report.sections += [(f"Device {number}", told(one)) for number, one in enumerate(_IN_USE, start=1)]
    return report


_STATE = """html => {
  const { id, localName, outerHTML } = document.activeElement ?? document.body;
  const box = document.querySelector("[data-induction-problem]")?.textContent;
  return `  state ${html.dataset.induction}, ${document.readyState}, focus on ${id || outerHTML.slice(0, 90)}
  waits for Python ${window.__waiting?.("python")}, for the search ${window.__waiting?.("search")}
  the page's own words: ${box || "none"}`;
}"""


def told(device: Device) -> str:
    """What the pages of a device show now, and the end of what they wrote to the console."""
    lines = []
    for page in device.context.pages:
        lines.append(page.url)
        try:  # a page that hangs answers nothing
            lines.append(page.locator("html").evaluate(_STATE, timeout=2000))
        except Error as error:
            lines.append(f"  does not answer: {error}")
    said = [line for line in device.said if "blocked by Playwright" not in line]
    return "\n".join([*lines, *said[-20:]])


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
    made = _IN_USE
    made.clear()

    def make(script: str = "", at: str = site, **options: object) -> Device:
        context = browser.new_context(
            **{"base_url": at, "locale": "en-GB", "timezone_id": "Europe/London", **_NO_COPY, **options}
        )
        context.set_default_timeout(PATIENCE)
        one = Device(context, at)
        made.append(one)
        context.add_init_script(_POLICY + _PAGES + _WAITING + _CLOCK)
        if script:
            context.add_init_script(script)
        context.on("page", one.watch)
        context.on("console", one.heard)
        context.on("request", one.asked)
        return one

    yield make
    wrong = [line for one in made for line in one.faults()]
    assert not wrong, "\n".join(wrong)


@pytest.fixture
def page(device: Callable[..., Device]) -> Page:
    """A tab on a device of its own."""
    return device().tab()
