"""The places where the tracker comes to life: static HTML now, the reader's own record once Python has booted."""

from __future__ import annotations

import json
import re

from induction.app import static_widget
from induction.views.html import Html, el
from macros.pages.page import UNSEARCHED, Here

_CHROME = re.compile(
    r"""<[a-z][a-z0-9]*\b[^<>]*?\sid="(?:no-record|urgent-line|evidence|finish|sign-on-paper|sign-off|look-for|[^"]*-count)\""""
)

_WITHOUT = {
    "section-time": "A plan of yours changes this time only with JavaScript on.",
    "plan": "A plan is made and kept only with JavaScript on. Here is everything that has to be planned.",
    "aid": "This answers only with JavaScript on. The questions, and what they lead to, are here to read and print.",
    "team": "The list of your team is made in your browser, and only with JavaScript on.",
    "sign-form": "Your work stands in this form only with JavaScript on. Without, it is blank: print it and fill it in by hand.",
    "names": "Names can be typed in only with JavaScript on. On paper, write them in.",
    "dates": "Your own dates are worked out only with JavaScript on. The rule and an example are here without it.",
}
"""What a widget says without JavaScript, where that is not about answers."""

_HEADINGS = re.compile(rf"{_CHROME.pattern}|<h[2-6](?=[ >])")


def widget(here: Here, kind: str, subject: str = "", *, searched: bool = True) -> Html:
    """A widget: what Python renders of an empty record, and where the page finds the rest.

    `searched` False keeps its sections out of the search index.
    """
    bundle, runtime = here.book.bundle, here.book.runtime
    inside = static_widget(bundle, kind, subject, here.root)
    html = el(
        "div",
        Html(inside),
        id=widget_id(kind, subject),
        class_="widget",
        data_widget=kind,
        data_subject=subject or None,
        data_runtime=here.root + runtime.web if runtime else None,
        data_build=runtime.build if runtime else None,
        data_service=bundle.service.id,
        data_root=here.root,
        data_assets=json.dumps(dict(runtime.boot), sort_keys=True, separators=(",", ":")) if runtime else None,
    )
    without = el(
        "noscript",
        el(
            "p",
            _WITHOUT.get(
                kind, "Answers can be kept only with JavaScript on. You can read and print everything here without it."
            ),
            class_="notice",
        ),
        data_search_exclude=UNSEARCHED,
    )
    return Html(_unsearched(_flush(without + html), _CHROME if searched else _HEADINGS))


def widget_id(kind: str, subject: str = "") -> str:
    """The id of a widget: one for each kind and subject, so that patches find it."""
    return "widget-" + re.sub(r"[^a-z0-9]+", "-", f"{kind}-{subject}".lower()).strip("-")


def _unsearched(html: str, what: re.Pattern[str]) -> str:
    """Keep out of the search index what every activity says alike. A heading left out takes its section with it."""
    return what.sub(rf'\g<0> data-search-exclude="{UNSEARCHED}"', html)


def _flush(html: str) -> str:
    """No line of it is empty or indented: Markdown would take it for text."""
    return re.sub(r"\n\s+", "\n", html)
