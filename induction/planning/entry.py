"""What a record says of the plan, folded from its events: one entry an activity, and the versions that were agreed."""

from dataclasses import dataclass, field
from typing import Any

from induction.codes import Choice
from induction.dates import near_date
from induction.decode import as_text
from induction.events import Event

CLAIM = ("choice", "reason", "judged_by", "judged_on", "judged_at")
"""What becomes of an activity and why. ``reason``: why it is not needed, or what was learned before; ``judged_on``: the
evidence; ``judged_at``: an ISO date."""
KEYS = (*CLAIM, "week", "who", "booked", "held", "fallback", "spent")
"""All that the plan can say of an activity, as text. ``week``: the ISO date of a Monday; ``who``: whom to book; ``booked``:
for which ISO date; ``held``: the ISO date on which training took place; ``fallback``: what happens instead, in a sentence;
``spent``: how long it really took, for `induction.times.parse_duration`."""

LEAVE = "leave"
"""What days off are called that are no bank holidays. Nobody is asked why."""

TYPED = ("reason", "judged_by", "judged_on", "who", "fallback")
"""The keys that are words somebody typed."""

_CHOICES = {one.value: one for one in Choice}


@dataclass
class Entry:
    """What the plan says of one activity. Keys never said are empty."""

    values: dict[str, str] = field(default_factory=dict)
    events: dict[str, str] = field(default_factory=dict)
    """Key to the id of the event that said it last."""

    def take(self, event: Event) -> None:
        """Apply a `plan` event: changed keys only, all of them text."""
        for key in KEYS:
            value = event.data.get(key)
            if isinstance(value, str):
                self.values[key] = value
                self.events[key] = event.id

    def text(self, key: str) -> str:
        """What stands under a key of KEYS."""
        return self.values.get(key, "")

    @property
    def choice(self) -> Choice:
        """What becomes of the activity: to be done, unless somebody said otherwise."""
        return _CHOICES.get(self.text("choice"), Choice.PLANNED)

    @property
    def claim(self) -> str:
        """The event that claims earlier learning, which says all of CLAIM at once; empty when nothing is claimed."""
        return self.events.get("choice", "") if self.choice is Choice.EARLIER_LEARNING else ""

    @property
    def week(self) -> str:
        """The Monday it is planned for; empty when it has no week (what a file says may be no date) or is not to be done."""
        return self.text("week") if self.choice is Choice.PLANNED and near_date(self.text("week")) else ""


@dataclass(frozen=True)
class Agreed:
    """One person's agreement to the plan as it stood, which it holds."""

    event: str
    name: str
    role: str
    """inductee or manager."""
    on: str
    """ISO date."""
    plan: dict[str, Any]
    """The snapshot, see `induction.planning.agreement`."""
    digest: str
    programme: str
    """The programme that the record was of at the time."""


def read_agreed(event: Event, programme: str) -> Agreed:
    """An `agreed` event. Parts that are not text are read as empty."""

    def text(key: str) -> str:
        return as_text(event.data.get(key))

    return Agreed(event.id, text("name"), text("role"), text("on"), event.data["plan"], text("digest"), programme)
