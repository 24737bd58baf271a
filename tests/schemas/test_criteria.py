"""Criteria in content: a repeat and a code that nothing knows have their line."""

from tests.schemas.conftest import TINY, Spoilt

LAW = "reference/law.yml"
ACT = "  - {id: act, title: Education Act 1996, about: An Act., sources: [ews.info.three]}"
PART = """\
  - kind: criteria
    id: spec
    reference: reference.law
    levels: [{id: shown, text: Shown}, {id: not-yet, text: Not yet, learn: true}]
    codes: [{code: A, text: Form}]
look_for:"""


def told(tiny: Spoilt, entries: str) -> list[str]:
    assert ACT in TINY[LAW]
    tiny.change(LAW, ACT, entries)
    tiny.change("programmes/ews/activities/1.1.yml", "look_for:", PART)
    return tiny.problems()


def test_what_is_right_is_taken(tiny: Spoilt):
    again = "  - {id: again, title: Again, about: The same., repeats: act}"
    assert told(tiny, f"{ACT[:-1]}, codes: [A]}}\n{again}") == []


def test_a_repeat_names_an_entry_above_it(tiny: Spoilt):
    again = "  - {id: again, title: Again, about: The same., repeats: acts}"
    assert told(tiny, f"{ACT}\n{again}") == [
        "content/reference/law.yml:8: there is no entry `acts` above this one; did you mean `act`?"
    ]


def test_a_code_without_words_is_found(tiny: Spoilt):
    (problem,) = told(tiny, f"{ACT[:-1]}, codes: [A, X]}}")
    assert problem == "content/reference/law.yml:7: no self-check of this collection has words for the code `X`"
