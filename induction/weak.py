"""What an activity showed to be weak: quiz questions wrong at the first attempt, criteria not met yet.

The one place that a development plan takes such suggestions from. Nothing of it goes into a plan by itself.
"""

from induction.activities.criteria import Criteria
from induction.activities.quiz import Quiz
from induction.programme import Activity
from induction.state import ActivityState
from induction.views.forms import field_id
from induction.views.html import plain


def weak(activity: Activity, state: ActivityState) -> list[tuple[str, str]]:
    """(words, address relative to the site root, with its anchor) of each weak point, in reading order."""
    found = []
    for part in activity.parts:
        if isinstance(part, Quiz):
            said = f"Quiz {activity.number}, not right the first time: "
            names = ((question.ask, f"{part.id}.{question.id}-field") for _, question in part.not_right(state))
            found += [(said + plain(ask), f"{activity.page}#{field_id(name)}") for ask, name in names]
        if isinstance(part, Criteria):
            said = f"Check {activity.number}, "
            found += [(said + gap.text, f"{activity.page}#{field_id(gap.field)}-field") for gap in part.weak(state)]
    return found
