"""The blocks that guidance is made of. Each is a mapping with one key that names it."""

import re
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Discriminator, Field, Tag, model_validator

from induction.aids import AIDS
from schemas.common import Currency, Duty, Hyperlink, Model, Slug, Text, UnitId
from schemas.problems import meant


class Block(Model):
    """What every block may add to its one key."""

    sources: tuple[UnitId, ...] = ()
    """Source units of this block, when narrower than its part's."""


class DutyBlock(Block):
    """A duty."""

    duty: Duty
    """Who, how strongly, what, when."""


class StepsBlock(Block):
    """Things to do in order."""

    steps: Annotated[tuple[Text, ...], Field(min_length=2)]
    """One step each, verb first."""


class ChecklistBlock(Block):
    """Things to tick off; order does not matter."""

    checklist: Annotated[tuple[Text, ...], Field(min_length=2)]
    """One point each."""


class ScriptBlock(Block):
    """Words to say."""

    script: Text
    """The words, in plain text."""


class WarningBlock(Block):
    """A safety warning."""

    warning: Text
    """The warning, in one or two sentences."""


class TextBlock(Block):
    """Running text."""

    text: Text
    """Markdown: short paragraphs and lists. No headings, no HTML."""


class OursBlock(Block):
    """Something we added that no source says; shown as ours."""

    ours: Text
    """Markdown."""


class MissingBlock(Block):
    """Something the source sets up but does not contain, or that our copy lacks; said so on the page."""

    missing: Text
    """What is missing, in one or two sentences."""


class Table(Model):
    """A table."""

    caption: Text
    """What the table shows."""
    head: Annotated[tuple[Text, ...], Field(min_length=2)]
    """Column heads."""
    rows: tuple[tuple[str, ...], ...]
    """Rows; each has as many cells as there are heads. The first cell heads its row."""
    drawing: Literal["cycle", "stairs"] | None = None
    """Draws the first two columns above the table: `cycle` (exactly four rows, round and round) or `stairs`."""

    @model_validator(mode="after")
    def _even_rows(self) -> Self:
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.head):
                raise ValueError(f"row {number} has {len(row)} cells; the table has {len(self.head)} columns")
        if self.drawing == "cycle" and len(self.rows) != 4:
            raise ValueError(f"a cycle is drawn from 4 rows; this table has {len(self.rows)}")
        return self


class TableBlock(Block):
    """A table."""

    table: Table
    """Caption, heads and rows."""
    layout: Slug | None = None
    """Name of an empty CSV file to offer for download: its columns are what the rows are headed with."""

    @model_validator(mode="after")
    def _columns(self) -> Self:
        for row in self.table.rows if self.layout else ():
            # A spreadsheet would take some beginnings for a formula.
            if not re.fullmatch(r"[a-z][a-z0-9_]*", row[0]):
                raise ValueError(
                    f"a table with a `layout` has a row for each column; '{row[0]}' is no name such as done_on"
                )
        return self


class LinksBlock(Block):
    """Links worth following."""

    links: Annotated[tuple[Hyperlink, ...], Field(min_length=1)]
    """The links."""


class DatesBlock(Block):
    """Dates to work out: a way to a rhythm of content/rhythms.yml."""

    dates: Slug
    """Id of the rhythm."""
    here: bool = False
    """True to work them out on this very page; otherwise a link leads to the page of dates."""


def _known_aid(name: str) -> str:
    if name not in AIDS:
        raise ValueError(f"there is no aid `{name}`{meant(name, AIDS)}")
    return name


class AidBlock(Block):
    """Something to try on the page, which stores nothing: an aid of induction/aids/."""

    aid: Annotated[str, AfterValidator(_known_aid), Field(json_schema_extra={"enum": sorted(AIDS)})]
    """Id of the aid. Each stands on one page only."""


BLOCKS: dict[str, type[Block]] = {
    "duty": DutyBlock,
    "steps": StepsBlock,
    "checklist": ChecklistBlock,
    "script": ScriptBlock,
    "warning": WarningBlock,
    "text": TextBlock,
    "ours": OursBlock,
    "missing": MissingBlock,
    "table": TableBlock,
    "links": LinksBlock,
    "dates": DatesBlock,
    "aid": AidBlock,
}
"""Key to block: the one place where a block is registered."""


def _which(value: Any) -> str | None:
    if isinstance(value, Block):
        return next(key for key, model in BLOCKS.items() if type(value) is model)
    if isinstance(value, dict):
        return next((key for key in BLOCKS if key in value), None)
    return None


AnyBlock = Annotated[
    Annotated[DutyBlock, Tag("duty")]
    | Annotated[StepsBlock, Tag("steps")]
    | Annotated[ChecklistBlock, Tag("checklist")]
    | Annotated[ScriptBlock, Tag("script")]
    | Annotated[WarningBlock, Tag("warning")]
    | Annotated[TextBlock, Tag("text")]
    | Annotated[OursBlock, Tag("ours")]
    | Annotated[MissingBlock, Tag("missing")]
    | Annotated[TableBlock, Tag("table")]
    | Annotated[LinksBlock, Tag("links")]
    | Annotated[DatesBlock, Tag("dates")]
    | Annotated[AidBlock, Tag("aid")],
    Discriminator(
        _which,
        custom_error_type="unknown_block",
        custom_error_message="a block has exactly one of these keys: " + ", ".join(BLOCKS),
    ),
]


class Part(Model):
    """A part of a page: a heading with an address, and what stands under it. The unit that search finds."""

    id: Slug
    """The part's address on its page; stable."""
    title: Text
    """What a reader would ask or type."""
    sources: tuple[UnitId, ...] = ()
    """Source units this part carries."""
    also: tuple[str, ...] = ()
    """What people type when they look for this."""
    currency: tuple[Currency, ...] = ()
    """What has changed since the source was written."""
    blocks: Annotated[tuple[AnyBlock, ...], Field(min_length=1)]
    """Duties, steps, checklists, text and so on."""
