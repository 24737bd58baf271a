"""Every check across files, once."""

import pytest

VISITS = "guidance/visits.yml"
ACTIVITY = "programmes/ews/activities/1.1.yml"
SUBSECTION = "programmes/ews/subsections/1.a.yml"
PROGRAMME = "programmes/ews/programme.yml"


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        # references
        (VISITS, "sources: [ews.info.one]", "sources: [ews.info.onne]",
         "9: there is no unit `ews.info.onne`; did you mean `ews.info.one`?"),
        (ACTIVITY, "sources: [ews.info.two]", "sources: [ews.info.tow]",
         "14: there is no unit `ews.info.tow`; did you mean `ews.info.two`?"),
        ("overlays.yml", "tempers: [ews.info.one]", "tempers: [kw.aim]", "2: there is no unit `kw.aim`"),
        (VISITS, "roles: [officer]", "roles: [offcer]", "3: there is no role `offcer`; did you mean `officer`?"),
        (VISITS, "who: officer", "who: manger", "11: there is no role or person `manger`; did you mean `manager`?"),
        ("roles/officer.yml", "programme: ews", "programme: esw", "4: there is no programme `esw`; did you mean `ews`?"),
        (PROGRAMME, "role: officer", "role: officers", "3: there is no role `officers`; did you mean `officer`?"),
        (PROGRAMME, "subsections: [ews.1.a]", "subsections: [ews.1.a, ews.1.b]",
         "8: there is no sub-section `ews.1.b`; did you mean `ews.1.a`?"),
        (SUBSECTION, "activities: [ews.1.1]", "activities: [ews.1.1, ews.1.12]",
         "19: there is no activity `ews.1.12`; did you mean `ews.1.1`?"),
        (ACTIVITY, "reference: reference.law", "reference: reference.low",
         "18: there is no reference collection `reference.low`; did you mean `reference.law`?"),
        ("service.yml", "people: {head: Ms Hill}", "people: {haed: Ms Hill}",
         "14: there is no person `haed`; did you mean `head`?"),
        ("service.yml", "office-phone:", "office-fone:", "9: there is no slot `office-fone`; did you mean `office-phone`?"),
        # ids
        ("people.yml", "{id: manager,", "{id: head,", "3: the person id `head` is taken by content/people.yml:2; every id "
         "stands once"),
        ("people.yml", "{id: manager,", "{id: officer,",
         "2: the role or person id `officer` is taken by content/roles/officer.yml:1; every id stands once"),
        ("reference/law.yml", "id: reference.law", "id: visits.home",
         "1: the page id `visits.home` is taken by content/guidance/visits.yml:1; every id stands once"),
        (VISITS, "id: visits.home", "id: old.page", "1: the id `old.page` is retired (content/retired.yml) and is never "
         "used again"),
        # what people type
        ("search.yml", "  ews.info.one:", "  ews.info.ome:",
         "6: `ews.info.ome` is no source unit; did you mean `ews.info.one`?"),
        ("search.yml", "page: visits.home", "page: visits.hone",
         "2: `visits.hone` is no guidance; did you mean `visits.home`?"),
        ("search.yml", "part: before", "part: befor",
         "4: `befor` is no part of visits.home; did you mean `before`?"),
        ("search.yml", ", words: [suicide], acts: [hits]", "", "4: a sign needs `words` or `acts`"),
        # programmes
        (PROGRAMME, "id: ews\n", "id: ewx\n", "1: `id` is `ewx` and the folder is `ews`; make them the same"),
        (PROGRAMME, "subsections: [ews.1.a]", "subsections: [ews.1.a, ews.1.a]",
         "8: `ews.1.a` is already named in content/programmes/ews/programme.yml:8; it has one place"),
        (PROGRAMME, "subsections: [ews.1.a]", "subsections: []", None),
        (SUBSECTION, "activities: [ews.1.1]", "activities: []", None),
        (SUBSECTION, "id: ews.1.a.reading", "id: ews.reading", "10: `id` should be `ews.1.a.reading`, after its "
         "sub-section"),
        # anchors and parts
        (VISITS, "      - steps", "      - duty: {id: text, who: head, may: rest, when: always}\n      - steps",
         "13: the id `text` is taken in line 11; on one page each stands once"),
        (SUBSECTION, "sources: [ews.info.one]}", "sources: []}\n        - {id: chapter, title: T, where: w, summary: s}",
         "19: the id `chapter` is taken in line 18; on one page each stands once"),
        (ACTIVITY, "id: law", "id: role", "16: the part id `role` is taken in line 12; each stands once"),
        (ACTIVITY, "id: law", "id: The law", "16: `id` is 'The law'; it should be lower-case words joined by '-', such as "
         "'home-visit'"),
        (ACTIVITY, "question: What does it mean for you?", "question: ''", "17: `question` is empty; write text"),
        (ACTIVITY, "questions:\n      - {id: what, ask: What do you do?, sources: [ews.info.two]}", "questions: []",
         "13: `questions` is empty; write at least one"),
        # tables
        ("words.yml", "nation: {wales: Words, ", "nation: {whales: Words, ",
         "8: `nation` has no words for wales"),
        ("words.yml", "nation: {wales: Words, ", "nation: {zzz: Words, wales: Words, ", "8: `zzz` is no code of `nation`"),
        ("sources/ews.yml", "{id: ews.info.three,", "{id: kw.info.three,", "9: the ids of this source begin with `ews.`"),
        # texts
        (VISITS, "{person.head}", "{person.haed}", "12: there is no slot {person.haed}; did you mean `person.head`?"),
        (VISITS, "{person.head}", "{head}", "12: there is no slot {head}; did you mean `person.head`?"),
        ("people.yml", "Ask the office who this is.", "'Ask {person.manager}.'",
         "3: {person.manager}: slots are not filled in this file; write it out"),
        (VISITS, "(reference/law/#act)", "(reference/lwa/)",
         "12: there is no page reference/lwa/; did you mean `reference/law/`?"),
        (VISITS, "(reference/law/#act)", "(reference/law/#acts)",
         "12: the page reference/law/ has no anchor #acts; did you mean `act`?"),
        (VISITS, "(reference/law/#act)", "(#befor)", "12: the page guidance/home/ has no anchor #befor; did you mean "
         "`before`?"),
        (VISITS, "(reference/law/#act)", "(/reference/law/)", "12: the address /reference/law/ should start at the site "
         "root and end in '/', such as guidance/home-visits/"),
        (VISITS, "(reference/law/#act)", "(reference/law)", "12: the address reference/law should start at the site "
         "root and end in '/', such as guidance/home-visits/"),
        (VISITS, "(reference/law/#act)", "(http://x.example)", "12: the address http://x.example should begin with https://"),
        (VISITS, "title: Before you go\n",
         "title: B\n    currency: [{now: x, checked: 2026-11-22, sureness: checked, link: www.x}]\n",
         "9: the address www.x should begin with https://"),
        (VISITS, "[Go, Come back]", "[Go, <b>Come</b>]", "13: HTML is not used in content; write Markdown or plain words"),
    ],
)  # fmt: skip
def test_one_mistake(spoil, file, old, new, problem):
    found = spoil(file, old, new)
    if problem is None:
        other = {PROGRAMME: SUBSECTION, SUBSECTION: ACTIVITY}[file]
        leader = "a section in programme.yml" if file == PROGRAMME else "a sub-section"
        name = "ews.1.a" if file == PROGRAMME else "ews.1.1"
        assert found == [f"content/{other}:1: nothing leads to `{name}`; name it in {leader}"]
    else:
        assert f"content/{file}:{problem}" in found


@pytest.mark.parametrize(
    "href", ["reference/law/", "#before", "#duty-text", "glossary/#term-ewo", "induction/ews/section-1/1-a/#role",
             "induction/ews/section-1/activity-1-1/#f-role--what-field", "scripts/confidentiality/hill/", "guidance/",
             "https://gov.wales/x", "mailto:a@tiny.example", "tel:999", "privacy/", ""],
)  # fmt: skip
def test_links_that_lead_somewhere(tiny, href):
    (tiny.root / "docs").mkdir()
    (tiny.root / "docs/privacy.md").write_text("# Privacy")
    tiny.change(VISITS, "(reference/law/#act)", f"({href})")
    assert tiny.problems() == []


def test_two_pages_at_one_address(tiny):
    tiny.write("guidance/zzz.yml", (tiny.root / "content" / VISITS).read_text().replace("visits.home", "other.home"))
    assert tiny.problems() == [
        "content/guidance/zzz.yml:1: its page would be guidance/home/, which is the page of content/guidance/visits.yml; "
        "change the id",
    ]


def test_an_activity_of_another_programme(tiny):
    for name in (PROGRAMME, SUBSECTION):
        text = (tiny.root / "content" / name).read_text().replace("ews.1.a", "kw.1.a").replace("id: ews\n", "id: kw\n")
        tiny.write(name.replace("ews", "kw"), text)
    assert tiny.problems() == [
        "content/programmes/kw/subsections/1.a.yml:19: `ews.1.1` stands in another folder, in "
        "content/programmes/ews/activities/1.1.yml"
    ]


def test_a_folder_without_a_programme(tiny):
    (tiny.root / "content" / PROGRAMME).unlink()
    assert (
        "content/programmes/ews/activities/1.1.yml:1: there is no content/programmes/ews/programme.yml"
        in tiny.problems()
    )


def test_notes_do_not_stop_anything(tiny):
    tiny.change(
        "sources/ews.yml",
        "  - {id: ews.info.three",
        "  - {id: ews.info.four, kind: info, label: Four}\n  - {id: ews.info.three",
    )
    tiny.change("service.yml", '  office-phone: "01632 960120"', "  {}")
    assert tiny.problems() == []
    assert tiny.notes() == [
        "content/guidance/visits.yml:11: note: {service.office-phone} is not set in content/service.yml; the page will say so",
        "content/programmes/ews/activities/1.1.yml:9: note: {service.risk-list} is not set in content/service.yml; the "
        "page will say so",
        "content/sources/ews.yml:6: note: 1 of 4 units are carried by no page yet (--units lists them)",
    ]
