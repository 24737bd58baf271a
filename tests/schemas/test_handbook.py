from pathlib import Path

import pytest
import yaml

from schemas.handbook import CONTENT_KINDS, kind_of, load, load_lenient, validate
from schemas.problems import ContentError
from schemas.yaml_loader import read

ROOT = Path(__file__).resolve().parents[2]


def test_tiny_is_in_order(tiny):
    assert tiny.problems() == []
    assert tiny.notes() == [
        "content/programmes/ews/activities/1.1.yml:9: note: {service.risk-list} is not set in "
        "content/service.yml; the page will say so"
    ]


def test_handbook_holds_everything(handbook):
    assert [item.id for item in handbook.items()] == [
        "officer",
        "visits.home",
        "scripts.confidentiality",
        "forms.visit",
        "reference.law",
        "ews",
        "ews.1.a",
        "ews.1.1",
    ]
    assert handbook.units["ews.info.two"].label == "Two"
    assert list(handbook.programmes["ews"].activities) == ["ews.1.1"]
    assert {file.kind for file in handbook.files} == CONTENT_KINDS.keys()


def test_load_raises_every_problem(tiny):
    tiny.change("service.yml", "nation: wales\n", "")
    tiny.change("people.yml", "title: Manager", "titel: Manager")
    with pytest.raises(ContentError) as error:
        load(tiny.root)
    assert [problem.file for problem in error.value.problems] == ["content/people.yml"] * 2 + ["content/service.yml"]


def test_three_faults_of_one_file_show_with_their_lines(tiny):
    tiny.write(
        "people.yml",
        """\
people:
  - id: manager
    title: Manager
    title: Boss
  - {id: Head, title: Head teacher, ask: no}

  - id: other
    titel: Other
""",
    )
    assert tiny.problems() == [
        "content/people.yml:4: `title` stands twice here, first in line 3; keep one",
        "content/people.yml:5: `id` is 'Head'; it should be lower-case words joined by '-', such as 'home-visit'",
        "content/people.yml:7: `title` is missing (What they are called)",
        "content/people.yml:8: `titel` is not a key here; did you mean `title`?",
        "content/service.yml:14: there is no person `head`; did you mean `Head`?",
    ]


def test_a_file_with_a_fault_keeps_its_ids(spoil):
    assert spoil("sources/ews.yml", "label: Three", "lable: Three") == [
        "content/sources/ews.yml:9: `label` is missing (What it says, in a short label of our own)",
        "content/sources/ews.yml:9: `lable` is not a key here; did you mean `label`?",
    ]


def test_nothing_is_said_of_the_ids_of_a_file_that_is_no_yaml(spoil):
    assert spoil("sources/ews.yml", "date: ", "date: '") == [
        "content/sources/ews.yml:4: a quotation mark is opened and not closed"
    ]


def test_files_out_of_place_and_missing_files(tiny):
    tiny.write("guidence/x.yml", "id: x")
    tiny.write("roles/notes.txt", "x")
    (tiny.root / "content/overlays.yml").unlink()
    (tiny.root / "content/roles/.officer.yml.swp").write_text("x")
    assert tiny.problems() == [
        "content/guidence/x.yml:1: no file belongs here; did you mean `guidance/*.yml`?",
        "content/overlays.yml:1: this file is missing",
        "content/roles/notes.txt:1: no file belongs here; names end in .yml",
    ]


def test_no_content_at_all(tmp_path):
    handbook, problems = load_lenient(tmp_path)
    assert handbook is None
    assert [str(problem) for problem in problems] == ["content:1: there is no folder content/ here"]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("service.yml", "service"),
        ("roles/x.yml", "role"),
        ("roles/x/y.yml", None),
        ("x/service.yml", None),
        ("programmes/ews/subsections/1.a.yml", "subsection"),
    ],
)
def test_kind_of(path, kind):
    assert kind_of(path) == kind


def test_our_own_content_is_in_order():
    problems = [str(problem) for problem in load_lenient(ROOT)[1] if not problem.note]
    assert problems == []


def items():
    return [(file.path, file.item) for file in load_lenient(ROOT)[0].files if file.item is not None]


@pytest.mark.parametrize(("path", "item"), items())
def test_what_is_written_out_is_read_back_the_same(path, item):
    document, problems = read(yaml.safe_dump(item.model_dump(mode="json"), allow_unicode=True).encode(), path)
    assert document is not None
    assert not problems
    assert validate(type(item), document, path) == (item, [])
