"""Names of people at a school that the site leaves out and a reader types on their own device, into the open record."""

from collections.abc import Iterable

from induction.events import Event
from induction.programme import School, Service, Unnamed

MOST = 80
"""The most signs a name may have."""

Names = dict[tuple[str, str], str]
"""Id of a school and of a person to the name."""


def keep_name(names: Names, event: Event) -> None:
    """Fold a `local-name` event: the last name stands; an empty one takes it away."""
    key = event.subject, str(event.data["person"])
    if value := " ".join(str(event.data["value"]).split()):
        names[key] = value
    else:
        names.pop(key, None)


def school_of(service: Service, school_id: str) -> School | None:
    """The school with that id, or None."""
    return next((one for one in service.schools if one.id == school_id), None)


def person_of(school: School | None, person_id: str) -> Unnamed | None:
    """Somebody whom scripts name and the school has not named, or None."""
    return next((one for one in school.unnamed if one.id == person_id), None) if school else None


def stand_in(title: str, ask: str, *, begins: bool) -> str:
    """What stands for a name that is not given: the title, and whom to ask. ``begins`` is False inside a sentence."""
    said = title if begins else lower(title)
    return f"{said} ({inner(ask)})" if ask else said


def lower(words: str) -> str:
    """Without the capital at its head, unless it is a name or an abbreviation."""
    return words[:1].lower() + words[1:] if words[1:] == words[1:].lower() else words


def inner(sentence: str) -> str:
    """A sentence fit to stand in brackets inside another."""
    return sentence[:1].lower() + sentence[1:].rstrip(".")


def ids_of(events: Iterable[Event], school: str, people: Iterable[str]) -> list[str]:
    """Ids of every version of these people's names at a school, for erasing."""
    wanted = set(people)
    return sorted(
        one.id
        for one in events
        if one.type == "local-name" and one.subject == school and one.data["person"] in wanted and one.data["value"]
    )
