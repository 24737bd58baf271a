"""Page stubs: only what changed is written, and nothing written by hand is ever touched."""

from dataclasses import replace
from pathlib import Path

import pytest

from macros.book import Book
from macros.pages import all_pages
from macros.pages.page import Page
from macros.stubs import MARKER, HandWritten, stub, stub_paths, write_stubs

ONE = Page("guidance", "visits.home", "guidance/home/", "Home: visits", 'Say "hello"', "content/guidance/visits.yml")
LIST = Page("list", "guidance", "guidance/", "Guidance", searched=False)


def test_a_stub_is_facts_a_marker_and_one_call():
    assert stub(ONE, ["ews.info.one"]) == (
        f"---\n{MARKER}\n"
        'title: "Home: visits"\n'
        'description: "Say \\"hello\\""\n'
        'source: "content/guidance/visits.yml"\n'
        'id: "visits.home"\n'
        'units: ["ews.info.one"]\n'
        "---\n\n"
        '{{ content("guidance", "visits.home") }}\n'
    )
    assert 'search: {"exclude": true}' in stub(LIST)


def test_a_page_with_pages_below_it_is_the_index_of_its_folder():
    assert list(stub_paths([ONE, LIST])) == ["guidance/home.md", "guidance/index.md"]


def test_only_what_changed_is_written(tmp_path: Path):
    assert write_stubs(tmp_path, [ONE, LIST]) == ["guidance/home.md", "guidance/index.md"]
    before = (tmp_path / "guidance/home.md").stat().st_mtime_ns
    assert write_stubs(tmp_path, [ONE, LIST]) == []
    assert (tmp_path / "guidance/home.md").stat().st_mtime_ns == before


def test_a_page_that_is_no_more_is_deleted_and_a_hand_written_one_is_not(tmp_path: Path):
    other = replace(ONE, key="visits.two", address="guidance/two/")
    write_stubs(tmp_path, [ONE, other, LIST])
    (tmp_path / "guidance/mine.md").write_text("# Mine\n")
    (tmp_path / "guidance/quoting.md").write_text(f"# About\n\n---\n{MARKER}\n---\n")
    assert write_stubs(tmp_path, [other, LIST]) == ["guidance/home.md"]
    assert sorted(path.name for path in (tmp_path / "guidance").iterdir()) == [
        "index.md",
        "mine.md",
        "quoting.md",
        "two.md",
    ]


def test_an_empty_folder_goes_with_its_last_stub(tmp_path: Path):
    write_stubs(tmp_path, [ONE])
    write_stubs(tmp_path, [])
    assert list(tmp_path.iterdir()) == []


def test_a_hand_written_page_in_the_way_is_kept_and_said(tmp_path: Path):
    (tmp_path / "guidance").mkdir()
    (tmp_path / "guidance/home.md").write_text("# Mine\n")
    with pytest.raises(HandWritten, match=r"docs/guidance/home\.md"):
        write_stubs(tmp_path, [ONE, LIST])
    assert (tmp_path / "guidance/home.md").read_text() == "# Mine\n"
    assert not (tmp_path / "guidance/index.md").exists()


def test_stubs_carry_no_text_of_the_content(book: Book):
    for page in all_pages(book).values():
        assert len(stub(page).splitlines()) < 12
