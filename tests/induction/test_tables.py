"""Tables as CSV: what a spreadsheet opens is what was there, and nothing of it is run."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from induction.tables import csv_text

CELLS = st.text(st.characters(exclude_categories=["Cs"]))


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


@given(st.lists(st.lists(CELLS, min_size=2, max_size=3), max_size=4))
def test_what_is_written_is_read_again(rows: list[list[str]]) -> None:
    again = rows_of(csv_text(("A", "B"), rows))
    assert [[cell.removeprefix("'") for cell in row] for row in again[1:]] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]


def test_utf_8_with_a_mark_and_lines_that_end_as_the_standard_says() -> None:
    text = csv_text(("Name", "What"), [("Tŷ Hafan", 'He said "no", twice'), ("a\nb", "")])
    assert text.encode().startswith(b"\xef\xbb\xbfName,What\r\n")
    assert text.split("\r\n")[1] == 'Tŷ Hafan,"He said ""no"", twice"'
    assert text.endswith("\r\n")


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+44 1632",
        "-2",
        "@SUM(A1)",
        "\t=1",
        "  =1",
        "\r=1",
        "\ufeff=1",
        "＝1+1",
        "＠SUM(A1)",
        '=HYPERLINK("x","y")',
    ],
)
def test_a_cell_that_looks_like_a_formula_is_not_run(cell: str) -> None:
    (_, (found,)) = rows_of(csv_text(("A",), [(cell,)]))
    assert found == "'" + cell


def test_other_cells_stay_as_they_are() -> None:
    assert rows_of(csv_text(("A",), [("01632 960110",), ("a-b",), ("'quoted'",)]))[1:] == [
        ["01632 960110"],
        ["a-b"],
        ["'quoted'"],
    ]
