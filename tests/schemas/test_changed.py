"""Notes that a page has moved, from YAML to what the browser reads, and what an owner is told of pages without one."""

from pathlib import Path

import pytest

from macros.environment import ROOT
from schemas.__main__ import main
from schemas.bases import version
from schemas.changed import moves, said
from schemas.compile import bundle, bundle_json
from schemas.handbook import load
from tests.schemas.conftest import Spoilt

VISITS = "guidance/visits.yml"
ACTIVITY = "programmes/ews/activities/1.1.yml"
NOTE = "changes:\n  - {date: 2026-11-20, what: Ring before and after., matters: true}\n"


def test_an_activity_rests_on_itself_its_subsection_and_what_these_link_to(tiny: Spoilt) -> None:
    assert rests(tiny) == {"ews.1.a.reading": ("ews.1.a",), "ews.1.1": ("ews.1.1", "ews.1.a")}
    tiny.change("programmes/ews/subsections/1.a.yml", "text: Much.", 'text: "See [visits](guidance/home/#duty-text)."')
    tiny.change(ACTIVITY, 'intro: "Ring', 'intro: "See [the law](reference/law/). Ring')
    assert rests(tiny) == {
        "ews.1.a.reading": ("ews.1.a", "visits.home"),
        "ews.1.1": ("ews.1.1", "ews.1.a", "visits.home", "reference.law"),
    }
    assert [one.id for one in bundle(load(tiny.root)).bases] == ["ews.1.1", "ews.1.a", "reference.law", "visits.home"]


def rests(tiny: Spoilt) -> dict[str, tuple[str, ...]]:
    [programme] = bundle(load(tiny.root)).programmes
    # What a service adds has no page of its own to rest on.
    return {one.id: one.rests_on for one in programme.activities if not one.own}


def test_a_note_reaches_the_bundle_newest_first_and_changes_no_version(tiny: Spoilt) -> None:
    before = bundle(load(tiny.root))
    note = "changes:\n  - {date: 2026-10-01, what: Old.}\n  - {date: 2026-11-20, what: 'Ring {service.office-phone}.', matters: true}\n"
    tiny.change(ACTIVITY, "kinds: [alone]", note + "kinds: [alone]")
    after = bundle(load(tiny.root))
    basis = after.basis("ews.1.1")
    assert basis is not None and basis.version == getattr(before.basis("ews.1.1"), "version", "")
    assert [(one.date, one.what, one.matters) for one in basis.changes] == [
        ("2026-11-20", "Ring 01632 960120.", True),
        ("2026-10-01", "Old.", False),
    ]
    # What was signed stays what it was: the activity's own version is not touched by a note.
    assert [one.version for p in after.programmes for one in p.activities] == [
        one.version for p in before.programmes for one in p.activities
    ]


@pytest.mark.parametrize(
    ("note", "line", "problem"),
    [
        ("{date: 2026-11-23, what: Later.}", 7, "the page changed on 2026-11-23 and was last read on 2026-11-22; read it and "
         "set `reviewed`"),
        ("{date: 2026-11-20, what: One.}\n  - {date: 2026-11-20, what: Two.}", 8, "there are two notes of 2026-11-20; say both "
         "changes of a day in one note"),
        ("{date: soon, what: One.}", 7, "`date` should be a date such as 2026-11-22"),
        ("{date: 2026-11-20}", 7, "`what` is missing (What moved, in one or two sentences: what the page said, what it says "
         "now)"),
    ],
)  # fmt: skip
def test_a_wrong_note_is_told_with_its_line(tiny: Spoilt, note: str, line: int, problem: str) -> None:
    tiny.change(VISITS, "parts:\n", f"changes:\n  - {note}\nparts:\n")
    assert tiny.problems() == [f"content/{VISITS}:{line}: {problem}"]


def test_the_owner_is_told_what_moved_without_a_note(tiny: Spoilt, capsys, tmp_path: Path) -> None:
    built = tmp_path / "programme.json"
    built.write_text(bundle_json(bundle(load(tiny.root))), encoding="utf-8")
    command = ["changed", "--since", str(built), "--root", str(tiny.root)]
    assert main(command) == 0
    assert capsys.readouterr().out.startswith("No page that an activity rests on says anything else")
    tiny.change("programmes/ews/subsections/1.a.yml", "text: Much.", "text: Less.")
    assert main(command) == 0
    told = capsys.readouterr().out
    assert "ews.1.a (1.a The role): NO NOTE: nobody who worked with it will be told. 2 activities rest on it." in told
    assert "1 changed without a note" in told
    tiny.change("programmes/ews/subsections/1.a.yml", "parts:\n  - {id: role", NOTE + "parts:\n  - {id: role")
    assert main(command) == 0
    assert "ews.1.a (1.a The role): has a new note." in capsys.readouterr().out


@pytest.mark.parametrize("text", [None, "{", "[]", '{"format": 1}'])
def test_a_file_that_is_no_programme_is_refused_in_a_sentence(
    tiny: Spoilt, capsys, tmp_path: Path, text: str | None
) -> None:
    built = tmp_path / "other.json"
    if text is not None:
        built.write_text(text, encoding="utf-8")
    assert main(["changed", "--since", str(built), "--root", str(tiny.root)]) == 2
    assert str(built) in capsys.readouterr().out


def test_what_leads_to_a_page_is_no_change_of_it(tiny: Spoilt) -> None:
    before = load(tiny.root)
    tiny.change(VISITS, "reviewed: 2026-11-22", "also: [knock]\nreviewed: 2026-11-21")
    after = load(tiny.root)
    assert version(before.guidance["visits.home"]) == version(after.guidance["visits.home"])
    assert said(moves(bundle(before), bundle(after))).startswith("No page")


def test_the_note_that_authors_are_shown_is_one_that_the_check_takes(tiny: Spoilt) -> None:
    """The example of CONTRIBUTING.md, word for word, on a page of the small handbook."""
    told = (ROOT / "CONTRIBUTING.md").read_text("utf-8").split("**A page has moved.**")[1].split("With `matters")[0]
    lines = [line.removeprefix("    ") for line in told.splitlines() if line.startswith("    ")]
    reviewed, note = lines[0], "\n".join(lines[1:])
    assert note.startswith("changes:")
    tiny.change(VISITS, "reviewed: 2026-11-22", reviewed)
    tiny.change(VISITS, "parts:\n", f"{note.replace('guidance/home-visit-safety/', 'guidance/home/')}\nparts:\n")
    assert tiny.problems() == []
    [change] = next(one for one in load(tiny.root).items() if one.id == "visits.home").changes
    assert change.matters and change.date.isoformat() == reviewed.removeprefix("reviewed: ")
    assert "It now says to ring [before and after](guidance/home/)." in change.what
