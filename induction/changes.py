"""What a person has read of the notes that a page has moved: part of what a record amounts to."""

from dataclasses import dataclass, field

from induction.events import Event


@dataclass
class Reads:
    """Notes that were read: (page id, date of the note) to the date on which it was read."""

    on: dict[tuple[str, str], str] = field(default_factory=dict)

    def take(self, event: Event) -> None:
        """One `read-change` event. The first reading counts: a second one does not make it later."""
        self.on.setdefault((event.subject, event.data["change"]), event.data["on"])

    def has(self, page: str, change: str) -> bool:
        """True when that note of that page was read."""
        return (page, change) in self.on
