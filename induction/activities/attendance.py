"""One pupil's marks: write what you see, then compare with what they come to, then change a copy (activity 4.4).

The view is `induction.activities.attendance_view`; everything is worked out in `induction.attendance`.
"""

from dataclasses import dataclass
from typing import Literal

from induction.activities.attendance_view import attendance
from induction.activities.base import Answers, Gap, Question, Shown, filled
from induction.attendance.codes import CODES
from induction.attendance.marks import Session, Week, changed, sessions
from induction.views.forms import Form
from induction.views.html import Html, plain

TRIED = "Tried in a copy of the marks: "
"""How the prompt of a mark in the copy begins. Sign-offs of the first version list such marks."""


@dataclass(frozen=True)
class Attendance:
    """Marks of one pupil, with findings that open once it is written what one sees."""

    id: str
    """Stable id of the part within its activity."""
    weeks: tuple[Week, ...]
    """The marks, week by week: each with the date of its Monday. The pupil has no name."""
    first: tuple[Question, ...]
    """What to write before the findings open: what you see in the marks."""
    kind: Literal["attendance"] = "attendance"
    title: str = ""
    """Heading of the part; leave out when the activity has one part only."""
    ask: str = ""
    """What the part asks, in one or two sentences."""
    about: str = ""
    """What the marks are, and what was mended in our copy (paragraphs and '- ' lists)."""
    half_term: str = ""
    """The Monday of the half-term break, to compare the halves of the term; leave out when the marks hold none."""
    after: tuple[Question, ...] = ()
    """What to write when the findings were read."""

    @property
    def real(self) -> tuple[Session, ...]:
        """Every session with the mark that it has."""
        return sessions(self.weeks)

    def copied(self, answers: Answers) -> dict[str, str]:
        """The marks that were changed in the copy: session key to mark."""
        given = {one.key: answers.text(self.field(one)) for one in self.real}
        return {key: mark for key, mark in given.items() if mark}

    def copy(self, answers: Answers) -> tuple[Session, ...]:
        """Every session with the mark that it has in the copy."""
        return changed(self.real, self.copied(answers))

    def field(self, session: Session) -> str:
        """The field that holds the mark of a session in the copy."""
        return f"{self.id}.try.{session.key}"

    def gaps(self, answers: Answers) -> list[Gap]:
        return [
            Gap(f"{self.id}.{one.id}", f"Answer question {number}: {plain(one.ask)}")
            for number, one in enumerate((*self.first, *self.after), start=1)
            if not one.optional and not filled(answers.text(f"{self.id}.{one.id}"))
        ]

    def seen(self, answers: Answers) -> bool:
        """True when it is written what one sees, so that the findings open."""
        return all(one.optional or filled(answers.text(f"{self.id}.{one.id}")) for one in self.first)

    def refuse(self, field: str, value: str, answers: Answers) -> str:
        """Only codes of the Welsh set can stand in the copy."""
        if field.startswith(f"{self.id}.try.") and value and value not in CODES:
            return "That is not a code of the Welsh set"
        return ""

    def shown(self, answers: Answers) -> list[Shown]:
        # Marks tried in the copy are no answer: nobody signs them, and trying one later changes no work.
        return [Shown(plain(one.ask), answers.text(f"{self.id}.{one.id}")) for one in (*self.first, *self.after)]

    def prompt(self, field: str) -> str:
        for question in (*self.first, *self.after):
            if field == f"{self.id}.{question.id}":
                return plain(question.ask)
        return next((self._tried(one) for one in self.real if field == self.field(one)), "")

    def _tried(self, session: Session) -> str:
        return f"{TRIED}{session.words}"

    def view(self, form: Form) -> Html:
        return attendance(self, form)


EXAMPLE = Attendance(
    id="marks",
    title="A pupil's marks",
    ask="Look first. Then write.",
    about="Three weeks of an invented pupil.\n\n- The marks of 27 September are a guess.",
    half_term="2027-10-11",
    weeks=(
        Week("2027-09-27", ("##", "OO", "U\\", "LV", "IM")),
        Week("2027-10-11", ("**", "**", "**", "**", "**")),
        Week("2027-10-18", ("/\\", "/\\", "YY", "/O", "N-")),
    ),
    first=(
        Question(id="first", ask="What do you see first?", hint="In a line or two."),
        Question(id="odd", ask="Which mark would you ask about?", optional=True, short=True),
    ),
    after=(Question(id="next", ask="What would you do next?"),),
)
"""One example for docs, snapshots, accessibility checks and tests."""
