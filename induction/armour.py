"""A file as text that survives mail: lines of base64 between a BEGIN and an END line, with a check of their own.

Mail programs drop attachments, quote with "> " or "SE> ", break lines anew, put blanks at their ends and make one long dash of
two; none of that matters here. Every pattern looks at each sign once: a text that is made to be slow is not.
"""

import base64
import binascii
import hashlib
import re
import zlib

from induction.decode import MAX_BYTES

_GAP = r"[\s>|\u200b-\u200f\u2060\ufeff]+"
"""What mail may leave between two words of a line: blanks of any kind, a line end with quoting behind it, signs nobody sees."""
_DASH = r"[-\u2010-\u2015\u2212]"
"""A dash, also one that a word processor made of two."""
_BEGIN = re.compile(rf"{_DASH}\s?BEGIN{_GAP}INDUCTION{_GAP}([A-Z]+)")
_END = re.compile(rf"{_DASH}\s?END{_GAP}INDUCTION{_GAP}([A-Z]+)")
_NOT_BASE64 = re.compile(r"=[0-9A-F]{2}|[^A-Za-z0-9+/]")
"""What is passed over: whatever is no base64, and signs that a mail saved as a file writes out ("=3D")."""
_QUOTING = re.compile(r"^.*[>|]", re.MULTILINE)
"""Quoting at the beginning of a line, with the initials that some mail programs put before it."""
_LINE = 76
_CHECK = 8
"""How many bytes of the SHA-256 of the text go before it."""


class ArmourError(ValueError):
    """The text between the lines is not whole. ``reason`` is "cut", "damaged" or "size"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def wrap(text: str, kind: str) -> str:
    """The text of a file (of a kind: record, request, reply) as lines that can be pasted into a mail."""
    raw = text.encode()
    packed = base64.b64encode(hashlib.sha256(raw).digest()[:_CHECK] + zlib.compress(raw, 9)).decode()
    lines = [packed[at : at + _LINE] for at in range(0, len(packed), _LINE)]
    name = f"INDUCTION {kind.upper()}"
    return "\n".join([f"-----BEGIN {name}-----", *lines, f"-----END {name}-----", ""])


def is_wrapped(text: str) -> bool:
    """True when there is a BEGIN line in a text."""
    return _BEGIN.search(text) is not None


def blocks(text: str) -> list[str]:
    """Each BEGIN line of a text with what stands behind it up to the next one, to be given to `unwrap` one by one."""
    starts = [match.start() for match in _BEGIN.finditer(text)]
    return [text[at:to] for at, to in zip(starts, (*starts[1:], len(text)), strict=False)]


def unwrap(block: str) -> str:
    """The text of the file in a block. Raises ArmourError when it was cut short or altered, or is more than 5 MB."""
    begin = _BEGIN.search(block)
    end = next((one for one in _END.finditer(block) if begin and one[1] == begin[1]), None)
    if begin is None or end is None:
        raise ArmourError("cut")
    body = block[begin.end() : end.start()]
    raw = _unpacked(body)
    if raw is None and _QUOTING.search(body):
        raw = _unpacked(_QUOTING.sub("", body))
    if raw is None:
        raise ArmourError("damaged")
    try:
        return raw.decode()
    except UnicodeDecodeError:
        raise ArmourError("damaged") from None


def _unpacked(body: str) -> bytes | None:
    """What the lines hold, when their check fits; None when it does not. At most 5 MB are unpacked."""
    letters = _NOT_BASE64.sub("", body)
    unpacker = zlib.decompressobj()
    try:
        packed = base64.b64decode(letters + "=" * (-len(letters) % 4), validate=True)
        raw = unpacker.decompress(packed[_CHECK:], MAX_BYTES + 1)
    except (binascii.Error, zlib.error):
        return None
    if len(raw) > MAX_BYTES:
        raise ArmourError("size")
    return raw if unpacker.eof and hashlib.sha256(raw).digest()[:_CHECK] == packed[:_CHECK] else None
