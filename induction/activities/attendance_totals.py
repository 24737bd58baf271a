"""Sessions counted and their shares, each with the same figure of the copy beside it."""

from induction.attendance.figures import Figures, count, percent
from induction.attendance.marks import Session
from induction.views.html import Html, el, join
from induction.views.tables import table

Sessions = tuple[Session, ...]


def beside(real: str, copy: str | None) -> Html:
    """A figure, and the same figure of the copy."""
    if copy is None:
        return join(real)
    same = real == copy
    return join(
        real, el("span", f" copy: {copy}", class_="figure-copy" if same else "figure-copy figure-copy--changed")
    )


def totals(real: Sessions, copy: Sessions | None, caption: str, *, titled: bool = False) -> Html:
    """Possible, present, absent of both kinds, lates: sessions and shares."""
    one, two = count(real), count(copy) if copy else None
    rows = [
        ("Possible sessions", "possible"),
        ("Present, with approved activity", "present"),
        ("Absent", "absent"),
        ("of these authorised", "authorised"),
        ("of these unauthorised", "unauthorised"),
        ("Lates, before (L) and after (U) the register closed", "lates"),
    ]
    inside = f"{one.late_absences} of the {one.lates} lates came after the register closed"
    return join(
        table(
            caption,
            ["What", "Sessions", "Share of possible"],
            [[words, number(name, one, two), share(name, one, two)] for words, name in rows],
            titled=titled,
        ),
        el("p", f"{inside}: each of those is inside the unauthorised figure. Do not count it twice.")
        if one.late_absences
        else None,
    )


def number(name: str, one: Figures, two: Figures | None) -> Html:
    """A count of `Figures` by its name."""
    return beside(str(getattr(one, name)), None if two is None else str(getattr(two, name)))


def share(name: str, one: Figures, two: Figures | None) -> Html:
    """A count as its share of the possible sessions."""
    shares = [percent(getattr(each, name), each.possible) for each in (one, two) if each is not None]
    return beside(shares[0], shares[1] if two is not None else None)
