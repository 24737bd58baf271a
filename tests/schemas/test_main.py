from schemas.__main__ import main

from .conftest import TINY


def test_check_prints_problems_sorted_then_one_sentence(tiny, capsys):
    tiny.change("service.yml", "nation: wales", "nation: whales")
    tiny.change("people.yml", "title: Manager", "titel: Manager")
    assert main(["check", "--root", str(tiny.root)]) == 1
    *lines, last = capsys.readouterr().out.splitlines()
    assert last == "3 problems to mend in content/."
    assert lines == sorted(lines)
    assert (
        "content/service.yml:3: `nation` is 'whales'; did you mean `wales`? It can be wales, england or scotland"
        in lines
    )


def test_check_of_good_content(tiny, capsys):
    assert main(["check", "--root", str(tiny.root)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == f"Content is in order: {len(TINY)} files. 1 note."


def test_check_lists_units(tiny, capsys):
    tiny.change(
        "sources/ews.yml",
        "  - {id: ews.info.three",
        "  - {id: ews.info.four, kind: info, label: Four}\n  - {id: ews.info.three",
    )
    assert main(["check", "--units", "--root", str(tiny.root)]) == 0
    assert "ews.info.four: Four" in capsys.readouterr().out.splitlines()


def test_check_without_content(tmp_path, capsys):
    assert main(["check", "--root", str(tmp_path)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "content:1: there is no folder content/ here",
        "1 problem to mend in content/.",
    ]
