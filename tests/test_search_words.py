"""Search: what people type, and what they find. The words, the worker, and both on a real index in Chromium."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import material
import pytest
from playwright.sync_api import Browser

from macros.search import ENGINE, KINDS, _stem, search_roles, search_words
from tests.specimen.build import ROOT, serve

SCRIPT = ROOT / "docs" / "assets" / "search.js"
NODE = shutil.which("node")


def words(*terms: dict[str, object]) -> dict[str, object]:
    text = search_words(terms)
    assert text.startswith("self.SEARCH_WORDS = ") and text.endswith(";\n")
    return json.loads(text.removeprefix("self.SEARCH_WORDS = ").removesuffix(";\n"))


def test_every_name_leads_to_the_words_the_handbook_uses() -> None:
    found = words(
        {"term": "EWO", "full": "education welfare officer", "also": ["truancy officer"], "cy": "SLA (swyddog lles)"}
    )
    assert found["groups"] == [[["ewo"], ["education", "welfare", "officer"]]]
    assert found["phrases"] == {
        "education welfare officer": [0],
        "ewo": [0],
        "sla": [0],
        "swyddog lle": [0],
        "truancy officer": [0],
    }


def test_a_name_of_two_terms_leads_to_both_and_a_lone_name_to_nothing() -> None:
    found = words(
        {"term": "PA", "full": "persistent absence"}, {"term": "PA", "full": "personal adviser"}, {"term": "Referral"}
    )
    assert found["phrases"]["pa"] == [0, 1]
    assert len(found["groups"]) == 2


def test_the_theme_still_has_the_worker_we_stand_in_front_of() -> None:
    """Fails on a new Material: put its worker's name into macros/search.py, macros/theme/main.html and docs/assets/search.js."""
    templates = Path(material.__file__).parent / "templates"
    assert (templates / ENGINE).is_file()
    assert ENGINE in (templates / "base.html").read_text(encoding="utf-8")
    assert ENGINE in (ROOT / "macros" / "theme" / "main.html").read_text(encoding="utf-8")
    assert f'"{ENGINE.removeprefix("assets/")}"' in SCRIPT.read_text(encoding="utf-8")


WORKER = """
const vm = require("vm"), fs = require("fs"), path = require("path");
const world = { lunr: { Builder: { prototype: { build() {} } } }, importScripts(file) {
  const at = path.join(path.dirname(process.argv[1]), file); // the engine and the words are not there
  if (fs.existsSync(at)) vm.runInContext(fs.readFileSync(at, "utf8"), world);
}, addEventListener() {}, postMessage() {} };
world.self = world;
vm.createContext(world);
vm.runInContext(fs.readFileSync(process.argv[1], "utf8"), world);
const [words, vocabulary, code] = JSON.parse(fs.readFileSync(0, "utf8"));
vm.runInContext("self.SEARCH_WORDS = " + JSON.stringify(words) + "; vocabulary = new Set(" + JSON.stringify(vocabulary) + ")", world);
process.stdout.write(JSON.stringify(vm.runInContext(code, world)));
"""


def in_worker(code: str, *, terms: object = None, vocabulary: list[str] | None = None) -> object:
    if not NODE:
        pytest.skip("No Node on the path.")
    done = subprocess.run(
        [NODE, "-e", WORKER, str(SCRIPT)],
        input=json.dumps([terms, vocabulary or [], code]),
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def test_python_and_the_worker_cut_words_alike() -> None:
    text = (ROOT / "docs" / "contracts.md").read_text(encoding="utf-8").lower().split()
    own = "parties texting texted stopped visits boss access focus crises buses boxes weeks 444s thesis ies ss"
    own += " running policies children"
    cut = [word for word in {*own.split(), *text} if word.isalnum()]
    assert in_worker(f"{json.dumps(cut)}.map(stem)") == [_stem(word) for word in cut]


def test_a_question_is_read_as_concepts() -> None:
    terms = words({"term": "EWO", "full": "education welfare officer", "also": ["truancy officer"]})
    assert in_worker('read("who is the truancy officers")', terms=terms) == [
        [["truancy", "officers"], ["ewo"], ["education", "welfare", "officer"]]
    ]
    assert in_worker('read("can I text a pupil?")') == [[["text"]], [["pupil"]]]
    assert in_worker('read("who am I")') == [[["who"]], [["am"]], [["i"]]]
    assert in_worker('read("")') == []
    assert in_worker('read("constructor of the site")') == [[["constructor"]], [["site"]]]
    assert in_worker('read("whats an EWO meaning")', terms=terms) == in_worker('read("EWO")', terms=terms)
    assert in_worker('read("parent won\u2019t answer")') == in_worker('read("parent wont answer")')
    assert in_worker('read("parent wont answer")') == [[["parent"]], [["not"]], [["answer"]]]


def test_a_name_is_known_with_and_without_its_filler() -> None:
    terms = words({"term": "CME", "full": "children missing education", "also": ["missing from education"]})
    for query in ("missing from education", "missing education", "missing in education"):
        concept = in_worker(f"read({query!r})", terms=terms)
        assert isinstance(concept, list) and len(concept) == 1 and ["cme"] in concept[0], query
    assert in_worker('read("missing child")', terms=terms) == [[["missing"]], [["child"]]]


def found(query: str, *docs: tuple[str, str, str]) -> object:
    """The addresses of entries (address, heading, text) that the engine found alike, in the order we give them."""
    told = [{"location": at, "title": title, "text": text, "score": 9, "tags": []} for at, title, text in docs]
    asked = f"reading = read({query!r}); const asked = reading.flat(2).flatMap((word) => [word, stem(word)])"
    terms = "Object.fromEntries(asked.map((word) => [word, (one.title + one.text).toLowerCase().includes(word)]))"
    return in_worker(
        f"const told = {json.dumps(told)}; docs = new Map(told.map((doc) => [doc.location, doc])); {asked};"
        f"improve(told.map((one) => [{{ ...one, terms: {terms} }}])).map(([one]) => one.location)"
    )


def test_a_letter_after_code_is_that_code() -> None:
    other = ("1-b/", "1.b What values does the service work by?", "The code of conduct. Read part b.")
    assert found("code b", other, ("codes/#b", "Code B: educated off site", "Counts as present.")) == [
        "codes/#b",
        "1-b/",
    ]


def test_a_question_of_filler_alone_and_an_empty_field_are_answered() -> None:
    answered = found("who am i", ("a/", "Who am I?", "You."), ("b/", "Them", "They."))
    assert isinstance(answered, list) and set(answered) == {"a/", "b/"}
    for query in ("", "  ", "?"):  # the field asks as soon as the page is up
        sent = "self.postMessage({ type: 3, data: { items: [] } })"
        assert in_worker(f"reading = read({query!r}); {sent}; reading.length") == 0


def test_a_rare_word_tells_more_than_common_ones() -> None:
    common = [(f"{n}/", "Pupils", "The number of pupils who support a school.") for n in range(9)]
    rare = ("nspcc/", "NSPCC", "It runs Childline.")
    assert found("childline support", *common, rare)[0] == "nspcc/"  # type: ignore[index]


def test_what_an_author_says_that_people_type_counts_as_a_heading() -> None:
    typed = ("ends/", "How do I end well?", "<p><sub>goodbye, closing a case</sub></p> Prepare it early.")
    other = ("work/", "Case work here", "Find out who has closing days, and how a case is kept.")
    assert found("closing a case", other, typed) == ["ends/", "work/"]
    across = ("ends/", "How do I end well?", "<p><sub>closing, a case to close</sub></p> Prepare it early.")
    assert in_worker(f"worded([' clos case'], parts({json.dumps({'title': across[1], 'text': across[2]})}))") == 0


def test_an_exercise_comes_after_the_page_that_answers() -> None:
    said = "Fines double after 28 days."
    at = ("induction/x/section-1/activity-1-1/", "Fines here", said), ("guidance/fines/", "Fines here", said)
    assert found("fines", *at) == ["guidance/fines/", "induction/x/section-1/activity-1-1/"]


def test_a_slip_of_spelling_is_mended_only_where_the_index_has_nothing() -> None:
    known = ["persistent", "safeguarding", "absence", "text", "texts", "test"]
    mended = {
        "persistant": "persistent",
        "safegarding": "safeguarding",
        "abscence": "absence",
        "text": "text",
        "xyz": "xyz",
        "444": "444",
    }
    assert in_worker(f"{json.dumps(list(mended))}.map(spelt)", vocabulary=known) == list(mended.values())


def test_what_was_typed_weighs_most_and_numbers_stay_whole() -> None:
    assert (
        in_worker('write([[["visits"], ["calls"]], [["444"]]])') == "visits^8 visits visit^3 visit calls^3 calls 444^8"
    )


def test_two_headings_with_one_anchor_become_one_entry() -> None:
    docs = [
        {"location": "a/#x", "text": "one"},
        {"location": "a/#y", "text": "two"},
        {"location": "a/#x", "text": "three"},
    ]
    assert in_worker(f"unique({json.dumps(docs)})") == [{"location": "a/#x", "text": "one three"}, docs[1]]


def test_a_teaser_shows_what_the_page_shows_and_not_the_words_that_are_there_for_search() -> None:
    tidied = "(item => { tidy(item); return item.text; })"
    typed = "<p><sub>phone, <mark>call</mark></sub></p>"
    assert in_worker(f"{tidied}({{location: 'a/', text: '<p>Ring.</p> {typed}'}})") == "<p>Ring.</p>"
    kept = f"docs = new Map([['a/', {{ text: '<p>First.</p><p>Then.</p>{typed}' }}]])"
    assert in_worker(f"{kept}; {tidied}({{location: 'a/', text: '{typed}'}})") == "<p>First.</p>"
    assert in_worker(f"{tidied}({{location: 'b/', text: '{typed}'}})") == ""


def test_a_teaser_shows_no_cells_of_a_table_in_a_row() -> None:
    """ "Do" and "Do not" of a table on harm once stood there as one line of advice."""
    tidied = "(text => { const item = { location: 'a/', text }; tidy(item); return item.text; })"
    cells = "What to say Do Do not Listen Say that you will keep it to yourself"
    assert in_worker(f"{tidied}('{cells} <p>Tell the lead.</p> more <ul><li>Now</li></ul>')") == (
        "<p>Tell the lead.</p> <ul><li>Now</li></ul>"
    )
    whole = f"docs = new Map([['a/', {{ text: '{cells} <p>Ours</p> <p>Ask.</p>' }}]])"
    assert in_worker(f"{whole}; {tidied}('{cells}')") == "<p>Ask.</p>"


def test_a_duty_is_read_after_the_warning_of_its_part() -> None:
    care = "<p>Take care. Stay with them.</p>"
    known = f"docs = new Map([['a/#x', {{ text: '{care}' }}], ['a/#duty-y', {{ text: '', part: 'x' }}]]);"
    code = "const item = { location: 'a/#duty-y', text: '' }; tidy(item); item.text"
    assert in_worker(f"{known} {code}") == care


def test_the_words_of_a_page_count_for_its_parts() -> None:
    page = ("kw/", "Key worker", "What one does.")
    part = ("kw/#aims", "What is it for?", "Everybody works the same way.")
    other = ("slip/#aims", "What is it for?", "Everybody works the same way.")
    assert found("key worker same way", page, other, part)[0] == "kw/#aims"  # type: ignore[index]


def test_a_short_word_is_not_met_by_every_longer_one() -> None:
    longer = ("b/", "Prosecution in public", "A visit.")
    whole = ("a/", "The line", "Would you go to the pub after a visit?")
    assert found("pub visit", longer, whole) == ["a/", "b/"]


def test_what_is_called_just_so_comes_first() -> None:
    asks, term = (
        ("x/", "How often is there a late gate?", "A late gate."),
        ("g/", "Late gate", "A late gate is a check."),
    )
    assert found("late gate", asks, term) == ["g/", "x/"]


def test_of_two_that_answer_alike_our_own_nations_comes_first() -> None:
    item = "(tag) => [{ score: 9, terms: { visit: true }, tags: [tag] }]"
    items = f"['Example from <mark>elsewhere</mark>', 'Wales'].map({item})"
    plain = f"['Example from elsewhere', 'Wales'].map({item})"
    for made in (plain, items.replace("Example from <mark>elsewhere</mark>", "<mark>Example from elsewhere</mark>")):
        assert in_worker(f"reading = [[['visit']]]; improve({made}).map(([one]) => one.tags[0])")[0] == "Wales"


def test_of_two_that_answer_alike_the_page_for_the_readers_role_comes_first() -> None:
    items = json.dumps(
        [
            [{"location": page, "score": 9, "terms": {"visit": True}, "tags": tags}]
            for page, tags in (("theirs/#a", []), ("mine/", ["Example from elsewhere"]), ("all/", []))
        ]
    )
    held = "self.SEARCH_ROLES = { 'theirs/': ['x'], 'mine/': ['y', 'z'] };"
    order = f"reading = [[['visit']]]; improve({items}).map(([one]) => one.location)"
    assert in_worker(f"{held} role = 'y'; {order}") == ["mine/", "all/", "theirs/#a"]
    assert in_worker(f"{held} {order}") == ["theirs/#a", "all/", "mine/"]  # nobody chose: as before


def test_a_role_never_hides_what_answers_more_of_the_question() -> None:
    items = json.dumps(
        [
            [{"location": "mine/", "score": 9, "terms": {"visit": True, "safety": False}}],
            [{"location": "theirs/", "score": 9, "terms": {"visit": True, "safety": True}}],
        ]
    )
    code = f"role = 'y'; reading = [[['visit']], [['safety']]]; improve({items}).map(([one]) => one.location)"
    assert in_worker("self.SEARCH_ROLES = { 'theirs/': ['x'], 'mine/': ['y'] };" + code) == ["theirs/", "mine/"]


def test_results_of_the_readers_role_say_so() -> None:
    items = json.dumps(
        [
            [{"location": page, "score": 9, "terms": {"visit": True}, "tags": ["Wales"]}]
            for page in ("mine/", "theirs/", "all/")
        ]
    )
    code = f"reading = [[['visit']]]; improve({items}).map(([one]) => (label(one), [one.location, one.tags]))"
    held = "self.SEARCH_ROLES = { 'mine/': ['y'], 'theirs/': ['x'] };"
    assert in_worker(f"{held} role = 'y'; {code}") == [
        ["mine/", ["Your role", "Wales"]],
        ["all/", ["Wales"]],
        ["theirs/", ["Wales"]],
    ]
    assert "Your role" not in json.dumps(in_worker(held + code))


def test_a_phrase_of_filler_alone_is_met_by_its_own_words() -> None:
    """ "Who do I tell" has no telling word in it. Nothing divided by nothing once left every such result in no order."""
    ways = [["who", "do", "i", "tell"], ["dsl"]]
    assert in_worker(f"met((word) => word !== 'dsl', {ways})") == 1
    assert in_worker(f"met((word) => word === 'who' || word === 'do', {ways})") == 0.25
    assert in_worker(f"met((word) => word === 'dsl', {ways})") == 1


def test_where_a_child_may_be_at_risk_that_page_comes_before_what_answers_as_well() -> None:
    items = json.dumps(
        [
            [{"location": page, "score": 9, "terms": {"harm": True}}]
            for page in ("mine/", "all/", "guidance/danger-now/#first")
        ]
    )
    code = f"role = 'y'; reading = [[['harm']]]; improve({items}).map(([one]) => one.location)"
    found = in_worker("self.SEARCH_ROLES = { 'mine/': ['y'] };" + code)
    assert found == ["guidance/danger-now/#first", "mine/", "all/"]


def test_a_warning_is_read_before_whatever_else_of_its_part_was_met() -> None:
    care = "<p>Take care. Call 999.</p>"
    known = f"docs = new Map([['a/#x', {{ text: '{care}<p>Then the pupil.</p>' }}]]);"
    tidied = "(text => { const item = { location: 'a/#x', text }; tidy(item); return item.text; })"
    assert in_worker(f"{known} {tidied}('<p>Then the <mark>pupil</mark>.</p>')") == (
        f"{care}<p>Then the <mark>pupil</mark>.</p>"
    )
    marked = "<p>Take <mark>care</mark>. Call 999.</p>"
    assert in_worker(f"{known} {tidied}('{marked}')") == marked


def test_whose_each_page_is_is_written_for_the_worker() -> None:
    text = search_roles({"b/": ("z", "y"), "a/": (), "c/": ["x"]})
    assert text == 'self.SEARCH_ROLES = {"b/":["y","z"],"c/":["x"]};\n'


def test_a_result_says_what_kind_of_thing_it_is() -> None:
    kinds = f"self.SEARCH_KINDS = {json.dumps(KINDS)}; "
    at = [
        "guidance/x/",
        "induction/ews/section-1/activity-1-1/",
        "induction/ews/",
        "scripts/x/",
        "about/",
        "guidance/x/#y",
    ]
    items = f"{json.dumps(at)}.map((location) => ({{ location, tags: ['Wales'] }}))"
    assert in_worker(f"{kinds} {items}.map((item) => (label(item), (item.tags ?? ['none']).join()))") == [
        "Guidance,Wales",
        "Activity,Wales",
        "Induction,Wales",
        "Words to say,Wales",
        "Wales",
        "none",  # a part of a page stands under that page, which has said it
    ]
    assert in_worker("const one = { location: 'glossary/' }; label(one); one.tags === undefined") is True


HARM = {
    "page": "danger/",
    "people": ["dad", "her"],
    "signs": [
        {"part": "die", "words": ["suicide", "not want to live"], "acts": ["hang"], "by": ["himself"]},
        {"part": "tells", "words": ["told me something"], "acts": ["hits", "touched"], "by": []},
    ],
}
GIVEN = f"self.SEARCH_HARM = {json.dumps(HARM)};"


@pytest.mark.parametrize(
    ("query", "parts"),
    [
        ("suicide", ["die"]),
        ("sucide", ["die"]),  # a slip
        ("suic", []),  # still being typed, and a word of the index begins so
        ("she doesn\u2019t want to live", ["die"]),
        ("told me about something", ["tells"]),
        ("something told me", []),
        ("dad hits her", ["tells"]),
        ("hitts dad", ["tells"]),
        ("hits the target", []),
        ("hits", ["tells"]),  # all that was typed
        ("get in touch with her", []),
        ("hang on", []),
        ("he may hang himself", ["die"]),
        ("dad hits her and she talks of suicide", ["die", "tells"]),
        ("", []),
    ],
)
def test_signs_of_harm_are_seen_and_not_where_they_are_none(query: str, parts: list[str]) -> None:
    vocabulary = ["suicide", "touch", "target", "hang", "something"]
    assert in_worker(f"{GIVEN} harmIn({json.dumps(query)})", vocabulary=vocabulary) == parts
    assert in_worker(f"harmIn({json.dumps(query)})", vocabulary=vocabulary) == []  # content that names none


def test_the_page_for_harm_stands_in_front_even_where_the_engine_found_nothing() -> None:
    told = [
        {"location": at, "title": at, "text": ""}
        for at in ("a/", "b/", "c/", "danger/", "danger/#die", "danger/#tells")
    ]
    begin = f"{GIVEN} docs = new Map({json.dumps(told)}.map((doc) => [doc.location, doc])); const items = "
    show = "; front(items, ['tells']); items.map((group) => group.map((one) => [one.location, one.score, Object.keys(one.terms)]))"
    assert in_worker(begin + "[]" + show) == [[["danger/#tells", 1, []], ["danger/", 1, []]]]
    text = "<p><sub>typed</sub></p> <p>Take care. Call 999.</p> <ol><li>And then.</li></ol>"
    shown = in_worker(f"{GIVEN} opening({json.dumps({'location': 'danger/', 'text': text})}).text")
    assert shown == "<p>Take care. Call 999.</p>"  # not all of it
    others = "['a/', 'b/', 'c/'].map((location) => [{ location, score: 9, terms: { x: true } }])"
    late = "[{ location: 'danger/#die', score: 2, terms: { x: true, y: false } }, { location: 'danger/', score: 1, terms: {} }]"
    assert in_worker(f"{begin}[...{others}, {late}]{show}") == [
        [["danger/#tells", 9, []], ["danger/", 9, []], ["danger/#die", 2, ["x", "y"]]],
        *[[[at, 9, ["x"]]] for at in ("a/", "b/", "c/")],
    ]
    early = in_worker(f"{begin}[{others}[0], {late}]{show}")  # well found: its parts stand as the engine has them
    assert early == [[["danger/#die", 2, ["x", "y"]], ["danger/", 9, []]], [["a/", 9, ["x"]]]]


@pytest.fixture(scope="module")
def find(
    tmp_path_factory: pytest.TempPathFactory, chromium_now: Callable[[], Browser]
) -> Iterator[Callable[[str], list[str]]]:
    with serve(tmp_path_factory.mktemp("search")) as (_, address):
        page = chromium_now().new_page(viewport={"width": 1360, "height": 900})
        page.goto(address + "about/")
        box = page.locator("input[name=query]")

        def find(query: str) -> list[str]:
            """The headings of the best result of each page, best page first."""
            box.fill("zzzzzz")
            box.press("End")
            page.get_by_text("No matching documents").wait_for()
            box.fill(query)
            box.press("End")
            page.locator(".md-search-result__item").first.wait_for()
            return page.evaluate(
                """() => [...document.querySelectorAll(".md-search-result__item")].map(item =>
                     (item.querySelector("h2") || item.querySelector("h1")).textContent)"""
            )

        yield find
        page.close()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("can i text a pupil", "Texting pupils"),
        ("emoji", "Texting pupils"),
        ("wagman", "Duties"),
        ("EWO", "Attendance"),
        ("persistant absence", "Persistent absence"),
        ("safegarding", "A pupil alone at home"),
        ("should i go in if only the child is home", "A pupil alone at home"),
        ("FPN", "Penalty notices"),
        ("fine for absences", "Penalty notices"),
        ('"lone working"', "Lone working"),
    ],
)
def test_people_find_it_in_their_own_words(find: Callable[[str], list[str]], query: str, first: str) -> None:
    assert find(query)[:1] == [first]


@pytest.mark.browser
@pytest.mark.parametrize("query", ["truancy officer", "referrals"])
def test_where_two_pages_speak_of_it_both_come_first(find: Callable[[str], list[str]], query: str) -> None:
    """The one with more parts that speak of it leads: neither word stands in a heading here."""
    assert "Attendance" in find(query)[:2]
