"""What a service decides about pages and duties: mistakes in content/adoption.yml, and where each rule then stands."""

import pytest

from induction.codes import Standing as Code
from schemas.adoption import standing
from schemas.handbook import load

BY = "by: The manager, on: 2026-11-22"
OWN = "decision: adapted, text: Ours"


@pytest.mark.parametrize(
    ("decision", "problem"),
    [
        ("page: visits.hoem, decision: adopted", "there is no page `visits.hoem`; did you mean `visits.home`?"),
        ("page: visits.home, duty: txet, decision: adopted",
         "`visits.home` has no duty `txet`; did you mean `text`?"),
        ("page: officer, duty: text, decision: adopted", "`officer` has no duty `text`; it has none"),
        ("page: visits.home, decision: adapted", "`adapted` needs the service's own words in `text`"),
        ("page: visits.home, decision: declined, text: Ours",
         "`text` belongs to `adapted` only; take it out, or decide `adapted`"),
        ("page: visits.home, decision: adopt", "`decision` is 'adopt'; did you mean `adopted`? It can be adopted, adapted "
         "or declined"),
    ],
)  # fmt: skip
def test_mistakes_have_their_line_and_the_nearest_right_id(tiny, decision, problem):
    tiny.write("adoption.yml", f"# decisions\ndecisions:\n  - {{{decision}, {BY}}}\n")
    assert tiny.problems() == [f"content/adoption.yml:3: {problem}"]


def test_a_thing_is_decided_once(tiny):
    one = f"  - {{page: visits.home, duty: text, decision: adopted, {BY}}}\n"
    tiny.write("adoption.yml", f"decisions:\n{one}{one}")
    assert tiny.problems() == ["content/adoption.yml:3: this is decided in line 2 already; keep one"]


def test_the_file_may_be_left_out(tiny):
    (tiny.root / "content/adoption.yml").unlink()
    assert tiny.problems() == []
    assert load(tiny.root).decisions == {}


@pytest.mark.parametrize(
    ("nation", "decisions", "page", "duty"),
    [
        ("wales", [], (Code.UNDECIDED, ""), (Code.UNDECIDED, "")),
        ("england", [], (Code.ELSEWHERE, ""), (Code.ELSEWHERE, "")),
        ("wales", ["decision: adopted"], (Code.ADOPTED, ""), (Code.ADOPTED, "")),
        ("england", ["decision: adopted"], (Code.ADOPTED, ""), (Code.ADOPTED, "")),
        ("wales", ["decision: declined"], (Code.DECLINED, ""), (Code.DECLINED, "")),
        ("england", ["decision: declined"], (Code.ELSEWHERE, ""), (Code.ELSEWHERE, "")),
        # A duty goes by its own decision first; a page's own text is the page's, not that of each duty.
        ("wales", ["decision: declined", f"duty: text, {OWN}"], (Code.DECLINED, ""), (Code.ADAPTED, "Ours")),
        ("wales", [OWN], (Code.ADAPTED, "Ours"), (Code.ADAPTED, "")),
        ("wales", ["duty: text, decision: adopted"], (Code.UNDECIDED, ""), (Code.ADOPTED, "")),
    ],
)  # fmt: skip
def test_standing(tiny, nation, decisions, page, duty):
    tiny.change("guidance/visits.yml", "nations: [wales]", f"nations: [{nation}]")
    rows = "".join(f"  - {{page: visits.home, {one}, {BY}}}\n" for one in decisions)
    tiny.write("adoption.yml", f"decisions:\n{rows}" if rows else "decisions: []\n")
    handbook = load(tiny.root)
    item = handbook.guidance["visits.home"]
    found = [standing(handbook, item), standing(handbook, item, item.parts[0].blocks[0].duty)]
    assert [(one.code, one.text) for one in found] == [page, duty]
    assert found[0].words == "Words"
