"""A short code of a record, so that a sheet of paper and a file can be matched. It proves nothing about who wrote what.

docs/contracts.md says exactly how it is made; another program can work it out from a saved file.
"""

import hashlib

from induction.events import event_text
from induction.record import Record

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 signs, none of which is taken for another when it is read aloud or copied by hand: no 0, O, 1, I."""
_SIGNS, _GROUP = 12, 4
_SILENT = ("saved", "withdrawn", "erased")
"""Events that say nothing themselves: saving a copy, or undoing a merge, leaves the code as it was."""


def code_of(record: Record) -> str:
    """The code, such as ``7K3Q-WXT2-9MPA``: 12 signs of 5 bits each from the front of a SHA-256.

    What is hashed is the canonical JSON of each event that counts and says something, in the order of the record, with a line
    end (LF) behind each, as UTF-8.
    """
    told = (event for event in record.counted() if event.type not in _SILENT)
    whole = hashlib.sha256("".join(f"{event_text(event)}\n" for event in told).encode("utf-8", "surrogatepass"))
    number = int.from_bytes(whole.digest()[:8], "big") >> 4
    signs = "".join(LETTERS[number >> 5 * at & 31] for at in reversed(range(_SIGNS)))
    return "-".join(signs[at : at + _GROUP] for at in range(0, _SIGNS, _GROUP))
