"""Names that the site leaves out: a small form on the page of a script, and each name where the script says it."""

from induction.model import Session
from induction.names import person_of, school_of, stand_in
from induction.programme import School
from induction.views.controls import Controls, command_button, control_id, error_summary, form
from induction.views.html import Html, el, join
from induction.views.seen import Seen, page_link, storage_note


def names_view(session: Session, seen: Seen) -> Html:
    """The widget `names` of one school: one field for each person whom the site does not name."""
    school = school_of(session.bundle.service, seen.subject)
    if school is None or not school.unnamed:
        return el("p", "There is nobody to name here. Reload the page.")
    problem = el("div", class_="widget__problem", data_induction_problem="", role="status")
    heading = el("h2", "Names that are not on this site", id=f"names-{school.id}", tabindex="-1")
    if session.record is None:
        return join(problem, heading, _closed(session, seen, school))
    return join(problem, storage_note(session), heading, _form(session, school))


def _closed(session: Session, seen: Seen, school: School) -> Html:
    who = ", ".join(one.title for one in school.unnamed)
    return el(
        "p",
        f"{who}: ask who this is before you meet. To type a name in, ",
        page_link(session, seen, "start", "start or open your record"),
        ". It is kept there, on this device.",
    )


def _form(session: Session, school: School) -> Html:
    prefix = f"names-{school.id}-"
    problems = (session.view.get("problems") or {}).get(f"names.{school.id}", {})
    mine = {prefix + name: sentence for name, sentence in problems.items()}
    names = {one.id: session.state.names.get((school.id, one.id), "") for one in school.unnamed}
    controls = Controls(mine, names, prefix=prefix)
    fields = form(
        "names.keep",
        el("p", "A name you type stays in your record on this device and in its copies. Staff only, never a pupil."),
        *(controls.text(one.id, one.title, hint=one.ask) for one in school.unnamed),
        el(
            "div",
            el("button", "Keep on this device", type="submit", class_="button button--secondary"),
            command_button(
                "names.erase",
                "Erase these names",
                id=f"names-{school.id}-erase",
                subject=school.id,
                style="link",
            )
            if any(names.values())
            else None,
            class_="actions",
        ),
        id=f"names-{school.id}-form",
        subject=school.id,
    )
    return join(error_summary(mine, {key: control_id(key) for key in mine}, fields), fields)


def name_view(session: Session, seen: Seen) -> Html:
    """The widget `name`, inside a sentence: the name as typed here, else the title and whom to ask.

    Its subject is ``<school>/<person>``, with ``/within`` behind it where no sentence begins, or ``/ask`` where the title
    stands before it already.
    """
    school_id, _, rest = seen.subject.partition("/")
    person_id, _, where = rest.partition("/")
    typed = session.state.names.get((school_id, person_id))
    person = person_of(school_of(session.bundle.service, school_id), person_id)
    if typed or person is None:
        return join(typed or "")
    return join(person.ask if where == "ask" else stand_in(person.title, person.ask, begins=where != "within"))


def names_kept(session: Session) -> Html | None:
    """The names in the open record, for the page of the whole record."""
    schools = {one.id: one.name for one in session.bundle.service.schools}
    titles = {(one.id, each.id): each.title for one in session.bundle.service.schools for each in one.unnamed}
    rows = [
        piece
        for (school, person), name in sorted(session.state.names.items())
        for piece in (
            el("dt", f"{titles.get((school, person), person)}, {schools.get(school, school)}"),
            el("dd", name),
        )
    ]
    if not rows:
        return None
    return el(
        "section",
        el("h2", "Names kept on this device", id="record-names"),
        el("dl", *rows, class_="summary"),
        class_="part",
    )
