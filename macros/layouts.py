"""Layouts to download: the columns of a table as the first line of an empty CSV file, to be filled elsewhere."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from macros.book import Book
from schemas.blocks import TableBlock

FOLDER = "assets/layouts"


def layout_file(one: TableBlock) -> str:
    """The address of a table's file, relative to the site root; empty when it has none."""
    return f"{FOLDER}/{one.layout}.csv" if one.layout else ""


def layout_text(one: TableBlock) -> str:
    """What the file holds: one line, as RFC 4180 has it."""
    line = io.StringIO()
    csv.writer(line).writerow([row[0] for row in one.table.rows])
    return line.getvalue()


def write_layouts(book: Book, folder: Path) -> None:
    """Write each file below the built site in `folder`."""
    for file in book.handbook.files:
        for _, trail in file.inside.things:
            if isinstance(trail[-1], TableBlock) and trail[-1].layout:
                target = folder / layout_file(trail[-1])
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(layout_text(trail[-1]), encoding="utf-8", newline="")
