"""A file as text that survives mail: lines of base64 between a BEGIN and an END line, with a check of their own.

Mail programs drop attachments, quote with "> ", break lines anew and put blanks at their ends; none of that matters here.
"""

import base64
import binascii
import hashlib
import re
import zlib

from induction.decode import MAX_BYTES

_BLOCK = re.compile(r"-{3,}\s*BEGIN INDUCTION ([A-Z]+)\s*-{3,}(.*?)(?:-{3,}\s*END INDUCTION \1\s*-{3,}|\Z)", re.DOTALL)
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
    return _BLOCK.search(text) is not None


def blocks(text: str) -> list[str]:
    """What stands between each pair of lines in a text, quoted or not, to be given to `unwrap` one by one."""
    return [match[0] for match in _BLOCK.finditer(text)]


def unwrap(block: str) -> str:
    """The text of the file in a block. Raises ArmourError when it was cut short or altered, or is more than 5 MB."""
    match = _BLOCK.search(block)
    if match is None or not block.rstrip("- \n\r\t>|").endswith(f"END INDUCTION {match[1]}"):
        raise ArmourError("cut")
    body = re.sub(r"[^A-Za-z0-9+/=]", "", match[2])
    try:
        packed = base64.b64decode(body, validate=True)
        unpacker = zlib.decompressobj()
        raw = unpacker.decompress(packed[_CHECK:], MAX_BYTES + 1)
    except (binascii.Error, zlib.error):
        raise ArmourError("damaged") from None
    if len(raw) > MAX_BYTES:
        raise ArmourError("size")
    if not unpacker.eof or hashlib.sha256(raw).digest()[:_CHECK] != packed[:_CHECK]:
        raise ArmourError("damaged")
    try:
        return raw.decode()
    except UnicodeDecodeError:
        raise ArmourError("damaged") from None
