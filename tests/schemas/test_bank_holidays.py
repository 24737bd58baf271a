"""Bank holidays: what an author can get wrong, whose days reach the browser, and that our own list is the published one."""

from pathlib import Path

import pytest

from induction.dates import parse_date
from schemas.compile import bundle
from schemas.handbook import load, load_lenient

from .conftest import TINY

FILE = "bank-holidays.yml"
OURS = load_lenient(Path(__file__).parents[2])[0]


def days(nation: str) -> list[str]:
    assert OURS and OURS.bank_holidays
    return [one.date.isoformat() for one in OURS.bank_holidays.days if nation in one.nations]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("2026-04-06", "2026-04-05", "4: 2026-04-05 is a Saturday or Sunday; write the substitute day"),
        ("2026-08-03", "2026-04-03", "1: 2026-04-03 stands behind 2026-04-06; write the days by date"),
        ("2026-08-03, name: summer bank holiday, nations: [scotland]", "2026-04-06, name: Twice, nations: [wales]",
         "1: 2026-04-06 stands twice for the same nation"),
        ("[scotland]", "[]", "5: "),
        ("source: www.gov.uk/bank-holidays", "source: ", "1: "),
    ],
)  # fmt: skip
def test_what_is_wrong_with_bank_holidays(tiny, old: str, new: str, problem: str) -> None:
    tiny.write(FILE, TINY[FILE].replace(old, new))
    found = [str(one) for one in load_lenient(tiny.root)[1]]
    assert [one for one in found if one.startswith(f"content/bank-holidays.yml:{problem}")], found


def test_a_service_gets_those_of_its_nation_and_none_without_a_list(tiny) -> None:
    made = bundle(load(tiny.root)).service
    assert [(one.first, one.last, one.name) for one in made.bank_holidays] == [
        ("2026-04-06", "2026-04-06", "Easter Monday")
    ]
    assert made.bank_seen == "2026-08-21"
    (tiny.root / "content" / FILE).unlink()
    assert bundle(load(tiny.root)).service.bank_holidays == ()


def test_our_own_days_are_those_of_the_law_with_their_substitutes() -> None:
    """Eight a year in Wales and England; in Scotland nine, and one more in 2026. None is on a weekend."""
    wales, england, scotland = (days(one) for one in ("wales", "england", "scotland"))
    assert (
        wales == england
        and [sum(one.startswith(year) for one in wales) for year in ("2026", "2027", "2028")] == [8] * 3
    )
    assert [sum(one.startswith(year) for one in scotland) for year in ("2026", "2027", "2028")] == [10, 9, 9]
    assert {"2026-12-25", "2026-12-28", "2027-12-27", "2027-12-28", "2028-01-03"} <= set(wales) & set(scotland)
    assert {"2026-04-06", "2026-08-31"} <= set(wales) - set(scotland)
    assert {"2027-01-04", "2026-06-15", "2026-11-30", "2026-08-03"} <= set(scotland) - set(wales)
    assert all((date := parse_date(one)) and date.weekday() < 5 for one in wales + scotland)
