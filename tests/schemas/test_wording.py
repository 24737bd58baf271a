"""Every mistake that pydantic finds, once, in our words and in its line."""

import re

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.blocks import BLOCKS
from schemas.common import PATTERNS
from schemas.handbook import CONTENT_KINDS, kind_of, validate
from schemas.json_schema import schema_of
from schemas.problems import listed
from schemas.yaml_loader import read

from .conftest import TINY

VISITS = "guidance/visits.yml"
ACTIVITY = "programmes/ews/activities/1.1.yml"


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("people.yml", "title: Manager", "about: Boss", "2: `title` is missing (What they are called)"),
        ("service.yml", "phase: Primary", "fase: P\n    phase: P", "13: `fase` is not a key here; did you mean `phase`?"),
        ("retired.yml", "retired:", "retired: []\nzzz:", "2: `zzz` is not a key here; the keys here are retired"),
        ("people.yml", "title: Manager", "title: 3", "2: `title` should be text; put it in quotes"),
        ("people.yml", "title: Manager", "title: true", "2: `title` should be text; put it in quotes"),
        ("people.yml", "title: Manager", "title: null", "2: `title` is empty; write text, or take the key out"),
        ("people.yml", "title: Manager", "title: ' '", "2: `title` is empty; write text, or take the key out"),
        ("people.yml", "title: Manager", "title: [M]",
         "2: `title` should be text, not a list; text that begins with [ needs quotes"),
        (VISITS, "steps: [Go, Come back]", "steps:\n          - Go\n          - Then: come back",
         "15: entry 2 of `steps` should be text; a colon and a space in it made it a key: put the whole text in quotes"),
        (VISITS, "steps: [Go, Come back]", "steps: [Go]", "13: `steps` needs at least 2; it has 1"),
        (VISITS, "steps: [Go, Come back]", "steps: Go", "13: `steps` should be a list: one '- ' line each, or [one, two]"),
        (VISITS, "steps: [Go, Come back]", "steps:",
         "13: `steps` is empty; write a list, one '- ' line each, or take the key out"),
        (VISITS, "steps:", "stpes:", "13: `stpes` is no block; did you mean `steps`?"),
        (VISITS, "steps: [Go, Come back]", "zzz: x", f"13: a block begins with one of these keys: {listed(BLOCKS)}"),
        (VISITS, "- steps: [Go, Come back]", "- Go",
         f"13: a block begins with one of these keys: {listed(BLOCKS)}"),
        (VISITS, "- steps: [Go, Come back]", "  warning: x", "13: `text` begins a block of its own: put '- ' before it"),
        (VISITS, "{id: text, who: officer,", "{id: text, whom: officer, who: officer,",
         "11: `whom` is not a key here; did you mean `who`?"),
        (VISITS, 'must: "ring {service.office-phone}"', 'must: ring, may: sing',
         "11: a duty has exactly one of must, should, may and must_not; found must and may"),
        (VISITS, 'must: "ring {service.office-phone}", ', "",
         "11: a duty has exactly one of must, should, may and must_not; found none"),
        (VISITS, "nations: [wales]", "nations: [whales]",
         "3: entry 1 of `nations` is 'whales'; did you mean `wales`? It can be wales, england or scotland"),
        (VISITS, "nations: [wales]", "nations: [usa]",
         "3: entry 1 of `nations` is 'usa'; it can be wales, england or scotland"),
        (VISITS, "nations: [wales], roles: [officer]", "nations: []", "3: `nations` needs at least 1; it has none"),
        (VISITS, "{nations: [wales], roles: [officer]}", "wales",
         "3: `applies` should hold keys with their values, one `key: value` line each"),
        (VISITS, "reviewed: 2026-11-22", "reviewed: 22 November", "5: `reviewed` should be a date such as 2026-11-22"),
        (VISITS, "reviewed: 2026-11-22", "reviewed: 2026-02-30", "5: `reviewed` should be a date such as 2026-11-22"),
        (VISITS, "reviewed: 2026-11-22", "reviewed: 12", "5: `reviewed` should be a date such as 2026-11-22"),
        ("service.yml", "urgent: true", "urgent: yes", "7: `urgent` should be true or false, without quotes"),
        ("service.yml", "a@tiny.example", "tiny", "5: `email` is 'tiny'; it should be an email address"),
        ("service.yml", 'number: "01632 960120"', "number: 01632 x",
         "7: `number` is '01632 x'; it should be a telephone number in quotes, such as '01632 960123'"),
        (ACTIVITY, "kind: prompts", "kind: prompt",
         "11: `kind` is 'prompt'; did you mean `prompts`? It can be attendance, cases, casework, choices, columns, criteria, grid, "
         "ideas, objectives, prompts, quiz, reading, scoring, shadow, sheets, topics or two-lists"),
        (ACTIVITY, "- kind: prompts\n    id", "- id",
         "11: `kind` is missing; it can be attendance, cases, casework, choices, columns, criteria, grid, "
         "ideas, objectives, prompts, quiz, reading, scoring, shadow, sheets, topics or two-lists"),
        (ACTIVITY, "kind: prompts", "kind: prompts\n    finding_uot: true",
         "12: `finding_uot` is not a key here; did you mean `finding_out`?"),
        (ACTIVITY, "ask: What do you do?,", "", "14: `ask` is missing (The question, as the inductee reads it)"),
        (ACTIVITY, "time: 1 hour", "time: soon",
         "8: time 'soon' is not understood; write for example '10 minutes', '1 hour 30 minutes', 'half a day', '1 day', "
         "'at least 1 day' or 'a few days'"),
        ("words.yml", "nation: {", "nation: {wales: '', zz: {", None),
    ],
)  # fmt: skip
def test_one_mistake(spoil, file, old, new, problem):
    found = spoil(file, old, new)
    if problem is None:
        assert len(found) == 1
    else:
        assert f"content/{file}:{problem}" in found
        assert [one for one in found if one.startswith(f"content/{file}:")] == [f"content/{file}:{problem}"]


def test_a_whole_number(tiny):
    tiny.write(
        ACTIVITY,
        (tiny.root / "content" / ACTIVITY)
        .read_text()
        .replace(
            "  - kind: topics", "  - {kind: ideas, id: x, count: '3', elements: [{id: y, text: Why}]}\n  - kind: topics"
        ),
    )
    assert tiny.problems() == [f"content/{ACTIVITY}:15: `count` should be a whole number without quotes"]


def test_a_crooked_table(spoil):
    assert spoil(
        VISITS,
        "steps: [Go, Come back]",
        "table:\n          caption: C\n          head: [a, b]\n          rows:\n"
        "            - [1x, 2x]\n            - [1x]",
    ) == [f"content/{VISITS}:13: row 2 has 1 cells; the table has 2 columns"]


JUNK = (
    st.none()
    | st.booleans()
    | st.integers(0, 3)
    | st.text("ab: ", max_size=4)
    | st.just([])
    | st.just({})
    | st.just([[1]])
)


@st.composite
def spoilt_documents(draw):
    """A document of the tiny handbook with one thing in it put in place of another."""
    name = draw(st.sampled_from(sorted(TINY)))
    document, _ = read(TINY[name].encode(), name)
    assert document is not None
    here = value = document.value
    while True:
        key = draw(st.sampled_from(sorted(here) if isinstance(here, dict) else range(len(here))))
        if not isinstance(here[key], dict | list) or not here[key] or draw(st.integers(0, 4)) == 0:
            here[key] = draw(JUNK)
            return name, yaml.safe_dump(value, allow_unicode=True)
        here = here[key]


@settings(max_examples=300, deadline=None)
@given(spoilt_documents())
def test_no_word_of_pydantic_reaches_an_author(spoilt):
    name, text = spoilt
    document, found = read(text.encode(), name)
    assert document is not None
    _, problems = validate(CONTENT_KINDS[kind_of(name)].model, document, name)
    for problem in [*found, *problems]:
        assert not re.search("input|valid|pydantic|dict|tuple|Error", problem.text), problem
        assert 1 <= problem.line <= text.count("\n")


def test_every_pattern_has_words():
    patterns = set()

    def collect(schema):
        if isinstance(schema, dict):
            patterns.update([schema["pattern"]] if isinstance(schema.get("pattern"), str) else [])
            schema = list(schema.values())
        if isinstance(schema, list):
            for one in schema:
                collect(one)

    for kind in CONTENT_KINDS.values():
        collect(schema_of(kind.model))
    assert patterns == PATTERNS.keys()
