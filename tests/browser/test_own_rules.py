"""A service with rules of its own, from its YAML to two browsers and the command line: two dated steps, and a page that moved.

None of the five sources asks for two dated steps, so no programme of ours has them; a service may. Here one does: it writes
`steps` into its programme and a note into `changes` of a page, builds, and its people work with that.
"""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Download, Page, expect

from macros.environment import ROOT
from tests.browser.conftest import Device
from tests.browser.steps import (
    RECORD,
    SIGN_OFF,
    TASKS,
    activity,
    answer_role,
    ask_for_sign_off,
    choose,
    events,
    follow,
    go,
    kept,
    save,
    settled,
    start,
    text_of,
)
from tests.copies import built_copy
from tests.serving import serving

pytestmark = pytest.mark.browser

TEAM = "/induction/team/"
FIRST, SECOND, MOVED, LATER = "2026-11-09T10:00:00Z", "2026-11-16T10:00:00Z", "2026-11-20", "2026-11-21T10:00:00Z"
_CLOCK = """{
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given) {
      if (given.length) super(...given);
      else super(Date.now());
    }
    static now() { return Real.parse(globalThis.deviceClock); }
  };
}"""
"""A device's own clock. (Playwright's takes `performance` along, by which the steps see that a page was shown.)"""
_NOTE = f"""changes:
  - date: {MOVED}
    what: >-
      It said to ask your manager which schools are yours. It now says the service's list has them.
    matters: true
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a service that wrote both into its content."""
    return built_copy(tmp_path_factory.mktemp("own-rules") / "project", _own_rules)


def _own_rules(content: Path) -> None:
    programme, page = (content / "programmes/ews" / one for one in ("programme.yml", "subsections/1.a.yml"))
    programme.write_text(
        programme.read_text("utf-8").replace("id: ews\n", "id: ews\nsteps: [discussed, achieved]\n", 1), "utf-8"
    )
    page.write_text(
        re.sub(r"^(reviewed: .*\n)", rf"\1{_NOTE}", page.read_text("utf-8"), count=1, flags=re.MULTILINE), "utf-8"
    )


@pytest.fixture
def at(built: Path) -> Iterator[str]:
    with serving(built) as address:
        yield address


def on(page: Page, instant: str) -> None:
    """The device's clock says so from now on."""
    page.add_init_script(f"globalThis.deviceClock = '{instant}'")
    page.evaluate("instant => { globalThis.deviceClock = instant; }", instant)


def decide(page: Page, button: str, *, replies: bool) -> str:
    """Open all that waits, say yes to all of it, look once more, sign; the text of the reply where there is one."""
    works = page.locator("#sign-form [data-command='sign.show']")
    for left in range(works.count(), 0, -1):
        works.first.click()
        expect(works).to_have_count(left - 1)
    page.check("#c-all")
    page.select_option("#c-method", "observed")
    page.select_option("#c-statement", index=1)
    page.fill("#c-name", "Sioned Vaughan")
    page.get_by_role("group", name="You are").get_by_label("Manager").check()
    page.click("#sign-form button[type=submit]")
    expect(page.locator("#sign-confirm")).to_have_text(button)
    if not replies:
        page.click("#sign-confirm")
        expect(page.locator("#signed")).to_be_focused()
        return ""
    with page.expect_download() as download:
        page.click("#sign-confirm")
    expect(page.locator("#signed")).to_be_focused()
    return text_of(download.value)


def take_in(page: Page, reply: str) -> None:
    if not page.url.endswith(RECORD):
        follow(page, RECORD)
    choose(page, reply)
    expect(page.locator("#preview-decisions li")).to_have_count(1)
    page.click("#preview-merge")
    expect(page.locator("#merged")).to_be_focused()


def request_of(page: Page) -> str:
    follow(page, RECORD)
    return text_of(save(page, "#save-request"))


def show(built: Path, record: Download, folder: Path) -> str:
    """What `python -m induction show` prints of a saved copy."""
    file = folder / "record.json"
    record.save_as(file)
    [programme] = built.glob("assets/induction/programme-*.json")
    command = [sys.executable, "-m", "induction", "show", str(file), "--programme", str(programme)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_two_dated_steps_from_the_programme_to_the_auditor_and_the_page_that_moved(
    device: Callable[..., Device], built: Path, at: str, tmp_path: Path
) -> None:
    mine, manager = device(_CLOCK, at=at).tab(), device(_CLOCK, at=at).tab()
    for page in (mine, manager):
        on(page, FIRST)
    start(mine, "Rhian Prys")
    follow(mine, activity("1.1"))
    answer_role(mine)
    ask_for_sign_off(mine, "2026-11-06")
    first = request_of(mine)

    # The first step, from a file: discussed. It completes nothing.
    go(manager, SIGN_OFF)
    choose(manager, first)
    card = manager.locator("#sign-form .card")
    expect(card).to_contain_text(
        "This is signed in two steps: discussed now, achieved when it has been shown in practice."
    )
    take_in(mine, decide(manager, "Record decisions on 1 activity", replies=True))
    follow(mine, activity("1.1"))
    expect(mine.locator("#activity-status")).to_contain_text("In progress")
    expect(mine.locator("[id^=decision-]")).to_contain_text("Discussed on")
    expect(mine.locator("[id^=decision-]")).to_contain_text("9 November 2026")

    # What was only discussed may grow. A week later it is asked for again, and achieved.
    for page in (mine, manager):
        on(page, SECOND)
    mine.fill("#f-role--time", "By need, as seen on three visits")
    settled(mine)
    assert kept(mine, "role.time") == "By need, as seen on three visits"
    expect(mine.locator("#changed-since")).to_have_count(0)
    ask_for_sign_off(mine, "2026-11-13")
    second = request_of(mine)
    go(manager, SIGN_OFF)
    choose(manager, second)
    expect(card).to_contain_text("Discussed on 9 November 2026 with Sioned Vaughan. Now: is it achieved?")
    take_in(mine, decide(manager, "Sign off 1 activity", replies=True))
    follow(mine, activity("1.1"))
    expect(mine.locator("#activity-status")).to_contain_text("Completed")
    expect(mine.locator("[id^=decision-]")).to_have_count(2)
    assert [one["data"]["decision"] for one in sorted(events(mine, "decided"), key=lambda one: one["tick"])] == [
        "discussed",
        "signed-off",
    ]

    # The page moved after both had looked: each is told on their own page, with the author's words.
    for page in (mine, manager):
        on(page, LATER)
    follow(mine, TASKS)
    expect(mine.locator("#changed-pages")).to_have_text("Changed since you signed: 1 page")
    go(manager, SIGN_OFF)
    expect(manager.get_by_text("Changed since you signed: 1 page.")).to_be_visible()
    follow(manager, TEAM)
    panel = manager.locator(".panel", has=manager.locator("#changed-pages"))
    expect(panel).to_contain_text("It now says the service's list has them.")
    expect(panel).to_contain_text("Rhian Prys: 1.1")
    expect(panel).to_contain_text("signed on 16 November 2026 by Sioned Vaughan")
    manager.get_by_role("button", name="I have read this").focus()
    manager.keyboard.press("Enter")
    expect(manager.locator("#team")).to_be_focused()
    expect(manager.locator("#changed-pages")).to_have_count(0)
    manager.reload()
    expect(manager.locator("#changes-read")).to_be_visible()
    expect(manager.locator("#changed-pages")).to_have_count(0)
    go(mine, TASKS)
    expect(mine.locator("#changed-pages")).to_be_visible()  # what one has read the other has not

    # The auditor, and another browser: both dates, both signers, the same words.
    follow(mine, RECORD)
    copy = save(mine)
    said = show(built, copy, tmp_path)
    assert "Discussed, not yet achieved" in said and "All checks pass. 2 decisions were checked." in said
    assert "Discussed on: 9 November 2026" in said and "Signed on: 16 November 2026" in said
    other = device(_CLOCK, at=at).tab()
    on(other, LATER)
    go(other, "/induction/start/")
    choose(other, json.dumps(json.loads(text_of(copy))))
    other.click("#preview-merge")
    expect(other.locator("#record-bar")).to_contain_text("Rhian Prys")
    follow(other, activity("1.1"))
    for number in range(2):
        assert other.locator("[id^=decision-]").nth(number).inner_text() == mine_card(mine, number)


def mine_card(page: Page, number: int) -> str:
    """A decision as the inductee's own browser shows it."""
    if not page.url.endswith(activity("1.1")):
        follow(page, activity("1.1"))
    return page.locator("[id^=decision-]").nth(number).inner_text()
