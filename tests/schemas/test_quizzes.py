"""What an author is told of a quiz that cannot be used: file, line, and what to write."""

import pytest

from tests.schemas.conftest import Spoilt

FILE = "programmes/ews/activities/1.1.yml"
PARTS = """\
  - kind: prompts
    id: role
    questions:
      - {id: what, ask: What do you do?, sources: [ews.info.two]}
"""
HEAD = "  - kind: quiz\n    id: quiz\n    questions:\n"
END = "        source: An Act\n        sureness: checked\n        checked: '2026-11-22'\n"
CHOICE = """\
      - id: days
        ask: How many?
        options:
          - {id: ten, text: Ten, why: Too few.}
          - {id: more, text: More, why: Just right., right: 'yes'}
"""
TRUE = """\
      - id: fine
        form: true-false
        ask: Is it?
        options:
          - {id: 'true', text: 'True', why: It is., right: 'yes'}
          - {id: 'false', text: 'False', why: It is not so.}
"""
MATCHING = """\
      - id: acts
        form: matching
        ask: What belongs together?
        pairs:
          - {id: a, left: A, right: One, why: So it is.}
          - {id: b, left: B, right: Two, why: So it is.}
"""
ORDERING = """\
      - id: steps
        form: ordering
        ask: In which order?
        begins: [b, a]
        items:
          - {id: a, text: A, why: First.}
          - {id: b, text: B, why: Second.}
"""


def quiz(tiny: Spoilt, *questions: str) -> list[str]:
    tiny.change(FILE, PARTS, HEAD + "".join(one + END for one in questions))
    return tiny.problems()


def test_every_form_is_taken(tiny: Spoilt) -> None:
    assert quiz(tiny, CHOICE, TRUE, MATCHING, ORDERING) == []


@pytest.mark.parametrize(
    ("question", "old", "new", "line", "says"),
    [
        (CHOICE, ", right: 'yes'", "", 16, "no option is right today"),
        (CHOICE, "right: 'yes'", "right: then", 16, "no option is right today"),
        (CHOICE, "right: 'yes'", "right: yes please", 18, "`right` is 'yes please'; it can be no, yes, then or now"),
        (CHOICE, ", why: Too few.", "", 17, "`why` is missing"),
        (CHOICE, "why: Too few.", "why: ''", 17, "`why` is empty"),
        (CHOICE, "id: more", "id: ten", 18, "the id `ten` is taken in line 17"),
        (CHOICE, "text: More", "text: ten", 16, "two options say 'ten'"),
        (CHOICE, "          - {id: ten, text: Ten, why: Too few.}\n", "", 16, "at least two options"),
        (
            CHOICE,
            "        ask: How",
            "        pairs: [{id: a, left: A, right: B, why: C}]\n        ask: How",
            15,
            "has no `pairs`",
        ),
        (TRUE, "id: 'true'", "id: 'yes'", 17, 'with the ids "true" and "false"'),
        (TRUE, "id: 'true'", "id: true", 18, "`id`"),
        (TRUE, "why: It is not so.", "why: It is too., right: now", 17, "both options are right today"),
        (MATCHING, "right: Two", "right: One", 17, "at least two pairs with different right sides"),
        (MATCHING, "left: B", "left: A", 17, "two pairs have the same left side"),
        (MATCHING, ", why: So it is.}\n          - {id: b", "}\n          - {id: b", 18, "`why` is missing"),
        (ORDERING, "begins: [b, a]", "begins: [a, b]", 17, "shown in their right order"),
        (ORDERING, "begins: [b, a]", "begins: [b]", 17, "each item once"),
        (ORDERING, "        begins: [b, a]\n", "", 14, "each item once"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(
    tiny: Spoilt, question: str, old: str, new: str, line: int, says: str
) -> None:
    assert old in question
    problems = quiz(tiny, question.replace(old, new, 1))
    assert [one for one in problems if one.startswith(f"content/{FILE}:{line}: ") and says in one], problems


def test_two_questions_with_one_id(tiny: Spoilt) -> None:
    (problem,) = quiz(tiny, CHOICE, TRUE.replace("id: fine", "id: days"))
    assert problem.endswith("the id `days` is taken in line 14; on one page each stands once")


def test_a_date_that_is_none(tiny: Spoilt) -> None:
    tiny.change(FILE, PARTS, HEAD + CHOICE + END.replace("2026-11-22", "last week"))
    (problem,) = tiny.problems()
    assert "`checked` is 'last week'; it should be a date" in problem


CASES = """\
  - kind: cases
    id: case
    cases:
      - id: kim
        title: Kim
        years: [Year 5, Year 6]
        year_open: Year 5 or 6
        story: "Kim is in {year}."
        stages: [{id: first, questions: [{id: why, ask: "Why, in {year}?"}]}]
        compare: ["In {year} much is new."]
"""


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("        years: [Year 5, Year 6]\n        year_open: Year 5 or 6\n", "", "there is no slot {year}"),
        ("        year_open: Year 5 or 6\n", "", "`year_open` is missing"),
        ("[Year 5, Year 6]", "[Year 5]", "at least two years"),
        ("id: first", "id: year", "give the stage another id"),
        ("{year} much", "{years} much", "there is no slot {years}"),
    ],
)
def test_a_case_whose_year_is_chosen(tiny: Spoilt, old: str, new: str, says: str) -> None:
    tiny.change(FILE, PARTS, CASES)
    assert tiny.problems() == []
    tiny.write(FILE, (tiny.root / "content" / FILE).read_text("utf-8").replace(old, new))
    assert any(says in one for one in tiny.problems()), tiny.problems()
