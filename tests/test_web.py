"""The browser edge's own tests, which run on Node: tests/web."""

import re
import subprocess
from pathlib import Path

import pytest

from induction.kept import KEPT
from macros.environment import node

WEB = Path(__file__).with_name("web")


def test_the_browser_edge() -> None:
    program = node()
    if program is None:
        pytest.skip("Node 20 or later is needed for the tests of the browser edge.")
    # File by file: newer versions of Node no longer take a folder.
    files = sorted(WEB.glob("*.test.mjs"))
    done = subprocess.run(
        [program, "--test", "--test-reporter=tap", *files],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=600,
    )
    report = done.stdout + done.stderr
    passed = re.search(r"^# pass (\d+)$", done.stdout, re.MULTILINE)
    assert done.returncode == 0, report
    assert passed, report
    assert int(passed[1]) > 0, "No test ran."


def test_page_and_python_mean_the_same_place_for_a_signers_own_decisions() -> None:
    page = (Path(__file__).parent.parent / "induction" / "web" / "session.js").read_text("utf-8")
    assert f'export const KEPT = "{KEPT}";' in page
