"""A school's own figures as CSV: what is read, and which line is wrong and why."""

import pytest

from induction.attendance.school import BadFile, read
from induction.decode import MAX_BYTES

HEAD = "Year,Possible sessions,Present,Authorised,Unauthorised\r\n"
GOOD = HEAD + "Year 7,1000,950,40,10\r\nYear 8,2000,1700,200,100\r\nYear 9,1000,900,50,50\r\n"


def names(text: str) -> list[str]:
    return [one.name for one in read(text)[0]]


def refusal(text: str) -> str:
    with pytest.raises(BadFile) as told:
        read(text)
    return told.value.sentence


def test_groups_come_weakest_first() -> None:
    groups, total = read(GOOD)
    assert [(one.name, one.figures.present, one.figures.possible) for one in groups] == [
        ("Year 8", 1700, 2000),
        ("Year 9", 900, 1000),
        ("Year 7", 950, 1000),
    ]
    assert groups[0].figures.unauthorised == 100 and groups[0].pupils is None and not total


@pytest.mark.parametrize(
    "text",
    [
        GOOD.replace("\r\n", "\n"),
        "\ufeff" + GOOD,
        GOOD.replace(",", ";"),
        GOOD.replace(",", "\t"),
        GOOD.replace("Year 8", '"Year 8"').replace(",2000", ',"2,000"'),
        GOOD.replace("\r\n", "\r\n,,,,\r\n"),
        GOOD.upper().replace("YEAR ", "Year "),
        GOOD.replace(HEAD.strip(), "Week,Possible,Attended,Authorised absences,Unauth."),
        "Year,Unauthorised,Present,Pupils,Authorised,Possible\n"
        "Year 7,10,950,30,40,1000\nYear 8,100,1700,60,200,2000\nYear 9,50,900,4,50,1000\n",
    ],
    ids=["line-feed", "mark", "semicolon", "tab", "quoted", "empty-lines", "case", "aliases", "order"],
)
def test_the_same_figures_in_another_form(text: str) -> None:
    assert [one.figures for one in read(text)[0]] == [one.figures for one in read(GOOD)[0]]
    assert names(text) == ["Year 8", "Year 9", "Year 7"]


def test_a_line_of_totals_is_left_out() -> None:
    groups, total = read(GOOD + "Total,4000,3550,290,160\n")
    assert len(groups) == 3 and total


def test_a_name_can_hold_a_comma_a_quote_and_a_line_end() -> None:
    assert 'Week 1, "short"\nweek' in names(HEAD + '"Week 1, ""short""\nweek",10,5,5,0\nWeek 2,10,9,1,0\n')


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "The file is empty."),
        ("\n\n", "The file is empty."),
        (HEAD, "at least 2 lines"),
        (HEAD + "Year 7,10,9,1,0\n", "at least 2 lines"),
        ("Year 7,10,9,1,0\nYear 8,10,9,1,0\n", "Line 1: no column is called 'Possible sessions'"),
        (GOOD.replace("Unauthorised", "Other"), "Line 1: no column is called 'Unauthorised'"),
        (GOOD.replace("Authorised", "Present", 1), "Line 1: two columns are present, 'Present' and 'Present'."),
        (GOOD.replace("1700", "n/a"), "Line 3, present: 'n/a' is no whole number."),
        (GOOD.replace("1700", "85.0%"), "Line 3, present: '85.0%' is a percentage. Give the number of sessions."),
        (GOOD.replace("1700", "-1"), "Line 3, present: '-1' is no whole number."),
        (GOOD.replace("1700", "²"), "Line 3, present: '²' is no whole number."),
        (GOOD.replace("1700", ""), "Line 3, present: the cell is empty."),
        (GOOD.replace("1700", "1701"), "Line 3: 1701 present, 200 authorised and 100 unauthorised make 2001"),
        (GOOD.replace(",100\r", "\r"), "Line 3 has 4 cells and the first line has 5."),
        (GOOD.replace("Year 8", "Year 7"), "Line 3: Year 7 is there already, in line 2."),
        (GOOD.replace("Year 8", ""), "Line 3: the first cell is empty."),
        (GOOD.replace("2000,1700,200,100", "0,0,0,0"), "Line 3: there are no possible sessions."),
        (GOOD.replace("Year 8", '"Year 8'), "Line 4: a quotation mark"),
        (GOOD.replace("Year 8", '"Year" 8'), "Line 3: a quotation mark"),
        (GOOD.replace("Year 8", "A820200003019"), "Line 3: the first cell looks like a person's details."),
        ("\n\n" + GOOD.replace("1700", "x"), "Line 5, present: 'x' is no whole number."),
    ],
)
def test_a_bad_file_says_which_line_and_why(text: str, said: str) -> None:
    assert said in refusal(text)


@pytest.mark.parametrize(
    "heading", ["Name", "Pupil name", "Surname", "First name", "UPN", "Date of birth", "DOB", "Pupil", "Postcode"]
)
def test_a_list_of_pupils_is_refused_by_its_headings(heading: str) -> None:
    assert "looks like a list of pupils" in refusal(GOOD.replace("Year,", f"{heading},", 1))
    extra = GOOD.replace("Unauthorised\r", f"Unauthorised,{heading}\r")
    assert f"Line 1: the heading '{heading}'" in refusal(extra)


def test_five_megabytes_are_enough() -> None:
    assert "5 MB" in refusal(HEAD + "x" * MAX_BYTES)
    assert "5 MB" in refusal(HEAD + "é" * (MAX_BYTES // 2))
