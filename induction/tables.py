"""Tables as text that spreadsheets open: CSV after RFC 4180, in UTF-8 with a mark at its head that Excel needs."""

from collections.abc import Iterable, Sequence

MARK = "\ufeff"
"""The byte order mark: without it Excel reads UTF-8 as another code and spoils every letter with an accent."""
_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a cell that a spreadsheet would run as a formula begins with; some take the wide signs of East Asian type too."""
_QUOTED = (",", '"', "\r", "\n")


def csv_text(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table as CSV. No cell is run: one that begins like a formula has an apostrophe before it."""
    return MARK + "".join(",".join(map(_cell, row)) + "\r\n" for row in (head, *rows))


def _cell(text: str) -> str:
    if text.lstrip(" \ufeff\u00a0").startswith(_RUNS):
        text = "'" + text
    if any(sign in text for sign in _QUOTED) or text != text.strip():
        return '"' + text.replace('"', '""') + '"'
    return text
