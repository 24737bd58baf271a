"""How long things take, with words kept apart from minutes.

The pack gives times as minutes, days and phrases ("a few days", "at least a day"). They are never turned into
one invented sum: minutes add to minutes, days to days, and phrases stay words.
"""

import re
from dataclasses import dataclass
from functools import cache

_HALVES = {"½": 1, "half a": 1, "half an": 1, "a": 2, "an": 2, "one": 2, "two": 4, "three": 6}
_PART = re.compile(
    r"(?P<atleast>at least )?"
    r"(?P<amount>\d{1,5}½?|½|half a|half an|a few|an|a|one|two|three)\s+"
    r"(?P<unit>minutes?|hours?|days?)$"
)


@dataclass(frozen=True)
class Duration:
    """A length of time as a source states it: minutes, half days, half days "at least", and counts of "a few days"."""

    minutes: int = 0
    half_days: int = 0
    at_least_half_days: int = 0
    few_days: int = 0

    def __add__(self, other: "Duration") -> "Duration":
        return Duration(
            self.minutes + other.minutes,
            self.half_days + other.half_days,
            self.at_least_half_days + other.at_least_half_days,
            self.few_days + other.few_days,
        )

    def __bool__(self) -> bool:
        return bool(self.minutes or self.half_days or self.at_least_half_days or self.few_days)


@cache
def parse_duration(text: str) -> Duration:
    """Read a time such as ``1 hour 30 minutes``, ``half a day``, ``at least 1 day`` or ``a few days``.

    Raises ValueError, in words for an author, when the text is none of these.
    """
    total = Duration()
    for part in re.split(r"\s+and\s+|(?<=minutes)\s|(?<=hours)\s|(?<=hour)\s", text.strip().lower()):
        total += _one(part.strip(), text)
    return total


def _one(part: str, whole: str) -> Duration:
    match = _PART.match(part)
    if match is None:
        raise ValueError(
            f"time '{whole}' is not understood; write for example '10 minutes', '1 hour 30 minutes', "
            "'half a day', '1 day', 'at least 1 day' or 'a few days'"
        )
    amount, unit = match["amount"], match["unit"].rstrip("s")
    if amount == "a few":
        if unit != "day":
            raise ValueError(f"time '{whole}' is not understood; only 'a few days' can be a few")
        return Duration(few_days=1)
    halves = _halves(amount)
    if unit == "day":
        return Duration(at_least_half_days=halves) if match["atleast"] else Duration(half_days=halves)
    if match["atleast"]:
        raise ValueError(f"time '{whole}' is not understood; 'at least' goes with days only")
    return Duration(minutes=halves * (1 if unit == "minute" else 60) // 2)


def _halves(amount: str) -> int:
    if amount in _HALVES:
        return _HALVES[amount]
    return int(amount.rstrip("½")) * 2 + amount.endswith("½")


def say_duration(duration: Duration) -> str:
    """The time in words: ``19 h 40 + 2½ days + a few days``. Empty when there is none."""
    parts = []
    if duration.minutes:
        parts.append(_say_minutes(duration.minutes))
    if duration.at_least_half_days:
        # Days and "at least" days together are "at least" that many days, and no more than that can be said.
        parts.append("at least " + _say_days(duration.half_days + duration.at_least_half_days))
    elif duration.half_days:
        parts.append(_say_days(duration.half_days))
    if duration.few_days:
        parts.append("a few days" if duration.few_days == 1 else f"{duration.few_days} times a few days")
    return " + ".join(parts)


def _say_minutes(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    if not hours:
        return "1 minute" if rest == 1 else f"{rest} minutes"
    if not rest:
        return f"{hours} hour" if hours == 1 else f"{hours} hours"
    return f"{hours} h {rest:02d}"


def _say_days(halves: int) -> str:
    if halves == 1:
        return "half a day"
    whole, half = divmod(halves, 2)
    return f"{whole}{'½' if half else ''} {'day' if halves == 2 else 'days'}"
