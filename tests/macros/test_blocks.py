"""Blocks, and what stands beside statements."""

import datetime
import re
from collections.abc import Callable

import pytest

from induction.codes import Nation, Sureness
from macros.layouts import layout_text
from macros.pages.blocks import block, part
from macros.pages.drawings import drawing
from macros.pages.page import Here
from macros.pages.statement import applies, currency
from schemas import blocks
from schemas.blocks import BLOCKS, Part
from schemas.common import Applies, Currency, Duty
from tests.schemas.conftest import Spoilt

Show = Callable[[str, str], str]

TODAY = datetime.date(2026, 11, 22)
DUTY = Duty(
    id="ring", who="officer", must_not="go in", when="before a visit", sources=("ews.info.one",), note="Text too."
)

EXAMPLES = {
    "duty": (blocks.DutyBlock(duty=DUTY), 'class="duty"'),
    "steps": (blocks.StepsBlock(steps=("Go", "Come")), '<ol class="steps"><li>Go</li><li>Come</li></ol>'),
    "checklist": (blocks.ChecklistBlock(checklist=("Phone", "Keys")), '<ul class="checklist">'),
    "script": (blocks.ScriptBlock(script="Hello"), '<div class="script"><p>Hello</p></div>'),
    "warning": (blocks.WarningBlock(warning="Dogs"), '<div class="notice">'),
    "text": (blocks.TextBlock(text="Be **kind**."), "<p>Be <strong>kind</strong>.</p>"),
    "ours": (blocks.OursBlock(ours="Think."), '<div class="ours"><p><strong>Ours</strong></p><p>Think.</p></div>'),
    "missing": (blocks.MissingBlock(missing="A line."), "Not in our copy"),
    "table": (
        blocks.TableBlock(table=blocks.Table(caption="Codes", head=("A", "B"), rows=(("1", "2"),))),
        '<div class="table-wrap" tabindex="0" role="region" aria-label="Codes">',
    ),
    "links": (blocks.LinksBlock(links=({"text": "Law", "href": "reference/law/"},)), 'href="../../reference/law/"'),
    "dates": (blocks.DatesBlock(dates="clock"), '<a href="../../dates/#clock">When?</a>'),
    "aid": (blocks.AidBlock(aid="good-referral"), 'data-widget="aid" data-subject="good-referral"'),
}


@pytest.mark.parametrize("key", BLOCKS)
def test_every_kind_of_block_is_shown(here: Here, key: str):
    one, expected = EXAMPLES[key]
    html = block(here, one)
    assert expected in html
    assert "\n\n" not in html


def test_a_duty_reads_as_a_sentence_and_holds_its_overlay(here: Here):
    html = block(here, EXAMPLES["duty"][0])
    words = ["Officer", "Words", "go in", "before a visit", "Ours: ", "Text too.", "No secrets.", "Never promise one."]
    places = [html.index(word) for word in words]
    assert places == sorted(places)
    assert html.startswith('<div class="duty" id="duty-ring">')
    assert html.index('data-overlay="no-secrets"') < html.rindex("</div>")


@pytest.mark.parametrize("key", [key for key in BLOCKS if key != "duty"])
def test_no_block_can_drop_an_overlay(here: Here, key: str):
    one = EXAMPLES[key][0].model_copy(update={"sources": ("ews.info.one",)})
    assert 'data-overlay="no-secrets"' in block(here, one)


def test_an_overlay_stands_once_in_a_part_and_again_in_the_next(here: Here):
    def made(name: str) -> Part:
        text = blocks.TextBlock(text="Say.", sources=("ews.info.one",))
        return Part(id=name, title="Part", sources=("ews.info.one",), blocks=(text, text))

    assert part(here, made("one")).count("data-overlay") == 1
    assert part(here, made("two")).count("data-overlay") == 1


LONG = "Never promise one. Tell your manager today. Ring {service.office-phone}."


def test_an_overlay_is_in_full_once_a_page_and_in_a_line_beside_every_other_part(tiny: Spoilt, shown: Show):
    tiny.change("overlays.yml", "text: Never promise one.", f'text: "{LONG}"')
    tiny.change(
        "guidance/visits.yml",
        "      - steps: [Go, Come back]\n",
        """      - steps: [Go, Come back]
  - id: after
    title: After
    sources: [ews.info.one]
    blocks: [{text: Well.}]
""",
    )
    text = shown("guidance", "visits.home")
    first, second = text.split("## After")
    for one in (first, second):
        assert one.count('data-overlay="no-secrets"') == 1
        assert "No secrets." in one and "Never promise one." in one
    assert 'id="page_no-secrets"' in first and "Tell your manager today." in first
    assert "Tell your manager today." not in second
    assert 'href="#page_no-secrets">Read all of it<span' in second


def test_a_telephone_number_in_a_slot_is_a_link_that_rings_it(here: Here):
    link = '<a href="tel:01632960120">01632 960120</a>'
    assert f"<li>Ring {link}.</li>" in block(here, blocks.StepsBlock(steps=("Ring {service.office-phone}.", "Go")))
    assert f"<p>Ring {link}.</p>" in block(here, blocks.TextBlock(text="Ring {service.office-phone}."))
    assert f"<p>Ring {link}</p>" in block(here, blocks.ScriptBlock(script="Ring {service.office-phone}"))
    assert here.heading(2, "Ring {service.office-phone}") == "## Ring 01632 960120"


def test_a_part_is_a_heading_with_its_address_and_words_for_search(here: Here):
    one = Part(id="before", title="Go *now* [x]", also=("off we go",), blocks=(blocks.TextBlock(text="Well."),))
    text = part(here, one)
    assert text.startswith("## Go \\*now\\* \\[x\\] {#before}\n\n")
    assert "<p hidden><sub>off we go</sub></p>" in text


def test_text_is_text(here: Here):
    html = block(here, blocks.StepsBlock(steps=("<script>", "a & b")))
    assert "<li>&lt;script&gt;</li><li>a &amp; b</li>" in html
    assert "&lt;b&gt;" in block(here, blocks.TextBlock(text="<b>x"))


def test_slots_are_filled_and_links_lead_from_the_page(here: Here):
    html = block(here, blocks.TextBlock(text="Ring {service.office-phone}: [law](reference/law/#act)."))
    assert "01632 960120" in html
    assert 'href="../../reference/law/#act"' in html


def note(sureness: Sureness, then: str = "") -> Currency:
    return Currency(now="It is so.", then=then, since="2021", checked=TODAY, sureness=sureness)


def test_what_is_to_be_checked_says_so_in_words(here: Here):
    sure, unsure = (currency(here, [note(one)]) for one in (Sureness.CHECKED, Sureness.TO_BE_CHECKED))
    assert "To be checked" in unsure and "To be checked" not in sure
    assert 'class="currency tbc"' in unsure
    assert '<time datetime="2026-11-22">22 November 2026</time>' in sure


def test_what_changed_shows_then_and_now(here: Here):
    html = currency(here, [note(Sureness.CHECKED, then="It was so.")])
    assert "Changed since the source." in html
    assert html.index("It was so.") < html.index("Now, since 2021: ") < html.index("It is so.")


def test_what_changed_stands_before_the_text_and_what_holds_after_it(here: Here):
    notes = (note(Sureness.CHECKED), note(Sureness.TO_BE_CHECKED))
    text = part(here, Part(id="p", title="P", currency=notes, blocks=(blocks.TextBlock(text="Middle."),)))
    assert text.index("To be checked") < text.index("Middle.") < text.index("What holds now")


def test_another_nations_rule_is_an_example_from_elsewhere(here: Here):
    assert "data-standing" not in applies(here, Applies(nations=(Nation.WALES,)))
    scotland = applies(here, Applies(nations=(Nation.SCOTLAND,), roles=("officer",), setting="one school"))
    for words in ('data-standing="elsewhere"', "Officers", "One school", 'href="../../roles/officer/"'):
        assert words in scotland


def test_a_layout_is_a_file_of_column_names_and_a_link_to_it(here: Here):
    made = blocks.TableBlock(
        table=blocks.Table(caption="Log", head=("Column", "What"), rows=(("who", "Number"), ("done_on", "Day"))),
        layout="log",
    )
    assert layout_text(made) == "who,done_on\r\n"
    assert '<a href="../../assets/layouts/log.csv" download>Download the empty layout</a>' in block(here, made)
    assert "download" not in block(here, EXAMPLES["table"][0])


def test_an_aid_says_what_it_is_without_javascript(here: Here):
    html = block(here, EXAMPLES["aid"][0])
    assert "This answers only with JavaScript on." in html[html.index("<noscript") : html.index("</noscript>")]
    assert "Tick each point that the referral has" in html


def test_in_a_table_of_councils_the_services_own_is_marked(tiny: Spoilt, shown: Show):
    rows = "      - table: {caption: C, head: [Region, Councils], rows: [[South, 'Powys, Swansea, Swansea Bay']]}\n      - steps"
    tiny.change("guidance/visits.yml", "      - steps", rows)
    assert "<td>Powys, Swansea, Swansea Bay</td>" in re.sub(r"\n", "", shown("guidance", "visits.home"))
    tiny.change("service.yml", "nation: wales\n", "nation: wales\nauthority: Swansea\n")
    text = re.sub(r"\n", "", shown("guidance", "visits.home"))
    assert "<td>Powys, <mark>Swansea</mark> (your council), Swansea Bay</td>" in text


def test_a_cycle_is_drawn_above_its_table_with_the_same_words(here: Here):
    rows = tuple((label, f"do {label}", "x") for label in ("Look", "Plan <b>", "Act", "Learn"))
    made = blocks.Table(caption="Round", head=("Stage", "What", "More"), rows=rows, drawing="cycle")
    html = block(here, blocks.TableBlock(table=made))
    assert html.index("<svg") < html.index("<table")
    assert html.count("<rect") == 4 and html.count("<path") == 4
    assert "Plan &lt;b&gt;</text>" in html and "do Learn</text>" in html


def test_a_cycle_of_three_is_refused():
    with pytest.raises(ValueError, match="a cycle is drawn from 4 rows; this table has 3"):
        blocks.Table(caption="Round", head=("A", "B"), rows=(("1", "2"),) * 3, drawing="cycle")


def test_stairs_wrap_long_words_into_their_boxes():
    svg = drawing("stairs", "Who decides", [("Everybody", "a " * 60), ("A court", "an order")])
    assert svg.count("<rect") == 2
    assert max(len(line) for line in re.findall(r">([^<]*)</text>", svg)) <= 50
