"""One question asked of each row of a fixed list: Acts and policies (activity 1.6), topics and the like."""

from dataclasses import dataclass
from typing import Literal

from induction.activities.base import Link, OneOfEach, follow_on
from induction.views.forms import Form
from induction.views.html import Html, el, join, link, plain, prose, spoken
from induction.views.parts import count_done, item, item_level, labelled, part_heading


@dataclass(frozen=True)
class Topic:
    """One row: what it is, what has changed since, and a box."""

    id: str
    """Stable id within the part."""
    title: str
    """The Act, policy or topic."""
    about: str
    """What it is, in one to three sentences."""
    now: str = ""
    """What has changed since the source was written, if anything."""
    link: Link | None = None
    """Where to read more on this site."""
    sources: tuple[str, ...] = ()
    """Source units this row carries."""


@dataclass(frozen=True)
class Topics(OneOfEach):
    """One question asked of every row. Can be done in sittings."""

    id: str
    """Stable id of the part within its activity."""
    question: str
    """The question asked of each row."""
    rows: tuple[Topic, ...] = ()
    """The rows, in order. Leave out when `reference` names the collection they come from."""
    reference: str = ""
    """Id of a reference collection whose entries are the rows."""
    kind: Literal["topics"] = "topics"
    title: str = ""
    """Heading of the part; leave out when the activity has one part only."""
    ask: str = ""
    """What the part asks, in one or two sentences."""

    def asked(self) -> list[tuple[str, str]]:
        ask = follow_on(plain(self.question))
        return [(f"{self.id}.{row.id}", f"{plain(row.title)}: {ask}") for row in self.rows]

    def view(self, form: Form) -> Html:
        done = len(self.rows) - len(self.gaps(form.answers))
        return join(
            part_heading(self, form),
            count_done(self.id, done, len(self.rows)),
            *(self._row(form, row) for row in self.rows),
        )

    def _row(self, form: Form, row: Topic) -> Html:
        name = f"{self.id}.{row.id}"
        return item(
            name,
            row.title,
            item_level(self.title),
            prose(row.about, form.root),
            labelled("Since then", prose(row.now, form.root), look="currency") if row.now else None,
            el("p", "Read more: ", link(row.link.text, row.link.href, form.root)) if row.link else None,
            form.box(name, spoken(plain(self.question), f" ({plain(row.title)})"), inside=True),
            kind="topic",
        )


EXAMPLE = Topics(
    id="law",
    title="Law and policy",
    ask="Take them in sittings: what you write is kept.",
    question="How does it affect your work?",
    rows=(
        Topic(
            id="education-act",
            title="Education Act 1996",
            about="It says what parents have to do about a child's education, and what the authority can do.",
            now="Amended many times. Section 7 still holds the parent's duty.",
            link=Link("Parents and the law", "guidance/parents-and-the-law/"),
        ),
        Topic(
            id="sharing",
            title="Local policy on sharing information",
            about="Who may tell whom what, and why.",
        ),
        Topic(
            id="framework",
            title="An example framework",
            about="The national framework of its year.\n\n- Codes\n- Registers",
            now="Replaced.",
        ),
    ),
)
"""One example for docs, snapshots, accessibility checks and tests."""
