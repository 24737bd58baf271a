"""The weeks of a plan: the time there is, what is planned, a chart of the load, and all of it on one sheet."""

from induction.dates import say_date
from induction.model import Session
from induction.planning.account import Fit, Load, bookings, fit, loads
from induction.planning.agreement import standing
from induction.planning.days_off import contract_for
from induction.planning.weeks import Contract, counting_rule, say_days, say_minutes
from induction.programme import Activity, Programme
from induction.times import say_duration
from induction.views.html import Html, el, join
from induction.views.plan_agree import parties_words
from induction.views.tables import table


def weeks(session: Session, programme: Programme) -> Html:
    """Whether it fits, the chart, and the sheet, which is the chart's table."""
    contract = contract_for(session.state, session.bundle.service)
    title = el("h2", "Week by week", id="plan-weeks", tabindex="-1")
    if contract is None or not contract.minutes:
        missing = "start date" if contract is None else "hours a week"
        words = f"Enter the {missing} above: then every week shows the time there is."
        return el("section", title, el("p", words, class_="notice"), class_="part")
    closures = session.bundle.service.closures
    listed = loads(programme, session.state, contract, closures)
    whole = fit(programme, session.state, contract, closures)
    return el(
        "section",
        title,
        el("p", _who(session, programme), class_="print-only"),
        el(
            "p",
            fits_words(whole, contract),
            class_="notice" if not whole.over else "notice notice--warning",
            id="plan-fit",
        ),
        el("p", counting_rule(contract), class_="field__hint no-print"),
        chart(listed),
        _sheet(session, programme, listed, contract),
        class_="part plan-sheet",
    )


def _who(session: Session, programme: Programme) -> str:
    details = session.state.details
    said = (
        details.get("name", ""),
        programme.role_title,
        f"manager {details['manager']}" if details.get("manager") else "",
        f"{details['hours']} hours a week",
        say_days(details),
        f"starts on {say_date(details['start'])}",
    )
    return ", ".join(filter(None, said)) + "."


def fits_words(whole: Fit, contract: Contract) -> str:
    """Whether all that is to be done fits into the weeks, and by how much."""
    span = f"{contract.weeks} calendar weeks from {say_date(contract.start.isoformat())}"
    if not whole.have:
        return f"Does not fit: there is no working time in the {span}."
    share = whole.need * 100 // whole.have
    told = f"about {say_minutes(whole.need)} of work for {say_minutes(whole.have)} of working time, {share}%"
    if whole.whole > whole.have:
        told += f" (before days off: {say_minutes(whole.whole)}, {whole.need * 100 // whole.whole}%)"
    if whole.over:
        return f"Does not fit in the {span}, by {say_minutes(whole.over)}: {told}."
    return f"Fits in the {span}, with {say_minutes(whole.have - whole.need)} to spare: {told}."


def load_words(one: Load) -> str:
    """How full a week is."""
    if not one.minutes:
        return "nothing planned" if one.week.minutes else "no working time"
    if one.over > 0:
        return f"too much by {say_minutes(one.over)}"
    return f"{one.minutes * 100 // one.week.minutes}% full"


_LEFT, _BAR, _WIDE, _HIGH = 104, 190, 390, 26


def chart(listed: list[Load]) -> Html:
    """A bar for each week as inline SVG; the sheet below it is its table."""
    most = max((max(one.minutes, one.week.minutes) for one in listed), default=0) or 1
    pieces = [piece for at, one in enumerate(listed) for piece in _bar(at * _HIGH, at + 1, one, most)]
    return el(
        "figure",
        el(
            "svg",
            *pieces,
            viewBox=f"0 0 {_WIDE} {len(listed) * _HIGH}",
            role="img",
            aria_label="Chart of the load of each week. The table that follows has the same figures",
            class_="chart__bars",
        ),
        el("figcaption", "Filled: planned. Outline: the working time of the week."),
        class_="chart no-print",
    )


def _bar(top: int, number: int, one: Load, most: int) -> list[Html]:
    def rect(width: int, look: str, fill: str) -> Html:
        return el(
            "rect",
            x=_LEFT,
            y=top + 5,
            width=width * _BAR // most,
            height=14,
            fill=fill,
            stroke="currentColor",
            class_=look,
        )

    def text(left: int, words: str) -> Html:
        return el("text", words, x=left, y=top + 17, fill="currentColor", **{"font-size": 12})

    day = say_date(one.week.iso).rpartition(" ")[0]
    bars = [rect(one.minutes, "plan-bar", "currentColor")] if one.minutes else []
    bars += [rect(one.week.minutes, "plan-room", "none")] if one.week.minutes else []
    words = (
        "too much" if one.over > 0 else f"{one.minutes * 100 // one.week.minutes}%" if one.week.minutes else "no time"
    )
    return [text(0, f"{number}: {_short(day)}"), *bars, text(_LEFT + _BAR + 6, words)]


def _short(day: str) -> str:
    number, _, month = day.partition(" ")
    return f"{number} {month[:3]}"


def _sheet(session: Session, programme: Programme, listed: list[Load], contract: Contract) -> Html:
    rows = [
        [
            join(f"{number}: {say_date(one.week.iso)}", _beyond(number, contract)),
            join(_have(one)),
            join(say_duration(one.time) or "nothing"),
            join(load_words(one)),
            join(say_duration(one.others) or "none"),
            join("; ".join(_named(each) for each in one.activities) or "Nothing yet"),
        ]
        for number, one in enumerate(listed, start=1)
    ]
    head = ["Week", "Working time", "Planned", "Load", "Of that with somebody else", "What"]
    return join(
        table("The plan, week by week", head, rows, cards=True, titled=True),
        el("p", counting_rule(contract), class_="print-only"),
        _left(session, programme),
    )


def _beyond(number: int, contract: Contract) -> str:
    return " (after the weeks planned)" if number > contract.weeks else ""


def _have(one: Load) -> str:
    closed = f" Schools closed: {one.week.closed}." if one.week.closed else ""
    off = f" Off: {one.week.off}." if one.week.off else ""
    return f"{say_minutes(one.week.minutes)}.{closed}{off}"


def _named(one: Activity) -> str:
    return f"Reading {one.number}" if one.reading else one.name


def _left(session: Session, programme: Programme) -> Html:
    """What the weeks do not show, for the sheet of paper: bookings, what is left out, and who agreed."""
    listed = bookings(programme, session.state)
    booked = [f"{one.name}, {say_date(one.booked)}{f', {one.who}' if one.who else ''}" for one in listed if one.booked]
    open_ = [one.number or one.name for one in listed if not one.booked]
    stands = standing(programme, session.state)
    return el(
        "div",
        el("p", el("strong", "Booked: "), "; ".join(booked) or "nothing yet", "."),
        el("p", el("strong", "To book: "), ", ".join(open_) or "nothing", "."),
        el("p", el("strong", "Left out or met before: "), "; ".join(_left_out(session, programme)) or "nothing", "."),
        el(
            "p",
            el("strong", "Agreed: "),
            parties_words(stands) if stands else "Inductee ____________________ Manager ____________________",
        ),
        class_="print-only plan-left",
    )


def _left_out(session: Session, programme: Programme) -> list[str]:
    said = []
    for one in programme.activities:
        entry = session.state.of(one.id).plan
        if entry.choice != "planned":
            said.append(
                f"{_named(one)} ({session.bundle.word('choice', entry.choice).lower()}: {entry.text('reason')})"
            )
    return said
