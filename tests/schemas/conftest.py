"""A tiny handbook with one of everything, and a way to spoil it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from induction.codes import WORDED
from induction.programme import Bundle
from macros.book import ROOT
from schemas.compile import bundle
from schemas.handbook import Handbook, load, load_lenient
from tests.induction.page import Page

COMMON = """\
applies: {nations: [wales], roles: [officer]}
sources: []
reviewed: 2026-11-22
"""

TINY = {
    "service.yml": """\
id: tiny
name: Tiny Service
nation: wales
owner: The manager
email: a@tiny.example
contacts:
  - {id: office, label: Office, number: "01632 960120", urgent: true}
slots:
  office-phone: "01632 960120"
schools:
  - id: hill
    name: Hill School
    phase: Primary
    people: {head: Ms Hill}
closures:
  - {from: 2026-12-21, to: 2027-01-01, name: Christmas}
terms:
  - {from: 2026-11-02, to: 2026-12-18, name: Autumn}
""",
    "adoption.yml": "decisions: []\n",
    "links.yml": "checks: []\n",
    "bank-holidays.yml": """\
source: www.gov.uk/bank-holidays
seen: 2026-08-21
days:
  - {date: 2026-04-06, name: Easter Monday, nations: [wales, england]}
  - {date: 2026-08-03, name: summer bank holiday, nations: [scotland]}
""",
    "people.yml": """\
people:
  - {id: manager, title: Manager}
  - {id: head, title: Head teacher, titles: {scotland: Headteacher}, ask: Ask the office who this is.}
""",
    "slots.yml": """\
slots:
  - {id: office-phone, title: Office number, unset: Your service has not added its number.}
  - {id: risk-list, title: Risk list, unset: Your service has not said whether it has a list. Ask.}
""",
    "overlays.yml": """\
overlays:
  - {id: no-secrets, title: No secrets, text: Never promise one., tempers: [ews.info.one]}
""",
    "glossary.yml": """\
terms:
  - {id: ewo, term: EWO, means: Education welfare officer., nations: [wales]}
""",
    "words.yml": "".join(
        f"{name}: {{{', '.join(f'{code.value}: Words' for code in codes)}}}\n" for name, codes in WORDED.items()
    ),
    "retired.yml": "retired: [old.page]\n",
    "search.yml": """\
harm:
  page: visits.home
  people: [child]
  signs: [{part: before, words: [suicide], acts: [hits]}]
asked:
  ews.info.one: [who lets me in]
""",
    "rhythms.yml": """\
rhythms:
  - id: clock
    title: When?
    who: officer
    applies: {nations: [wales]}
    starts: [{id: begin, ask: Date, example: 2026-11-23}]
    steps:
      - {id: end, title: End, start: begin, after: 6 weeks, to: 8 weeks, count_by: [calendar, nth-school-week], rule: R,
         sureness: checked}
""",
    "sources/ews.yml": """\
id: ews
title: The pack
nation: wales
date: "2014"
about: A pack.
units:
  - {id: ews.info.one, kind: info, label: One}
  - {id: ews.info.two, kind: info, label: Two}
  - {id: ews.info.three, kind: info, label: Three}
""",
    "roles/officer.yml": f"id: officer\ntitle: Officer\nplural: Officers\nprogramme: ews\n{COMMON}",
    "guidance/visits.yml": f"""\
id: visits.home
title: Home visits
{COMMON}parts:
  - id: before
    title: Before you go
    sources: [ews.info.one]
    blocks:
      - duty: {{id: text, who: officer, must: "ring {{service.office-phone}}", when: always, sources: [ews.info.two]}}
      - text: "See [the law](reference/law/#act) and ask {{person.head}}."
      - steps: [Go, Come back]
card: {{title: Visit card, stages: [before], ring: office-phone, text: risk-list, texts: [{{label: Text, words: In.}}]}}
""",
    "scripts/confidentiality.yml": f"""\
id: scripts.confidentiality
title: Confidentiality
{COMMON}points:
  - {{id: who, title: Who, say: "I tell {{person.head}}.", younger: I tell.}}
""",
    "forms/visit.yml": f"""\
id: forms.visit
title: A visit
{COMMON}urgent: "In danger: 999."
layout_note: Our layout.
who_fills: {{caption: Who fills it in, head: [Part, Who], rows: [[The visit, Officer]]}}
sheet:
  - id: visit
    title: The visit
    who: The officer
    sources: [ews.info.one]
    fields:
      - {{id: child, label: Child, kind: line, hint: Child A}}
      - {{id: seen, label: What you saw, kind: box, lines: 4}}
      - {{id: day, label: Date, kind: date}}
      - {{id: who, label: Who went, kind: ticks, options: [One, Two]}}
parts:
  - {{id: after, title: After it, blocks: [{{text: Lock it away.}}]}}
""",
    "reference/law.yml": f"""\
id: reference.law
title: The law
{COMMON}entries:
  - {{id: act, title: Education Act 1996, about: An Act., sources: [ews.info.three]}}
""",
    "programmes/ews/programme.yml": f"""\
id: ews
title: Induction
role: officer
{COMMON}sections:
  - {{id: section-1, number: "1", title: The service, aims: [Know it], subsections: [ews.1.a]}}
local_areas: [{{id: training, title: Training, dated: true}}]
""",
    "programmes/ews/local.yml": """\
items:
  - id: day
    title: Go to the training day
    area: training
    time: half a day
    dated: true
    intro: Ring the office first.
    questions: [{id: who, ask: Whom do you ring?}]
    after: [ews.1.1]
""",
    "programmes/ews/subsections/1.a.yml": f"""\
id: ews.1.a
number: 1.a
title: The role
{COMMON}parts:
  - {{id: role, title: What you do, blocks: [{{text: Much.}}]}}
reading:
  id: ews.1.a.reading
  kinds: [framework]
  time: 20 minutes
  intro: Read it.
  parts:
    - kind: reading
      id: read
      rows:
        - {{id: chapter, title: Chapter, where: pages 1 to 3, summary: Short, sources: [ews.info.one]}}
activities: [ews.1.1]
""",
    "programmes/ews/activities/1.1.yml": f"""\
id: ews.1.1
number: "1.1"
title: Find out
{COMMON}kinds: [alone]
time: 1 hour
intro: "Ring {{service.risk-list}} first."
parts:
  - kind: prompts
    id: role
    questions:
      - {{id: what, ask: What do you do?, sources: [ews.info.two]}}
  - kind: topics
    id: law
    question: What does it mean for you?
    reference: reference.law
look_for: {{strong: Much, enough: Some, not_yet: Little, questions: [Why?, How?]}}
""",
}


class Spoilt:
    """The tiny handbook in a folder, to be spoilt and loaded."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name, text in TINY.items():
            self.write(name, text)

    def write(self, name: str, text: str) -> None:
        path = self.root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def change(self, name: str, old: str, new: str) -> None:
        assert TINY[name].count(old) == 1, f"{old!r} does not stand once in {name}"
        self.write(name, (self.root / "content" / name).read_text(encoding="utf-8").replace(old, new))

    def problems(self) -> list[str]:
        return [str(problem) for problem in load_lenient(self.root)[1] if not problem.note]

    def notes(self) -> list[str]:
        return [str(problem) for problem in load_lenient(self.root)[1] if problem.note]


@pytest.fixture
def tiny(tmp_path: Path) -> Spoilt:
    return Spoilt(tmp_path)


@pytest.fixture(scope="session")
def ours() -> Handbook:
    """Our own content."""
    handbook, _ = load_lenient(ROOT)
    assert handbook
    return handbook


@pytest.fixture(scope="session")
def content(ours: Handbook) -> Bundle:
    return bundle(ours)


@pytest.fixture
def page(content: Bundle) -> Page:
    """A new officer's record over our own content."""
    return Page(content).start(programme="ews")


@pytest.fixture
def handbook(tiny: Spoilt) -> Handbook:
    return load(tiny.root)


@pytest.fixture
def spoil(tiny: Spoilt) -> Callable[[str, str, str], list[str]]:
    """Change one place of one file; the problems that follow, all of them."""

    def change(name: str, old: str, new: str) -> list[str]:
        tiny.change(name, old, new)
        return tiny.problems()

    return change
