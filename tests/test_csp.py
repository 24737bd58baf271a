"""The content policy: the same on every page, and never broken by the theme itself."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.csp import inline_hashes, policy, write_policy
from tests.specimen.build import build, serve

PAGE = b"<!doctype html><html><head><meta charset='utf-8'>%s</head><body></body></html>"


def test_scripts_that_run_are_named_by_hash_and_data_is_not() -> None:
    assert inline_hashes(PAGE % b"<script>a=1</script>") == {"'sha256-wi/qXXQo5c9H72NUyXySI8ldbc3D4NIwD/eQVrH/PYU='"}
    assert len(inline_hashes(PAGE % b'<script type="module">a=1</script><script>b=2</script>')) == 2
    assert inline_hashes(PAGE % b'<script type="application/json">{}</script><script src="a.js"></script>') == set()


def test_all_pages_carry_one_policy_early_and_once(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "index.html").write_bytes(PAGE % b"<script>a=1</script>")
    (tmp_path / "deep" / "index.html").write_bytes(PAGE % b"<script>b=2</script>")
    text = write_policy(tmp_path)
    assert text.count("sha256-") == 2
    first = [path.read_bytes() for path in tmp_path.rglob("*.html")]
    assert write_policy(tmp_path) == text
    assert [path.read_bytes() for path in tmp_path.rglob("*.html")] == first
    for html in first:
        assert html.count(b"Content-Security-Policy") == 1
        assert html.index(b"Content-Security-Policy") < html.index(b"<script")


def test_a_page_without_a_head_is_refused(tmp_path: Path) -> None:
    (tmp_path / "part.html").write_text("<p>Only a part</p>")
    with pytest.raises(ValueError, match=r"part\.html has no <head>"):
        write_policy(tmp_path)


def test_inline_scripts_are_let_through_only_while_serving() -> None:
    assert "'unsafe-inline'" not in policy(set())
    assert "script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline';" in policy({"'sha256-x'"}, serving=True)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    with serve(tmp_path_factory.mktemp("specimen")) as (folder, address):
        yield folder, address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1360, "height": 900})
    context.add_init_script(
        "window.broken = [];"
        "document.addEventListener('securitypolicyviolation', e => broken.push(e.violatedDirective + ' ' + e.blockedURI));"
    )
    yield context.new_page()
    context.close()


def test_the_theme_needs_no_inline_script_or_style(site: tuple[Path, str]) -> None:
    folder, _ = site
    pages = list(folder.rglob("*.html"))
    assert len(pages) >= 8
    policies = set()
    for path in pages:
        html = path.read_bytes()
        assert inline_hashes(html) == set(), path
        assert not re.search(rb'<[^>]+\sstyle="|<style', html), path
        policies.update(re.findall(rb'Content-Security-Policy" content="([^"]*)"', html))
        assert html.index(b"charset=") < 1000
    assert len(policies) == 1


@pytest.mark.browser
def test_nothing_breaks_the_policy_and_nothing_leaves_the_site(site: tuple[Path, str], page: Page) -> None:
    _, address = site
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.evaluate("window.sameTab = true")
    for link, heading in [
        ("Handbook", "Guidance"),
        ("Blocks", "Duties, notes and other blocks"),
        ("Deeper", "Visits"),
        ("Before you go in", "Before you go in"),
        ("My induction", "My induction"),
        ("Home", "Pupil welfare handbook"),
    ]:
        page.get_by_role("link", name=link, exact=True).first.click()
        page.get_by_role("heading", level=1, name=heading).wait_for()
    # Material closes menu and search an eighth of a second after each new page: on the page's own clock, however busy it is.
    page.evaluate("new Promise((done) => setTimeout(() => done(true), 300))")
    page.get_by_role("button", name="Dark colours").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.locator("input[name=query]").fill("emojis")
    page.locator("input[name=query]").press("End")
    page.locator(".md-search-result__item").first.wait_for()
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1, name="Visits").wait_for()
    assert page.evaluate("window.sameTab") is True, "instant navigation was off"
    assert page.evaluate("broken") == []
    assert {url for url in asked if not url.startswith((address, "data:"))} == set()


@pytest.mark.browser
def test_the_policy_does_stop_a_foreign_script(site: tuple[Path, str], page: Page) -> None:
    page.goto(site[1])
    page.evaluate(
        """() => { const s = document.createElement("script"); s.textContent = "window.ran = 1"; document.body.append(s); }"""
    )
    assert page.evaluate("window.ran") is None
    assert page.evaluate("broken").pop().startswith("script-src")


@pytest.mark.browser
def test_every_page_of_the_handbook_stays_on_phone_and_by_keyboard(site: tuple[Path, str], browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(site[1])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Skip to content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main-content"

    menu = page.get_by_role("button", name="Menu", exact=True)
    menu.focus()
    page.keyboard.press("Enter")
    assert menu.get_attribute("aria-expanded") == "true"
    assert page.evaluate("document.activeElement.textContent.trim()") == "Close menu"
    for _ in range(12):  # the open menu keeps the focus; the browser's own bar is the only way round
        page.keyboard.press("Tab")
        assert page.evaluate("!!document.activeElement.closest('.menu') || document.activeElement === document.body")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.opens") == "drawer"
    assert page.evaluate("document.querySelector('.md-sidebar--primary').inert") is True

    search = page.locator(".bar-button--search")
    search.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.name") == "query"
    page.keyboard.type("lone working")
    page.locator(".md-search-result__item").first.wait_for()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.opens") == "search"

    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("n")  # Material's letter commands are off
    page.wait_for_timeout(200)
    assert page.url == site[1]
    context.close()


@pytest.mark.browser
def test_home_fits_a_phone_with_the_strip_the_doors_and_the_search_box(
    site: tuple[Path, str], browser: Browser
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(site[1])
    for part in ("h1", ".urgent-strip", ".find", ".door:last-child"):
        box = page.locator(part).first.bounding_box()
        assert box and box["y"] + box["height"] <= 844, part
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def test_the_build_of_the_specimen_is_strict(tmp_path: Path) -> None:
    site = build(tmp_path, "http://127.0.0.1/")
    assert "A child in danger now?" in (site / "404.html").read_text(encoding="utf-8")
    assert "tel:999" in (site / "about" / "index.html").read_text(encoding="utf-8")
