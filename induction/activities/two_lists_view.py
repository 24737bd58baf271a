"""Two lists as a page: 1 list, 2 mark, 3 choose and act.

What is recorded is always on the page, so that it can be taken back, even where it no longer counts.
"""

from typing import TYPE_CHECKING

from induction.activities.base import filled, shorten
from induction.views.forms import Form, field_id
from induction.views.html import Html, el, inline, join, plain, spoken
from induction.views.parts import item, item_level, part_heading

if TYPE_CHECKING:  # the response type imports this module
    from induction.activities.two_lists import Line, ReasonList, TwoLists

_INFLUENCE = (("can", "Can influence"), ("cannot", "Cannot influence"))


def influence_words(code: str) -> str:
    """The words of a mark; the code itself when a later version added it."""
    return dict(_INFLUENCE).get(code, code)


def two_lists(part: "TwoLists", form: Form) -> Html:
    """The whole part."""
    return el(
        "div",
        part_heading(part, form),
        el(
            "ol",
            el("li", "List what comes to mind, one thing a line."),
            el("li", "Mark each line: ", inline(part.influence, form.root)),
            el("li", f"Choose {part.choose} of the lines you can influence in each list, and say what to do."),
            class_="steps",
        ),
        *(_list(part, one, form) for one in part.lists),
        class_="two-lists",
        id=f"{field_id(part.id)}-field",
    )


def _list(part: "TwoLists", one: "ReasonList", form: Form) -> Html:
    name, level, about = f"{part.id}.{one.id}", item_level(part.title), f": {plain(one.title)}"
    lines = part.lines(one, form.answers)
    return item(
        name,
        one.title,
        level,
        el(f"h{level + 1}", spoken("Steps 1 and 2: list and mark", about)),
        *(_line(part, one, line, form) for line in lines),
        form.add_row(name, spoken("Add another line", about)),
        el(f"h{level + 1}", spoken(f"Step 3: choose {part.choose} and act", about)),
        _choice(part, one, lines, form),
        kind="list",
    )


def _line(part: "TwoLists", one: "ReasonList", line: "Line", form: Form) -> Html:
    about = f": {plain(one.title)}"
    words = spoken(plain(part.influence), f" (line {line.number}{about})")
    remove = form.remove_row(line.name, line.row, spoken(f"Remove line {line.number}", about)) if line.added else None
    return el(
        "div",
        form.box(line.field, spoken(f"Line {line.number}", about), lines=2),
        form.radios(f"{line.field}.influence", words, _INFLUENCE, beside=True),
        remove,
        class_="line added" if line.added else "line",
    )


def _choice(part: "TwoLists", one: "ReasonList", lines: list["Line"], form: Form) -> Html:
    offered = [line for line in lines if line.offered or line.chosen or filled(line.action)]
    count = sum(line.counts for line in lines)
    return join(
        el(
            "p",
            "Lines that you mark as ones you can influence are offered here. For each one that you choose: ",
            inline(one.action, form.root),
        ),
        el(
            "p",
            f"{count} of {part.choose} chosen",
            # Two records that were merged can hold more than either of them was allowed.
            f". Choose only {part.choose}." if count > part.choose else None,
            class_="count",
            id=f"{field_id(f'{part.id}.{one.id}')}-count",
        ),
        *(_offer(one, line, form) for line in offered),
    )


def _offer(one: "ReasonList", line: "Line", form: Form) -> Html:
    words = shorten(line.text) or f"Line {line.number}, empty now"
    # What a person typed is never read for links.
    about = f" (line {line.number}: {words})"
    act = line.chosen or filled(line.action)
    return el(
        "div",
        form.tick(f"{line.field}.chosen", spoken(line.text.strip() or words, f" (line {line.number})"))
        if line.offered or line.chosen
        else el("p", words),
        el("p", _why_not(line), class_="notice") if act and not line.counts else None,
        form.box(f"{line.field}.action", spoken(plain(one.action), about)) if act else None,
        class_="offer",
        id=f"{field_id(line.field)}-offer",
    )


def _why_not(line: "Line") -> str:
    if not filled(line.text):
        return "This line is empty now, so it does not count."
    if line.influence == "can":
        return "Not chosen, so it does not count. What you wrote is kept."
    if line.influence:
        return f"Marked '{influence_words(line.influence)}', so it does not count."
    return "Not marked as one you can influence, so it does not count."
