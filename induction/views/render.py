"""Which view shows which widget: the one table of widgets."""

from collections.abc import Callable

from induction.model import Session
from induction.views.activity import activity_view
from induction.views.aids import aid_view
from induction.views.dates import dates_view
from induction.views.development import development_view
from induction.views.html import Html, el
from induction.views.log import log_view
from induction.views.names import name_view, names_view
from induction.views.patch import patch_view
from induction.views.plan import plan_view
from induction.views.record import record_view
from induction.views.section_time import section_time_view
from induction.views.seen import Seen
from induction.views.sign_form import sign_form_view
from induction.views.sign_off import sign_off_view
from induction.views.start import start_view
from induction.views.supervision import supervision_view
from induction.views.tasks import tasks_view
from induction.views.team import team_view

__all__ = ["WIDGETS", "Seen", "render"]

WIDGETS: dict[str, Callable[[Session, Seen], Html]] = {
    "activity": activity_view,
    "tasks": tasks_view,
    "start": start_view,
    "record": record_view,
    "log": log_view,
    "development": development_view,
    "supervision": supervision_view,
    "sign-off": sign_off_view,
    "team": team_view,
    "sign-form": sign_form_view,
    "patch": patch_view,
    "dates": dates_view,
    "plan": plan_view,
    "section-time": section_time_view,
    "aid": aid_view,
    "names": names_view,
    "name": name_view,
}
"""Kind of widget to its view: the one place where a widget is registered."""


def render(session: Session, seen: Seen) -> Html:
    """The inside of a widget. Flush left, without a blank line."""
    view = WIDGETS.get(seen.kind)
    return (
        view(session, seen)
        if view
        else el("p", "This part of the page belongs to another version of the site. Reload the page.")
    )
