"""What looks like a child's details is found; what only looks a little like it is left alone."""

import time

import pytest

from induction.privacy import name_list, private_looks
from tests.induction.page import Page, id_of


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A UPN: H801200001001.", "UPN"), ("h801200001001", "UPN"), ("H80120000100A", "UPN"),
        ("born 12/05/2014", "birth"), ("12.5.2014", "birth"), ("12-05-2014", "birth"), ("2014-05-12", "birth"), ("1/1/2021", "birth"),
        ("lives at SY23 3AB", "postcode"), ("sy233ab", "postcode"), ("SW1A 1AA", "postcode"), ("M1 1AA, by the park", "postcode"),
        ("CF10 1ND", "postcode"), ("a.parent@example.org", "email"), ("(mail: x+y@a-b.co.uk)", "email"),
    ],
)  # fmt: skip
def test_is_warned_of(text: str, word: str) -> None:
    (warning,) = private_looks(text)
    assert word in warning


@pytest.mark.parametrize(
    "text",
    [
        "", "Ring 01970 627 000 or 07700 900123.", "+44 1970 627000", "0800 1111", "In 2014 and 2015", "2014-15", "2025/26",
        "Year 10", "Y10",
        "Year 7 and 8", "KS3 4th lesson", "Y7 2nd half term", "P1 3rd row", "From 8.50 to 15.20", "9.30 am", "at 2.30 pm", "24/11/2026",
        "on 2026-11-24 at 09:30", "Seen 3/12/2026", "pp. 4-10, paras 15-35", "Section 7(3), s. 444", "3.10", "A4 paper", "1.2.3",
        "10/12 pupils",
        "45 % of 190 sessions", "H5P", "@ the gate", "Tel. 123456789012", "reference 1234567890123", "B12 vitamins", "£12.50", "01/02",
        "UPN", "date of birth", "Child A, Parent A", "Room E4 at 5pm", "1968 Regulations", "AWAF p. 4 paras 27-30",
    ],
)  # fmt: skip
def test_is_left_alone(text: str) -> None:
    assert private_looks(text) == ()


def test_more_than_one_is_said_of_each() -> None:
    assert len(private_looks("H801200001001 12/05/2014 SY23 3AB a@b.uk")) == 4


@pytest.mark.parametrize(
    "text",
    [
        "Jac Evans 82%\nMia Jones 71%\nTom Rees 64%", "Evans, Jac 7B\nJones, Mia 8C\nRees, Tom 9A", "Jac Evans, Mia Jones, Tom Rees",
        "1. Siân Rees\n2. Łukasz Nowak\n3. Mary-Ann O’Neil", "Who:\n- Ana Lee (81%)\n- Bo Ray\n- Cy Dow",
    ],
)  # fmt: skip
def test_a_list_of_pupils_is_warned_of(text: str) -> None:
    (warning,) = name_list(text)
    assert "list of names" in warning


@pytest.mark.parametrize(
    "text",
    [
        "Year Seven 82%\nYear Eight 71%\nYear Nine 64%", "Monday, Tuesday, Wednesday", "School A, School B, Parent C", "",
        "Autumn Term 1\nSpring Term 2\nSummer Term 3", "I asked Sian Rees and Tom Evans", "Key Stage 3, Key Stage 4",
        "Maths, English, Welsh, Science\nYear 7, Year 8", "Head Teacher, Deputy Head, Head of Year\nTutor Group",
        "Fewer in Year 9. Then more.\nWhy: no bus.\nMondays are worst.",
    ],
)  # fmt: skip
def test_groups_are_no_pupils(text: str) -> None:
    assert name_list(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "\n" * 200_000, "Ab Cd, " * 30_000, ", " + "1 " * 100_000, "Aa" * 100_000,
        "a" * 200_000,
        "a." * 100_000,
        "a@" * 100_000,
        "1/" * 100_000,
        "A1" * 100_000,
        "1" * 200_000,
        "a-" * 100_000 + "@",
    ],
)  # fmt: skip
def test_no_text_takes_long(text: str) -> None:
    begun = time.perf_counter()
    private_looks(text)
    name_list(text)
    assert time.perf_counter() - begun < 3


UPN = "H801200001001"
WARNING = "This looks like a pupil number (UPN)."


def test_what_is_typed_in_the_plan_the_log_and_the_evidence_is_looked_at_and_kept() -> None:
    page = Page().start(start="2026-11-23")
    subject, other = id_of("prompts"), id_of("topics")
    assert WARNING not in page.sight()
    page.do("plan.not-needed", subject, reason=f"Did it with {UPN}")
    assert (
        page.html["w-plan"].count(WARNING) == 1 and page.state.of(subject).plan.text("reason") == f"Did it with {UPN}"
    )
    page.do("plan.week", other, week="2026-11-23", who="A colleague", booked="", fallback=f"Visit {UPN}")
    assert WARNING in page.html["w-plan"].partition(f'id="plan-{other.replace(".", "-")}"')[2]
    assert WARNING not in page.html["w-log"]
    page.do("log.new")
    [entry] = page.state.log
    page.do("log", entry=entry, part="what", value=f"I met {UPN}")
    assert WARNING in page.html["w-log"] and UPN in page.html["w-log"]
    page.do("evidence.add", other, kind="notes", shows=UPN, kept="My folder", date="2026-11-20")
    assert WARNING in page.html[f"w-{other}"]
