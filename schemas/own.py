"""What a service adds to a programme, and what waits for what, as the browser gets it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from induction import programme as out
from schemas.addresses import area_id, local_id, local_page, plan_page
from schemas.handbook import Induction

SECTION = "local"
"""Id of the section that holds what the service adds; it comes first."""
TITLE = "What our service adds"


def section(programme: str, activities: Iterable[out.Activity]) -> Iterator[out.Section]:
    """The section of what the service adds; none while there is nothing."""
    mine = tuple(one.id for one in activities if one.own)
    if mine:
        yield out.Section(SECTION, "", TITLE, local_page(programme), mine)


def areas(induction: Induction) -> tuple[out.Area, ...]:
    """The areas that the source leaves to the service, each with what covers it."""
    name = induction.programme.id
    return tuple(
        out.Area(
            area_id(name, area.id),
            area.title,
            area.dated,
            tuple(local_id(name, one.id) for one in induction.local if one.area == area.id),
        )
        for area in induction.programme.local_areas
    )


def awaiting(induction: Induction, activities: tuple[out.Activity, ...]) -> tuple[out.Activity, ...]:
    """Activities with what has to come before each: an area stands for all that the service has added to it."""
    name, known = induction.programme.id, {one.id: one for one in activities}
    after = {one.id: one.after for one in induction.activities.values()}
    after |= {local_id(name, one.id): one.after for one in induction.local}
    before: dict[str, tuple[out.Before, ...]] = {one.id: (_before(one),) for one in activities}
    for area in areas(induction):
        covered = tuple(_before(known[item]) for item in area.items)
        # While nothing is added it is booked in the plan, and said there to have taken place.
        before[area.id] = covered or (out.Before(area.id, area.title, plan_page(name), False),)
    return tuple(
        replace(
            one,
            after=tuple(
                each for wanted in after.get(one.id, ()) for each in before.get(wanted, ()) if each.id != one.id
            ),
        )
        for one in activities
    )


def _before(one: out.Activity) -> out.Before:
    return out.Before(one.id, one.name, one.page, bool(one.sign_off))
