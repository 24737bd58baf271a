"""Handbook -> programme.json: what the browser needs to know of the content."""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, fields, is_dataclass, replace
from typing import Any

from induction import programme as out
from induction.activities import Link
from induction.activities.criteria import Criteria, Criterion
from induction.activities.sheets import Offered, Sheets
from induction.activities.topics import Topic, Topics
from induction.codes import Step
from induction.steps import Period
from schemas import addresses, kinds, own, tables
from schemas.added import LocalItem
from schemas.bases import bases, rests_on
from schemas.handbook import Handbook, Induction
from schemas.links import without_dead, without_dead_links
from schemas.rhythms import compiled
from schemas.slots import SLOT, Filler


def bundle(handbook: Handbook) -> out.Bundle:
    """All of programme.json."""
    service, slots = handbook.service, handbook.slots.values()
    return out.Bundle(
        format=out.FORMAT,
        service=out.Service(
            id=service.id,
            name=service.name,
            nation=service.nation.value,
            example=service.example,
            contacts=tuple(out.Contact(one.id, one.label, one.number, one.when) for one in service.contacts),
            closures=_periods(service.closures),
            terms=_periods(service.terms),
            bank_holidays=_bank_holidays(handbook),
            bank_seen=handbook.bank_holidays.seen.isoformat() if handbook.bank_holidays else "",
            facts=tuple(out.LocalFact(one.id, one.title, handbook.local_fact(one.id)) for one in slots),
            schools=tuple(out.School(one.id, one.name, _unnamed(handbook, one)) for one in service.schools),
            signers=tuple(out.ServiceSigner(one.name, one.role, one.signer.value) for one in service.sign_off),
        ),
        words={vocabulary: dict(words) for vocabulary, words in handbook.words.items()},
        programmes=tuple(_programme(handbook, one) for one in handbook.programmes.values()),
        pages=dict(addresses.TOOLS),
        rhythms=tuple(map(compiled, handbook.rhythms.values())),
        bases=bases(handbook),
    )


def _unnamed(handbook: Handbook, school: tables.School) -> tuple[out.Unnamed, ...]:
    """People whom a script names and the school has not named, in the order of the scripts."""
    texts = (
        text for script in handbook.scripts.values() for point in script.points for text in (point.say, point.younger)
    )
    named = (
        name.removeprefix("person.") for text in texts for name in SLOT.findall(text) if name.startswith("person.")
    )
    missing = (one for one in dict.fromkeys(named) if one in handbook.people and not school.people.get(one))
    return tuple(
        out.Unnamed(one.id, one.titles.get(handbook.service.nation, one.title), one.ask)
        for one in map(handbook.people.__getitem__, missing)
    )


def _bank_holidays(handbook: Handbook) -> tuple[Period, ...]:
    """Those of the service's nation, by date."""
    days = handbook.bank_holidays.days if handbook.bank_holidays else ()
    mine = (one for one in days if handbook.service.nation in one.nations)
    return tuple(Period(one.date.isoformat(), one.date.isoformat(), one.name) for one in mine)


def _periods(periods: tuple[tables.Period, ...]) -> tuple[Period, ...]:
    return tuple(Period(one.first.isoformat(), one.last.isoformat(), one.name) for one in periods)


def bundle_json(bundle: out.Bundle) -> str:
    """The bundle as canonical JSON: the same content makes the same bytes."""
    return _canonical(asdict(bundle))


def _programme(handbook: Handbook, induction: Induction) -> out.Programme:
    programme = induction.programme
    rests = dict(rests_on(handbook, induction))
    found = (*_own(handbook, induction), *_activities(handbook, induction))
    activities = own.awaiting(induction, tuple(replace(one, rests_on=rests.get(one.id, ())) for one in found))
    role = handbook.roles.get(programme.role)
    return out.Programme(
        id=programme.id,
        title=programme.title,
        role=programme.role,
        role_title=role.title if role else programme.role,
        page=addresses.programme_page(programme.id),
        sections=(
            *own.section(programme.id, activities),
            *(_section(programme.id, section, activities) for section in programme.sections),
        ),
        activities=activities,
        areas=own.areas(induction),
        plan=addresses.plan_page(programme.id),
        own=addresses.local_page(programme.id) if programme.local_areas else "",
    )


def _section(programme: str, section: kinds.ProgrammeSection, activities: tuple[out.Activity, ...]) -> out.Section:
    return out.Section(
        id=section.id,
        number=section.number,
        title=section.title,
        page=addresses.section_page(programme, section.id),
        activities=tuple(one.id for one in activities if one.section == section.id),
    )


def _own(handbook: Handbook, induction: Induction) -> Iterator[out.Activity]:
    """What the service adds, in order."""
    name = induction.programme.id
    for position, one in enumerate(induction.local, start=1):
        page = addresses.local_page(name, one.id)
        made = _activity(handbook, one, addresses.local_id(name, one.id), f"L{position}", one.title, page, own.SECTION)
        signers = tuple(signer.value for signer in one.sign_off)
        steps = tuple(step.value for step in induction.programme.steps) if signers else ()
        yield replace(made, sign_off=signers, steps=steps, children=one.children, local=True, own=True, dated=one.dated)


def _activities(handbook: Handbook, induction: Induction) -> Iterator[out.Activity]:
    """Every reading and activity that a section leads to, in order."""
    pages = addresses.item_pages(handbook)
    for section in induction.programme.sections:
        for subsection in filter(None, map(induction.subsections.get, section.subsections)):
            page = pages[subsection.id]
            if subsection.reading:
                title = f"Reading: {subsection.title}"
                yield _activity(
                    handbook,
                    subsection.reading,
                    subsection.reading.id,
                    subsection.number,
                    title,
                    page,
                    section.id,
                )
            for one in filter(None, map(induction.activities.get, subsection.activities)):
                made = _activity(handbook, one, one.id, one.number, one.title, pages[one.id], section.id)
                look_for = out.LookFor(
                    one.look_for.strong, one.look_for.enough, one.look_for.not_yet, one.look_for.questions
                )
                yield replace(
                    made,
                    sign_off=tuple(signer.value for signer in one.sign_off),
                    steps=tuple(step.value for step in _steps(induction, one)),
                    look_for=mapped(look_for, Filler(handbook).fill),
                    children=one.children,
                    figures=one.figures,
                    looks_back=one.looks_back,
                    local=one.local,
                )


def _steps(induction: Induction, activity: kinds.Activity) -> tuple[Step, ...]:
    """The steps in which an activity is signed off: its own, or else its programme's; none when nobody signs it."""
    if not activity.sign_off:
        return ()
    return induction.programme.steps if activity.steps is None else activity.steps


def _activity(
    handbook: Handbook,
    exercise: kinds.Exercise | LocalItem,
    id: str,
    number: str,
    title: str,
    page: str,
    section: str,
) -> out.Activity:
    # That another site was not reached one day changes nothing of what the inductee is asked, so it comes last.
    fill = Filler(replace(handbook, links={})).fill
    parts = tuple(mapped(with_rows(handbook, part), fill) for part in exercise.parts)
    made = out.Activity(
        id=id,
        number=number,
        title=fill(title),
        page=page,
        section=section,
        kinds=tuple(kind.value for kind in exercise.kinds),
        time=exercise.time or "",
        intro=fill(exercise.intro),
        parts=parts,
    )
    asked = _canonical([made.title, made.intro, [asdict(part) for part in parts]])
    version = hashlib.sha256(asked.encode()).hexdigest()[:12]

    def alive(text: str) -> str:
        return without_dead(handbook.links, text)

    parts = tuple(mapped(without_dead_links(handbook.links, part), alive) for part in parts)
    return replace(made, version=version, intro=alive(made.intro), parts=parts)


def with_rows(handbook: Handbook, part: Any) -> Any:
    """A response part as the inductee sees it: one that names a reference collection has its entries as rows or sheets."""
    if not isinstance(part, Topics | Sheets | Criteria) or part.reference not in handbook.reference:
        return part
    collection = handbook.reference[part.reference]
    if isinstance(part, Criteria):
        criteria = (
            Criterion(
                id=one.id, title=one.title, about=one.about, group=one.group, codes=one.codes, repeats=one.repeats
            )
            for one in collection.entries
        )
        return replace(part, rows=(*part.rows, *criteria))
    if isinstance(part, Sheets):
        offered = (
            Offered(id=entry.id, title=entry.title, about=entry.about, sources=entry.sources)
            for entry in collection.entries
        )
        return replace(part, offered=(*part.offered, *offered))
    page = addresses.reference_page(collection.id)
    rows = tuple(
        Topic(
            id=entry.id,
            title=entry.title,
            about=entry.about,
            now=entry.now,
            link=Link(f"{entry.title}, in {collection.title}", f"{page}#{entry.id}"),
            sources=entry.sources,
        )
        for entry in collection.entries
    )
    return replace(part, rows=part.rows + rows)


def mapped(value: Any, change: Callable[[str], str]) -> Any:
    """A dataclass, tuple or text with every text in it changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(mapped(one, change) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: mapped(getattr(value, field.name), change) for field in fields(value)})
    return value


def _canonical(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
