"""My patch: what an inductee found out about schools, services and the place, as a directory of their own.

It is made from answers and never kept by itself: what is changed in an activity is changed here.
"""

from dataclasses import dataclass, replace

from induction.activities.base import Question, filled
from induction.activities.prompts import Prompts
from induction.activities.sheets import Sheets
from induction.programme import Activity, Programme
from induction.state import ActivityState, State
from induction.views.forms import field_id
from induction.views.html import plain

FACTS = "Local facts"
"""The group of what was found out by set questions."""
_SCHOOL = "school"
"""The noun of the sheets that are about schools."""


@dataclass(frozen=True)
class Fact:
    """One thing that was found out, or is still to be."""

    what: str
    """A few words, or the question."""
    answer: str
    slot: str = ""
    """Id of the service's local fact that it could fill."""


@dataclass(frozen=True)
class Entry:
    """A school, a service or a local fact."""

    name: str
    facts: tuple[Fact, ...]
    missing: tuple[str, ...]
    """What has no answer yet, in a few words each."""
    activity: Activity
    anchor: str
    """Where on the activity's page it is written."""
    told: str = ""
    """Who said so, and when."""
    school: bool = False

    def holds(self, words: str) -> bool:
        """True when every word is found in it, in whatever case."""
        text = " ".join([self.name, self.told, *(fact.answer for fact in self.facts)]).casefold()
        return all(word in text for word in words.casefold().split())


@dataclass(frozen=True)
class Group:
    """Entries of one kind, by name."""

    title: str
    entries: tuple[Entry, ...]
    left: int
    """How many are not begun."""
    activities: tuple[Activity, ...]
    """Where they are written."""

    def only(self, words: str) -> "Group":
        """The entries that hold all words."""
        return replace(self, entries=tuple(one for one in self.entries if one.holds(words)))


def directory(programme: Programme, state: State) -> list[Group]:
    """Everything that belongs in the worker's own directory; groups in the order of the programme, local facts last."""
    found: dict[str, list[Group]] = {}
    for activity in programme.activities:
        answers = state.of(activity.id)
        for part in activity.parts:
            if isinstance(part, Sheets) and part.pocket:
                group = _sheets(part, activity, answers)
            elif isinstance(part, Prompts) and part.finding_out:
                group = _facts(part, activity, answers)
            else:
                continue
            found.setdefault(group.title, []).append(group)
    return [_one(title, found[title]) for title in sorted(found, key=FACTS.__eq__)]


def _one(title: str, groups: list[Group]) -> Group:
    entries = [entry for group in groups for entry in group.entries]
    activities = dict.fromkeys(one for group in groups for one in group.activities)
    entries.sort(key=lambda entry: entry.name.casefold())
    return Group(title, tuple(entries), sum(group.left for group in groups), tuple(activities))


def _words(question: Question) -> str:
    return question.label or plain(question.ask)


def _sheets(part: Sheets, activity: Activity, answers: ActivityState) -> Group:
    entries, left = [], 0
    questions = [one for one in part.questions if not one.pupil]  # a child's details belong in no directory
    for sheet in part.sheets(answers):
        field = f"{part.id}.{sheet.row}"
        named = filled(answers.text(f"{field}.name"))
        facts = [Fact(_words(one), answers.text(f"{field}.{one.id}").strip(), one.slot) for one in questions]
        if not named and not sheet.added and not any(fact.answer for fact in facts):
            left += 1
            continue
        missing = [] if named or sheet.fixed else [plain(part.name)]
        missing += [_words(one) for one in part.missing(sheet, answers) if not one.pupil]
        told = tuple(fact for fact in facts if fact.answer)
        anchor, school = f"{field_id(field)}-field", part.noun == _SCHOOL
        entries.append(Entry(sheet.name, told, tuple(missing), activity, anchor, school=school))
    return Group(part.nouns[:1].upper() + part.nouns[1:], tuple(entries), left, (activity,))


def _facts(part: Prompts, activity: Activity, answers: ActivityState) -> Group:
    entries, left = [], 0
    for question in part.questions:
        field = f"{part.id}.{question.id}"
        answer, told = answers.text(field).strip(), answers.text(f"{field}.told").strip()
        asked = answers.text(f"{field}.open") == "yes"
        if question.pupil or not (answer or told or asked):
            left += not question.pupil
            continue
        missing = [] if answer else ["The answer, asked for and not yet here" if asked else "The answer"]
        missing += [] if told else ["Who told you, and when"]
        facts = (Fact(_words(question), answer, question.slot),) if answer else ()
        entries.append(Entry(_words(question), facts, tuple(missing), activity, f"{field_id(field)}-field", told))
    return Group(FACTS, tuple(entries), left, (activity,))
