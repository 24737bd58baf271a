"""What every test can use, and the lines that the summary gains."""

import os
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, expect, sync_playwright

from macros.environment import chromium
from tests.serving import PATIENCE, launch

# Generated tests have no deadline: a busy machine is no fault of the code. And they try the same examples every time, so that
# what fails is the change's doing and not luck's; HYPOTHESIS=explore looks for new ones.
_UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", _UNHURRIED, derandomize=True)
settings.register_profile("explore", _UNHURRIED, max_examples=1_000)
settings.load_profile(os.environ.get("HYPOTHESIS", "same"))
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test in Chromium that fails has a second attempt: a whole browser on a busy machine is many clocks at once.

    What the first attempt showed is printed in full at the end of the run: it may be a fault that only haste brings out.
    """
    for item in items:
        if "chromium_now" in getattr(item, "fixturenames", ()) or item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show what pytest would keep to itself: the summary of the suite inside Pyodide, and what failed before a second attempt."""
    for report in terminalreporter.getreports("rerun"):
        terminalreporter.write_sep("_", f"first attempt at {report.nodeid}, {report.when}")
        for words in (report.longreprtext, *(text for name, text in report.sections if name.startswith("Device"))):
            terminalreporter.write_line(words)
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            if name == "pyodide":
                terminalreporter.write_line(f"tests/induction in Pyodide: {value}")


@pytest.fixture(scope="session")
def chromium_now() -> Iterator[Callable[[], Browser]]:
    """Gives Chromium, one for all tests of a process: playwright allows no second one beside it. Where it has died another takes
    its place, so that what killed it fails one test and not all that come after."""
    if not chromium():
        if os.environ.get("CI"):
            pytest.fail("Chromium is needed here and was not found.")
        pytest.skip("No Chromium on this machine: install it or set CHROMIUM.")
    with sync_playwright() as playwright:
        running = launch(playwright)

        def now() -> Browser:
            nonlocal running
            if not running.is_connected():
                running = launch(playwright)
            return running

        yield now
        running.close()


@pytest.fixture
def browser(chromium_now: Callable[[], Browser]) -> Browser:
    """Chromium, alive when the test begins."""
    return chromium_now()
