"""The child protection line can never be edited out of the confidentiality script (FEATURES row 49)."""

from macros.book import ROOT
from tests.schemas.conftest import Spoilt

SCRIPT = "scripts/confidentiality.yml"


def problems(tiny: Spoilt, old: str, new: str) -> list[str]:
    """What is said of the real script after an edit; other files it points to are not there."""
    text = (ROOT / "content" / SCRIPT).read_text("utf-8")
    assert text.count(old) == 1 or not old
    tiny.write(SCRIPT, text.replace(old, new) if old else text)
    words = ("pass-on", "risk of harm")
    return [one for one in tiny.problems() if any(word in one for word in words) and "there is no unit" not in one]


def test_the_script_as_it_is_has_its_line(tiny: Spoilt):
    assert problems(tiny, "", "") == []


def test_a_line_that_could_be_left_out_is_refused(tiny: Spoilt):
    (said,) = problems(tiny, "    fixed: true\n", "")
    assert said.endswith("`risk` carries pww.confidentiality.pass-on, so it needs `fixed: true`")


def test_taking_the_line_out_is_refused(tiny: Spoilt):
    text = (ROOT / "content" / SCRIPT).read_text("utf-8")
    start, end = text.index("  - id: risk\n"), text.index("  - id: short-note\n")
    (said,) = problems(tiny, text[start:end], "")
    assert "always says that a risk of harm is passed on" in said


def test_naming_somebody_else_or_nobody_is_refused(tiny: Spoilt):
    (said,) = problems(tiny, "protection in this school: {person.child-protection-coordinator}.", "protection here.")
    assert "`say` has to name whom a risk of harm is passed on to: {person.child-protection-coordinator}" in said
    (said,) = problems(
        tiny, "keep children safe: {person.child-protection-coordinator}.", "keep children safe: {person.head-teacher}."
    )
    assert "`younger` has to name" in said
