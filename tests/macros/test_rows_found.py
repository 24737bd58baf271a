"""Rows 36 to 62 of FEATURES, as a person meets them: what is typed in the search box, and what stands where it leads."""

import csv
import html
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.book import ROOT, make_book
from macros.pages import all_pages, body
from schemas.handbook import load_lenient
from tests.macros.conftest import Built

NODE = shutil.which("node")
PROGRAMMES = ("ews", "pww", "psw", "kw", "lhj")
Find = Callable[..., list[list[str]]]

UNSEEN = 0.9

FIRST = {
    # row: what is typed, and where the first result leads
    "31": {"code G": "reference/register-codes/#code-g", "code C": "reference/register-codes/#code-c"},
    "31 and": {"code D": "reference/register-codes/#code-d", "code I": "reference/register-codes/#code-i"},
    "36": {"late gate": "glossary/#term-late-gate", "agreement with a school": "forms/school-agreement/"},
    "39": {"parent testing me": "induction/ews/section-2/2-d/#testing"},
    "40": {"only the child is home": "guidance/home-visit-safety/#only-the-child"},
    "47": {"SENCO": "reference/professions/#alnco", "NHS Direct Wales": "reference/websites/#nhs-direct-wales"},
    "47 and": {
        "won't leave the house": "reference/services/#by-need",
        "wont leave the house": "reference/services/#by-need",
    },
    "48": {"which consortium is Swansea in": "induction/ews/section-1/1-e/#consortia"},
    "52": {
        "pupil says they want to die": "guidance/danger-now/#wants-to-die",
        "suicide": "guidance/danger-now/#wants-to-die",
    },
    "52 and": {"child at risk who do i tell": "guidance/danger-now/", "safeguarding": "guidance/danger-now/"},
    "52, harms with a rule of their own": {
        "fgm": "guidance/danger-now/#own-rule",
        "forced marriage": "guidance/danger-now/#own-rule",
        "child is missing": "guidance/danger-now/#own-rule",
        "nudes": "guidance/danger-now/#own-rule",
        "teacher hurt a pupil": "guidance/danger-now/#own-rule",
    },
    "53": {"can i text a pupil": "guidance/pww-messages/#texts"},
    "54": {"Subjective 012": "guidance/pww-training-terms/#duty-coding"},
    "55": {"what do i record on cpoms": "guidance/safeguarding-record/#three-parts"},
    "56": {"radicalisation concern who do i tell": "guidance/psw-referrals/#radicalisation"},
}
SAYS = {
    # where it leads, and what a person reads there, in this order
    "guidance/home-visit-safety/#only-the-child": ["Do not go in", "Ring your team leader", "01632 960120", "101"],
    "reference/professions/#alnco": ["In Wales say ALNCo. SENCO is England's word"],
    "reference/websites/#nhs-direct-wales": ["NHS 111 Wales. Ring 111"],
    "glossary/#term-erw": ["south-west and mid Wales", "Ended on 31 August 2021"],
    "guidance/danger-now/#wants-to-die": ["call 999", "Tell the safeguarding lead now", "support", "line manager"],
    "guidance/danger-now/#own-rule": [
        "999 if the danger is now, and the safeguarding lead at once",
        "must ring the police themselves, on 101",
        "Do not go to the family",
        "There is no time that you have to wait",
        "0808 80 10 800",
        "Do not look at them",
        "chair of governors",
    ],
    "guidance/pww-support/#suicidal-thoughts": ["999", "Tell the Child Protection Coordinator now", "line manager"],
    "guidance/pww-messages/#texts": [
        "Only to confirm an appointment",
        "in working hours. No emojis",
        "no device of your own",
    ],
    "guidance/pww-messages/#after-hours": ["outside your working hours", "no longer on your caseload"],
    "guidance/pww-messages/#parents": ["Principal Teacher of Guidance", "be the contact", "Primary head teacher"],
    "guidance/safeguarding-record/#three-parts": ["The concern", "The follow-up", "Actions, decisions, outcome"],
    "guidance/psw-referrals/#radicalisation": [
        "Call 999",
        "Talk to the Pupil Support Co-ordinator",
        "Prevent police",
        "Channel",
    ],
    "guidance/pww-referral/#who-starts": [
        "The primary head teacher",
        "Another service or agency",
        "Depute Head Teacher",
        "who talks to the worker before saying yes",
    ],
    "guidance/legal-ladder/#ladder": ["Parenting contract", "It is voluntary", "Parenting order", "court"],
    "guidance/same-question-five-services/#session-length": [
        "Penkford",
        "20 minutes",
        "Linton Heights",
        "20 to 45 minutes",
    ],
    "guidance/penalty-notices/#amounts": ["Within 28 days", "£60", "within 42 days", "£120"],
    "reference/psw-person-specification/#terms": ["history", "£14,236 to £15,953", "(about 2022)"],
    "guidance/non-attendance-procedure/#steps": ["Local timing not set."],
    "glossary/#term-late-gate": ["check at the school entrance on pupils who come late"],
}


@pytest.fixture(scope="module")
def find(built: Built) -> Find:
    if not NODE:
        pytest.skip("No Node on the path.")

    def find(*queries: str, role: str = "") -> list[list[list[str]]]:
        done = subprocess.run(
            [str(NODE), str(ROOT / "tests/search.cjs"), str(built.site.folder), role],
            input="\n".join(queries),
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        found: list[list[list[str]]] = json.loads(done.stdout)
        return found

    return find  # type: ignore[return-value]


def test_what_is_typed_leads_first_to_what_answers(find: Find) -> None:
    wanted = {query: address for row in FIRST.values() for query, address in row.items()}
    found = dict(zip(wanted, find(*wanted), strict=True))
    assert {query: pages[0][0] for query, pages in found.items()} == wanted


@pytest.mark.parametrize(
    ("file", "pages", "places"),
    [
        ("queries_dev.tsv", 57 / 60, 57 / 60),
        ("queries_heldout.tsv", 0.94, 0.92),
        ("queries_unseen.tsv", UNSEEN, UNSEEN),
    ],
)
def test_people_find_page_and_paragraph_in_the_first_three(
    find: Find, built: Built, capsys: pytest.CaptureFixture[str], file: str, pages: float, places: float
) -> None:
    """A floor. The second file was written from the sources' list of units, before a look at any page; 168 were right then.

    So was the third, of units drawn at random; 107 of its 124 were right when it was first asked.
    Its misses have been studied since, so its score says that nothing was lost, and no longer how new questions fare.
    """
    coverage = json.loads((built.site.folder / "coverage.json").read_text("utf-8"))
    with (ROOT / "tests/data" / file).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    right = exact = 0
    missed = []
    for row, found in zip(rows, find(*(row["query"] for row in rows)), strict=True):
        wanted = {address for unit in row["expected_ids"].split(",") for address in coverage[unit]}
        links = {link for result in found[:3] for link in result}
        if {one.partition("#")[0] for one in links} & {one.partition("#")[0] for one in wanted}:
            right += 1
        else:
            missed.append(f"{row['query']}: {[result[0] for result in found[:3]]}")
        exact += bool(links & wanted)
    with capsys.disabled():
        print(f"\nsearch, {file}: {right} of {len(rows)}, exact paragraph {exact}")
    assert right >= pages * len(rows), "\n".join(missed)
    assert exact >= places * len(rows)


def words_at(built: Built, address: str) -> str:
    """What stands under a heading, up to the next heading of its level, as text."""
    page, _, anchor = address.partition("#")
    text = built.site.pages[page]
    start = text.index(f'id="{anchor}"')
    level = text[text.rindex("<", 0, start) + 1 :][:2]
    end = text.find(f"<{level}", start)
    inside = re.sub(r"<(?:p hidden|sub).*?</(?:p|sub)>", " ", text[start : end if end > 0 else None], flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", inside)).split())


@pytest.mark.parametrize("address", SAYS)
def test_a_person_reads_there_what_the_row_asks_for(built: Built, address: str) -> None:
    text, at = words_at(built, address), 0
    for said in SAYS[address]:
        at = text.find(said, at)
        assert at >= 0, f"{said!r} does not stand in its place in: {text[:600]}"


def test_whatever_signals_harm_leads_first_to_the_page_for_it(find: Find) -> None:
    """In people's words, misspelt ones too, and whatever role was chosen."""
    with (ROOT / "tests/data/queries_danger.tsv").open(encoding="utf-8", newline="") as lines:
        queries = [row["query"] for row in csv.DictReader(lines, delimiter="\t")]
    assert len(queries) > 150
    for role in ("", "key-worker"):
        first = {
            query: pages[0][0] if pages else "" for query, pages in zip(queries, find(*queries, role=role), strict=True)
        }
        assert not {query: at for query, at in first.items() if not at.startswith("guidance/danger-now/")}


def test_words_of_every_day_are_no_sign_of_harm(find: Find) -> None:
    """The page stands in front of what answers: not of these."""
    queries = (
        "get in touch with parents",
        "dbs disclosure",
        "children missing education",
        "risk assessment for a home visit",
        "can a parent cut the hours of a job",
        "attendance target",
        "accept a drink from a parent",
        "parent wont answer door",
        "how long is a session",
    )
    for query, pages in zip(queries, find(*queries), strict=True):
        assert not pages[0][0].startswith("guidance/danger-now/"), query


def test_late_gate_leads_on_to_the_question_of_the_school_sheet(find: Find) -> None:
    (pages,) = find("late gate")
    assert any(page[0].startswith("induction/ews/section-2/activity-2-1/") for page in pages[:3])


def test_both_lengths_of_a_session_are_found_with_their_settings(find: Find) -> None:
    """Row 61: within the first five, and whoever chose their role finds their own first."""
    pages = [page[0].partition("#")[0] for page in find("how long is a session")[0][:5]]
    assert {"guidance/wellbeing-sessions/", "guidance/key-worker-session/"} <= set(pages)
    for role, own in (("wellbeing-lead", "wellbeing-sessions"), ("key-worker", "key-worker-session")):
        assert find("how long is a session", role=role)[0][0][0].startswith(f"guidance/{own}/")


def test_another_services_contract_never_stands_before_the_services_own(find: Find, built: Built) -> None:
    """Row 54: what holds in one Scottish council is labelled so and ranks below pages of a Welsh service's own."""
    page = built.site.pages["guidance/pww-training-terms/"]
    for fact in ("35 a week", "45.04 or 46.06", "Subjective 012"):
        assert fact in page
        others = [one for one, text in built.site.pages.items() if fact in text and "Scotland" not in text]
        assert others == []
    pages = [page[0] for page in find("what is my supervision agreement")[0]]
    assert pages[0].startswith(("induction/ews/", "guidance/supervision/"))


def test_another_services_duty_is_not_read_as_one_of_a_post_of_our_own(built: Built) -> None:
    """Row 62: a Welsh service has deputies for pastoral care; the Scottish duties are a Depute Head Teacher's."""
    page = built.site.pages["duties/"]
    assert "Deputy head teacher for pastoral care" not in page
    row = page.index('id="row_guidance.pww-support_caseload"')
    holder = re.findall(r"<h2[^>]*>([^<]+)", page[:row])[-1]
    assert holder == "Depute Head Teacher (Pupil Support)"
    assert '<option value="pupil-support-lead">Depute Head Teacher (Pupil Support)</option>' in page
    assert '<option value="guidance-teacher">Principal Teacher of Guidance</option>' in page


def test_every_page_of_content_says_whose_it_is_and_what_was_decided(built: Built) -> None:
    """Nation, role and the owner's decision, on pages inside a programme and on the card too."""
    of_content = ("guidance/", "roles/", "scripts/", "forms/", "cards/", *(f"induction/{one}/" for one in PROGRAMMES))
    indexes = {"guidance/", "roles/", "scripts/", "forms/", "induction/ews/local/"}
    pages = {one: text for one, text in built.site.pages.items() if one.startswith(of_content) and one not in indexes}
    assert len(pages) > 150
    label = r'<ul class="applies"[^>]*>\s*<li data-standing="[a-z]+">.*?<li>[^<]*(Wales|England|Scotland)'
    assert [one for one, text in pages.items() if not re.search(label, text, re.DOTALL)] == []


def test_secrecy_is_never_shown_without_its_limit(built: Built) -> None:
    for page, text in built.site.pages.items():
        for line in re.finditer(r"tell nobody what was said in a session", text):
            near = text[line.start() : line.start() + 6000]
            assert "risk of harm" in near or "at risk" in near, page


def test_every_authority_stands_once_among_the_regions(built: Built) -> None:
    text = words_at(built, "induction/ews/section-1/1-e/#consortia")
    regions = (
        "Conwy,Denbighshire,Flintshire,Gwynedd,Isle of Anglesey,Wrexham",
        "Carmarthenshire,Ceredigion,Neath Port Talbot,Pembrokeshire,Powys,Swansea",
        "Cardiff,Bridgend,Merthyr Tydfil,Rhondda Cynon Taf,Vale of Glamorgan",
        "Blaenau Gwent,Caerphilly,Monmouthshire,Newport,Torfaen",
    )
    councils = [one for region in regions for one in region.split(",")]
    assert len(councils) == 22
    table = text[text.index("The four regions of 2014") : text.index("What the regions were for")]
    assert {one: table.count(one) for one in councils} == dict.fromkeys(councils, 1)


def test_england_pays_another_sum_and_only_a_note_says_so(built: Built) -> None:
    """Row 42: £80 and £160 stand only where it is said that they are England's."""
    for page, text in built.site.pages.items():
        shown = html.unescape(re.sub(r"<[^>]+>", " ", text))
        for sum_ in ("£80", "£160"):
            for found in re.finditer(sum_, shown):
                assert "England" in shown[max(0, found.start() - 700) : found.end() + 700], page


def test_without_its_code_of_conduct_the_page_says_so_and_an_author_hears_where(tmp_path: Path) -> None:
    """Row 43: with the link the page names the code; without it the sentence stands, and a note has file and line."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    file = tmp_path / "content/service.yml"

    def page() -> str:
        handbook, _ = load_lenient(tmp_path)
        assert handbook
        book = make_book(handbook)
        return body(book, all_pages(book)["guidance", "guidance.penalty-notices"])

    def notes() -> list[str]:
        return [str(one) for one in load_lenient(tmp_path)[1] if one.note and "code-of-conduct" in one.text]

    assert "Code of conduct for penalty notices, version 2 (example), shared folder, Legal" in page()
    assert notes() == []
    text = file.read_text("utf-8")
    start = text.index("  - id: code-of-conduct\n")
    file.write_text(text[:start].replace("\nlinks:\n", "\n") + text[text.index("\n\n", start) :], "utf-8")
    assert "Your service has not added its code of conduct." in page()
    said = notes()
    assert any(re.match(r"content/guidance/penalty-notices\.yml:\d+: note: ", one) for one in said)
    assert not any("code-of-conduct" in str(one) for one in load_lenient(tmp_path)[1] if not one.note)


def test_the_build_prints_its_notes_with_file_and_line(built: Built) -> None:
    assert built.code == 0
    assert re.search(
        r"content/guidance/\S+\.yml:\d+: note: \{service\.\S+\} is not set in content/service\.yml", built.said
    )
