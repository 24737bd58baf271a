"""The register codes of Wales (the set of 2010) and what each counts as. England's codes are another set: none is here.

The words of reference/register-codes are the longer ones; these are what a cell of a table can hold.
"""

from dataclasses import dataclass
from enum import StrEnum


class Count(StrEnum):
    """What a mark counts as. The values are the words."""

    PRESENT = "present"
    ACTIVITY = "approved educational activity"
    AUTHORISED = "authorised absence"
    UNAUTHORISED = "unauthorised absence"
    NOT_COUNTED = "not counted"


@dataclass(frozen=True)
class Code:
    """One code of the register."""

    mark: str
    means: str
    """Its meaning in a few words, without a capital."""
    counts: Count
    late: bool = False
    """True for a late. U is also unauthorised absence: one mark, two counts."""

    @property
    def look(self) -> str:
        """One word for the page: present, authorised, unauthorised or none."""
        present = self.counts in (Count.PRESENT, Count.ACTIVITY)
        return "present" if present else _LOOKS.get(self.counts, "none")


_LOOKS = {Count.AUTHORISED: "authorised", Count.UNAUTHORISED: "unauthorised"}

CODES: dict[str, Code] = {
    one.mark: one
    for one in (
        Code("/", "present in the morning", Count.PRESENT),
        Code("\\", "present in the afternoon", Count.PRESENT),
        Code("L", "late, before the register closed", Count.PRESENT, late=True),
        Code("B", "educated off site", Count.ACTIVITY),
        Code("D", "registered at two schools, at the other one", Count.ACTIVITY),
        Code("J", "interview", Count.ACTIVITY),
        Code("P", "approved sport", Count.ACTIVITY),
        Code("V", "educational visit", Count.ACTIVITY),
        Code("W", "work experience", Count.ACTIVITY),
        Code("C", "other authorised circumstances", Count.AUTHORISED),
        Code("E", "excluded, no other place arranged", Count.AUTHORISED),
        Code("F", "agreed extended family holiday", Count.AUTHORISED),
        Code("H", "agreed family holiday", Count.AUTHORISED),
        Code("I", "illness", Count.AUTHORISED),
        Code("M", "medical or dental appointment", Count.AUTHORISED),
        Code("R", "day of religious observance", Count.AUTHORISED),
        Code("S", "study leave", Count.AUTHORISED),
        Code("T", "Traveller absence", Count.AUTHORISED),
        Code("G", "family holiday not agreed", Count.UNAUTHORISED),
        Code("N", "reason not yet provided", Count.UNAUTHORISED),
        Code("O", "other unauthorised absence", Count.UNAUTHORISED),
        Code("U", "late, after the register closed", Count.UNAUTHORISED, late=True),
        Code("X", "not of compulsory school age, no session", Count.NOT_COUNTED),
        Code("Y", "cannot attend because of a forced closure", Count.NOT_COUNTED),
        Code("Z", "not on roll yet", Count.NOT_COUNTED),
        Code("#", "school closed to all", Count.NOT_COUNTED),
        Code("-", "no mark made yet", Count.NOT_COUNTED),
        Code("*", "not a school session", Count.NOT_COUNTED),
    )
}
"""Mark to code, in the order in which a list of them reads best."""


def code_of(mark: str) -> Code:
    """The code of a mark. One that is not in the set counts as nothing: it can only come from another version."""
    return CODES.get(mark) or Code(mark, "not a code of the Welsh set", Count.NOT_COUNTED)
