"""A record, request or reply file as plain text, with every check of it: what the pages say, in the same sentences."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from induction.activities.base import Shown
from induction.check_code import code_of
from induction.codes import MET, Decision
from induction.command_line.plain import block, heading, pair, pairs
from induction.dates import say_date
from induction.decided import read_decision, read_witness
from induction.log import PARTS
from induction.paper_code import code_words, paper_words, words_code
from induction.planning.weeks import say_days
from induction.programme import Activity, Bundle, Programme
from induction.progress import changed_since, counts, shown, status
from induction.record import Record
from induction.seal import WHAT_IT_SHOWS
from induction.signoff import assurance_words, labels, people_words, warns
from induction.state import ActivityState, Decided, State, Witnessed, fold
from induction.transfer import RecordFile
from induction.views.html import plain

KIND_WORDS = {
    "record": "a whole record",
    "request": "a request for sign-off: the activities chosen, and the log lines shared",
    "reply": "a reply: decisions only",
}
NOT_OPENED = "The work was not opened before this decision."


@dataclass
class Report:
    """What is printed, and what does not match."""

    lines: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    """A sentence each; none when every check passes."""


class _Reporter:
    """Writes one file. ``bundle`` gives titles and words; without it the file's own words have to do."""

    def __init__(self, file: RecordFile, bundle: Bundle | None, log: bool, today: str) -> None:
        self.file, self.bundle, self.log, self.today = file, bundle, log, today
        self.record = Record(file.record)
        self.record.add(file.events)
        self.state: State = fold(self.record)
        if not self.state.details.get("name"):
            self._named(file.name)
        self.programme: Programme | None = bundle.programme(file.programme) if bundle else None
        self.problems: list[str] = []
        self.decisions = self.changed = 0

    def _named(self, name: str) -> None:
        """A reply holds no name but that in its head: check the decisions for that person, as their record does."""
        for state in self.state.activities.values():
            state.decisions = state.witnesses = ()
        for event in self.record.counted():
            state = self.state.of(event.subject)
            if event.type == "decided":
                state.decisions = (*state.decisions, read_decision(event, self.record.id, name))
            elif event.type == "witnessed":
                state.witnesses = (*state.witnesses, read_witness(event, self.record.id, name))

    def word(self, vocabulary: str, code: str) -> str:
        """The words of a code; without a programme the code itself as words."""
        known = self.bundle.words.get(vocabulary, {}) if self.bundle else {}
        return known.get(code) or code.replace("-", " ").capitalize()

    def report(self) -> Report:
        lines = [*self._head(), *self._work(), *self._log(), *self._checks()]
        return Report(lines, self.problems)

    # -- whose it is

    def _head(self) -> Iterator[str]:
        file, details = self.file, self.state.details
        name = details.get("name") or file.name
        yield from heading(f"Induction record of {name or 'nobody named'}", "=")
        title = self.programme.title if self.programme else file.programme
        known = self.bundle is not None and self.programme is None
        yield from pairs(
            (
                ("This file is", KIND_WORDS[file.kind]),
                ("Role", self.programme.role_title if self.programme else details.get("role", "")),
                ("Programme", f"{title} (not in the programme file given)" if known else title),
                ("Service", file.service),
                ("Started on", say_date(details.get("start", ""))),
                ("Hours a week", ", ".join(filter(None, (details.get("hours", ""), say_days(details))))),
                ("Manager", details.get("manager", "")),
                ("Saved", f"{say_date(file.saved)}, {file.saved[11:16]} UTC"),
                ("Record", file.record),
                ("Entries", self._entries()),
                # Only a whole record has the code that its inductee sees.
                ("Check code", code_of(self.record) if file.kind == "record" else ""),
            )
        )
        if file.kind != "reply":
            yield from block(self._counts())

    def _entries(self) -> str:
        withdrawn = sum(len(one.data["ids"]) for one in self.record.events.values() if one.type == "withdrawn")
        said = [f"{len(self.record.events)}"]
        said += [f"{withdrawn} withdrawn"] * bool(withdrawn)
        said += [f"{len(self.record.erased)} erased"] * bool(self.record.erased)
        if self.state.unknown:
            said.append(f"{self.state.unknown} of a kind that this version does not know, kept")
        return ", ".join(said)

    def _counts(self) -> str:
        if self.programme and self.file.kind == "record":
            now = counts(self.programme, self.state)
            said = f"Done by the inductee: {now.done} of {now.total}. Signed off: {now.signed} of {now.to_sign}."
            return said + (f" {now.waiting} waiting for sign-off." if now.waiting else "")
        states = self.state.activities.values()
        done = sum(bool(one.done_on) for one in states)
        signed = sum(not one.asked and one.decided is not None and one.decided.decision in MET for one in states)
        waiting = sum(one.asked for one in states)
        return f"In this file: done by the inductee: {done}. Signed off: {signed}. Waiting for sign-off: {waiting}."

    # -- the work

    def _work(self) -> Iterator[str]:
        order = [one.id for one in self.programme.activities] if self.programme else []
        names = [one for one in order if one in self.state.activities]
        names += [one for one in self.state.activities if one not in order]
        for name in names:
            state = self.state.of(name)
            if state.begun or state.decisions or state.done_on or state.witnesses:
                yield from self._activity(name, state)

    def _activity(self, name: str, state: ActivityState) -> Iterator[str]:
        activity = self.programme.activity(name) if self.programme else None
        yield from heading(f"{activity.number} {activity.title}" if activity else f"Activity {name}")
        yield from self._standing(activity, state)
        asked = list(self._asked(activity, state))
        for one in asked:
            yield from pair(plain(one.prompt), one.answer, 2)
        for witness in state.witnesses:
            yield from self._witness(activity, name, witness)
        for decided in state.decisions:
            yield from self._decision(activity, name, state, decided)

    def _standing(self, activity: Activity | None, state: ActivityState) -> Iterator[str]:
        if activity is not None and self.file.kind != "reply":
            yield from pair("Status", self.word("status", status(activity, state)), 2)
        if state.done_on:
            yield from pair("Done on", say_date(state.done_on), 2)
        if state.asked:
            yield from block("Sign-off is asked for.", 2)
        if state.paper is not None:
            paper, date = state.paper, say_date(state.paper.signed_on)
            said = paper_words(
                paper, self.word("decision", paper.decision), self.word("signer", paper.signer.role), date
            )
            begins = "Signed on paper, not confirmed on the site." if state.asked else "Signed on paper first."
            yield from block(f"{begins} {said}", 2)
            if activity is not None and state.asked:
                code = words_code(activity, state, self.bundle.words.get("evidence", {}) if self.bundle else {})
                yield from block(code_words(paper, code), 2)

    def _asked(self, activity: Activity | None, state: ActivityState) -> Iterator[Shown]:
        """Questions with their answers, and the evidence; questions that nobody answered are left out."""
        kinds = self.bundle.words.get("evidence", {}) if self.bundle else {}
        if activity is not None:
            yield from (one for one in shown(activity, state, kinds) if one.answer)
        for field_name, answer in state.answers.items():
            known = activity is not None and any(part.prompt(field_name) for part in activity.parts)
            if answer.value.strip() and not known:
                yield Shown(answer.prompt or field_name, answer.value)
        if activity is None:
            for item in state.evidence.values():
                words = f"{item.shows}. Kept: {item.kept}. {say_date(item.date)}."
                yield Shown(f"Evidence ({self.word('evidence', item.kind)})", words)

    def _witness(self, activity: Activity | None, name: str, witness: Witnessed) -> Iterator[str]:
        yield from pair("Witness", witness.who, 2)
        yield from pairs((("Saw", witness.saw), ("Says", witness.text)), 4)
        yield from self._labels(activity, name, witness, 4)

    def _decision(self, activity: Activity | None, name: str, state: ActivityState, decided: Decided) -> Iterator[str]:
        self.decisions += 1
        yield from pair("Decision", self.word("decision", decided.decision), 2)
        yield from self._labels(activity, name, decided, 4)
        if decided is state.decided and activity is not None and changed_since(activity, state, decided):
            self.changed += 1
            yield from block("Changed since sign-off: these answers are no longer the ones that were signed.", 4)
        if not decided.opened:
            yield from block(NOT_OPENED, 4)
        yield from pairs(
            (
                ("By", people_words(decided, self.word)),
                ("Work done on", say_date(decided.done_on) or "not given"),
                (
                    "Discussed on" if decided.decision == Decision.DISCUSSED else "Signed on",
                    say_date(decided.signed_on),
                ),
                ("How they know", self.word("method", decided.method) if decided.method else ""),
                ("Statement", decided.statement),
                ("Note", decided.note),
                ("Assurance", assurance_words(decided, say_date(decided.signed_on))),
                ("Check code of the words", decided.digest),
            ),
            4,
        )
        if decided.shown:
            yield from block("What was signed:", 4)
        for prompt, answer in decided.shown:
            yield from pair(plain(prompt), answer or "Not answered", 6)

    def _labels(self, activity: Activity | None, name: str, told: Decided | Witnessed, indent: int) -> Iterator[str]:
        """The sentences about what does not fit; where it is a warning it counts among the problems."""
        said = labels(told, self.today)
        where = f"{activity.number} {activity.title}" if activity else f"Activity {name}"
        wrong = warns(told, self.today)
        if wrong:
            self.problems.append(f"{where}: {' '.join(said)}")
        for one in said:
            yield from block(f"{'!' if wrong else 'Note:'} {one}", indent)

    # -- the log and the checks

    def _log(self) -> Iterator[str]:
        entries = [
            (entry, [part for part in ("what", "so-what", "now-what") if entry.text(part).strip()])
            for entry in self.state.log.values()
        ]
        private = sum(part not in entry.shared for entry, parts in entries for part in parts)
        if not any(parts for _, parts in entries):
            return
        yield from heading("Reflective log")
        for entry, parts in entries:
            for part in parts:
                if part in entry.shared or self.log:
                    label = "shared" if part in entry.shared else "private"
                    yield from pair(f"{say_date(entry.text('date'))}, {PARTS[part]} ({label})", entry.text(part), 2)
        if private and not self.log:
            lines = "1 private line is" if private == 1 else f"{private} private lines are"
            yield from block(f"{lines} not printed. With --log they are; ask their writer first.", 2)

    def _checks(self) -> Iterator[str]:
        file = self.file
        if file.damaged:
            entries = "1 entry" if file.damaged == 1 else f"{file.damaged} entries"
            self.problems.append(f"{entries} of the file cannot be read and were left out.")
        if self.record.aside:
            claims = "1 entry stands" if len(self.record.aside) == 1 else f"{len(self.record.aside)} entries stand"
            self.problems.append(f"{claims} twice in the file with different words.")
        inside = self.state.details.get("name", "")
        if inside and inside != file.name:
            self.problems.append(f"The file says it is {file.name or 'nobody'}'s, and the record in it is {inside}'s.")
        yield from heading("Checks")
        if not self.problems:
            made = "1 decision was" if self.decisions == 1 else f"{self.decisions} decisions were"
            yield from block(f"All checks pass. {made} checked." if self.decisions else "All checks pass.")
        for one in self.problems:
            yield from block(f"! {one}")
        if self.changed:
            what = "1 activity has" if self.changed == 1 else f"{self.changed} activities have"
            yield from block(
                f"{what} changed since sign-off. That is no fault: what was signed stands above in its own words."
            )
        if self.decisions and self.programme is None and file.kind != "reply":
            yield from block("Whether work changed after it was signed can be said only with --programme.")
        yield from block(WHAT_IT_SHOWS)
        yield ""


def report(file: RecordFile, bundle: Bundle | None = None, *, log: bool = False, today: str = "") -> Report:
    """A file as lines of text. ``log`` prints private log lines too; ``today`` (ISO) is held against the dates signed."""
    return _Reporter(file, bundle, log, today).report()
