"""Narrowing the task list: by kind, by who is needed, by status."""

from induction.codes import Kind, Status
from induction.commands.filters import OTHERS
from induction.model import Session
from induction.programme import Programme
from induction.progress import status
from induction.views.filter_row import filter_row
from induction.views.html import Html


def kind_filter(session: Session, programme: Programme, shown: str) -> Html:
    """Every kind that the programme has, and what needs somebody else."""
    used = [kind for kind in Kind if any(kind in one.kinds for one in programme.activities)]
    choices = [("", "All kinds"), *((kind.value, session.bundle.word("kind", kind)) for kind in used)]
    if any(one.needs_somebody for one in programme.activities):
        choices.append((OTHERS, "Needs somebody else"))
    return filter_row("filter", "kind", "filter", "Show activities of one kind", choices, shown)


def status_filter(session: Session, programme: Programme, shown: str) -> Html:
    """Every status that something has now."""
    used = {status(one, session.state.of(one.id)) for one in programme.activities}
    choices = [
        ("", "Any status"),
        *((one.value, session.bundle.word("status", one)) for one in Status if one in used or one == shown),
    ]
    return filter_row("filter.status", "status", "filter-status", "Show activities of one status", choices, shown)
