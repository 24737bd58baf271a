"""What every response type is made of, and what it has to offer.

A response type is a frozen dataclass (its shape is what an author writes) with four methods: what is still missing,
what was asked and answered, the words of each prompt, and its HTML. Some also refuse an answer.
Fields are addressed ``<part>.<item>[.<row>][.<aspect>]``.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from induction.views.forms import Form


@dataclass(frozen=True)
class Question:
    """One question with one box to answer it in."""

    id: str
    """Stable id within its part: lower-case words joined by '-'."""
    ask: str
    """The question, as the inductee reads it."""
    hint: str = ""
    """One sentence of help under the question."""
    pupil: bool = False
    """True when the answer could name a real child: the box says 'Child A' and warns about personal details."""
    optional: bool = False
    """True when the activity is complete without it."""
    short: bool = False
    """True for a one-line box."""
    sources: tuple[str, ...] = ()
    """Source units this question carries."""
    label: str = ""
    """A few words for it in the worker's own directory: 'How to refer'. Without them the question itself stands there."""
    slot: str = ""
    """Id of a slot in content/slots.yml that the answer could fill, for the service's owner to take over."""


@dataclass(frozen=True)
class Link:
    """A link with its words. ``href`` is a page of this site (``guidance/...``) or an https address."""

    text: str
    href: str


@dataclass(frozen=True)
class Gap:
    """Something still missing: the field to go to and the words of a link to it."""

    field: str
    text: str


@dataclass(frozen=True)
class Shown:
    """One prompt with its answer as a person reads it. What a sign-off embeds is a list of these."""

    prompt: str
    answer: str


class Answers(Protocol):
    """What an inductee has answered in one activity."""

    def text(self, field: str) -> str:
        """The latest answer of a field; empty when there is none."""

    def rows(self, name: str) -> tuple[str, ...]:
        """Ids of the rows added to a list, in the order they were added."""


class Response(Protocol):
    """The shape that all response types share. One that limits what can be answered is `Refuses` as well."""

    @property
    def kind(self) -> str:
        """Its name in `induction.activities.ACTIVITY_TYPES`."""

    @property
    def id(self) -> str:
        """Stable id of the part within its activity; every field of the part begins with it."""

    @property
    def title(self) -> str:
        """Heading of the part."""

    @property
    def ask(self) -> str:
        """What the part asks."""

    def gaps(self, answers: Answers) -> list[Gap]:
        """What is still missing before the part is complete, in reading order."""

    def shown(self, answers: Answers) -> list[Shown]:
        """What was asked and answered so far, in reading order; unanswered prompts have an empty answer."""

    def prompt(self, field: str) -> str:
        """The words of the question that a field answers; empty when the part has no such field."""

    def view(self, form: "Form") -> str:
        """The part as HTML, flush left and without blank lines."""


@runtime_checkable
class Refuses(Protocol):
    """What a response type has when not every answer can be taken."""

    def refuse(self, field: str, value: str, answers: Answers) -> str:
        """Why ``value`` cannot be the answer of ``field`` now, as a sentence beside it; empty when it can.

        Asked before an event is made, so never of what is recorded already: two merged records can hold more than
        either of them was allowed, and `Response.gaps` has to say so.
        """


@dataclass(frozen=True)
class Suggestion:
    """Something to work on next that answers point to. It is offered and never taken up by itself."""

    words: str
    """What could be worked on, as it would stand in a development plan."""
    why: str
    """Where it comes from: 'Not right the first time'."""
    field: str
    """The field to go to, on the page of the activity."""


@runtime_checkable
class Suggests(Protocol):
    """What a response type has whose answers say what somebody is still unsure of."""

    def suggestions(self, answers: Answers) -> list[Suggestion]:
        """What the answers suggest to work on, in reading order; all of it optional."""


def suggestions(response: Response, answers: Answers) -> list[Suggestion]:
    """What the answers of a response type suggest to work on; nothing for most types."""
    return response.suggestions(answers) if isinstance(response, Suggests) else []


@runtime_checkable
class StandsIn(Protocol):
    """What a response type has that can say: this activity is done in another form, kept elsewhere."""

    def stands_in(self, answers: Answers) -> bool:
        """True when only the gaps of this part count, because the rest is in that other form."""


def refusal(response: Response, field: str, value: str, answers: Answers) -> str:
    """Why a response type refuses an answer; empty when it takes it, as most always do."""
    return response.refuse(field, value, answers) if isinstance(response, Refuses) else ""


class OneOfEach:
    """The methods of a response type that asks one thing of each of its rows."""

    def asked(self) -> list[tuple[str, str]]:
        """Field and prompt of each row, in reading order."""
        raise NotImplementedError

    def gaps(self, answers: Answers) -> list[Gap]:
        return [Gap(field, prompt) for field, prompt in self.asked() if not filled(answers.text(field))]

    def shown(self, answers: Answers) -> list[Shown]:
        return [Shown(prompt, answers.text(field)) for field, prompt in self.asked()]

    def prompt(self, field: str) -> str:
        return dict(self.asked()).get(field, "")


def is_row(row: str, fixed: int) -> bool:
    """True when ``row`` can be a row of a list: one of ``fixed`` numbered from 1, or the id of one that was added."""
    if row.isdigit():  # a file may name a row "²", or by more digits than Python makes a number of
        return row.isascii() and len(row) < 5 and 1 <= int(row) <= fixed
    return row != "" and "." not in row


def filled(text: str) -> bool:
    """True when an answer says something."""
    return bool(text.strip())


def shorten(text: str, most: int = 60) -> str:
    """The beginning of an answer, for words that refer to it."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


_OPENERS = re.compile(
    r"(An?|Are|At|Can|Could|Do|Does|Has|Have|How|If|Is|Should|The|To|What|When|Where|Which|Who|Whom|Why) "
)


def follow_on(text: str) -> str:
    """A sentence as it stands after a colon: begun small where its first word is no name and not 'I'."""
    return text[0].lower() + text[1:] if _OPENERS.match(text) else text


def small(words: str) -> str:
    """Words of ours as they stand inside a sentence: no capital at their head. Not for what may begin with a name."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words
