"""Sign-off requests as people send them, made from the handbook's own programme. Standard library and ours only."""

from collections.abc import Iterator
from functools import cache

from induction.events import By, Event, next_id
from induction.programme import Activity, Bundle
from induction.record import Record
from induction.transfer import write_file
from macros.environment import ROOT
from schemas.compile import bundle
from schemas.handbook import load

SAVED = "2026-11-21T16:00:00Z"


@cache
def handbook() -> Bundle:
    """What the site was built from."""
    return bundle(load(ROOT))


def _ids(first: str) -> Iterator[str]:
    while True:
        yield first
        first = next_id(first)


def request(name: str, seed: int, days: tuple[int, ...], manager: str = "Sioned Vaughan") -> tuple[str, list[Activity]]:
    """The text of a request by somebody who asked for one activity on each of these days of November, and which those are.

    ``seed`` tells one person's record from another's.
    """
    programme = next(one for one in handbook().programmes if one.id == "ews")
    chosen = [one for one in programme.activities if one.sign_off][: len(days)]
    ids = _ids(f"0193a0{seed:02x}-0000-7000-8000-000000000000")
    first, by = next(ids), By(name, "inductee")
    details = {"name": name, "programme": "ews", "role": programme.role, "manager": manager, "start": "2026-11-02"}
    events = [Event(first, 1, "2026-11-02T09:00:00Z", by, "started", first, details)]
    for day, one in zip(days, chosen, strict=True):
        at, on = f"2026-11-{day:02}T12:00:00Z", f"2026-11-{day:02}"
        for kind, data in (("done", {"on": on, "done": True}), ("asked", {"asked": True})):
            events.append(Event(next(ids), len(events) + 1, at, by, kind, one.id, data, one.version))
    record = Record(first)
    record.add(events)
    return write_file("request", handbook().service.id, record, record.ordered(), SAVED), chosen
