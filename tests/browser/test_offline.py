"""The saved copy: what is there without a connection, how versions change, and how it is switched off."""

import re
import shutil
import socket
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, expect

from tests.browser.conftest import Device
from tests.browser.steps import COPY, activity, answered, copied, events, follow, go, kept, ready, settled, start, until
from tests.browser.test_typing import FILL
from tests.serving import SITE, serving

pytestmark = pytest.mark.browser

_ASK_MEANWHILE = """async button => {
  button.click();
  const worker = navigator.serviceWorker.controller;
  for (let n = 0; n < 2000 && (await caches.keys()).length; n += 1) {
    for (let m = 0; m < 20; m += 1) worker.postMessage({ type: "state" }, [new MessageChannel().port2]);
  }
}"""
"""Press a button while the service worker is asked over and over what it keeps."""
_LATER = "meta[name=handbook-version][content='000000000000']"
_BAR = "[data-copy-bar]"


class Host:
    """A site that can be stopped, and started again at the same address."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.address = ""
        self._running: AbstractContextManager[str] | None = None
        self._held: socket.socket | None = None

    def start(self) -> str:
        if self._held:
            self._held.close()
        self._running = serving(self.folder, self._port)
        self.address = self._running.__enter__()
        return self.address

    def stop(self) -> None:
        if self._running:
            self._running.__exit__(None, None, None)
            # Nobody else may have the port meanwhile. It is not listened to, so whoever asks is refused.
            self._held = socket.socket()
            self._held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self._held.bind(("127.0.0.1", self._port))
        self._running = None

    @property
    def _port(self) -> int:
        return int(self.address.rpartition(":")[2]) if self.address else 0

    def end(self) -> None:
        """Give everything up."""
        self.stop()
        if self._held:
            self._held.close()


@pytest.fixture
def host() -> Iterator[Callable[[Path], Host]]:
    made: list[Host] = []

    def make(folder: Path = SITE) -> Host:
        one = Host(folder)
        one.start()
        made.append(one)
        return one

    yield make
    for one in made:
        one.end()


_NOTES = """
if (navigator.serviceWorker) {
  const register = navigator.serviceWorker.register.bind(navigator.serviceWorker);
  navigator.serviceWorker.register = (...given) => {
    window.registeredAfter ??= performance.now() - performance.getEntriesByType("navigation")[0].loadEventEnd;
    return register(...given);
  };
  const idle = window.requestIdleCallback;
  window.requestIdleCallback = (then) => idle(() => {
    then();
    setTimeout(() => (window.wasQuiet = true));
  });
}
"""
"""The page notes when the quiet after it came up is over, and how long after its load (in milliseconds) it began to keep a copy."""


def quiet(page: Page) -> float | None:
    """Wait until the page has been quiet for as long as it waits before it keeps a copy unasked; how long after its load it
    began to keep one, in milliseconds, or nothing."""
    until(page, "window.wasQuiet")
    return page.evaluate("window.registeredAfter")


def visitor(device: Callable[..., Device], host: Host, script: str = "", **options: object) -> Device:
    """Somebody whose browser may keep a copy."""
    one = device(at=host.address, service_workers="allow", script=script + _NOTES, **options)
    # The browser says so itself, without being asked, when a file cannot be fetched.
    one.forgive("net::ERR_", "Failed to load resource")
    return one


def test_a_visit_without_signal(device: Callable[..., Device], host: Callable[..., Host]) -> None:
    """Read a page, search, open the doorstep card and the script, write in an activity, reload: everything is there."""
    site = host()
    one = visitor(device, site)
    page = one.tab()
    page.goto("/")
    copied(page)
    start(page)
    copied(page, "pages tracker")
    page.close()
    site.stop()

    page = one.tab()
    page.goto("/guidance/danger-now/")  # how soon it is there, `make bench` measures
    expect(page.locator(".md-content h1")).to_be_visible()
    expect(page.locator(_BAR)).to_contain_text(re.compile(r"No connection\. This is the saved copy of \d+ \w+ 20\d\d"))
    expect(page.locator(_BAR)).to_contain_text("Links to other websites need a connection.")
    expect(page.locator(_BAR)).not_to_contain_text("Your induction")
    expect(page.locator("#induction-live")).to_contain_text("saved copy")

    page.click("input[name=query]")
    page.locator("input[name=query]").press_sequentially("only the child is home")
    answered(page, "search")
    page.locator(".md-search-result__link").first.click()
    until(page, "location.pathname !== '/guidance/danger-now/'")
    expect(page.locator(".md-content")).to_contain_text("Do not go in")
    expect(page.locator(_BAR)).to_contain_text("saved copy")

    page.goto("/scripts/confidentiality/")
    expect(page.locator(".script").first).to_be_visible()
    page.goto("/guidance/home-visit-safety")  # no / at the end, as people type it
    expect(page.locator(".md-content h1")).to_contain_text("home visit")
    assert page.url.endswith("/guidance/home-visit-safety/")
    page.goto("/no/such/page/")
    expect(page.locator(".md-content h1")).to_have_text("There is no page at this address")
    expect(page.locator(_BAR)).to_contain_text("saved copy")

    go(page, "/induction/start/")
    page.get_by_role("button", name="Rhian Prys").first.click()
    expect(page.locator("#record-bar")).to_contain_text("Rhian Prys")
    go(page, activity("1.1"))
    page.fill("#f-role--functions", "Written on a doorstep")
    settled(page)
    page.reload()
    ready(page)
    expect(page.locator("#f-role--functions")).to_have_value("Written on a doorstep")
    assert kept(page, "role.functions") == "Written on a doorstep"
    assert events(page, "started")


def test_a_page_without_the_tracker_keeps_no_byte_of_it(
    device: Callable[..., Device], host: Callable[..., Host]
) -> None:
    site = host()
    one = visitor(device, site)
    asked: list[str] = []
    one.context.on("request", lambda request: asked.append(request.url))
    page = one.tab()
    page.goto("/guidance/danger-now/")
    copied(page)
    page.wait_for_timeout(1500)
    assert page.evaluate(COPY) == "pages"
    assert page.evaluate("caches.keys().then((names) => names.length)") == 1, "the rest of it is on its way"
    assert not [url for url in asked if "/assets/pyodide" in url or "/assets/induction/" in url]
    site.stop()
    page.reload()
    expect(page.locator(_BAR)).to_contain_text("Your induction is not saved here yet")
    site.start()
    page.reload()
    expect(page.locator(_BAR)).to_be_hidden()


def test_nothing_is_fetched_before_the_page_is_quiet(device: Callable[..., Device], host: Callable[..., Host]) -> None:
    one = visitor(device, host())
    page = one.tab()
    page.goto("/guidance/danger-now/")
    assert (quiet(page) or 0) > 4900


def test_whoever_saves_data_is_asked_first(device: Callable[..., Device], host: Callable[..., Host]) -> None:
    one = visitor(device, host(), script="Object.defineProperty(navigator, 'connection', {value: {saveData: true}})")
    page = one.tab()
    page.goto("/guidance/danger-now/")
    assert quiet(page) is None
    assert page.evaluate("caches.keys()") == []


def test_the_reader_has_all_of_it_kept_and_then_nothing(
    device: Callable[..., Device], host: Callable[..., Host]
) -> None:
    site = host()
    one = visitor(device, site)
    page = one.tab()
    page.goto("/offline/")
    page.get_by_role("button", name="Keep the whole handbook on this device").click()
    expect(page.get_by_role("status").filter(has_text="The whole handbook is kept")).to_be_visible()
    expect(page.locator("[data-offline]")).to_contain_text(re.compile(r"The handbook of \d+ \w+ 20\d\d is kept"))
    expect(page.locator("[data-offline] li")).to_have_count(2)
    expect(page.locator("[data-offline] li", has_text="not kept yet")).to_have_count(0)
    assert page.evaluate(COPY) == "pages tracker"
    page.get_by_role("button", name="Keep nothing on this device").click()
    expect(page.locator("[data-offline]")).to_contain_text("You chose to keep nothing")
    assert page.evaluate("caches.keys()") == []
    page.reload()
    assert quiet(page) is None  # and it stays so
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("navigator.serviceWorker.getRegistration().then(Boolean)") is False
    page.get_by_role("button", name="Keep the whole handbook on this device").click()
    expect(page.get_by_role("status").filter(has_text="The whole handbook is kept")).to_be_visible()


def test_a_newer_version_waits_for_the_reader_and_loses_nothing(
    device: Callable[..., Device], host: Callable[..., Host], tmp_path: Path
) -> None:
    folder = shutil.copytree(SITE, tmp_path / "site")
    site = host(folder)
    one = visitor(device, site)
    page = one.tab()
    start(page)
    copied(page, "pages tracker")
    deploy(folder, "0" * 12, "2031-01-05")
    go(page, activity("1.1"))
    expect(page.locator(_BAR)).to_contain_text("A newer version of this handbook is ready, made on 5 January 2031.")
    # Until the reader says so all of it is the old one, pages of which nothing was open included.
    follow(page, activity("1.2"))
    page.reload()
    assert page.evaluate("document.querySelector('[name=handbook-version]').content") != "0" * 12
    assert "made later" not in page.evaluate("fetch('/assets/site.js').then((found) => found.text())")
    go(page, activity("1.1"))
    page.focus("#f-role--duties")
    page.keyboard.type("Half a sen")
    page.get_by_role("button", name="Use the new version").click()
    page.wait_for_selector(_LATER, state="attached")
    ready(page)
    expect(page.locator("#f-role--duties")).to_have_value("Half a sen")
    assert "made later" in page.evaluate("fetch('/assets/site.js').then((found) => found.text())")
    assert page.evaluate("caches.keys().then((names) => new Set(names.map((name) => name.split(' ')[2])).size)") == 1
    expect(page.locator(_BAR)).to_be_hidden()


_UNTIL_LET_GO = """
addEventListener("install", (event) => event.waitUntil(new Promise((done) => (new BroadcastChannel("let go").onmessage = done))));
"""


def test_a_newer_version_that_was_found_elsewhere_is_told_of_in_a_tab_that_opens_meanwhile(
    device: Callable[..., Device], host: Callable[..., Host], tmp_path: Path
) -> None:
    """The browser looks for one by itself too, and fetching it takes a while."""
    folder = shutil.copytree(SITE, tmp_path / "site")
    one = visitor(device, host(folder))
    page = one.tab()
    page.goto("/guidance/danger-now/")
    copied(page)
    deploy(folder, "0" * 12, "2031-01-05")
    with (folder / "service-worker.js").open("a", encoding="utf-8") as worker:
        worker.write(_UNTIL_LET_GO)
    page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.update()).then(() => {})")
    until(page, "navigator.serviceWorker.getRegistration().then((one) => Boolean(one.installing))")
    other = one.tab()
    other.goto("/guidance/danger-now/")
    until(other, "performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/offline.js'))")
    quiet(other)
    expect(other.locator(_BAR)).to_be_hidden()
    page.evaluate("new BroadcastChannel('let go').postMessage('')")
    expect(other.locator(_BAR)).to_contain_text("A newer version of this handbook is ready, made on 5 January 2031.")


def test_a_form_that_is_begun_is_not_thrown_away_by_a_newer_version(
    device: Callable[..., Device], host: Callable[..., Host], tmp_path: Path
) -> None:
    folder = shutil.copytree(SITE, tmp_path / "site")
    one = visitor(device, host(folder))
    page, other = one.tab(), one.tab()
    page.goto("/guidance/danger-now/")
    copied(page)
    deploy(folder, "0" * 12, "2031-01-05")
    go(other, "/induction/start/")
    other.fill("#c-name", "Rhian")
    expect(other.locator(_BAR)).to_contain_text("A newer version")
    other.get_by_role("button", name="Use the new version").click()
    expect(other.locator(_BAR)).to_contain_text("A form on this page is begun and not sent.")
    page.reload()
    page.get_by_role("button", name="Use the new version").click()  # in the tab beside it
    page.wait_for_selector(_LATER, state="attached")
    expect(other.locator(_BAR)).to_contain_text("The handbook was brought up to date.")
    expect(other.locator("#c-name")).to_have_value("Rhian")
    other.locator(".md-tabs a", has_text="Handbook").click()  # the next page is a whole new one
    other.wait_for_selector(_LATER, state="attached")


def deploy(folder: Path, version: str, day: str) -> None:
    """Put a later build in place: its pages say another version, one script and the list of files are others."""
    import base64
    import hashlib

    def digest(path: Path) -> str:
        return "sha256-" + base64.b64encode(hashlib.sha256(path.read_bytes()).digest()).decode()

    worker = folder / "service-worker.js"
    text = worker.read_text("utf-8")
    old = re.search(r'"version":"(\w+)"', text)
    assert old
    for path in folder.rglob("*.html"):
        path.write_text(path.read_text("utf-8").replace(old[1], version), "utf-8")
    script = folder / "assets" / "site.js"
    before = digest(script)
    script.write_text(script.read_text("utf-8") + "\n// made later\n", "utf-8")
    text = text.replace(old[1], version).replace(before, digest(script))
    text = re.sub(r'"id":"\w+"', '"id":"later"', re.sub(r'"built":"[\d-]+"', f'"built":"{day}"', text), count=1)
    worker.write_text(text, "utf-8")


def test_half_a_copy_is_never_used(device: Callable[..., Device], host: Callable[..., Host], tmp_path: Path) -> None:
    folder = shutil.copytree(SITE, tmp_path / "site")
    (folder / "glossary" / "index.html").unlink()
    one = visitor(device, host(folder))
    page = one.tab()
    page.goto("/offline/")
    page.get_by_role("button", name="Keep the whole handbook").click()
    expect(page.get_by_role("status").filter(has_text="the copy is not complete and is not used")).to_be_visible()
    assert page.evaluate(COPY) == ""
    assert page.evaluate("Boolean(navigator.serviceWorker.controller)") is False
    (folder / "glossary" / "index.html").write_bytes((SITE / "glossary" / "index.html").read_bytes())
    page.get_by_role("button", name="Keep the whole handbook").click()
    expect(page.get_by_role("status").filter(has_text="The whole handbook is kept")).to_be_visible()


def test_a_full_device_says_so_and_keeps_nothing_half(device: Callable[..., Device], host: Callable[..., Host]) -> None:
    one = visitor(device, host())
    page = one.tab()
    page.goto("/offline/")
    devtools = one.context.new_cdp_session(page)
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": one.site, "quotaSize": 200_000})
    page.get_by_role("button", name="Keep the whole handbook").click()
    expect(page.get_by_role("status").filter(has_text="There is no room for it on this device")).to_be_visible()
    assert page.evaluate("caches.keys()") == []
    page.goto("/guidance/danger-now/")  # and the handbook works on
    expect(page.locator(".md-content h1")).to_be_visible()


def test_a_choice_that_finds_no_room_holds_in_its_tab(device: Callable[..., Device], host: Callable[..., Host]) -> None:
    page = visitor(device, host()).tab()
    page.goto("/offline/")
    copied(page)
    page.reload()
    page.evaluate(FILL, 0)
    page.get_by_role("button", name="Keep nothing on this device").evaluate(_ASK_MEANWHILE)
    expect(page.locator("[data-offline]")).to_contain_text("You chose to keep nothing")
    assert page.evaluate("caches.keys()") == [], "a worker that is asked meanwhile makes none anew"
    until(page, "window.wasQuiet")
    page.evaluate("window.wasQuiet = window.registeredAfter = undefined")
    follow(page, "/induction/start/")
    assert quiet(page) is None
    assert page.evaluate("caches.keys()") == []


def test_a_browser_without_service_workers_loses_nothing(page: Page) -> None:
    page.goto("/offline/")
    page.get_by_role("button", name="Keep the whole handbook").click()
    expect(page.get_by_role("status").filter(has_text="does not let the handbook keep a copy")).to_be_visible()
    page.goto("/guidance/danger-now/")
    expect(page.locator(_BAR)).to_be_hidden()


def test_an_address_for_authors_keeps_nothing_and_clears_what_was_kept(
    device: Callable[..., Device], host: Callable[..., Host], tmp_path: Path
) -> None:
    folder = shutil.copytree(SITE, tmp_path / "site")
    one = visitor(device, host(folder))
    page = one.tab()
    page.goto("/guidance/danger-now/")
    copied(page)
    worker = folder / "service-worker.js"
    worker.write_text("const HANDBOOK = null;\n" + worker.read_text("utf-8").partition("\n")[2], "utf-8")
    for path in folder.rglob("*.html"):
        path.write_text(path.read_text("utf-8").replace('data-keeps="yes"', 'data-keeps="no"'), "utf-8")
    one.forgive("importScripts")  # the tab loads again while it is still loading
    page.reload()
    # Asked and looked for in two steps, both of which end: the worker has the tab load again, and what it was asked then is lost.
    look = """() => void (async () => {
      const none = !(await caches.keys()).length && !(await navigator.serviceWorker.getRegistration());
      document.documentElement.dataset.none = none;
    })()"""
    for tries in range(400):
        try:
            if tries % 15 == 14:
                page.reload()  # a busy browser may not look for a newer worker at the first visit; it does at the next
            page.evaluate(look)
            page.wait_for_selector("html[data-none=true]", state="attached", timeout=200)
            break
        except Error:
            page.wait_for_timeout(100)
    else:
        raise AssertionError("what was kept is still there")
    page.close()
    page = one.tab()
    page.goto("/offline/")
    expect(page.get_by_role("status").filter(has_text="one for writing the handbook")).to_be_visible()


def test_a_folder_of_a_larger_site_keeps_its_own(
    device: Callable[..., Device], host: Callable[..., Host], tmp_path: Path
) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "index.html").write_text("<!doctype html><title>Another site</title>", "utf-8")
    (tmp_path / "x" / "handbook").symlink_to(SITE)
    site = host(tmp_path)
    one = visitor(device, site)
    page = one.tab()
    page.goto("/x/handbook/guidance/danger-now/")
    copied(page)
    site.stop()
    page.goto("/x/handbook/glossary/")
    expect(page.locator(".md-content h1")).to_contain_text("Glossary")
    assert page.evaluate("navigator.serviceWorker.controller.scriptURL").endswith("/x/handbook/service-worker.js")
