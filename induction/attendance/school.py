"""A school's own figures from a CSV file: sums by year, class, day or week, never a list of pupils.

What is read here is looked at and forgotten: it makes no event and is stored nowhere.
"""

import csv
import io
import re
from dataclasses import dataclass

from induction.attendance.figures import Figures
from induction.decode import MAX_BYTES
from induction.privacy import private_looks


class BadFile(Exception):
    """A file that cannot be used. ``sentence`` says which line and why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class Group:
    """One line of the file."""

    name: str
    """The year, class, day or week."""
    figures: Figures
    pupils: int | None = None
    """How many pupils, when the file says so."""


COLUMNS = {
    "possible": ("possible sessions", "possible", "sessions possible", "sessions", "total sessions"),
    "present": ("present", "attended", "sessions present", "sessions attended", "attendances", "present sessions"),
    "authorised": ("authorised", "authorised absence", "authorised absences", "authorised sessions", "auth"),
    "unauthorised": (
        "unauthorised",
        "unauthorised absence",
        "unauthorised absences",
        "unauthorised sessions",
        "unauth",
    ),
    "pupils": ("pupils", "number of pupils", "pupils on roll", "on roll", "count of pupils"),
}
"""What a column is to what its heading can say, the first being the one we ask for. Only `pupils` may be missing."""

_PERSON = re.compile(
    r"\b(upn|uln|dob|date of birth|birth\w*|surname|forename|first name|last name|full name|legal name|pupil name"
    r"|student name|name of pupil|child|pupil|student|pupil id|student id|admission n\w*|address|postcode|parent\w*)\b"
)
_TOTAL = {"total", "totals", "all", "all years", "all weeks", "all pupils", "overall", "school", "whole school"}


def read(text: str) -> tuple[list[Group], bool]:
    """The groups of a file, the weakest attendance first; and whether a line of totals was left out. Raises BadFile."""
    if len(text) > MAX_BYTES or len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise BadFile("The file is larger than 5 MB. Open a file of sums only.")
    lines = _lines(text.removeprefix("\ufeff"))
    if not lines:
        raise BadFile("The file is empty.")
    places = _columns(*lines[0])
    groups: list[Group] = []
    stands: dict[str, int] = {}
    total = False
    for line, cells in lines[1:]:
        if len(cells) != len(lines[0][1]):
            raise BadFile(f"Line {line} has {len(cells)} cells and the first line has {len(lines[0][1])}.")
        group = _group(line, cells, places)
        if _plain(group.name) in _TOTAL:
            total = True
        elif _plain(group.name) in stands:
            raise BadFile(f"Line {line}: {group.name} is there already, in line {stands[_plain(group.name)]}.")
        else:
            stands[_plain(group.name)] = line
            groups.append(group)
    if len(groups) < 2:
        raise BadFile("There is nothing to compare: the file needs at least 2 lines of figures below the headings.")
    return sorted(groups, key=_share), total


def _share(group: Group) -> tuple[int, str]:
    # Hundreds of thousands of a per cent: whole numbers, and finer than any two groups are apart.
    return group.figures.present * 10**9 // group.figures.possible, group.name


def _plain(cell: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9]+", " ", cell.lower()).split())


def _lines(text: str) -> list[tuple[int, list[str]]]:
    """Every line that is not empty, with its number. Commas part cells; a file that uses ; or tabs throughout is read too."""
    first = text.lstrip("\r\n").partition("\n")[0]
    mark = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    lines = []
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                lines.append((reader.line_num, [cell.strip() for cell in cells]))
    except csv.Error:
        raise BadFile(f"Line {reader.line_num}: a quotation mark opens and does not end as CSV has it.") from None
    return lines


def _columns(line: int, head: list[str]) -> dict[str, int]:
    """What stands in which column; the first one is the name of the group."""
    plain = [_plain(cell) for cell in head]
    for cell, words in zip(head, plain, strict=True):
        if words not in COLUMNS["pupils"] and (_PERSON.search(words) or words == "name"):
            raise BadFile(
                f"Line {line}: the heading '{cell}' looks like a list of pupils. Open sums only: one line for each "
                f"year, class, day or week. Nothing of the file was kept."
            )
    places = {}
    for column, names in COLUMNS.items():
        found = [at for at, words in enumerate(plain) if words in names and at]
        if len(found) > 1:
            raise BadFile(f"Line {line}: two columns are {names[0]}, '{head[found[0]]}' and '{head[found[1]]}'.")
        if found:
            places[column] = found[0]
        elif column != "pupils":
            wanted = names[0].capitalize()
            raise BadFile(f"Line {line}: no column is called '{wanted}'. The first line has to hold the headings.")
    return places


def _group(line: int, cells: list[str], places: dict[str, int]) -> Group:
    name = cells[0]
    if not name:
        raise BadFile(f"Line {line}: the first cell is empty. It should name the year, class, day or week.")
    if private_looks(name):
        raise BadFile(f"Line {line}: the first cell looks like a person's details. Open sums only. Nothing was kept.")
    numbers = {column: _number(line, column, cells[at]) for column, at in places.items()}
    possible, present = numbers["possible"], numbers["present"]
    authorised, unauthorised = numbers["authorised"], numbers["unauthorised"]
    if not possible:
        raise BadFile(f"Line {line}: there are no possible sessions. Take the line out.")
    if present + authorised + unauthorised != possible:
        raise BadFile(
            f"Line {line}: {present} present, {authorised} authorised and {unauthorised} unauthorised make "
            f"{present + authorised + unauthorised}, and there are {possible} possible sessions."
        )
    return Group(name, Figures(possible, present, authorised, unauthorised), numbers.get("pupils"))


def _number(line: int, column: str, cell: str) -> int:
    digits = cell.replace(",", "") if re.fullmatch(r"\d{1,3}(,\d{3})+", cell, re.ASCII) else cell
    if not re.fullmatch(r"\d{1,9}", digits, re.ASCII):
        what = f"'{cell}' is no whole number" if cell else "the cell is empty"
        if cell.endswith("%"):
            what = f"'{cell}' is a percentage. Give the number of sessions"
        raise BadFile(f"Line {line}, {COLUMNS[column][0]}: {what}.")
    return int(digits)
