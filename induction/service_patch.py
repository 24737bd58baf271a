"""What an inductee found out, as suggestions for content/service.yml: YAML for the owner of the handbook to take over.

What fits service.yml as it stands is written as lines of it; everything else is a comment.
"""

import json
import re

from induction.dates import say_date
from induction.directory import Entry, Fact, Group
from induction.programme import LocalFact, School, Service

_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")


def service_patch(service: Service, groups: list[Group], name: str, today: str) -> str:
    """The whole text. YAML, whatever was typed."""
    entries = [entry for group in groups for entry in group.entries]
    slots = {one.id: one for one in service.facts}
    lines = [
        *_comment(f"Suggestions for content/service.yml of {service.name}."),
        *_comment(f"Found out by {name or 'an inductee'}, saved on {say_date(today)}."),
        *_comment("Check every line before you take it over: what stands in service.yml is on the public site."),
        *_comment(
            "Nobody's name goes there unless they agree. Lines with # are for you to read; the others fit as they are."
        ),
    ]
    used: set[str] = set()
    filled = [line for entry in entries for line in _slots(entry, slots, used)]
    known = {_folded(school.name): school for school in service.schools}
    schools = [entry for entry in entries if entry.school]
    there = [entry for entry in schools if _folded(entry.name) in known]
    rest = [entry for entry in entries if entry not in there]
    if filled:
        lines += ["", "slots:", *filled]
    if there:
        lines += ["", "schools:", *_schools(there, known)]
    new = [entry for entry in rest if entry.school]
    if new:
        lines += ["", *_comment("Schools that service.yml does not have yet. Give the phase, then take the # away.")]
        lines += [line for entry in new for line in _new_school(entry)]
    lines += _others(groups)
    return "\n".join(lines) + "\n"


def _slots(entry: Entry, slots: dict[str, LocalFact], used: set[str]) -> list[str]:
    """Local facts of the service that the entry could fill. The first to say something of one fills it."""
    lines = []
    for fact in entry.facts:
        slot = slots.get(fact.slot)
        if slot is None or not fact.answer:
            continue
        where = f"activity {entry.activity.number}" + (f"; told by {entry.told}" if entry.told else "")
        lines += _comment(f"{slot.title} ({where}). Now: {slot.value or 'not set'}", "  ")
        line = f"{slot.id}: {_quoted(fact.answer)}"
        lines += _comment(f"also: {line}", "  ") if slot.id in used else [f"  {line}"]
        used.add(slot.id)
    return lines


def _schools(entries: list[Entry], known: dict[str, School]) -> list[str]:
    lines: list[str] = []
    told: dict[str, list[Entry]] = {}
    for entry in entries:
        told.setdefault(_folded(entry.name), []).append(entry)
    for key, same in told.items():
        school = known[key]
        lines += [f"  - id: {_quoted(school.id)}", f"    name: {_quoted(school.name)}"]
        lines += [line for entry in same for line in _facts(entry, "    ")]
    return lines


def _new_school(entry: Entry) -> list[str]:
    slug = re.sub(r"[^a-z0-9]+", "-", entry.name.lower()).strip("-") or "school"
    return [
        f"#  - id: {_quoted(slug)}",
        f"#    name: {_quoted(entry.name)}",
        '#    phase: ""',
        *_facts(entry, inner="   "),
    ]


def _others(groups: list[Group]) -> list[str]:
    """What service.yml has no place for."""
    lines: list[str] = []
    for group in groups:
        entries = [entry for entry in group.entries if not entry.school and not any(f.slot for f in entry.facts)]
        if entries:
            lines += ["", *_comment(f"{group.title}:")]
        for entry in entries:
            lines += [*_comment(f"- {entry.name}"), *_facts(entry, inner="  ")]
            lines += _comment(f"  Told by: {entry.told}") if entry.told else []
    return lines


def _facts(entry: Entry, indent: str = "", inner: str = "") -> list[str]:
    """What an entry says and lacks, as comments."""
    said = [_fact(entry, fact) for fact in entry.facts]
    said += [f"{one} is missing" for one in entry.missing]
    return [line for one in said for line in _comment(inner + one, indent)]


def _fact(entry: Entry, fact: Fact) -> str:
    if fact.what == entry.name:
        return fact.answer
    return f"{fact.what}{' ' if fact.what.endswith('?') else ': '}{fact.answer}"


def _comment(text: str, indent: str = "") -> list[str]:
    """Text as comments: each of its lines one, and no sign among them that YAML does not take."""
    lines = ["".join(sign if sign.isprintable() else " " for sign in line).rstrip() for line in text.splitlines()]
    return [f"{indent}# {line}" for line in lines if line.strip()]


def _quoted(text: str) -> str:
    """Text as a YAML value on one line, in double quotes."""
    written = json.dumps(" ".join(text.split()), ensure_ascii=False)
    return "".join(sign if sign.isprintable() else _escape(sign) for sign in written)


def _escape(sign: str) -> str:
    code = ord(sign)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _folded(name: str) -> str:
    """A school's name without what stands in brackets behind it, without regard to capitals and spaces."""
    return " ".join(_BRACKETS.sub("", name).split()).casefold()
