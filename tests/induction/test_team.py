"""The manager's team: who is on it, what is known of each, dropping a person, erasing everything."""

import json
from dataclasses import replace
from typing import Any

import pytest

from induction.kept import KEPT, kept_decisions
from induction.progress import Counts, counts
from induction.team import found, read_counts, team, with_counts
from induction.transfer import read_file
from tests.induction.helpers import read_html
from tests.induction.page import Page, id_of

SECRET = "Words of the evidence"


def request(name: str, seed: int, *kinds: str, day: str = "2026-11-20") -> tuple[str, str]:
    """The id of somebody's record, and the request they send: these activities done and asked for."""
    page = Page(seed=seed)
    page.now, page.today = f"{day}T08:00:00Z", day
    page.start(name)
    for kind in kinds:
        page.complete(kind)
        if kind == "prompts":
            field = next(iter(page.activity(kind).answers))
            page.answer(id_of(kind), field, SECRET)
        page.do("done", id_of(kind), on=day)
    page.do("request.save")
    text = page.files[-1]["text"]
    if '"counts"' not in text:
        text = with_counts(text, counts(page.bundle.programmes[0], page.state))
    return str(page.opened), text


def sign_kept(page: Page, *keys: str) -> None:
    """Sign, as the page does: what is kept goes where a signer's own decisions are."""
    for key in keys:
        page.do("sign.show", key=key)
    page.sign(*keys)
    page.do("sign.confirm")


def again(manager: Page, seed: int) -> Page:
    """Another visit on the same device: the files are gone, what is stored is there."""
    return Page(seed=seed, store={KEPT: dict(manager.store.get(KEPT, {}))})


@pytest.fixture
def manager() -> Page:
    """Alex opened two people's requests, and signed one activity of Sam's."""
    page = Page(seed=40)
    sam, text = request("Sam Evans", 41, "prompts", "ideas")
    page.preview(text)
    _, text = request("Gwen Pari", 42, "topics", day="2026-11-03")
    page.preview(text)
    page.mount()
    sign_kept(page, f"{sam}/{id_of('prompts')}")
    return page


def test_two_people_with_what_waits_since_when_and_what_is_kept(manager: Page) -> None:
    gwen, sam = team(manager.app.session)
    assert (gwen.name, sam.name) == ("Gwen Pari", "Sam Evans")
    assert (gwen.waiting, gwen.waiting_since[:10], gwen.heard[:10]) == (1, "2026-11-03", "2026-11-03")
    assert (sam.waiting, sam.waiting_since[:10], len(sam.kept), sam.decided) == (1, "2026-11-20", 1, "2026-11-22")
    # As their files say; a signature of today is not in them yet.
    assert sam.counts == Counts(done=2, signed=0, to_sign=5, waiting=2, total=6)
    html = manager.html["w-team"]
    assert "2 people" in html and "2 activities wait for sign-off, the oldest since 3 November 2026 (19 days)." in html
    assert (
        "Education welfare officer" in html and "2 of 6" in html and "1 decision, the last on 22 November 2026" in html
    )


def test_nobody_but_those_from_files_and_kept_decisions_is_on_it(manager: Page) -> None:
    own = Page(seed=50).start("Somebody Else")
    own.finish("ideas")
    assert team(own.app.session) == [] and "Nobody is here yet" in own.html["w-team"]
    later = again(manager, 51)
    [sam] = team(later.app.session)
    assert (sam.name, sam.opened, sam.counts, sam.waiting, sam.heard) == ("Sam Evans", False, None, 0, "")
    assert "No file opened in this visit" in later.html["w-team"] and "Not known" in later.html["w-team"]


def test_no_answer_and_no_evidence_is_kept(manager: Page) -> None:
    assert SECRET in str(manager.app.session.guests)
    kept = manager.kept()
    assert SECRET not in kept and "Sam Evans" in kept
    [one] = kept_decisions(manager.app.session)
    assert one.decided.shown == ()


def test_a_person_who_leaves_is_dropped_after_a_question(manager: Page) -> None:
    sam = next(one for one in team(manager.app.session) if one.name == "Sam Evans")
    assert manager.do("team.drop")["effects"] == []  # not without the question
    manager.do("team.ask", record=sam.record)
    panel = manager.html["w-team"]
    assert "Drop Sam Evans from this device?" in panel and "1 decision that you made is kept here" in panel
    manager.do("team.keep")
    assert "Drop Sam Evans from this device?" not in manager.html["w-team"] and len(team(manager.app.session)) == 2
    manager.do("team.ask", record=sam.record)
    manager.do("team.drop")
    assert [one.name for one in team(manager.app.session)] == ["Gwen Pari"]
    assert "Sam Evans" not in manager.kept() and sam.record not in manager.app.session.guests
    assert "Sam Evans" not in manager.sight() and "Gwen Pari" in manager.html["w-sign-off"]
    assert [one.name for one in team(again(manager, 52).app.session)] == []


def test_everything_is_erased_after_a_question_and_stays_so(manager: Page) -> None:
    assert manager.do("team.erase")["effects"] == []
    assert "Sam Evans" in manager.html["w-sign-off"]
    manager.do("team.ask", record="all")
    assert "Erase everything on this device?" in manager.html["w-team"]
    outcome = manager.do("team.erase")
    assert {"kind": "record", "open": None, "forget": KEPT} in outcome["effects"]
    assert KEPT not in manager.store and team(manager.app.session) == [] and not manager.app.session.guests
    assert "Nobody is here yet" in manager.html["w-team"] and "Sam Evans" not in manager.sight()
    assert team(again(manager, 53).app.session) == []


def test_an_open_record_stays_open_when_the_team_is_erased(manager: Page) -> None:
    manager.start("Alex Morgan")
    manager.do("team.ask", record="all")
    outcome = manager.handle("team.erase")
    assert outcome["effects"][0] == {"kind": "record", "open": manager.opened, "forget": KEPT}


@pytest.mark.parametrize("command", ["team.ask", "team.drop", "team.erase", "team.keep", "team.find"])
def test_rubbish_changes_nothing(manager: Page, command: str) -> None:
    outcome = manager.do(command, record="no.such", find=7)
    assert not outcome["events"] and not outcome["kept"] and len(team(manager.app.session)) == 2


def test_many_people_can_be_searched() -> None:
    page = Page(seed=60)
    for number in range(9):
        page.preview(request(f"Person {number}", 61 + number, "ideas")[1])
    page.mount()
    html = page.html["w-team"]
    assert "9 people" in html and "team-form" in html
    page.do("team.find", find="PERSON  7")
    tree = read_html(page.html["w-team"])
    assert len(tree.all("tbody")[0].all("tr")) == 1 and "1 found for: PERSON 7" in page.html["w-team"]
    members = team(page.app.session)
    assert found(members, "officer welfare") == members and found(members, "nobody") == []


def test_two_people_of_one_name_and_a_name_that_is_html() -> None:
    page = Page(seed=80)
    page.preview(request("<b>Sam</b>", 81, "ideas")[1])
    page.preview(request("<b>Sam</b>", 82, "ideas")[1])
    page.mount()
    members = team(page.app.session)
    assert len(members) == 2 and members[0].record != members[1].record
    assert "<b>Sam" not in page.html["w-team"] and "&lt;b&gt;Sam" in page.html["w-team"]


@pytest.mark.parametrize(
    "counts",
    [
        None,
        [],
        {},
        {"done": 1, "signed": 1, "to_sign": 1, "waiting": 0, "total": "6"},
        {"done": 9, "signed": 1, "to_sign": 1, "waiting": 0, "total": 6},
        {"done": -1, "signed": 1, "to_sign": 1, "waiting": 0, "total": 6},
        {"done": True, "signed": 1, "to_sign": 1, "waiting": 0, "total": 6},
        {"done": 1, "signed": 3, "to_sign": 2, "waiting": 0, "total": 6},
    ],
)
def test_counts_that_cannot_be_are_not_shown(counts: Any) -> None:
    assert read_counts(counts) is None


def test_counts_ride_in_the_head_and_older_versions_pass_over_them() -> None:
    _, text = request("Sam Evans", 90, "ideas")
    value = json.loads(text)
    assert read_counts(value["counts"]) == Counts(done=1, signed=0, to_sign=5, waiting=1, total=6)
    plain = json.dumps({key: one for key, one in value.items() if key != "counts"})
    assert read_file(text) == read_file(plain)


def test_an_older_file_never_takes_the_place_of_what_a_newer_one_said() -> None:
    page = Page(seed=95)
    newer = request("Sam Evans", 96, "ideas", "prompts", day="2026-11-21")[1]
    older = request("Sam Evans", 96, "ideas", day="2026-11-10")[1]
    page.preview(newer)
    page.preview(older)
    [sam] = team(page.app.session)
    assert sam.heard[:10] == "2026-11-21" and sam.counts is not None and sam.counts.done == 2
    assert replace(sam, name="x").record == sam.record


def test_what_was_erased_is_not_shown_where_the_newer_request_is_opened_in_the_same_visit() -> None:
    own = Page(seed=120).start("Sam Evans")
    for kind in ("prompts", "ideas"):
        own.complete(kind)
        own.do("done", id_of(kind), on=own.today)
    field = next(iter(own.activity("prompts").answers))
    own.answer(id_of("prompts"), field, SECRET)
    own.do("request.save")
    manager = Page(seed=121)
    manager.preview(own.files[-1]["text"])
    # The decision counts on from the request, and so does what its sender does next: no higher tick, no more events.
    sign_kept(manager, own.key("ideas"))
    manager.do("sign.show", key=own.key("prompts"))
    assert SECRET in manager.html["w-sign-off"]
    own.do("erase.ask", id_of("prompts"), field=field)
    own.do("erase.confirm")
    own.do("request.save")
    assert SECRET not in own.files[-1]["text"]
    manager.preview(own.files[-1]["text"])
    assert SECRET not in manager.sight()
