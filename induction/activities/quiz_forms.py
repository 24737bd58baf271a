"""How each form of question is answered and marked: one class a form, and the one table that names them.

An answer is a tuple of codes: ids of options, ``<pair>=<pair whose right side was chosen>``, ids of items in order, or
the text that was typed.
"""

from collections.abc import Callable
from typing import Protocol

from induction.activities.quiz_questions import QuizOption, QuizPair, QuizQuestion
from induction.views.html import plain

TODAY = ("yes", "now")
"""What counts as right."""
Text = Callable[[str], str]
"""What stands in a control of a try; its name is empty where the try has one control only."""


class QuizForm(Protocol):
    """What there is to know of a form of question."""

    def aspects(self, question: QuizQuestion) -> dict[str, str]:
        """Names of the controls of a try and the words behind its prompt; one without a name holds all of it."""

    def read(self, question: QuizQuestion, text: Text) -> tuple[str, ...]:
        """The answer so far; empty when there is none."""

    def complete(self, question: QuizQuestion, chosen: tuple[str, ...]) -> bool:
        """True when it can be checked."""

    def right(self, question: QuizQuestion, chosen: tuple[str, ...]) -> bool:
        """True when it is right today."""

    def words(self, question: QuizQuestion, chosen: tuple[str, ...]) -> str:
        """The answer as a person reads it."""

    def answer(self, question: QuizQuestion) -> tuple[str, ...]:
        """What is right today."""

    def takes(self, question: QuizQuestion, value: str) -> bool:
        """True when a control can hold it."""


class _One:
    """One of several options. The other forms are this with a difference."""

    def aspects(self, question: QuizQuestion) -> dict[str, str]:
        return {"": ""}

    def read(self, question: QuizQuestion, text: Text) -> tuple[str, ...]:
        return (text(""),) if text("") else ()

    def complete(self, question: QuizQuestion, chosen: tuple[str, ...]) -> bool:
        return chosen != ()

    def right(self, question: QuizQuestion, chosen: tuple[str, ...]) -> bool:
        return chosen != () and set(chosen) == set(self.answer(question))

    def words(self, question: QuizQuestion, chosen: tuple[str, ...]) -> str:
        words = {option.id: plain(option.text) for option in question.options}
        return "; ".join(words.get(code, code) for code in chosen)

    def answer(self, question: QuizQuestion) -> tuple[str, ...]:
        return tuple(option.id for option in question.options if option.right in TODAY)

    def takes(self, question: QuizQuestion, value: str) -> bool:
        return True


class _Many(_One):
    """All options that are right: each is a tick of its own."""

    def aspects(self, question: QuizQuestion) -> dict[str, str]:
        return {option.id: plain(option.text) for option in question.options}

    def read(self, question: QuizQuestion, text: Text) -> tuple[str, ...]:
        return tuple(option.id for option in question.options if text(option.id) == "yes")


class _Short(_One):
    """A few words of one's own."""

    def read(self, question: QuizQuestion, text: Text) -> tuple[str, ...]:
        return (text(""),) if text("").strip() else ()

    def right(self, question: QuizQuestion, chosen: tuple[str, ...]) -> bool:
        found = known(question, chosen)
        return found is not None and found.right in TODAY

    def words(self, question: QuizQuestion, chosen: tuple[str, ...]) -> str:
        return " ".join(chosen)

    def answer(self, question: QuizQuestion) -> tuple[str, ...]:
        return tuple(plain(option.text) for option in question.options if option.right in TODAY)[:1]


class _Matching(_One):
    """For each pair, a list of all right sides."""

    def aspects(self, question: QuizQuestion) -> dict[str, str]:
        return {pair.id: plain(pair.left) for pair in question.pairs}

    def read(self, question: QuizQuestion, text: Text) -> tuple[str, ...]:
        return tuple(f"{pair.id}={text(pair.id)}" for pair in question.pairs if text(pair.id))

    def complete(self, question: QuizQuestion, chosen: tuple[str, ...]) -> bool:
        return len(chosen) == len(question.pairs)

    def right(self, question: QuizQuestion, chosen: tuple[str, ...]) -> bool:
        given = dict(code.split("=", 1) for code in chosen)
        return all(fits(question, pair, given.get(pair.id, "")) for pair in question.pairs)

    def words(self, question: QuizQuestion, chosen: tuple[str, ...]) -> str:
        lefts = {pair.id: plain(pair.left) for pair in question.pairs}
        rights = {pair.id: plain(pair.right) for pair in question.pairs}
        codes = [code.split("=", 1) for code in chosen]
        return "; ".join(f"{lefts.get(left, left)}: {rights.get(right, right)}" for left, right in codes)

    def answer(self, question: QuizQuestion) -> tuple[str, ...]:
        return tuple(f"{pair.id}={pair.id}" for pair in question.pairs)


class _Ordering(_One):
    """Items moved up and down; the answer is all their ids, parted by spaces."""

    def read(self, question: QuizQuestion, text: Text) -> tuple[str, ...]:
        return tuple(text("").split())

    def right(self, question: QuizQuestion, chosen: tuple[str, ...]) -> bool:
        return chosen == self.answer(question)

    def words(self, question: QuizQuestion, chosen: tuple[str, ...]) -> str:
        words = {item.id: plain(item.text) for item in question.items}
        return "; ".join(f"{number}. {words.get(code, code)}" for number, code in enumerate(chosen, start=1))

    def answer(self, question: QuizQuestion) -> tuple[str, ...]:
        return tuple(item.id for item in question.items)

    def takes(self, question: QuizQuestion, value: str) -> bool:
        return value == "" or sorted(value.split()) == sorted(self.answer(question))


_ONE, _MANY = _One(), _Many()
QUIZ_FORMS: dict[str, QuizForm] = {
    "choice": _ONE,
    "true-false": _ONE,
    "short": _Short(),
    "matching": _Matching(),
    "ordering": _Ordering(),
}
"""Form of question to how it is marked: the one place where a form is registered."""


def form_of(question: QuizQuestion) -> QuizForm:
    """How a question is marked."""
    return _MANY if multiple(question) else QUIZ_FORMS.get(question.form, _ONE)


def multiple(question: QuizQuestion) -> bool:
    """True when several options are right together, so that they are ticked rather than chosen."""
    return question.form == "choice" and sum(option.right in TODAY for option in question.options) > 1


def known(question: QuizQuestion, chosen: tuple[str, ...]) -> QuizOption | None:
    """The option that says what was typed, without regard to capitals and spaces; None when none does."""
    typed = _folded(" ".join(chosen))
    return next((one for one in question.options if _folded(plain(one.text)) == typed), None)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def fits(question: QuizQuestion, pair: QuizPair, code: str) -> bool:
    """True when ``code`` is a pair whose right side is that of ``pair``: two pairs may have the same one."""
    return any(one.id == code and plain(one.right) == plain(pair.right) for one in question.pairs)


def rights(question: QuizQuestion) -> list[tuple[str, str]]:
    """What there is to choose from in a matching question, as (code, words), by the alphabet and each once."""
    words: dict[str, str] = {}
    for pair in question.pairs:
        words.setdefault(plain(pair.right), pair.id)
    return [(words[text], text) for text in sorted(words, key=str.casefold)]
