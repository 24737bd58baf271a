"""A row of buttons that narrow a list, one of them pressed: the same wherever a list can be narrowed."""

from collections.abc import Sequence

from induction.decode import canonical
from induction.views.html import Html, el


def filter_row(command: str, key: str, name: str, label: str, choices: Sequence[tuple[str, str]], shown: str) -> Html:
    """``choices``: code and words of each; a press sends ``command`` with the code as its argument ``key``."""
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
