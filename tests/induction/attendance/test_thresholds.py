"""FEATURES rows 33 and 34: which line, where and when; and the ten-day test."""

import pytest

from induction.attendance.figures import count
from induction.attendance.thresholds import RULES, must_tell, verdicts
from tests.induction.attendance.pupil import PUPIL, pupil


@pytest.mark.parametrize(
    ("present", "possible", "wanted"),
    [
        # Exactly 20 %: the pack disagrees with itself.
        (96, 120, {"pack-1d": False, "pack-4b": True, "wales": True, "england": True, "scotland": True}),
        # Exactly 10 %: VERIFIED, not row 33, for Wales.
        (108, 120, {"pack-1d": False, "pack-4b": False, "wales": True, "england": True, "scotland": True}),
        (342, 380, {"pack-1d": False, "pack-4b": False, "wales": True, "england": True, "scotland": True}),
        (109, 120, dict.fromkeys(("pack-1d", "pack-4b", "wales", "england", "scotland"), False)),
        (95, 120, dict.fromkeys(("pack-1d", "pack-4b", "wales", "england", "scotland"), True)),
        (0, 0, dict.fromkeys(("pack-1d", "pack-4b", "wales", "england", "scotland"), False)),
    ],
)
def test_each_rule_draws_its_own_line(present: int, possible: int, wanted: dict[str, bool]) -> None:
    assert {rule.id: rule.met(possible - present, possible) for rule in RULES} == wanted


def test_a_share_that_only_rounds_to_the_line_is_not_on_it() -> None:
    # 9.9999 % of a hundred thousand sessions says "10.00%" on a page.
    assert not any(rule.met(9_999_900, 100_000_000) for rule in RULES)


def test_each_rule_names_its_place_and_its_date() -> None:
    for rule in RULES:
        assert any(place in rule.where for place in ("Wales", "England", "Scotland"))
        assert any(year in rule.where for year in ("2014", "2023", "2024", "2026"))
    assert [rule.words for rule in RULES][:3] == ["more than 20%", "20% or more", "10% or more"]


def test_the_pupil_of_4_4_is_past_every_line() -> None:
    assert all(met for _, met in verdicts(count(PUPIL)))


def test_the_pupil_of_4_4_meets_one_limb() -> None:
    test = must_tell(PUPIL)
    assert test.run and len(test.run) == 9 and not test.ten_days and test.irregular
    assert test.words == "The ten-day limb is not met, but the irregular attendance limb is met."


@pytest.mark.parametrize(
    ("days", "ten", "irregular"),
    [
        # The four invented pupils of guidance.attendance-figures#tell-the-council.
        (["OO"] * 10, True, True),
        (["OO"] * 9 + ["/O", "OO", "OO", "O\\"], False, True),
        (["OO", "/\\", "/\\", "/\\", "/\\"] * 4, False, True),
        (["II"] * 15, False, False),
        (["OO"] * 9 + ["O\\"], False, True),
        (["OO"] * 5 + ["##"] * 5 + ["OO"] * 5, True, True),
        (["UU"] + ["/\\"] * 9, False, False),
        ([], False, False),
    ],
)
def test_ten_days_and_irregular(days: list[str], ten: bool, irregular: bool) -> None:
    test = must_tell(pupil(*days))
    assert (test.ten_days, test.irregular) == (ten, irregular)
