"""Days off: the nation's bank holidays, and leave. No reason for leave is ever asked, so none is kept."""

from induction.dates import parse_date, say_date
from induction.planning.weeks import Contract, contract_of
from induction.programme import Service
from induction.state import State
from induction.steps import Period


def bank_holidays(state: State, service: Service) -> tuple[Period, ...]:
    """The bank holidays that are not worked."""
    return tuple(one for one in service.bank_holidays if not worked(state, one))


def worked(state: State, bank_holiday: Period) -> bool:
    """True when the plan says that somebody works on a bank holiday."""
    said = state.days_off.get(bank_holiday.first)
    return said is not None and not said.first


def leave(state: State) -> list[tuple[str, Period]]:
    """Every leave with its id, by date."""
    found = [(name, one) for name, one in state.days_off.items() if one.first and name != one.first]
    return sorted(found, key=lambda each: (each[1].first, each[0]))


def contract_for(state: State, service: Service) -> Contract | None:
    """The contract of a record, with the days off; None without a start date."""
    off = (*bank_holidays(state, service), *(one for _, one in leave(state)))
    return contract_of(state.details, off)


def as_text(state: State) -> str:
    """What was said about days off, for an agreement: ``2026-12-21/2026-12-23``, and the date alone of a bank holiday worked."""
    said = {f"{one.first}/{one.last}" for _, one in leave(state)}
    return " ".join(sorted(said | {name for name, one in state.days_off.items() if not one.first and parse_date(name)}))


def in_words(text: str) -> str:
    """The same in words."""
    return ", ".join(
        f"off {say_period(Period(first, last, ''))}" if last else f"at work on {say_date(first)}"
        for first, _, last in (one.partition("/") for one in text.split())
    )


def say_period(one: Period) -> str:
    """A day, or the first and the last: ``21 December 2026 to 23 December 2026``."""
    return say_date(one.first) if one.first == one.last else f"{say_date(one.first)} to {say_date(one.last)}"
