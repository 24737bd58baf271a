"""Problems of content: where they stand and what is wrong, in words for an author."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong in one line of one file."""

    file: str
    """Path from the project's root, with `/`."""
    line: int
    """First line is 1."""
    text: str
    """What is wrong and what would be right."""
    note: bool = False
    """True when the content can be used all the same: a note, not an error."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {'note: ' if self.note else ''}{self.text}"


class ContentError(Exception):
    """Content cannot be used; `problems` says why."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(render(self.problems))


def render(problems: Iterable[Problem]) -> str:
    """One line a problem, sorted by file and line."""
    return "\n".join(str(problem) for problem in sorted(set(problems)))


def nearest(wrong: str, known: Iterable[str]) -> str | None:
    """The known word most like a mistyped one."""
    return next(iter(difflib.get_close_matches(wrong, sorted(known), n=1, cutoff=0.6)), None)


def meant(wrong: str, known: Iterable[str]) -> str:
    """'; did you mean …?' when a known word is like the wrong one, else nothing."""
    near = nearest(wrong, known)
    return f"; did you mean `{near}`?" if near else ""


def counted(number: int, what: str) -> str:
    """`1 file`, `2 files`, `2 addresses`."""
    return f"{number} {what}" if number == 1 else f"{number} {what}{'es' if what.endswith('s') else 's'}"


def listed(words: Iterable[str], last: str = "or") -> str:
    """Words in a row: `a, b or c`."""
    *most, final = words
    return f"{', '.join(most)} {last} {final}" if most else final
