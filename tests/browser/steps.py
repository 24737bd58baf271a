"""What a person does on the site, in the words of the tests."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Download, Error, FileChooser, FilePayload, Page, expect

from tests.serving import PATIENCE

SECTION = "/induction/ews/section-1/"
START = "/induction/start/"
RECORD = "/induction/record/"
SIGN_OFF = "/induction/sign-off/"
LOG = "/induction/log/"
TASKS = "/induction/ews/"

ROLE = {
    "functions": "Attendance, exclusions and child employment",
    "titles": "Education welfare officers, in every school",
    "time": "By need, looked at again each year",
    "duties": "Twelve schools and what they refer",
}
"""An answer to each question of 1.1, by the last word of its field."""

_SHOWN_SINCE = """name => {
  const last = (mark) => performance.getEntriesByName(mark).at(-1)?.startTime;
  return last("induction:ready") > last(name);
}"""
_COUNT = "name => performance.getEntriesByName(name).length"


def activity(number: str) -> str:
    """The address of an activity of section 1."""
    return f"{SECTION}activity-{number.replace('.', '-')}/"


def ready(page: Page) -> None:
    """Wait until Python has shown the page."""
    page.wait_for_selector("html[data-induction=ready]", state="attached")


def go(page: Page, address: str) -> None:
    """Open a page with a widget by its address, as from a bookmark."""
    page.goto(address)
    ready(page)


def follow(page: Page, address: str) -> None:
    """Open a page with a widget from the page before it, by a link: the worker lives on."""
    shown(page, lambda: leave_for(page, address), address)


def leave_for(page: Page, address: str) -> None:
    """Press a link, and do not wait for where it leads."""
    by_instant_navigation(page)
    page.evaluate(_LINK, address)


_LINK = """address => {
  const link = Object.assign(document.createElement("a"), { href: address });
  document.body.append(link);
  link.click();
  link.remove();
}"""


IN_VIEW = """(at) => {
  const box = at.getClientRects()[0] ?? at.getBoundingClientRect(); // the first line of a link that wraps
  const [first, last] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  const x = Math.min(Math.max(box.left + Math.min(box.width / 2, 20), 0), innerWidth - 1);
  const ours = [at, ...(at.labels ?? [])];
  const shows = (y) => {
    const top = document.elementFromPoint(x, y);
    return top !== null && (top.contains(at) || ours.some((one) => one.contains(top)));
  };
  const half = (last - first) / 2;
  return box.width > 0 && last > first && [Math.min(half, 12), half].some((down) => shows(first + down));
}"""
"""Whether an element can be seen, all of it or, where it is taller than the screen, some: WCAG 2.2, 2.4.11."""


def shown(page: Page, act: Callable[[], object], address: str) -> None:
    """Do something that leads to a page with a widget, and wait until Python has shown that page."""
    by_instant_navigation(page)
    here = page.evaluate("location.pathname") == address
    since = f"page:{address}" if not here else "induction:ready"
    before = page.evaluate(_COUNT, since)
    act()
    until(page, f"name => ({_COUNT})(name) > {before}", since)
    if not here:
        until(page, _SHOWN_SINCE, since)
    ready(page)


def until(page: Page, expression: str, arg: Any = None) -> Any:
    """Wait until an expression is true on the page. (Playwright's own way needs eval, which the content policy forbids.)

    A page that goes while it is asked gives no answer; the one that comes in its place is asked next.
    """
    for _ in range(PATIENCE // 50):
        try:
            if value := page.evaluate(expression, arg):
                return value
        except Error as error:
            if "context was destroyed" not in error.message:
                raise
        page.wait_for_timeout(50)
    raise AssertionError(f"never came true: {expression}")


COPY = """async () => {
  const whole = [];
  for (const name of await caches.keys()) {
    if (await (await caches.open(name)).match(new URL("--whole--", __md_scope))) whole.push(name.split(" ").at(-1));
  }
  return whole.sort().join(" ");
}"""
"""The groups of pages and files that the saved copy holds whole."""


def copied(page: Page, groups: str = "pages") -> None:
    """Wait until these groups are kept whole, and the tab is answered from them."""
    until(page, f"async () => (await ({COPY})()) === {groups!r} && Boolean(navigator.serviceWorker.controller)")


def by_instant_navigation(page: Page) -> None:
    """Wait until the theme knows the site's pages: a link that is followed before is an ordinary one, and this page goes."""
    until(page, "performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/sitemap.xml'))")
    answered(page)


def start(page: Page, name: str = "Rhian Prys", manager: str = "Sioned Vaughan", programme: str = "ews") -> None:
    """Start a record, as a new starter does on the first day."""
    if START not in page.url:
        go(page, START)
    page.fill("#c-name", name)
    page.select_option("#c-programme", programme)
    page.fill("#c-manager", manager)
    shown(page, lambda: page.click("#start-form button[type=submit]"), f"/induction/{programme}/")
    expect(page.locator("#record-bar")).to_contain_text(name)


def events(page: Page, kind: str | None = None) -> list[dict]:
    """Everything of a record in local storage, drafts too; or the events of one type."""
    texts = page.evaluate(
        "Object.entries(localStorage).filter(([key]) => /^induction\\/.*\\/(event|draft)\\//.test(key)).map(([, text]) => text)"
    )
    found = [json.loads(text) for text in texts]
    return [event for event in found if kind in (None, event["type"])]


def kept(page: Page, field: str) -> str | None:
    """The last text that local storage has for a field of an activity."""
    mine = [event for event in events(page, "answer") if event["data"]["field"] == field]
    return max(mine, key=lambda event: (event["tick"], event["id"]))["data"]["value"] if mine else None


def answered(page: Page, by: str = "python") -> None:
    """Wait until whatever was asked of Python, or of the ``search``, has come back and is shown."""
    until(page, f"window.__waiting({by!r}) === 0")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))")


def settled(page: Page) -> None:
    """Wait until nothing that was typed is on its way any more, and nothing is wrong. What was typed goes when its field is left."""
    page.evaluate("document.activeElement?.blur()")
    answered(page)
    until(page, "!document.querySelector('[data-induction-problem]:not([data-induction-problem=\"\"])')")


def answer_role(page: Page) -> None:
    """All of 1.1."""
    for name, text in ROLE.items():
        page.fill(f"#f-role--{name}", text)
    expect(page.locator("#done-form")).to_be_visible()


def ask_for_sign_off(page: Page, done_on: str = "2026-11-20") -> None:
    page.fill("#c-done-on", done_on)
    page.click("#done-form button[type=submit]")
    expect(page.locator("#activity-status")).to_contain_text("Waiting for sign-off")


def save(page: Page, button: str = "#bar-save") -> Download:
    """Press a button that gives a file."""
    with page.expect_download() as download:
        page.click(button)
    return download.value


def text_of(download: Download) -> str:
    return Path(download.path()).read_text("utf-8")


def choose(page: Page, file: Path | str, name: str = "record.json", button: str = "#open-file") -> None:
    """Press a button that asks for a file, and give it one: a path, or the text of it."""
    _chooser(page, button).set_files(file if isinstance(file, Path) else _given(name, file))


def choose_many(page: Page, files: list[tuple[str, str]], button: str = "#open-file") -> None:
    """Press a button that asks for files, and give it several at once: the name and the text of each."""
    chooser = _chooser(page, button)
    assert chooser.is_multiple()
    chooser.set_files([_given(name, text) for name, text in files])


def _given(name: str, text: str) -> FilePayload:
    return {"name": name, "mimeType": "application/json", "buffer": text.encode()}


def _chooser(page: Page, button: str) -> FileChooser:
    """The window of files, which a browser opens only in the seconds after a press; when Python took longer, the page asks for
    another."""
    choosers: list[FileChooser] = []
    page.once("filechooser", lambda one: choosers.append(one))
    page.click(button)
    once_more = page.locator("[data-induction-problem]").get_by_role("button", name="Choose a file").first
    for _ in range(PATIENCE // 50):
        if choosers:
            break
        if once_more.is_visible():
            once_more.click()
        page.wait_for_timeout(50)
    assert choosers, "no window of files came"
    return choosers[0]
