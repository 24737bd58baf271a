"""Narrowing the task list: by kind, by who is needed, by status."""

from collections.abc import Sequence

from induction.codes import Kind, Status
from induction.commands.filters import OTHERS
from induction.decode import canonical
from induction.model import Session
from induction.programme import Programme
from induction.progress import status
from induction.views.html import Html, el


def kind_filter(session: Session, programme: Programme, shown: str) -> Html:
    """Every kind that the programme has, and what needs somebody else."""
    used = [kind for kind in Kind if any(kind in one.kinds for one in programme.activities)]
    choices = [("", "All kinds"), *((kind.value, session.bundle.word("kind", kind)) for kind in used)]
    if any(one.needs_somebody for one in programme.activities):
        choices.append((OTHERS, "Needs somebody else"))
    return _filter("filter", "kind", "filter", "Show activities of one kind", choices, shown)


def status_filter(session: Session, programme: Programme, shown: str) -> Html:
    """Every status that something has now."""
    used = {status(one, session.state.of(one.id)) for one in programme.activities}
    choices = [
        ("", "Any status"),
        *((one.value, session.bundle.word("status", one)) for one in Status if one in used or one == shown),
    ]
    return _filter("filter.status", "status", "filter-status", "Show activities of one status", choices, shown)


def _filter(command: str, key: str, name: str, label: str, choices: Sequence[tuple[str, str]], shown: str) -> Html:
    return el(
        "div",
        el("p", "Show: ", class_="filter__label"),
        *(
            el(
                "button",
                words,
                type="button",
                class_="button button--link",
                id=f"{name}-{code or 'all'}",
                data_command=command,
                data_args=canonical({key: code}),
                aria_pressed="true" if code == shown else "false",
            )
            for code, words in choices
        ),
        class_="filter needs-js no-print",
        role="group",
        aria_label=label,
    )
