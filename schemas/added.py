"""What a service adds to a programme: content/programmes/<programme>/local.yml."""

from typing import Annotated

from pydantic import Field

from induction.activities import AnyResponse
from induction.activities.base import Question
from induction.activities.prompts import Prompts
from induction.codes import Kind, Signer
from schemas.common import Model, Slug, Text
from schemas.kinds import Time


class LocalItem(Model):
    """Something that this service adds to a programme."""

    id: Slug
    """Stable id within the file; in records it is '<programme>.local.<id>', so nothing shipped ever has the same."""
    title: Text
    """What is done, verb first: 'Meet the safeguarding team'."""
    area: Slug
    """Which of the programme's `local_areas` it covers."""
    kinds: Annotated[tuple[Kind, ...], Field(min_length=1)] = (Kind.WITH_COLLEAGUE,)
    """What it asks of the inductee."""
    time: Time | None = None
    """How long it takes: '2 hours', 'half a day', '1 day'."""
    intro: Text
    """What to do and why, in two to four sentences of plain text."""
    questions: tuple[Question, ...] = ()
    """What to write down. Without any, the inductee only says that it is done."""
    dated: bool = False
    """True when it takes place on a day that has to be booked."""
    after: tuple[str, ...] = ()
    """What has to come first: ids of activities, or '<programme>.area.<area>'."""
    sign_off: tuple[Signer, ...] = (Signer.MANAGER,)
    """Who may sign it off; an empty list when nobody needs to."""
    children: bool = False
    """True when its boxes are about real children or families."""

    @property
    def kinds_inferred(self) -> bool:
        """False: the service says itself what it asks."""
        return False

    @property
    def parts(self) -> tuple[AnyResponse, ...]:
        """Its questions as the one part that activities have."""
        ask = "Write down what you found out. No names of children or families."
        return (Prompts(id="local", ask=ask, questions=self.questions),) if self.questions else ()


class LocalItems(Model):
    """content/programmes/<programme>/local.yml: what this service adds. It comes first in the programme."""

    items: Annotated[tuple[LocalItem, ...], Field(min_length=1)]
    """The items, in order."""
