"""What the service has decided about each page and each duty, and what follows: whose rule it is here."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from induction.codes import Standing as Code
from schemas.common import ContentId, Duty, Item, Model, Slug, Text

if TYPE_CHECKING:
    from schemas.handbook import Handbook


class Choice(StrEnum):
    """What a service can decide about a rule."""

    ADOPTED = "adopted"
    ADAPTED = "adapted"
    DECLINED = "declined"


class Resolution(Model):
    """One decision of the service about a page or about one duty on it."""

    page: ContentId
    """Id of a page of content."""
    duty: Slug | None = None
    """Id of a duty on that page. Leave it out to decide about the whole page: each duty that has no decision of its own
    then follows it."""
    decision: Choice
    """adopted, adapted (the service has its own text) or declined."""
    text: str = ""
    """The service's own text, when adapted. It is shown first and the source's beneath it."""
    by: Text
    """Who decided, by their post: 'The team manager'. This is shown on the public site."""
    on: datetime.date
    """When, ISO 8601."""


class Adoption(Model):
    """What this service has decided about the rules of the handbook; content/adoption.yml may be left out."""

    decisions: tuple[Resolution, ...] = ()
    """The decisions."""


Decisions = Mapping[tuple[str, str], Resolution]
"""By page, and by duty; an empty duty is the whole page."""


@dataclass(frozen=True)
class Standing:
    """Whose rule a page or a duty is here."""

    code: Code
    words: str
    """The words for the code."""
    text: str = ""
    """The service's own text, when it adapted this very page or duty."""
    decided: Resolution | None = None
    """The decision it follows from."""


_BY_CHOICE = {Choice.ADOPTED: Code.ADOPTED, Choice.ADAPTED: Code.ADAPTED, Choice.DECLINED: Code.DECLINED}


def standing(handbook: "Handbook", item: Item, duty: Duty | None = None) -> Standing:
    """Where a page stands with this service, or one duty of it: by its own decision, else its page's, else its nation."""
    own = handbook.decisions.get((item.id, duty.id if duty else ""))
    decided = own or handbook.decisions.get((item.id, ""))
    ours = handbook.service.nation in item.applies.nations
    code = _BY_CHOICE[decided.decision] if decided else Code.UNDECIDED
    if not ours and code in (Code.UNDECIDED, Code.DECLINED):
        code = Code.ELSEWHERE  # it was never a rule here, so there is nothing to leave open or to turn down
    words = handbook.words.get("standing", {}).get(code, code.value)
    return Standing(code, words, own.text if own and code is Code.ADAPTED else "", decided)
