"""The parts of our own content as pages: what an author wrote does not get in its own way."""

from pathlib import Path

from induction.views.forms import Form
from schemas.addresses import anchor
from schemas.compile import with_rows
from schemas.handbook import load_lenient
from schemas.walk import walk
from tests.induction.helpers import DictAnswers, check_html, controls

HANDBOOK, _ = load_lenient(Path(__file__).parents[2])
assert HANDBOOK
PARTS = [
    (f"{exercise.id} {part.id}", with_rows(HANDBOOK, part))
    for induction in HANDBOOK.programmes.values()
    for exercise in [*induction.activities.values(), *(one.reading for one in induction.subsections.values())]
    if exercise
    for part in exercise.parts
]


def test_each_part_is_well_formed_and_each_of_its_items_has_an_address() -> None:
    for where, part in PARTS:
        tree = check_html(part.view(Form("x", DictAnswers(), editable=True, root="../")))
        ids = {node.get("id") for node in tree.all()}
        for _, trail in walk(part):
            if getattr(trail[-1], "sources", ()):
                assert anchor(trail) in ids | {""}, f"{where}: nothing at #{anchor(trail)}"


def test_each_field_has_its_own_prompt_and_each_gap_its_own_field() -> None:
    for where, part in PARTS:
        tree = check_html(part.view(Form("x", DictAnswers(), editable=True)))
        fields = {one.get("data-field") for one in controls(tree)}
        prompts = [part.prompt(field) for field in sorted(fields)]
        assert all(prompts), where
        gaps = part.gaps(DictAnswers())
        # Objectives may be asked for as something that can be left out.
        assert gaps or getattr(part, "at_least", 1) == 0, where
        assert {gap.field for gap in gaps} <= fields, where
        assert len({gap.field for gap in gaps}) == len(gaps), where


def test_each_label_is_said_once_in_a_part() -> None:
    for where, part in PARTS:
        tree = check_html(part.view(Form("x", DictAnswers(), editable=True)))
        named = [(node.within("fieldset"), node.text) for node in tree.all("label", "button", "summary")]
        names = [(around[0].text if around else "", text) for around, text in named]
        assert len(names) == len(set(names)), where
