"""Forms to print: room for a pen, and nothing that could hold a word about a child."""

import re
from collections.abc import Callable

from macros.book import ROOT
from tests.schemas.conftest import Spoilt

Show = Callable[[str, str], str]


def test_a_form_has_no_control_that_could_hold_an_answer(shown: Show):
    text = shown("form", "forms.visit")
    assert not re.search(r"<(input|textarea|select|button|form)\b|contenteditable", text)


def test_a_form_has_room_for_a_pen_and_squares_to_tick(shown: Show):
    text = shown("form", "forms.visit")
    assert text.count('class="paper__rule"') == 5
    assert 'aria-label="Room for 4 lines"' in text
    assert 'aria-label="Room for one line"' in text
    assert text.count('class="paper__square"') == 2
    assert "Day\N{NO-BREAK SPACE}____" in text


def test_a_form_says_what_comes_first_who_fills_it_in_and_where_it_is_kept(shown: Show):
    text = shown("form", "forms.visit")
    assert text.index("In danger: 999.") < text.index("## The visit")
    assert "browser's own print" in text
    assert "never in this handbook" in text
    assert "Our layout." in text
    assert "<caption>Who fills it in</caption>" in text
    assert "Who fills this in: </strong>The officer" in text


def test_a_form_keeps_the_overlay_of_what_it_carries_beside_its_part(shown: Show):
    text = shown("form", "forms.visit")
    assert text.index("## The visit") < text.index('data-overlay="no-secrets"') < text.index("## After it")


def test_the_list_of_forms_leads_to_each(tiny: Spoilt, shown: Show):
    tiny.change("forms/visit.yml", "title: A visit", "title: A visit\nsummary: Before you go.")
    text = shown("list", "forms")
    assert '<a href="../forms/visit/">A visit</a>' in text
    assert "Before you go." in text


def test_what_is_read_before_printing_stays_on_the_screen(tiny: Spoilt, shown: Show):
    text = shown("form", "forms.visit")
    end = text.index('class="paper-end"')
    assert text.rindex('class="paper"') < end
    assert ".paper-end ~ :not(.sourceline)" in (ROOT / "docs/assets/print.css").read_text("utf-8")
