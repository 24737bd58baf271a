"""The real content as a real site, built once as `make build` does it."""

import json
import re
from html import unescape

import pytest

from macros import site, tree
from macros.book import ROOT, Book, make_book
from macros.nav import nav
from macros.pages import all_pages
from macros.stubs import stub_paths
from schemas.handbook import load
from tests.macros.conftest import Built
from tests.schemas.conftest import Spoilt


def test_the_site_is_built_without_a_warning(built: Built):
    assert built.code == 0, built.said
    assert "WARNING" not in built.said


def test_links_anchors_coverage_overlays_and_fetches(built: Built):
    """The build says so itself; this holds even if somebody takes the call out of the hook."""
    book = make_book(load(ROOT))
    assert site.problems(book, built.site, "https://handbook.example/") == []


def test_an_overlay_stands_in_full_once_on_every_page_that_has_it(built: Built):
    """Beside each statement it tempers it has at least its line: `site.problems` finds any that has none."""
    repeated = 0
    for page, html in built.site.pages.items():
        stands = re.findall(r'data-overlay="([^"]+)"', html)
        repeated += len(stands) - len(set(stands))
        for overlay in set(stands):
            assert html.count(f'id="page_{overlay}" class="overlay"') == 1, (page, overlay)
    assert repeated


def test_coverage_is_published(built: Built):
    coverage = json.loads((built.site.folder / "coverage.json").read_text("utf-8"))
    assert coverage
    for unit, addresses in coverage.items():
        assert addresses, unit
        for address in addresses:
            page, _, anchor = address.partition("#")
            assert page in built.site.pages
            assert not anchor or anchor in built.site.ids[page]


@pytest.mark.parametrize(
    ("unit", "named"),
    [
        ("ews.source.carmarthen", "Carmarthen"),
        ("ews.source.circular-47-2006", "47/2006"),
        ("ews.source.dcsf-2007", "Is your child missing out?"),
        ("ews.source.edwards-malcolm-2002", "S. Edwards and H. Malcolm"),
        ("ews.source.egan-2002", "Gerard Egan"),
        ("ews.source.mccluskey-2013", "Gillean McCluskey"),
        ("ews.source.nafw-2013", "Children and Young People Committee"),
        ("ews.source.rct-handbook", "Rhondda Cynon Taf"),
        ("ews.source.thompson-2007", "Neil Thompson (2007)"),
    ],
)
def test_a_work_that_the_pack_draws_on_is_named_where_we_say_it_is(built: Built, unit: str, named: str):
    """An address in coverage.json is a promise; one of these nine led to a page that never said the name."""
    coverage = json.loads((built.site.folder / "coverage.json").read_text("utf-8"))
    assert [unit] == [
        unit for address in coverage[unit] if named in unescape(built.site.pages[address.partition("#")[0]])
    ]


def test_no_list_is_run_together_into_a_paragraph(built: Built):
    assert [page for page, html in built.site.pages.items() if "<p>- " in html] == []


def test_every_answer_of_a_quiz_is_explained_in_whole_sentences():
    """One ended in "which is the code", because YAML had taken the # behind it for a comment."""
    cut = [
        (exercise.id, question.id, option.id)
        for induction in load(ROOT).programmes.values()
        for exercise in induction.activities.values()
        for part in exercise.parts
        if part.kind == "quiz"
        for question in part.questions
        for option in question.options
        if option.why.rstrip()[-1] not in '.?!"'
    ]
    assert cut == []


def test_every_widget_reached_the_page_whole(built: Built):
    widgets = 0
    for page, html in built.site.pages.items():
        for match in re.finditer(r'<div id="(widget-[^"]+)" class="widget"[^>]*>', html):
            widgets += 1
            # Markdown that took HTML for text leaves paragraphs around tags, or shows the tags themselves.
            inside = html[match.end() : html.find('<div class="sourceline"', match.end())]
            assert not re.search(r"<p>\s*</?(div|section|ul|dl|table|form|fieldset)\b", inside), (page, match[1])
            assert "&lt;div" not in inside and "&lt;p&gt;" not in inside, (page, match[1])
            for name in ("data-widget", "data-runtime", "data-build", "data-service", "data-root", "data-assets"):
                assert f"{name}=" in match[0], (page, name)
    assert widgets > 5


def test_what_the_widgets_boot_from_is_there(built: Built):
    page, html = next((page, html) for page, html in built.site.pages.items() if "data-assets=" in html)
    found = re.search(r'data-assets="([^"]*)"', html)
    assert found
    assets = json.loads(unescape(found[1]))
    runtime = re.search(r'data-runtime="([^"]*)"', html)
    assert runtime
    folder = (built.site.folder / page / runtime[1]).resolve()
    assert (folder / "island.js").is_file() and (folder / "worker.js").is_file()
    assert set(assets) == {"pyodide", "python", "induction", "snapshot", "programme", "info"}
    for name in ("python", "induction", "snapshot", "programme"):
        assert (folder / assets[name]).is_file(), (page, name)
    assert (folder / assets["pyodide"] / "pyodide.mjs").is_file()
    assert (folder / "island.js").is_file()


def test_hidden_words_are_found_and_chrome_is_not(built: Built):
    docs = json.loads((built.site.folder / "search" / "search_index.json").read_text("utf-8"))["docs"]
    titles = {doc["title"] for doc in docs}
    assert not titles & {"Evidence", "Your tasks", "Activities", "What whoever signs looks for"}
    text = " ".join(doc["text"] for doc in docs)
    assert "<sub>" in text
    for chrome in ("only with JavaScript on", "To keep your answers", "Last read against its sources"):
        assert chrome not in text


def test_section_1_takes_as_long_as_the_pack_says(built: Built):
    assert re.search(
        r'id="page_total"><strong>Time for this section: </strong>7 h 10<', built.site.pages["induction/ews/section-1/"]
    )


def test_content_that_cannot_be_used_is_said_line_by_line(tiny: Spoilt):
    tiny.change("guidance/visits.yml", "who: officer", "who: nobody")
    tiny.change("reference/law.yml", "title: The law", "titel: The law")
    with pytest.raises(site.BuildError) as error:
        site.begin(tiny.root)
    lines = str(error.value).splitlines()
    assert any(line.startswith("content/guidance/visits.yml:") for line in lines)
    assert any(line.startswith("content/reference/law.yml:") for line in lines)


def test_every_page_is_in_the_menu(book: Book):
    def paths(menu: object) -> list[str]:
        if isinstance(menu, str):
            return [menu]
        return [path for each in (menu.values() if isinstance(menu, dict) else menu) for path in paths(each)]  # type: ignore[attr-defined]

    listed = paths(nav(book, ROOT / "docs"))
    assert set(stub_paths(all_pages(book).values())) <= set(listed)
    assert len(listed) == len(set(listed))


def test_the_strip_shows_urgent_contacts_only(book: Book):
    urgent = site.urgent(book)
    assert urgent["emergency"] == "999"
    assert urgent["contacts"] == [{"label": "Office", "number": "01632 960120", "tel": "01632960120", "when": ""}]


def test_every_module_says_what_it_is():
    """Modules without a description are left out of the architecture page, so none may be without."""
    for room in ("schemas", "macros", "induction"):
        silent = [
            path
            for path in (ROOT / room).rglob("*.py")
            if path not in dict(tree.modules(ROOT / room)) and path.read_text(encoding="utf-8").strip()
        ]
        assert silent == []
