"""What every test can use, and the lines that the summary gains."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from macros.environment import chromium
from tests.serving import launch

# Generated tests have no deadline: a busy machine is no fault of the code. And they try the same examples every time, so that
# what fails is the change's doing and not luck's; HYPOTHESIS=explore looks for new ones.
_UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", _UNHURRIED, derandomize=True)
settings.register_profile("explore", _UNHURRIED, max_examples=1_000)
settings.load_profile(os.environ.get("HYPOTHESIS", "same"))


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
def browser() -> Iterator[Browser]:
    """Chromium, one for all tests of a process: playwright allows no second one beside it."""
    if not chromium():
        if os.environ.get("CI"):
            pytest.fail("Chromium is needed here and was not found.")
        pytest.skip("No Chromium on this machine: install it or set CHROMIUM.")
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()
