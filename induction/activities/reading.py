"""Reading, with proof of more than a visit: one line in your own words for each document (19 framework readings)."""

from dataclasses import dataclass
from typing import Literal

from induction.activities.base import Link, OneOfEach, follow_on
from induction.views.forms import Form
from induction.views.html import Html, el, inline, join, link, plain, prose, spoken
from induction.views.parts import count_done, item, item_level, labelled, part_heading


@dataclass(frozen=True)
class ReadingRow:
    """One thing to read."""

    id: str
    """Stable id within the part."""
    title: str
    """What the passage is about."""
    where: str
    """The document with its section, pages and paragraphs, exactly as the source names them."""
    summary: str
    """What it says for our purpose, in our own words and labelled as ours: a stand-in for readers who cannot
    open it."""
    today: tuple[Link, ...] = ()
    """Today's documents for the same subject."""
    today_note: str = ""
    """One sentence on how today's document differs or how sure we are."""
    sources: tuple[str, ...] = ()
    """Source units this row carries."""


@dataclass(frozen=True)
class Reading(OneOfEach):
    """Things to read, each with a takeaway. Opening a page never ticks it."""

    id: str
    """Stable id of the part within its activity."""
    rows: tuple[ReadingRow, ...]
    """The things to read, in order."""
    kind: Literal["reading"] = "reading"
    title: str = ""
    """Heading of the part; leave out when the activity has one part only."""
    ask: str = ""
    """What the part asks, in one or two sentences."""
    takeaway: str = "What I take from it"
    """The question beside each row."""

    def asked(self) -> list[tuple[str, str]]:
        ask = follow_on(plain(self.takeaway))
        return [(f"{self.id}.{row.id}", f"{plain(row.title)}: {ask}") for row in self.rows]

    def view(self, form: Form) -> Html:
        done = len(self.rows) - len(self.gaps(form.answers))
        return join(
            part_heading(self, form),
            count_done(
                self.id,
                done,
                len(self.rows),
                "What you write counts. Opening a document does not count as reading it.",
            ),
            *(self._row(form, row) for row in self.rows),
        )

    def _row(self, form: Form, row: ReadingRow) -> Html:
        name = f"{self.id}.{row.id}"
        label = spoken(plain(self.takeaway), f": {plain(row.title)}")
        return item(
            name,
            row.title,
            item_level(self.title),
            el("p", "Where to find it: ", inline(row.where, form.root), class_="reading__where"),
            labelled("In our words", prose(row.summary, form.root), look="ours") if row.summary else None,
            self._today(form, row),
            form.box(name, label, short=True, inside=True),
            kind="reading",
        )

    def _today(self, form: Form, row: ReadingRow) -> Html | None:
        if not (row.today or row.today_note):
            return None
        links = [el("li", link(one.text, one.href, form.root)) for one in row.today]
        return labelled(
            "Today's documents",
            el("ul", *links) if links else None,
            el("p", inline(row.today_note, form.root)) if row.today_note else None,
            look="notice",
        )


EXAMPLE = Reading(
    id="reading",
    ask="Read each passage, or our summary where you cannot open the document.",
    rows=(
        ReadingRow(
            id="officer",
            title="What the officer is for",
            where="Example framework, section 1, page 4, paragraphs 27 to 30",
            summary="The officer works with both sides.\n\n- The school acts first.\n- The child is heard.",
            today=(
                Link("Example guidance on attendance", "https://example.org/attendance"),
                Link("Taking a referral", "guidance/taking-a-referral/"),
            ),
            today_note="Ours, to be checked: the newer document keeps the order of the steps.",
        ),
        ReadingRow(
            id="registers",
            title="Registers",
            where="Example framework, section 3, pages 4 to 10, paragraphs 15 to 35",
            summary="Each session is marked once, with one code.",
        ),
    ),
)
"""One example for docs, snapshots, accessibility checks and tests."""
