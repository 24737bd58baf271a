"""Working time and experience: what is asked at the start, and again where the plan is made."""

from collections.abc import Mapping

from induction.planning.weeks import FULL, TERM_TIME, WHOLE_YEAR, days_a_week
from induction.views.controls import Controls
from induction.views.html import Html, join

EXPERIENCE = (
    ("new", "New to this work"),
    ("related", "I come from a related service"),
    ("same", "I have done the same work elsewhere"),
)
"""The pack's three starting points (``ews.front.experience-routes``)."""
CONTRACTS = ((WHOLE_YEAR, "All year round"), (TERM_TIME, "Term time only"))
"""When somebody works; term time is what the service's closures leave."""


def contract_fields(controls: Controls, details: Mapping[str, str]) -> Html:
    """Hours and days a week, weeks a year and how many weeks to plan: asked at the start and in the plan."""
    return join(
        controls.text(
            "hours", "Hours a week", hint="For example 37 or 18.5.", kind="decimal", value=details.get("hours", "")
        ),
        controls.select(
            "days",
            "Days a week",
            [(str(one), str(one)) for one in range(FULL, 0, -1)],
            hint="A day of shadowing is then as long as your own days.",
            value=str(days_a_week(details)),
            empty="",
        ),
        controls.radios("contract", "Weeks a year", CONTRACTS, value=details.get("contract") or WHOLE_YEAR),
    )
