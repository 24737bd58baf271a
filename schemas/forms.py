"""Forms to print and fill in by hand."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from schemas.blocks import Part, Table
from schemas.common import Item, Model, Slug, Text, UnitId


class FormField(Model):
    """One thing that a form asks for: words, and room for a pen."""

    id: Slug
    """Stable id within its form."""
    label: Text
    """What to write, or what the squares are about."""
    kind: Literal["line", "box", "ticks", "date"]
    """line: one ruled line. box: several. date: room for a day. ticks: a square before each option."""
    hint: str = ""
    """One sentence of help."""
    lines: Annotated[int, Field(ge=2, le=20)] = 3
    """How many ruled lines a box has."""
    options: tuple[Text, ...] = ()
    """What to tick, for ticks only."""

    @model_validator(mode="after")
    def _options_for_ticks(self) -> Self:
        if (self.kind == "ticks") != bool(self.options):
            raise ValueError("a field of kind ticks has options, and no other has any")
        return self


class FormPart(Model):
    """A part of a form: what one person fills in."""

    id: Slug
    """The part's address on its page; stable."""
    title: Text
    """What the part is."""
    who: Text
    """Who fills it in, and when, in words."""
    fields: Annotated[tuple[FormField, ...], Field(min_length=1)]
    """What it asks for, in order."""
    sources: tuple[UnitId, ...] = ()
    """Source units this part carries."""


class PaperForm(Item):
    """A form to print and fill in by hand: nothing can be typed into it. One file in content/forms/."""

    urgent: Text
    """What comes before any form when a child may be in danger; stands on top."""
    layout_note: Text
    """Whose layout it is, and why: 'Our layout, because the original is not in the source.'"""
    who_fills: Table | None = None
    """Who fills in which part, where that takes more than the parts say."""
    sheet: Annotated[tuple[FormPart, ...], Field(min_length=1)]
    """The form itself, part by part."""
    parts: tuple[Part, ...] = ()
    """What to know about using it, under the form."""
