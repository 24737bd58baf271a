"""A school's own figures on the page of an activity: opened, shown, never kept."""

from induction.attendance.figures import Figures, percent
from induction.attendance.school import COLUMNS, Group
from induction.decode import decode
from induction.model import Session
from induction.privacy import name_list
from induction.programme import Activity
from induction.views.controls import command_button
from induction.views.html import Html, el, join
from induction.views.tables import table

FEW = 5
"""Fewer pupils than this could be told apart."""


def figures_view(session: Session, activity: Activity) -> Html:
    """The section: what to open, and what the opened file comes to."""
    shown = session.view.get("figures")
    mine = shown if isinstance(shown, dict) and shown.get("subject") == activity.id else None
    names = ", ".join(names[0].capitalize() for column, names in COLUMNS.items() if column != "pupils")
    return el(
        "section",
        el("h2", "Look at a school's own figures", id="figures"),
        el(
            "p",
            "Open a CSV file of sums to see the percentages, weakest first. The file is read on this device only. It "
            "is not sent, not kept and not part of your record: it is gone when you leave this page.",
        ),
        el(
            "p",
            f"The first line holds the headings: Year, class, day or week; then {names}. A column Pupils may follow. "
            "One line for each group, in whole sessions. Never a list of pupils.",
        ),
        command_button(
            "figures.open",
            "Open a CSV file",
            id="figures-open",
            subject=activity.id,
            style="secondary needs-js",
        ),
        _shown(mine) if mine else None,
        class_="part no-print",
    )


def _shown(view: dict[str, object]) -> Html:
    name = str(view.get("name") or "The file")
    if "problem" in view:
        return el(
            "p",
            el("strong", f"{name} cannot be used. "),
            str(view["problem"]),
            class_="notice notice--warning",
            id="figures-shown",
            tabindex="-1",
        )
    groups = decode(tuple[Group, ...], view["groups"])
    return el(
        "div",
        el("h3", "Weakest first", id="figures-shown", tabindex="-1"),
        _table(name, groups),
        el("p", "The file's own line of totals is left out; ours is added up.") if view.get("total") else None,
        *(
            el("p", words, class_="notice notice--warning")
            for words in name_list("\n".join(one.name for one in groups))
        ),
        *_few(groups),
        el("p", "Write down what you found below. Sums only."),
        command_button("figures.close", "Take them off the page", id="figures-close", style="secondary"),
    )


def _table(name: str, groups: tuple[Group, ...]) -> Html:
    pupils = any(one.pupils is not None for one in groups)
    head = ["Group", "Attendance", "Authorised", "Unauthorised", "Present", "of possible"]
    rows = [_row(one.name, one.figures) for one in groups]
    rows.append(_row("All together", _together(groups)))
    if pupils:
        head.append("Pupils")
        counts = [one.pupils for one in groups]
        rows = [[*row, str(number)] for row, number in zip(rows, (*counts, sum(n or 0 for n in counts)), strict=True)]
    return table(f"{name}: attendance, weakest first", head, rows)


def _row(name: str, one: Figures) -> list[Html | str]:
    shares = [percent(number, one.possible) for number in (one.present, one.authorised, one.unauthorised)]
    return [name, *shares, str(one.present), str(one.possible)]


def _together(groups: tuple[Group, ...]) -> Figures:
    names = ("possible", "present", "authorised", "unauthorised")
    return Figures(*(sum(getattr(one.figures, name) for one in groups) for name in names))


def _few(groups: tuple[Group, ...]) -> list[Html]:
    few = [one.name for one in groups if one.pupils is not None and one.pupils < FEW]
    if not few:
        return []
    return [
        el(
            "p",
            join(f"Fewer than {FEW} pupils: {', '.join(few)}. "),
            "A reader may work out who is meant. Do not share these lines, and do not write them down here.",
            class_="notice notice--warning",
        )
    ]
