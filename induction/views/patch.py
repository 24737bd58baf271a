"""My patch: schools, services and local facts as the worker's own directory, to search, print and take along."""

from induction.commands.patch import groups_of
from induction.directory import Entry, Group, directory
from induction.model import Session
from induction.state import State
from induction.views.controls import Controls, command_button, form, lines
from induction.views.html import Html, el, join, link
from induction.views.seen import Seen, top


def patch_view(session: Session, seen: Seen) -> Html:
    """The widget of the page."""
    if session.record is None or session.programme is None:
        return join(top(session, seen), _empty(session, seen))
    groups = groups_of(session)
    words = str(session.view.get("patch", ""))
    found = [group.only(words) for group in groups] if words else groups
    return join(
        top(session, seen),
        _find(words, found) if any(group.entries for group in groups) else None,
        *(_group(group, seen, searching=bool(words)) for group in found if group.entries or not words),
        _take(),
    )


def _empty(session: Session, seen: Seen) -> Html:
    """What will stand here, while no record is open."""
    groups = directory(session.programme, State()) if session.programme else []
    return join(
        el("p", "This page fills itself from your answers in these activities:"),
        *(join(el("h2", group.title), _sources(group, seen)) for group in groups),
    )


def _sources(group: Group, seen: Seen) -> Html:
    return el("ul", *(el("li", link(f"{a.number} {a.title}", a.page, seen.root)) for a in group.activities))


def _find(words: str, found: list[Group]) -> Html:
    count = sum(len(group.entries) for group in found)
    return el(
        "div",
        form(
            "patch.find",
            Controls(values={"find": words}).text(
                "find", "Find in my patch", hint="A name, a place, a word of an answer. It looks on this device only."
            ),
            el("button", "Find", type="submit", class_="button button--secondary"),
            id="patch-form",
        ),
        el("p", f"{count} found for: {words} ", command_button("patch.find", "Show all", id="patch-all", style="link"))
        if words
        else None,
        class_="no-print",
    )


def _group(group: Group, seen: Seen, *, searching: bool) -> Html:
    name = group.title.lower().replace(" ", "-")
    left = f"{group.left} not begun yet." if group.left and not searching else ""
    return el(
        "section",
        el("h2", group.title, id=f"patch-{name}"),
        *(_entry(entry, seen, f"patch-{name}-{number}") for number, entry in enumerate(group.entries)),
        join(el("p", left), _sources(group, seen)) if left else None,
        class_="part patch",
    )


def _entry(entry: Entry, seen: Seen, name: str) -> Html:
    """One entry. Each school prints on a page of its own."""
    activity = entry.activity
    rows = [(one.what, lines(one.answer)) for one in entry.facts if one.what != entry.name]
    said = [one.answer for one in entry.facts if one.what == entry.name]
    return el(
        "div",
        el("h3", entry.name, id=name),
        *(el("p", lines(answer)) for answer in said),
        el("dl", *(piece for what, answer in rows for piece in (el("dt", what), el("dd", answer))), class_="summary")
        if rows
        else None,
        el("p", f"Told by: {entry.told}") if entry.told else None,
        el("ul", *(el("li", f"Missing: {one}") for one in entry.missing), class_="gaps") if entry.missing else None,
        el(
            "p",
            link(f"Change it in {activity.number} {activity.title}", f"{activity.page}#{entry.anchor}", seen.root),
            el("span", f": {entry.name}", class_="visually-hidden"),
            class_="no-print",
        ),
        class_="patch__entry patch__entry--page" if entry.school else "patch__entry",
        id=f"{name}-entry",
    )


def _take() -> Html:
    return el(
        "section",
        el("h2", "Take it with you", id="patch-take"),
        el("p", "On paper each school has a page of its own. The table opens in any spreadsheet."),
        el(
            "p",
            "The suggestions are for whoever looks after this handbook: what you found out, ready to be put in, "
            "so that the next starter begins further on. Names of staff are in them. Read the file before you send it.",
        ),
        el(
            "div",
            command_button("patch.print", "Print", id="patch-print", style="secondary"),
            command_button("patch.table", "Save as a table (CSV)", id="patch-table", style="secondary"),
            command_button("patch.suggest", "Save suggestions (YAML)", id="patch-suggest", style="secondary"),
            class_="actions",
        ),
        class_="part no-print",
    )
