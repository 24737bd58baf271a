"""The child protection line of the confidentiality script: no edit of content can take it out, alter whom it names, or unfix it.

Stated here rather than in content, because content is what it is guarded against.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from schemas.kinds import Script
from schemas.problems import Problem
from schemas.slots import SLOT

if TYPE_CHECKING:
    from schemas.handbook import Handbook

SOURCE = "pww.confidentiality."
"""Scripts that carry units of this name promise confidentiality..."""
LINE = "pww.confidentiality.pass-on"
"""...and have to say what this unit says: a risk of harm is passed on."""
PERSON = "person.child-protection-coordinator"
"""To whom."""


def check(handbook: "Handbook") -> Iterator[Problem]:
    """Scripts that speak of confidentiality without the line, without whom it names, or with a line that could go."""
    for file in handbook.files:
        if not isinstance(file.item, Script):
            continue
        points = file.item.points
        carried = {*file.item.sources, *(unit for one in points for unit in one.sources)}
        if not any(unit.startswith(SOURCE) for unit in carried):
            continue
        lines = [(at, one) for at, one in enumerate(points) if LINE in one.sources]
        if not lines:
            text = f"no point carries {LINE}: a script on confidentiality always says that a risk of harm is passed on"
            yield file.problem(("points",), text)
        for at, one in lines:
            if not one.fixed:
                yield file.problem(("points", at), f"`{one.id}` carries {LINE}, so it needs `fixed: true`")
            for key in ("say", "younger"):
                if PERSON not in SLOT.findall(getattr(one, key)):
                    text = f"`{key}` has to name whom a risk of harm is passed on to: {{{PERSON}}}"
                    yield file.problem(("points", at, key), text)
