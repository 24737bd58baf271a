"""Tables that have to fit the code or each other: words, units of sources."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from induction.codes import WORDED
from schemas.problems import Problem, listed, meant

if TYPE_CHECKING:
    from schemas.handbook import Handbook


def check(handbook: "Handbook") -> Iterator[Problem]:
    """Codes without words, words without a code, units under the wrong source."""
    for file in handbook.files:
        if file.item is None:
            continue
        if file.kind == "words":
            for vocabulary, codes in WORDED.items():
                words = getattr(file.item, vocabulary)
                missing = [code.value for code in codes if code.value not in words]
                if missing:
                    yield file.problem((vocabulary,), f"`{vocabulary}` has no words for {listed(missing, 'and')}")
                for word in words.keys() - {code.value for code in codes}:
                    guess = meant(word, missing)
                    yield file.problem((vocabulary, word), f"`{word}` is no code of `{vocabulary}`{guess}")
        if file.kind == "source":
            for index, unit in enumerate(file.item.units):
                if not unit.id.startswith(f"{file.item.id}."):
                    yield file.problem(("units", index, "id"), f"the ids of this source begin with `{file.item.id}.`")
