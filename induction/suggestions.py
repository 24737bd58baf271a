"""What an induction so far suggests to work on next: all of it optional, none of it taken up by itself.

One list for the development plan. A new place that knows of something weak is one function in `SOURCES`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from induction.activities import suggestions as of_response
from induction.dates import say_date
from induction.development import objectives_of
from induction.programme import Programme
from induction.state import LogEntry, State


@dataclass(frozen=True)
class Suggested:
    """One thing to work on, with the way to where it comes from."""

    words: str
    """What to work on, as it would stand in the plan."""
    why: str
    """Where it comes from, as it would stand in the plan: 'Activity 3.1: question 2, not right the first time'."""
    page: str
    """Page relative to the site root."""
    field: str
    """The field there, or nothing."""

    @property
    def origin(self) -> str:
        """What an objective made from it says of where it came from; it stays when the objective is reworded."""
        return f"{self.why}: {self.words}"


Source = Callable[[Programme, State], list[Suggested]]


def of_activities(programme: Programme, state: State) -> list[Suggested]:
    """What the answers of each activity suggest: quiz questions that went wrong, questions that wait for a reply."""
    return [
        Suggested(
            one.words, f"Activity {activity.number}: {one.why[:1].lower()}{one.why[1:]}", activity.page, one.field
        )
        for activity in programme.activities
        for part in activity.parts
        for one in of_response(part, state.of(activity.id))
    ]


def of_log(programme: Programme, state: State) -> list[Suggested]:
    """What the inductee means to do, from lines of the log that are shared. Private lines are never suggested."""
    return [
        from_log(entry, "now-what")
        for entry in state.log.values()
        if "now-what" in entry.shared and entry.text("now-what").strip()
    ]


def from_log(entry: LogEntry, part: str) -> Suggested:
    """A line of the log as something to work on."""
    return Suggested(" ".join(entry.text(part).split()), f"My log, {say_date(entry.text('date'))}", "", "")


SOURCES: tuple[Source, ...] = (of_activities, of_log)
"""Everything that can suggest something: the one place where it is registered."""


def suggestions(programme: Programme, state: State) -> list[Suggested]:
    """What there is to suggest and is not in the plan yet, in the order of the sources."""
    taken = origins(programme, state)
    made = dict.fromkeys(one for source in SOURCES for one in source(programme, state))
    return [one for one in made if one.origin not in taken]


def origins(programme: Programme, state: State) -> set[str]:
    """Where the objectives of the plan came from."""
    return {row.says["from"] for row in objectives_of(programme, state)}
