"""The lab on the page: findings after the writing, a copy beside the real marks, a school's figures that are never kept."""

from dataclasses import replace

from induction.activities.attendance import EXAMPLE, Attendance
from induction.activities.base import Question
from induction.views.forms import Form
from tests.induction.attendance.pupil import WEEKS
from tests.induction.helpers import DictAnswers, Node, check_html
from tests.induction.page import Page, id_of, make_activity, make_bundle

PART = Attendance(id="marks", weeks=WEEKS, half_term="2013-10-28", first=(Question("first", "What do you see?"),))
LAB = id_of("attendance")
CSV = "Year,Possible,Present,Authorised,Unauthorised,Pupils\nYear 7,100,95,5,0,20\nYear 8,100,85,5,10,4\n"


def tree(answers: DictAnswers, *, editable: bool = True) -> Node:
    return check_html(PART.view(Form("ews.4.4", answers, editable=editable)))


def page() -> Page:
    made = make_activity("attendance", parts=(PART,))
    return Page(make_bundle(made, make_activity("prompts", figures=True))).start()


def fold(at: Node) -> Node:
    (found,) = at.with_class("attendance__findings")
    return found


def cells(at: Node, caption: str) -> dict[str, list[str]]:
    (table,) = [one for one in at.all("table") if one.all("caption")[0].text == caption]
    (body,) = table.all("tbody")
    return {row.all("th")[0].text: [cell.text for cell in row.all("td")] for row in body.all("tr")}


def test_each_mark_is_a_cell_with_its_meaning_in_words() -> None:
    (register,) = tree(DictAnswers()).with_class("register")
    marks = register.with_class("mark")
    assert len(marks) == 140
    assert {one.text for one in marks} >= {
        "O other unauthorised absence",
        "/ present in the morning",
        "# school closed to all",
    }
    assert len([one for one in marks if one.get("class") == "mark mark--unauthorised"]) == 30


def test_findings_open_once_it_is_written_what_one_sees() -> None:
    assert not fold(tree(DictAnswers())).has("open")
    assert not fold(tree(DictAnswers({"marks.first": " "}))).has("open")
    assert fold(tree(DictAnswers({"marks.first": "Tuesdays"}))).has("open")
    assert not tree(DictAnswers(), editable=False).all("form")


def test_the_findings_are_tables_with_the_figures_of_the_pupil() -> None:
    at = tree(DictAnswers())
    assert cells(at, "All weeks together")["Present, with approved activity"] == ["81", "68.07%"]
    assert cells(at, "By week")["28 October"] == ["no sessions", "0", "0", "0", "0"]
    assert cells(at, "By day of the week")["Tuesday"] == ["52.00%", "12", "25", "4", "8"]
    assert cells(at, "Before and after half-term")["After half-term"] == ["21", "43", "48.84%"]
    assert cells(at, "Runs")["Longest run of unauthorised absence"][:2] == ["9", "4½ school days"]
    assert cells(at, "Codes")["O"] == ["other unauthorised absence", "unauthorised absence", "25"]
    assert cells(at, "Persistent absence, by rule")["The pack for Wales, section 4, 2014"] == ["20% or more", "Yes"]
    assert "The ten-day limb is not met, but the irregular attendance limb is met." in at.text


def test_charts_hold_no_style_and_are_one_picture_each() -> None:
    at = tree(DictAnswers({"marks.try.2013-11-28.am": "/"}))
    charts = at.all("svg")
    assert len(charts) == 2
    assert all(one.get("role") == "img" and one.get("aria-label") for one in charts)
    assert not any(one.has("style") for one in at.all())
    for bar in [bar for chart in charts for bar in chart.all("rect")]:
        assert int(bar.get("x")) >= 92 and int(bar.get("x")) + int(bar.get("width")) <= 292


def test_a_changed_mark_changes_every_figure_of_the_copy_and_none_of_the_real_ones() -> None:
    one = page()
    one.do("marks.change", LAB, part="marks", day="2013-11-28", half="day", code="present")
    state = one.activity("attendance")
    assert (state.text("marks.try.2013-11-28.am"), state.text("marks.try.2013-11-28.pm")) == ("/", "\\")
    at = check_html(one.html[f"w-{LAB}"])
    totals = cells(at, "The copy beside the real marks")
    assert totals["Present, with approved activity"] == ["81 copy: 83", "68.07% copy: 69.75%"]
    assert totals["of these unauthorised"] == ["30 copy: 28", "25.21% copy: 23.53%"]
    assert cells(at, "By week")["25 November"][:2] == ["40.00% copy: 60.00%", "6 copy: 4"]
    assert cells(at, "By day of the week")["Thursday"][1] == "7 copy: 5"
    assert cells(at, "Runs")["Longest run of unauthorised absence"][0] == "9 copy: 8"
    assert cells(at, "Codes")["O"][2] == "25 copy: 23"
    assert one.effects[-1]["text"] == "Copy: 83 of 119 sessions, 69.75%. Real: 81 of 119, 68.07%."


def test_every_mark_can_be_changed_again_and_taken_back() -> None:
    one = page()
    for half in ("am", "pm"):
        one.do("marks.change", LAB, part="marks", day="2013-11-28", half=half, code="Y")
    one.answer(LAB, "marks.try.2013-11-28.pm", "I")
    assert one.activity("attendance").text("marks.try.2013-11-28.pm") == "I"
    one.do("marks.change", LAB, part="marks", day="2013-11-28", half="pm", code="O")
    assert one.activity("attendance").text("marks.try.2013-11-28.pm") == "", "the real mark is no change"
    one.do("marks.back", LAB, part="marks")
    assert PART.copied(one.activity("attendance")) == {}
    assert "Nothing is changed in the copy." in one.html[f"w-{LAB}"]
    assert one.do("marks.back", LAB, part="marks")["events"] == []


def test_only_codes_of_the_welsh_set_and_days_of_the_marks_are_taken() -> None:
    one = page()
    for day, code in (("2013-11-28", "K"), ("2013-11-28", ""), ("2013-11-30", "O"), ("", "O")):
        assert one.do("marks.change", LAB, part="marks", day=day, half="am", code=code)["events"] == []
    assert one.do("marks.change", LAB, part="other", day="2013-11-28", half="am", code="I")["events"] == []
    outcome = one.answer(LAB, "marks.try.2013-11-28.am", "K")
    assert not outcome["events"] and "not a code of the Welsh set" in one.html[f"w-{LAB}"]
    one.do("marks.change", LAB, part="marks", day="2013-11-28", half="day", code="/")
    assert one.activity("attendance").text("marks.try.2013-11-28.pm") == "\\"


def test_a_mark_that_a_later_version_added_is_shown_and_can_be_taken_back() -> None:
    at = tree(DictAnswers({"marks.try.2013-11-28.am": "K1"}))
    (select,) = [one for one in at.all("select") if one.has("data-field")]
    assert [one.get("value") for one in select.all("option") if one.has("selected")] == ["K1"]


def test_without_a_break_there_are_no_halves() -> None:
    part = replace(EXAMPLE, half_term="")
    assert "half-term" not in part.view(Form("x", DictAnswers()))


FIGURES = id_of("prompts")


def test_a_school_s_figures_are_shown_and_never_kept() -> None:
    one = page()
    effect = one.handle("figures.open", FIGURES)["effects"][0]
    assert effect["kind"] == "open-file" and effect["command"] == {"type": "figures.opened", "subject": FIGURES}
    before = one.kept()
    outcome = one.do("figures.opened", FIGURES, name="School A.csv", text=CSV)
    assert (outcome["events"], outcome["drafts"], outcome["record"]) == ([], [], None)
    assert one.kept() == before
    rows = cells(check_html(one.html[f"w-{FIGURES}"]), "School A.csv: attendance, weakest first")
    assert list(rows.items()) == [
        ("Year 8", ["85.00%", "5.00%", "10.00%", "85", "100", "4"]),
        ("Year 7", ["95.00%", "5.00%", "0.00%", "95", "100", "20"]),
        ("All together", ["90.00%", "5.00%", "5.00%", "180", "200", "24"]),
    ]
    assert "Fewer than 5 pupils: Year 8." in one.html[f"w-{FIGURES}"]
    assert "School A" not in one.html[f"w-{LAB}"]
    one.mount()
    assert "School A" not in one.sight(), "gone on leaving the page"


def test_a_bad_file_says_so_on_the_page_and_nothing_of_it_stays() -> None:
    one = page()
    one.do("figures.opened", FIGURES, name="<b>.csv", text=CSV.replace("85,5", "x,5"))
    at = check_html(one.html[f"w-{FIGURES}"])
    assert at.by_id("figures-shown").text == "<b>.csv cannot be used. Line 3, present: 'x' is no whole number."
    one.do("figures.close", FIGURES)
    assert "cannot be used" not in one.sight()
    assert one.do("figures.opened", LAB, name="a.csv", text=CSV)["view"] == {}, "only where an activity offers it"
    one.do("figures.opened", FIGURES, name="Folder", text=None)
    assert "Folder cannot be used. It cannot be read. Choose it again." in check_html(one.html[f"w-{FIGURES}"]).text


def test_a_first_column_of_names_is_warned_about() -> None:
    one = page()
    head = "Who,Possible sessions,Present,Authorised,Unauthorised\n"
    one.do("figures.opened", FIGURES, name="a.csv", text=head + "".join(f"{who},9,9,0,0\n" for who in PUPILS))
    assert "looks like a list of names" in one.html[f"w-{FIGURES}"]
    one.do("figures.opened", FIGURES, name="a.csv", text=CSV)
    assert "looks like a list of names" not in one.html[f"w-{FIGURES}"]


PUPILS = ("Jac Evans", "Siân Rees", "Mary-Ann O’Neil")
