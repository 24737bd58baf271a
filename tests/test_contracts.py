"""docs/contracts.md says what is: its tables are held against the code."""

import re
from pathlib import Path

import pytest

from induction.app import _OPS
from induction.events import EVENT_TYPES
from induction.state import _STEPS

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "docs" / "contracts.md").read_text("utf-8")


def table(heading: str, first: str) -> dict[str, str]:
    """The rows of the table below a heading whose first column has that head: its code to the rest of the row."""
    _, _, below = TEXT.partition(f"\n## {heading}\n")
    lines = below.partition("\n## ")[0].partition(f"\n| {first} |")[2].splitlines()[2:]
    rows = [line.strip("| ").partition(" | ") for line in lines if line.startswith("| `")]
    return {name.strip("`"): rest for name, _, rest in rows}


def test_every_type_of_event_has_a_row_and_a_step() -> None:
    assert set(table("Event", "type")) == set(EVENT_TYPES) == set(_STEPS)


@pytest.mark.parametrize("kind", EVENT_TYPES)
def test_the_row_of_a_type_names_what_its_data_must_have(kind: str) -> None:
    named = set(re.findall(r"`([a-z_]+)`", table("Event", "type")[kind]))
    assert set(EVENT_TYPES[kind]) <= named


def test_every_effect_has_a_row() -> None:
    script = (ROOT / "induction" / "web" / "effects.js").read_text("utf-8")
    known = re.findall(
        r'^  "?([a-z-]+)"?: ', script.partition("const EFFECTS = {")[2].partition("\n};")[0], re.MULTILINE
    )
    assert known and set(table("Effects", "kind")) == set(known)
    made = {
        kind
        for path in (ROOT / "induction").rglob("*.py")
        for kind in re.findall(r'\{"kind": "([a-z-]+)"', path.read_text("utf-8"))
    }
    assert made <= set(known)


def test_every_op_has_a_row() -> None:
    assert set(table("Between page and worker", "op")) == {"boot", *_OPS}
