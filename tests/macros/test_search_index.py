"""The search index after a build: an entry for each question and duty that the coverage promises, and nothing misread."""

import json
from pathlib import Path

from macros.search_index import FILE, index_paragraphs, paragraph
from tests.macros.conftest import Built

DUTY = (
    '<div class="duty" id="duty-{0}"><p class="duty__who"><a href="/">Officer</a></p><p class="duty__strength">must not</p>'
    '<p class="duty__what">go in &amp; wait</p><p class="duty__when">{1}</p><p class="duty__note"><strong>Ours: </strong>Note '
    "{0}.</p></div>"
)
PAGE = (
    '<h2 id="door">At the door</h2>'
    + DUTY.format("one", "when a pupil is alone")
    + '<div class="overlay" data-overlay="x"><p><strong>Call 999.</strong></p></div>'
    + '<h2 id="after">After</h2>'
    + DUTY.format("two", "always")
    + '<div id="f-a-field"><label class="field__label" for="x">2. What <em>now</em>?<span data-search-exclude> (x)</span></label>'
    '<p class="field__hint">Ask.</p><textarea></textarea></div>'
    '<fieldset id="f-b-field"><legend class="field__label">And then?</legend><input><p class="field__hint">No hint of it.</p>'
)


def test_a_question_is_found_with_its_hint_and_without_its_number() -> None:
    assert paragraph(PAGE, "f-a-field") == ("What now?", "<p>Ask.</p>", "")
    assert paragraph(PAGE, "f-b-field") == ("And then?", "", "")
    assert paragraph(PAGE, "f-none-field") is None
    assert paragraph(PAGE, "door") is None


def test_a_duty_is_a_sentence_with_its_strength_and_the_warning_of_its_part() -> None:
    assert paragraph(PAGE, "duty-one") == (
        "Officer must not go in &amp; wait. When: a pupil is alone",
        "<p>Take care. Call 999.</p><p>Ours: Note one.</p>",
        "door",
    )
    assert paragraph(PAGE, "duty-two") == ("Officer must not go in &amp; wait", "<p>Ours: Note two.</p>", "after")


def test_the_index_has_each_place_once_and_a_page_its_tags(tmp_path: Path) -> None:
    page = tmp_path / "a" / "index.html"
    page.parent.mkdir()
    page.write_text(PAGE + '<div id="f-c-field"><h2 id="f-c-title">C</h2></div>', encoding="utf-8")
    said = "<p>How do you reach it, and when?</p>"
    docs = [
        {"location": "a/", "title": "A", "text": said * 3, "tags": ["Wales"]},
        {"location": "a/#door", "title": "Door", "text": "<p>must not</p> <p>go in</p>", "tags": ["Wales"]},
        {"location": "a/#f-c-title", "title": "C", "text": "", "tags": ["Other"]},
    ]
    (tmp_path / FILE).parent.mkdir()
    (tmp_path / FILE).write_text(json.dumps({"docs": docs}), encoding="utf-8")
    carried = {"u": ["a/", "a/#duty-one", "a/#f-a-field"], "v": ["a/#f-c-field", "a/#duty-one", "b/#duty-x"]}
    index_paragraphs(tmp_path, carried, ["must", "must not"])
    made = json.loads((tmp_path / FILE).read_text("utf-8"))["docs"]
    assert [one["location"] for one in made] == ["a/", "a/#door", "a/#f-c-field", "a/#duty-one", "a/#f-a-field"]
    assert made[0] == {"location": "a/", "title": "A", "text": said, "tags": ["Wales"]}
    assert made[1] == {"location": "a/#door", "title": "Door", "text": "<p>must not go in</p>"}
    assert made[2]["tags"] == ["Other"]


def test_a_build_without_search_stays_without(tmp_path: Path) -> None:
    index_paragraphs(tmp_path, {"u": ["a/"]})
    assert not (tmp_path / FILE).exists()


def test_every_unit_of_the_sources_is_a_result_of_its_own_page(built: Built) -> None:
    """Search can lead to no place that is not in the index; once 360 of the 908 units had none."""
    docs = json.loads((built.site.folder / FILE).read_text("utf-8"))["docs"]
    known = {one["location"] for one in docs}
    coverage = json.loads((built.site.folder / "coverage.json").read_text("utf-8"))
    assert [unit for unit, addresses in coverage.items() if not known & set(addresses)] == []
    assert len(known) == len(docs)
    assert not [one["location"] for one in docs if "<p>must not</p>" in one["text"]]


def test_everyday_words_for_a_unit_stand_with_each_paragraph_that_carries_it(tmp_path: Path) -> None:
    page = tmp_path / "a" / "index.html"
    page.parent.mkdir()
    page.write_text(PAGE, encoding="utf-8")
    (tmp_path / FILE).parent.mkdir()
    (tmp_path / FILE).write_text(
        json.dumps({"docs": [{"location": "a/", "title": "A", "text": "x"}]}), encoding="utf-8"
    )
    carried = {"u": ["a/#duty-two"], "v": ["a/#duty-two", "a/#f-a-field"], "w": ["a/"]}
    asked = {"u": ("after & later", "same"), "v": ("same",), "gone": ("nowhere",)}
    index_paragraphs(tmp_path, carried, asked=asked)
    made = {one["location"]: one["text"] for one in json.loads((tmp_path / FILE).read_text("utf-8"))["docs"]}
    assert made == {
        "a/": "x",
        "a/#duty-two": "<p>Ours: Note two.</p><p><sub>after &amp; later, same</sub></p>",
        "a/#f-a-field": "<p>Ask.</p><p><sub>same</sub></p>",
    }
