"""Names typed on the device: kept in the open record, changed, and erased for ever."""

from induction.effects import announce, focus
from induction.model import Command, Maker, Outcome, Session, Stamp
from induction.names import MOST, ids_of, school_of


def keep(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Keep what was typed for one school. A field left empty erases the name that stood there."""
    school = school_of(session.bundle.service, command.subject)
    if session.record is None or school is None or not school.unnamed:
        return Outcome()
    given = {one.id: " ".join(command.text(one.id).split()) for one in school.unnamed}
    problems = {name: f"Enter a name of at most {MOST} letters" for name, text in given.items() if len(text) > MOST}
    if problems:
        return Outcome(view={"problems": {f"names.{school.id}": problems}}, effects=[focus("problems")])
    names = session.state.names
    maker = Maker(session, stamp)
    events = [
        maker.event("local-name", school.id, {"person": one.id, "prompt": one.title, "value": given[one.id]})
        for one in school.unnamed
        if given[one.id] and given[one.id] != names.get((school.id, one.id))
    ]
    gone = [one.id for one in school.unnamed if not given[one.id] and (school.id, one.id) in names]
    ids = ids_of(session.record.events.values(), school.id, gone)
    if ids:
        events.append(maker.event("erased", session.record.id, {"ids": ids}))
    said = f"Names for {school.name} kept on this device" if events else "Nothing has changed"
    return Outcome(events=events, erase=ids, view={"problems": None}, effects=[announce(said)])


def erase(session: Session, command: Command, stamp: Stamp) -> Outcome:
    """Erase every name of one school, with its earlier versions."""
    school = school_of(session.bundle.service, command.subject)
    if session.record is None or school is None:
        return Outcome()
    typed = [person for place, person in session.state.names if place == school.id]
    ids = ids_of(session.record.events.values(), school.id, typed)
    if not ids:
        return Outcome()
    event = Maker(session, stamp).event("erased", session.record.id, {"ids": ids})
    return Outcome(
        events=[event],
        erase=ids,
        view={"problems": None},
        effects=[announce(f"Names for {school.name} erased"), focus(f"names-{school.id}")],
    )
