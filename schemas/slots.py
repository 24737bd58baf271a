"""Slots: what belongs to one service or school is never typed into content but filled in here.

`{service.<slot>}` is a local fact from content/service.yml, `{person.<person>}` somebody at a school.
"""

import re
from dataclasses import dataclass

from induction.names import inner, lower, stand_in
from schemas.handbook import Handbook
from schemas.links import dead, without_dead
from schemas.tables import School

SLOT = re.compile(r"\{([^{}\n]*)\}")
"""Anything in braces: content uses them for nothing else."""
OPEN, THEN, CLOSE = "\ue000", "\ue001", "\ue002"
"""Signs that no text has: they hold a name that a reader can type, until it is a widget (`macros.pages.names`)."""
_PHONE = re.compile(r"[+0][0-9 ()]{8,18}|999|112|111|101")


@dataclass(frozen=True)
class Filler:
    """Fills the slots of one handbook, at one school when there is one."""

    handbook: Handbook
    school: School | None = None
    dial: bool = False
    """True where links can be: a slot that is a telephone number becomes a link that rings it."""
    live: bool = False
    """True where widgets can be: a name that the school has not given is marked for one."""

    def fill(self, text: str) -> str:
        """`text` with every slot filled; what is in braces and is no slot stays, a link that leads nowhere does not."""
        return SLOT.sub(self._value, without_dead(self.handbook.links, text))

    def person(self, person_id: str, *, begins: bool = True) -> str:
        """A name at the school; the title and whom to ask when the school has not given it; with no school, the title.

        `begins` is False inside a sentence, where a title has no capital.
        """
        person = self.handbook.people[person_id]
        title = person.titles.get(self.handbook.service.nation, person.title)
        if self.school is None:
            return title if begins else lower(title)
        name = self.school.people.get(person_id)
        if name:
            return name
        words = stand_in(title, person.ask, begins=begins)
        within = "" if begins else "/within"
        return f"{OPEN}{self.school.id}/{person_id}{within}{THEN}{words}{CLOSE}" if self.live else words

    def service(self, slot_id: str, *, alone: bool = True) -> str:
        """The service's value, or the sentence that says it is not set.

        `alone` is False inside a sentence: the slot's title then keeps that sentence whole.
        """
        slot = self.handbook.slots[slot_id]
        value = self.handbook.local_fact(slot_id)
        return value or (slot.unset if alone else f"{lower(slot.title)} ({inner(slot.unset)})")

    def _value(self, match: re.Match[str]) -> str:
        room, _, key = match[1].partition(".")
        before, after = match.string[: match.start()], match.string[match.end() :]
        begins = not before.strip() or re.search(r"[.!?:]\s+$|\n\s*(?:[-*] )?$", before) is not None
        if room == "service" and key in self.handbook.slots:
            value = self.service(key, alone=begins and re.match(r"\s*(?:\n|$)", after) is not None)
            return self._link(key, value) if self.dial and not before.endswith("[") else value
        if room == "person" and key in self.handbook.people:
            return self.person(key, begins=begins and not before.rstrip().endswith(":"))
        return match[0]

    def _link(self, slot_id: str, value: str) -> str:
        """A value as Markdown: a telephone number rings, a document of the service's own opens."""
        document = self.handbook.local_link(slot_id)
        if self.handbook.service.slots.get(slot_id) or document is None or not document.address:
            return _ring(value)
        said = dead(self.handbook.links, document.address)
        named = f"{document.label} ({said})" if said else f"[{document.label}]({document.address})"
        return ", ".join(filter(None, (named, document.where.strip())))


def _ring(value: str) -> str:
    """A telephone number as a Markdown link; anything else as it is."""
    if not _PHONE.fullmatch(value):
        return value
    return f"[{value}](tel:{re.sub('[^+0-9]', '', value.replace('(0)', ''))})"
