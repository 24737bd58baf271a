"""The pupil of activity 4.4, as `content` has the marks (`tests/schemas/test_attendance.py` holds the two together)."""

import datetime

from induction.attendance.marks import Session, Week, changed, sessions

WEEKS = tuple(
    Week(monday, tuple(days.split()))
    for monday, days in (
        ("2013-09-02", "## OO OO OO OO"),
        ("2013-09-09", "/\\ U\\ /\\ /\\ /\\"),
        ("2013-09-16", "/\\ U\\ /\\ /\\ /\\"),
        ("2013-09-23", "U\\ U\\ /\\ /\\ /\\"),
        ("2013-09-30", "/\\ OO OO /\\ /\\"),
        ("2013-10-07", "/\\ /\\ /\\ /\\ /\\"),
        ("2013-10-14", "/\\ /\\ /\\ /\\ /\\"),
        ("2013-10-21", "/\\ /\\ /\\ /\\ **"),
        ("2013-10-28", "** ** ** ** **"),
        ("2013-11-04", "/\\ /\\ /\\ OO OO"),
        ("2013-11-11", "/\\ HH /\\ /\\ /\\"),
        ("2013-11-18", "HH HH HH U\\ /\\"),
        ("2013-11-25", "/\\ /\\ OO OO OO"),
        ("2013-12-02", "OO O- -- -- --"),
    )
)
HALF_TERM = datetime.date(2013, 10, 28)
PUPIL = sessions(WEEKS)


def days(date: str, mark: str, *more: str) -> dict[str, str]:
    """Both sessions of these days made ``mark``, as `changed` takes them."""
    return {f"{one}.{half}": mark for one in (date, *more) for half in ("am", "pm")}


def pupil(*days: str) -> tuple[Session, ...]:
    """An invented pupil from days in a row, weeks from Monday 6 September 2027 on; what is not given is ``--``."""
    padded = [*days, *["--"] * (-len(days) % 5)]
    monday = datetime.date(2027, 9, 6)
    return sessions(
        Week((monday + datetime.timedelta(days=7 * (at // 5))).isoformat(), tuple(padded[at : at + 5]))
        for at in range(0, len(padded), 5)
    )


__all__ = ["HALF_TERM", "PUPIL", "WEEKS", "changed", "days", "pupil"]
