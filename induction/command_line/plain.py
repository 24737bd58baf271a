"""Words of a record as lines for a terminal: nothing in a file can move the cursor, colour a line or turn its direction."""

import textwrap
import unicodedata
from collections.abc import Iterable, Iterator

WIDTH = 96
"""Characters of a line, counted without care for wide scripts."""
_KEPT = "\u200c\u200d"
"""Joiners that some scripts spell with."""


def safe(text: str) -> str:
    """One line of text that is only ever text: what a terminal would obey is written out, as <U+001B>.

    Control, format and private characters, half surrogates, line and paragraph separators. Line ends and tabs become
    a blank.
    """
    return "".join(_written(character) for character in text)


def _written(character: str) -> str:
    if character in "\n\r\t":
        return " "
    if character in _KEPT or unicodedata.category(character) not in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp"):
        return character
    return f"<U+{ord(character):04X}>"


def block(text: str, indent: int = 0) -> Iterator[str]:
    """Text as lines: its own line ends kept, long lines wrapped, all of it indented."""
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        wrapped = textwrap.wrap(safe(line), WIDTH - indent, break_long_words=False, break_on_hyphens=False)
        yield from (" " * indent + one for one in wrapped or [""])


def pair(name: str, value: str, indent: int = 0) -> Iterator[str]:
    """A name and what it is: on one line when that fits, else the value beneath, further in."""
    line = f"{' ' * indent}{safe(name)}: {safe(value)}"
    if len(line) <= WIDTH and "\n" not in value:
        yield line
        return
    yield from block(f"{name}:", indent)
    yield from block(value, indent + 4)


def heading(words: str, line: str = "-") -> Iterator[str]:
    """A heading with a line under it, after an empty line."""
    said = safe(words)
    yield from ("", said, line * min(len(said), WIDTH))


def pairs(rows: Iterable[tuple[str, str]], indent: int = 0) -> Iterator[str]:
    """Names with what they are, those without a value left out."""
    for name, value in rows:
        if value:
            yield from pair(name, value, indent)
