import datetime

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from schemas.yaml_loader import read

LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.dates()
    | st.text(st.characters(codec="utf-8", exclude_categories=["C"]))
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abcdefg-", min_size=1), inner, max_size=4),
    max_leaves=12,
)


def value(text: str):
    document, problems = read(text.encode(), "x.yml")
    assert problems == []
    assert document is not None
    return document.value


def problems(text: str) -> list[str]:
    return [str(problem) for problem in read(text.encode(), "x.yml")[1]]


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("no", "no"), ("Yes", "Yes"), ("on", "on"), ("True", "True"), ("true", True), ("false", False),
        ("null", None), ("~", "~"), ("Null", "Null"),
        ("0", 0), ("12", 12), ("-3", -3), ("010", "010"), ("1_000", "1_000"), ("0x1f", "0x1f"), ("+4", "+4"), ("-0", "-0"),
        ("3.10", "3.10"), ("1e3", "1e3"), (".inf", ".inf"), ("12:30", "12:30"), ("=", "="),
        ("2026-11-22", datetime.date(2026, 11, 22)), ("2026-13-22", "2026-13-22"), ("2026-1-2", "2026-1-2"),
        ("2026-11-22 10:00:00", "2026-11-22 10:00:00"),
        ("'12'", "12"), ('"true"', "true"), ("!!str 12", "12"),
    ],
)  # fmt: skip
def test_what_a_plain_word_means(text, means):
    got = value(f"key: {text}")["key"]
    assert (type(got), got) == (type(means), means)


def test_keys_are_text():
    assert value("no: 1\n12: 2\ntrue: 3") == {"no": 1, "12": 2, "true": 3}


@given(VALUES)
def test_what_is_written_is_read(written):
    document, found = read(yaml.safe_dump(written, allow_unicode=True).encode(), "x.yml")
    assert not found
    assert document is not None
    assert document.value == written


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    document, found = read(data, "x.yml")
    assert document is not None or found
    assert all(problem.line >= 1 for problem in found)


@given(st.text("ab:-[]{}'\"&*!#|>\n ?,%@`", max_size=60))
def test_any_text_is_read_or_refused(text):
    document, found = read(text.encode(), "x.yml")
    assert document is not None or found


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: 1\nb: 2\na: 3", "x.yml:3: `a` stands twice here, first in line 1; keep one"),
        ("a:\n  b: 1\n  c: {d: 1, d: 2}", "x.yml:3: `d` stands twice here, first in line 3; keep one"),
        ("a: &x [1]\nb: *x", "x.yml:1: copying with & and * is not used here; write it out, or quote text that begins "
         "with *"),
        ("a: !!python/name:os.system x", "x.yml:1: the tag tag:yaml.org,2002:python/name:os.system is not used here; "
         "quote text that begins with !"),
        ("[a, b]: c", "x.yml:1: a key must be a word; quote text that begins with { or ["),
        ("a: 1\nb: one: two", "x.yml:2: a colon and a space stand inside text without quotes; put the whole text in quotes"),
        ("a: 1\nb: 'x\nc: 2", "x.yml:2: a quotation mark is opened and not closed"),
        ("a: 1\nb: [x, y\nc: 2", "x.yml:2: a comma or a closing bracket is missing; text with brackets or commas in a "
         "list needs quotes"),
        ("a: 1\nb: @x", "x.yml:2: text that begins with %, @ or ` needs quotes, and a line begins with spaces, never a tab"),
        ("a: 1\n\tb: 2", "x.yml:2: a line begins with a tab; indent with spaces"),
        ("a: *x", "x.yml:1: text that begins with * needs quotes"),
        ("a: 1\n  b: 2", "x.yml:2: a colon and a space stand inside text without quotes; put the whole text in quotes"),
        ("a: 1\nbcd\nc: 2", "x.yml:3: this line has no colon after its key, or text goes on that needs quotes or indenting"),
        ("- a\nb: 1", "x.yml:2: the indentation does not fit the lines above, or text with a quotation mark or colon "
         "needs quotes"),
        ("a: 1\n---\nb: 2", "x.yml:2: a line with --- begins a second document; keep one in a file"),
        ("a: 1\nwhy: which is the code #.", "x.yml:2: YAML takes ` #` for the start of a comment; put the whole text in "
         "quotes, or two spaces before a comment"),
        ("a:\n- caf\xe9 one\n  two # three", "x.yml:2: YAML takes ` #` for the start of a comment; put the whole text in "
         "quotes, or two spaces before a comment"),
        ("# only a comment", "x.yml:1: this file is empty"),
        ("", "x.yml:1: this file is empty"),
        ("a: \x07", "x.yml:1: this file holds characters that do not print; take them out"),
    ],
)  # fmt: skip
def test_what_is_no_yaml(text, problem):
    assert problems(text) == [problem]


@pytest.mark.parametrize("deep", ["[" * 2000 + "]" * 2000, "{a: " * 2000 + "}" * 2000, "- " * 2000 + "x"])
def test_what_is_nested_without_end_is_named_with_its_line(deep):
    (problem,) = problems(f"a: 1\nb:\n  {deep}\nc: 3\n")
    assert problem.startswith("x.yml:3: ") and "too deep" in problem


def test_a_number_that_no_program_keeps_is_text():
    assert value(f"a: {'9' * 5000}") == {"a": "9" * 5000}


def test_a_comment_that_cuts_no_text_off_stays():
    text = "# why\na: [x, y] # both\nb: 'code #' # quoted\nc: 3 # a number\nd: a#b\nf: id  # stays\ne: >-\n  one # two\n# end"
    assert value(text) == {"a": ["x", "y"], "b": "code #", "c": 3, "d": "a#b", "f": "id", "e": "one # two"}


def test_every_double_key_is_named():
    assert [one.partition(":")[2][:2] for one in problems("a: 1\na: 2\nb: {c: 1, c: 2}")] == ["2:", "3:"]


def test_a_file_that_is_not_utf8():
    assert [str(one) for one in read("a: 1\nb: caf\xe9".encode("latin-1"), "x.yml")[1]] == [
        "x.yml:2: this file is not UTF-8 text; save it as UTF-8"
    ]


def test_marks_of_windows_editors_do_no_harm():
    document, found = read(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", "x.yml")
    assert not found
    assert document is not None
    assert document.value == {"a": 1, "b": 2}
    assert document.line(("b",)) == 2


@pytest.mark.parametrize(
    ("loc", "line"),
    [
        ((), 1), (("a",), 1), (("b",), 2), (("b", 0), 3), (("b", 1), 4), (("b", 1, "tag", "c"), 5), (("b", 1, "d"), 4),
        (("b", 7), 2), (("nowhere",), 1), (("e", "c", "c"), 8),
    ],
)  # fmt: skip
def test_lines(loc, line):
    document, _ = read(b"a: x\nb:\n  - one\n  - a: 1\n    c: 2\ne:\n  # why\n  c: {d: 1}\n", "x.yml")
    assert document is not None
    assert document.line(loc) == line
