"""The HTML of every EXAMPLE as files. A difference fails and is written, so that `git diff` is the review."""

import re
import sys
from pathlib import Path

import pytest

from induction.activities import ACTIVITY_TYPES, example
from induction.views.forms import Form
from tests.induction.activities.records import RECORDS

SNAPSHOTS = Path(__file__).parent / "snapshots"
WRITE = sys.platform != "emscripten"
"""Inside Pyodide the snapshots of the host are compared with, never written."""


@pytest.mark.parametrize("mode", ["editable", "read-only"])
@pytest.mark.parametrize("record", sorted(RECORDS))
@pytest.mark.parametrize("kind", sorted(ACTIVITY_TYPES))
def test_snapshot(kind: str, record: str, mode: str) -> None:
    form = Form("ews.1.1", RECORDS[record][kind], editable=mode == "editable", root="../../")
    html = re.sub(r"(?<=>)(?=<)", "\n", example(kind).view(form)) + "\n"
    path = SNAPSHOTS / f"{kind}.{record}.{mode}.html"
    before = path.read_text("utf-8") if path.exists() else None
    if html != before and WRITE:
        SNAPSHOTS.mkdir(exist_ok=True)
        path.write_text(html, "utf-8", newline="\n")
    if before is None and WRITE:
        return
    assert html == before, f"{path.name} is different; see git diff"


def test_no_snapshot_is_left_over() -> None:
    expected = {f"{k}.{r}.{m}.html" for k in ACTIVITY_TYPES for r in RECORDS for m in ("editable", "read-only")}
    assert {path.name for path in SNAPSHOTS.glob("*.html")} <= expected
