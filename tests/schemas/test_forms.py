"""Forms to print: their shape, their address, their parts."""

from collections.abc import Callable

from schemas.addresses import item_pages
from schemas.checks.texts import known_pages
from schemas.coverage import coverage
from schemas.handbook import Handbook

Spoil = Callable[[str, str, str], list[str]]
FORM = "forms/visit.yml"


def test_a_form_is_a_page_whose_parts_have_addresses_and_carry_units(handbook: Handbook):
    assert item_pages(handbook)["forms.visit"] == "forms/visit/"
    assert {"visit", "after"} <= (known_pages(handbook)["forms/visit/"] or set())
    assert "forms/visit/#visit" in coverage(handbook)["ews.info.one"]


def test_ticks_need_options_and_nothing_else_has_any(spoil: Spoil):
    (said,) = spoil(FORM, "kind: ticks, options: [One, Two]", "kind: ticks")
    assert "a field of kind ticks has options, and no other has any" in said


def test_a_line_has_no_options(spoil: Spoil):
    (said,) = spoil(FORM, "kind: date}", "kind: date, options: [Monday]}")
    assert "a field of kind ticks has options, and no other has any" in said


def test_an_id_stands_once_on_a_form(spoil: Spoil):
    (said,) = spoil(FORM, "{id: after, title", "{id: visit, title")
    assert "the id `visit` is taken" in said


def test_a_form_says_what_comes_first(spoil: Spoil):
    (said,) = spoil(FORM, 'urgent: "In danger: 999."\n', "")
    assert "urgent" in said
