"""The record as one document: what the page says, the table and the statements say, no more and no less (issue 6)."""

import csv
import io
import json

from induction.check_code import LETTERS, code_of
from induction.document import CHAPTERS, Chapter, document
from induction.lines import every_line
from induction.record import Record
from induction.transfer import read_file, record_of
from tests.induction.full_record import PRIVATE, a_page, full_record, write_log
from tests.induction.helpers import Node, check_html
from tests.induction.page import Page, event, id_of


def view(page: Page) -> Node:
    return check_html(page.html["w-record"])


def table(page: Page) -> list[list[str]]:
    page.do("record.table")
    text = page.files[-1]["text"]
    assert text.startswith("\ufeff") and text.count("\r\n") >= 2
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def statements(page: Page) -> list[dict]:
    page.do("record.statements")
    return json.loads(page.files[-1]["text"])


def cells(page: Page) -> list[str]:
    """Every answer and every cell that the document shows, in order."""
    tree = view(page)
    found = []
    for chapter in tree.with_class("chapter"):
        for node in chapter.all("dd", "td", "th"):
            if not (node.tag == "th" and node.get("scope") == "col"):
                found.append(node.text)
    return found


def flat(text: str) -> str:
    return text.replace("\n", "")


def test_every_chapter_has_its_place_and_the_headings_are_a_tree() -> None:
    tree = view(full_record())
    chapters = [one.all("h2")[0].text for one in tree.with_class("chapter")]
    assert chapters == [
        "Whose record this is",
        "1. Beginning",
        "Personal development plan",
        "Reflective log",
        "Supervision",
    ]
    links = [one.text for one in tree.by_id("contents").parent.all("a")]
    assert [one for one in links if one in chapters] == chapters[1:] and "1.1 Activity of prompts" in links
    assert all(not one.all("h1", "h2")[1:] for one in tree.with_class("chapter"))
    for one in tree.all("table"):
        assert one.all("caption") and all(head.get("scope") in ("col", "row") for head in one.all("th"))


def test_each_table_has_a_name_of_its_own_for_whoever_goes_from_region_to_region() -> None:
    page = a_page()
    for kind in ("ideas", "prompts"):
        page.finish(kind)
        page.do("evidence.add", id_of(kind), kind="notes", shows="What I heard", kept="My folder", date="2026-11-20")
        for decision, note in (("needs-work", "Say who agreed"), ("signed-off", "")):
            page.do("done", id_of(kind), on="2026-11-22")
            page.do("sign.show", key=page.key(kind))
            page.sign(page.key(kind), decision=decision, note=note)
            page.do("sign.confirm")
    names = [one.get("aria-label") for one in view(page).all() if one.get("role") == "region"]
    assert len(names) == len(set(names)) >= 6, names
    assert "Evidence: 1.2 Activity of ideas" in names


def test_the_table_and_the_statements_say_what_the_page_says() -> None:
    for private in ("no", "yes"):
        page = full_record()
        page.do("record.private", shown=private)
        told = [line for _, _, line in every_line(document(page.app.session))]
        assert len(told) > 40
        # The page: every line in its order, each of its cells, and nothing else.
        said = [flat(cell) for line in told for cell in ([c for _, c in line.cells] if line.cells else [line.says])]
        shown = [flat(one) for one in cells(page)]
        heads = {head for line in told if line.kind == "decision" for head, _ in line.cells}
        assert [one for one in shown if one not in heads] == [one for one in said if one not in heads]
        # The table and the statements: the same lines.
        head, *rows = table(page)
        assert head == ["Chapter", "Activity or entry", "What", "Answer", "Date", "By"]
        guarded = [f"'{line.says}" if line.says.startswith("=") else line.says for line in told]
        assert [row[3] for row in rows] == guarded and [row[2] for row in rows] == [line.what for line in told]
        made = statements(page)
        assert [one["result"]["response"] for one in made] == [line.says for line in told]
        assert len({one["id"] for one in made}) == len(made)
        assert statements(page) == made, "the same each time"


def test_the_private_log_is_in_none_of_them_until_its_owner_puts_it_in() -> None:
    page = full_record()
    assert (
        PRIVATE not in page.html["w-record"] and "1 line of your log is private and left out" in page.html["w-record"]
    )
    assert PRIVATE not in str(table(page)) and PRIVATE not in str(statements(page))
    page.do("record.private", shown="yes")
    assert PRIVATE in page.html["w-record"] and PRIVATE in str(table(page)) and PRIVATE in str(statements(page))
    page.mount()
    assert PRIVATE not in page.html["w-record"], "it is for one visit of the page"


def test_decisions_bring_the_words_that_were_signed_where_they_have_changed() -> None:
    page = full_record()
    kinds = [
        (line.kind, line.what) for _, group, line in every_line(document(page.app.session)) if "1.1" in group.title
    ]
    assert ("decision", "Sign-off") in kinds
    assert any(kind == "signed" and "As signed on 22 November 2026" in what for kind, what in kinds)
    untouched = a_page()
    untouched.finish("ideas")
    untouched.sign(untouched.key("ideas"))
    untouched.do("sign.confirm")
    assert not any(line.kind == "signed" for _, _, line in every_line(document(untouched.app.session)))


def test_a_quiz_keeps_its_first_attempt_in_the_document() -> None:
    page = full_record()
    page.do("row.add", id_of("quiz"), list="powers.days.try")
    (again,) = page.state.of(id_of("quiz")).rows("powers.days.try")
    page.answer(id_of("quiz"), f"powers.days.try.{again}", "fifteen")
    page.do("row.add", id_of("quiz"), list=f"powers.days.try.{again}.checked")
    said = {line.what: line.says for _, _, line in every_line(document(page.app.session))}
    assert said["Question 1, first attempt: How many days has a parent to answer the notice?"].startswith("28 days")


def test_statements_know_nobodys_email_and_say_whether_work_was_met() -> None:
    made = statements(full_record())
    assert "mailto" not in json.dumps(made) and "mbox" not in json.dumps(made)
    verbs = {one["verb"]["id"].rpartition("/")[2] for one in made}
    assert {
        "registered",
        "answered",
        "completed",
        "experienced",
        "passed",
        "progressed",
        "commented",
        "attended",
    } == verbs
    (passed,) = [one for one in made if one["verb"]["id"].endswith("/passed")]
    assert passed["result"]["success"] is True and passed["context"]["instructor"]["name"] == "Alex Morgan"
    (later,) = [one for one in made if one["verb"]["id"].endswith("/progressed")]
    assert later["result"]["success"] is False
    assert passed["object"]["id"] == "urn:induction:example-service:ews.1.prompts"


def test_another_chapter_is_one_function(monkeypatch) -> None:
    page = full_record()
    assert all(isinstance(chapter, Chapter) for chapter in document(page.app.session))
    monkeypatch.setattr("induction.document.CHAPTERS", CHAPTERS[:1])
    assert [one.id for one in document(page.app.session)] == ["about"]


def code(page: Page) -> str:
    found = view(page).by_id("check-code").text
    assert set(found.replace("-", "")) <= set(LETTERS) and len(found) == 14
    return found


def test_paper_and_file_carry_the_same_check_code() -> None:
    page = full_record()
    before = code(page)
    page.do("copy.save")
    assert code(page) == before, "saving a copy changes nothing that the record says"
    text = page.files[-1]["text"]
    assert code_of(record_of(read_file(text))) == before
    other = Page(page.bundle, seed=9)
    other.do("file.opened", name="copy.json", text=text)
    assert f"Check code of the file: {before}." in other.html["w-start"]
    other.do("file.merge")
    assert code(other) == before
    other.answer(id_of("prompts"), "role.functions", "Something else")
    assert code(other) != before


def test_the_check_code_is_the_one_that_the_contracts_describe() -> None:
    record = Record("01934f00-0000-7000-8000-000000000000")
    assert code_of(record) == "WGSE-AJNS-ZJG3", "of SHA-256 of nothing"
    first = event("answer", "a", {"field": "f", "value": "v"}, 1, "01934f00-0000-7000-8000-000000000001")
    record.add([first])
    one = code_of(record)
    record.add([event("saved", "a", {"file": "x"}, 2, "01934f00-0000-7000-8000-000000000002")])
    assert code_of(record) == one
    later = event("answer", "a", {"field": "f", "value": "w"}, 3, "01934f00-0000-7000-8000-000000000003")
    record.add([later])
    assert code_of(record) != one
    undone = event("withdrawn", "a", {"ids": [later.id]}, 4, "01934f00-0000-7000-8000-000000000004")
    record.add([undone])
    assert code_of(record) == one, "an undone merge brings the code back"


def test_merging_in_any_order_comes_to_the_same_code() -> None:
    page = full_record()
    assert page.app.session.record
    events = page.app.session.record.ordered()
    turned = Record(page.app.session.record.id)
    turned.add(reversed(events))
    assert code_of(turned) == code_of(page.app.session.record)


def test_a_cell_that_a_spreadsheet_would_run_is_only_text() -> None:
    page = a_page()
    for text in ("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"):
        entry = write_log(page, what=text)
        page.do("log.share", entry=entry, part="what", shared="yes")
    said = [row[3] for row in table(page) if row[2].startswith("What happened?")]
    assert len(said) == 6 and all(one.startswith("'") for one in said)


def test_a_long_record_can_be_searched_and_paper_still_holds_all_of_it() -> None:
    page = full_record()
    whole = cells(page)
    assert "record-find" in page.html["w-record"]
    page.do("record.find", chapter="log")
    tree = view(page)
    hidden = [one.all("h2")[0].text for one in tree.with_class("chapter") if "print-only" in one.get("class")]
    assert "Reflective log" not in hidden and "1. Beginning" in hidden and "Whose record this is" not in hidden
    assert next(one.text for one in tree.by_id("contents").parent.all("a")) == "Reflective log"
    assert cells(page) == whole, "what is not shown is still there to be printed"
    code = code_of(page.app.session.record or Record(""))
    assert code in page.html["w-record"] and len(table(page)) > len(whole) / 4
    page.do("record.find", words="1.1 PROMPTS", chapter="ews-1")
    shown = [one for one in view(page).with_class("group") if "print-only" not in one.get("class")]
    assert [one.all("h3")[0].text for one in shown if one.all("h3")] == ["1.1 Activity of prompts"]
    page.do("record.find", words="nobody wrote this")
    assert "0 of" in page.html["w-record"]
    page.do("record.find")
    assert "print-only" not in page.html["w-record"]


def test_a_short_record_needs_no_search() -> None:
    page = Page().start()
    assert "record-find" not in page.html["w-record"]
