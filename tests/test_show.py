"""`python -m induction show`: files as people get them, whole and tampered with, as text for HR or an auditor."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from induction.armour import wrap
from induction.check_code import code_of
from induction.command_line.arguments import main
from induction.command_line.plain import WIDTH, block, safe
from induction.seal import DOES_NOT_COUNT, SENTENCES, WHAT_IT_SHOWS, Fault
from macros.environment import ROOT
from schemas.compile import bundle_json
from tests.induction.page import TODAY, Page, id_of

Told = tuple[int, str, str]
IDEAS = id_of("ideas")


@pytest.fixture
def page() -> Page:
    """Sam did two activities; Alex signed one, after opening it; the other waits. The log has a private line."""
    page = Page().start()
    page.finish("ideas")
    page.finish("prompts")
    page.do("sign.show", key=page.key("ideas"))
    page.sign(page.key("ideas"))
    page.do("sign.confirm")
    entry = page.do("log.new")["events"][0]["data"]["entry"]
    page.do("log", entry=entry, part="what", value="I was afraid to knock.")
    page.do("log", entry=entry, part="so-what", value="Ask to go along first.")
    page.do("log.share", entry=entry, part="so-what", shared="yes")
    return page


@pytest.fixture
def show(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Told]:
    def run(text: str | bytes, *words: str) -> Told:
        file = tmp_path / "file.json"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        code = main(["show", str(file), *words])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


def saved(page: Page, command: str = "copy.save") -> str:
    page.do(command)
    return page.files[-1]["text"]


def altered(text: str, change: Callable[[dict[str, Any]], None], kind: str = "decided") -> str:
    """The file with its first event of a type changed by somebody with a text editor."""
    file = json.loads(text)
    change(next(one for one in file["events"] if one["type"] == kind))
    return json.dumps(file, ensure_ascii=False)


def test_a_record_is_printed_whole_and_every_check_passes(page: Page, show: Callable[..., Told]) -> None:
    code, out, err = show(saved(page))
    assert (code, err) == (0, "")
    for words in (
        "Induction record of Sam Evans",
        "This file is: a whole record",
        "Signed off: 1. Waiting for sign-off: 1.",
        "Decision: Signed off",
        "By: Alex Morgan, manager",
        "Signed on: 22 November 2026",
        "Name typed on this device, 22 November 2026.",
        "What was signed:",
        "All checks pass. 1 decision was checked.",
        "Whether work changed after it was signed can be said only with --programme.",
    ):
        assert words in out
    assert page.app.session.record is not None and f"Check code: {code_of(page.app.session.record)}" in out
    assert WHAT_IT_SHOWS.split(". ")[0] in out.replace("\n", " ")
    assert all(len(line) <= WIDTH for line in out.splitlines())


def test_private_lines_are_printed_only_when_asked_for(page: Page, show: Callable[..., Told]) -> None:
    text = saved(page)
    _, out, _ = show(text)
    assert "Ask to go along first." in out and "afraid" not in out
    assert "1 private line is not printed." in out
    _, out, _ = show(text, "--log")
    assert "I was afraid to knock." in out and "(private)" in out and "(shared)" in out


def test_with_the_programme_it_has_titles_status_and_what_changed_since(
    page: Page, show: Callable[..., Told], tmp_path: Path
) -> None:
    programme = tmp_path / "programme.json"
    programme.write_text(bundle_json(page.bundle), encoding="utf-8")
    _, out, _ = show(saved(page), "--programme", str(programme))
    assert "Activity of ideas" in out and "Status: Completed" in out and "Status: Waiting" in out
    assert "Programme: Induction for officers" in out and "Role: Education welfare officer" in out
    assert "Done by the inductee: 2 of 6. Signed off: 1 of 5. 1 waiting for sign-off." in out
    assert "Changed since sign-off" not in out
    field = next(iter(page.activity("ideas").answers))
    page.answer(IDEAS, field, "Another idea altogether")
    code, out, _ = show(saved(page), "--programme", str(programme))
    assert code == 0 and "Changed since sign-off: these answers are no longer the ones" in out
    assert "1 activity has changed since sign-off. That is no fault" in out


def test_a_request_and_a_reply_are_files_too(page: Page, show: Callable[..., Told]) -> None:
    request = saved(page, "request.save")
    code, out, _ = show(request)
    assert code == 0 and "a request for sign-off" in out and "Sign-off is asked for." in out
    assert "afraid" not in request
    manager = Page(seed=9)
    manager.preview(request)
    key = next(key for key in [f"{page.opened}/{id_of('prompts')}"])
    manager.do("sign.show", key=key)
    manager.sign(key)
    manager.do("sign.confirm")
    code, out, _ = show(manager.files[-1]["text"])
    assert code == 0 and "a reply: decisions only" in out and "By: Alex Morgan, manager" in out
    assert "Induction record of Sam Evans" in out  # the file's own head: a reply holds no name otherwise


def test_a_mail_is_printed_as_the_files_in_it(page: Page, show: Callable[..., Told]) -> None:
    """An auditor may be handed the text of a mail: the page reads it, and so does the command."""
    request, record = saved(page, "request.save"), saved(page)
    mail = "Dear Alex,\n" + wrap(record, "record") + "\n> ".join(("", *wrap(request, "request").splitlines()))
    code, out, err = show(mail)
    assert (code, err) == (0, "") and out.count("Induction record of Sam Evans") == 2
    code, _, err = show(mail[: len(mail) // 4])
    assert code == 2 and "The text is cut short" in err


def new_words(event: dict[str, Any]) -> None:
    event["data"]["shown"][0]["answer"] = "Better words"


def new_note(event: dict[str, Any]) -> None:
    event["data"]["statement"] = "Brilliant work."


def other_activity(event: dict[str, Any]) -> None:
    event["subject"] = id_of("cases")


def other_record(event: dict[str, Any]) -> None:
    event["data"]["record"] = "01934f77-0000-7000-8000-000000000000"


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (new_words, Fault.WORDS),
        (new_note, Fault.FIELDS),
        (other_activity, Fault.ACTIVITY),
        (other_record, Fault.RECORD),
    ],
)
def test_a_decision_that_was_tampered_with_is_told_in_the_words_of_the_page(
    page: Page, show: Callable[..., Told], change: Callable[[dict[str, Any]], None], fault: Fault
) -> None:
    text = altered(saved(page), change)
    code, out, err = show(text)
    told = out.replace("\n", " ").replace("    ", "")
    assert (code, err) == (1, "")
    assert f"! {SENTENCES[fault]}" in told and DOES_NOT_COUNT in told
    assert "Signed off: 0." in out  # it does not count here either
    assert "All checks pass" not in out
    # The page says the same of the same file.
    reader = Page(seed=7)
    reader.preview(text)
    reader.do("file.merge")
    assert SENTENCES[fault] in reader.sight()


def test_entries_that_cannot_be_read_or_stand_twice_are_told(page: Page, show: Callable[..., Told]) -> None:
    text = saved(page)
    code, out, _ = show(altered(text, lambda one: one.pop("id"), "answer"))
    assert code == 1 and "1 entry of the file cannot be read and were left out." in out
    file = json.loads(text)
    twin = json.loads(json.dumps(next(one for one in file["events"] if one["type"] == "answer")))
    twin["data"]["value"] = "Somebody else's words"
    file["events"].append(twin)
    code, out, _ = show(json.dumps(file))
    assert code == 1 and "1 entry stands twice in the file with different words." in out
    code, out, _ = show(text.replace('"name":"Sam Evans","programme"', '"name":"Gwen Pari","programme"', 1))
    assert code == 1 and "The file says it is Gwen Pari's, and the record in it is Sam Evans's." in out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "damaged or cut short"),
        ("hello", "not an induction record"),
        ("[" * 40 + "]" * 40, "built in a way that no record is"),
        ('{"format": "induction-record", "version": 99}', "newer version"),
        (b"\xff\xfe\x00", "not an induction record"),
        ('{"x": "' + "a" * 5_000_001 + '"}', "larger than any record"),
    ],
)
def test_what_is_no_record_is_refused_in_a_sentence(show: Callable[..., Told], text: str | bytes, said: str) -> None:
    code, out, err = show(text)
    assert (code, out) == (2, "") and said in err and "Traceback" not in err and "file.json" in err


def test_files_that_are_not_there(show: Callable[..., Told], page: Page, tmp_path: Path, capsys) -> None:
    assert main(["show", str(tmp_path / "none.json")]) == 2
    assert "none.json cannot be read" in capsys.readouterr().err
    text = saved(page)
    code, out, err = show(text, "--programme", str(tmp_path / "none.json"))
    assert (code, out) == (2, "") and "none.json cannot be read" in err
    other = tmp_path / "other.json"
    other.write_text("{}", encoding="utf-8")
    code, out, err = show(text, "--programme", str(other))
    assert (code, out) == (2, "") and "other.json is not the programme.json of this version" in err


def test_nothing_in_a_file_moves_the_cursor(show: Callable[..., Told]) -> None:
    page = Page().start(name="Sam\x1b[2J\u202eEvans\x07")
    page.complete("ideas")
    page.answer(
        IDEAS, next(iter(page.activity("ideas").answers)), "Line one\nline two\x1b]0;title\x07\r\nthree\u2028four"
    )
    code, out, _ = show(saved(page))
    assert not [one for one in out if (ord(one) < 32 and one != "\n") or one in "\x7f\u202e\u2028"]
    assert "Sam<U+001B>[2J<U+202E>Evans<U+0007>" in out and "three<U+2028>four" in out
    assert code == 0


def test_text_for_a_terminal() -> None:
    assert safe("a\tb\x9bc\u200d\ufeffd\ud800") == "a b<U+009B>c\u200d<U+FEFF>d<U+D800>"
    assert list(block("one\n\ntwo", 2)) == ["  one", "  ", "  two"]
    assert all(len(line) <= WIDTH for line in block("word " * 100, 8))


def test_it_runs_as_people_run_it_on_a_console_that_is_not_utf_8(page: Page, tmp_path: Path) -> None:
    page.answer(IDEAS, next(iter(page.activity("ideas").answers)), "Tŷ’r ysgol 😀")
    file = tmp_path / "record ŵ.json"
    file.write_text("\ufeff" + saved(page), encoding="utf-8")  # as some editors save it
    command = [sys.executable, "-m", "induction", "show", str(file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, env={"PYTHONIOENCODING": "cp1252", "PATH": ""})
    assert done.returncode == 0, done.stderr.decode()
    assert "Tŷ’r ysgol 😀" in done.stdout.decode("utf-8")


def test_a_file_of_the_first_version_is_printed_and_says_what_cannot_be_checked(show: Callable[..., Told]) -> None:
    code, out, _ = show((ROOT / "tests" / "fixtures" / "records" / "v1.json").read_bytes())
    told = " ".join(out.split())
    assert code == 0 and f"Note: {SENTENCES[Fault.UNSEALED]}" in told
    assert TODAY[:4] in out


def test_what_was_signed_on_paper_is_labelled_as_that(show: Callable[..., Told]) -> None:
    page = Page().start()
    page.complete("ideas")
    form = {"decision": "signed-off", "name": "Alex Morgan", "role": "manager", "on": "2026-11-18"}
    page.do("paper.record", IDEAS, **form, signed="2026-11-20", kept="office", code="")
    code, out, _ = show(saved(page))
    told = " ".join(out.split())
    assert code == 0 and "Signed off: 0. Waiting for sign-off: 1." in told
    assert (
        "Signed on paper, not confirmed on the site. Signed off on paper on 20 November 2026 by Alex Morgan, manager."
        in told
    )
    assert "Typed from the form by Sam Evans. The form is kept: office." in told


FILES = ROOT / "tests" / "fixtures" / "files"
SHARED = json.loads((FILES / "index.json").read_text("utf-8"))


@pytest.mark.parametrize("name", sorted(SHARED))
def test_the_command_says_of_the_shared_files_what_the_page_says(name: str, show: Callable[..., Told]) -> None:
    """Good and tampered files that the pages are tested on too (tests/fixtures/make_files.py)."""
    code, out, err = show((FILES / name).read_bytes())
    told = " ".join(out.split())
    faults = [fault for _, _, *found in SHARED[name] for fault in found]
    for fault in faults:
        assert SENTENCES[Fault(fault)] in told, fault
    for fault in set(Fault) - {Fault(one) for one in faults} - {Fault.LATER}:  # that depends on the day
        assert SENTENCES[fault] not in told, fault
    # Somebody's name was changed in one of the two places of a file: the command compares them.
    two_names = name == "record-html.json"
    assert ("and the record in it is" in told) == two_names
    assert err == "" and code == (1 if set(faults) - {Fault.UNSEALED} or two_names else 0)
    assert ("All checks pass" in told) == (code == 0)


@pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise there")
def test_a_reader_that_stops_early_is_no_error(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "record.json"
    file.write_text(saved(page), encoding="utf-8")
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "induction", "show", str(file)]
    done = subprocess.run(command, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert done.returncode == 0 and done.stderr == b""
