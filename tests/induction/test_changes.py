"""Changed since you signed: who is told what moved, and that they read it."""

from dataclasses import replace

import pytest

from induction.events import event_text
from induction.moved import finished_on, moved, moved_for_signer
from induction.programme import Basis, Bundle, Change
from induction.transfer import request_events
from tests.induction.page import NAME, TODAY, Page, check_view, event, id_of, make_activity, make_bundle

PAGE, OTHER = "guidance.home-visits", "guidance.letters"
LATER = "2026-12-01"
NOTE = Change(
    LATER, "The page said to ring the office after a visit. It now says [before and after](guidance/x/).", True
)


def bundle(*changes: Change) -> Bundle:
    """Two activities, each on a page of its own; the first page has changed."""
    made = make_bundle(
        make_activity("prompts", rests_on=(id_of("prompts"), PAGE)), make_activity("reading", rests_on=(OTHER,))
    )
    bases = (
        Basis(id_of("prompts"), "Activity 1.1", "induction/ews/1-prompts/", "aaaa"),
        Basis(PAGE, "Home visits", "guidance/home-visits/", "bbbb", changes or (NOTE,)),
        Basis(OTHER, "Letters", "guidance/letters/", "cccc"),
    )
    return replace(made, bases=bases)


def touched(page: Page) -> int:
    return len(moved(page.bundle, page.bundle.programmes[0], page.state))


def tasks(page: Page) -> str:
    return page.html["w-tasks"]


def test_the_person_a_change_touches_sees_one_and_another_sees_none() -> None:
    """The row: alter one page."""
    one, another = Page(bundle(NOTE), seed=1).start(), Page(bundle(NOTE), seed=2).start("Gwen Pari")
    one.finish("prompts")
    another.finish("reading")
    assert (touched(one), touched(another)) == (1, 0)
    assert "Changed since you did the work: 1 page" in tasks(one)
    assert 'href="../guidance/home-visits/#page_changes"' in tasks(one)
    assert "1 December 2026" in tasks(one) and 'href="../guidance/x/"' in tasks(one)
    assert "Changed since" not in another.sight()
    one.do("sign.show", key=one.key("prompts"))
    one.sign(one.key("prompts"))
    one.do("sign.confirm")
    assert "Changed since you signed: 1 page" in tasks(one)
    assert "changed-notice" in one.html[f"w-{id_of('prompts')}"]
    assert "changed-notice" not in one.html[f"w-{id_of('reading')}"]


def test_reading_it_is_an_event_and_takes_the_notice_away() -> None:
    page = Page(bundle(NOTE)).start()
    page.finish("prompts")
    page.today = "2026-12-05"
    outcome = page.do("change.read", PAGE)
    [made] = outcome["events"]
    assert (made["type"], made["subject"], made["content"]) == ("read-change", PAGE, "bbbb")
    assert made["data"] == {"change": LATER, "on": "2026-12-05"}
    assert touched(page) == 0 and "Changed since" not in page.sight()
    assert "Changes you have read" in page.html["w-record"] and "Read on 5 December 2026" in page.html["w-record"]
    assert page.do("change.read", PAGE)["events"] == []  # once is enough
    check_view(tasks(page))


def test_a_newer_note_on_the_same_page_is_asked_for_again() -> None:
    page = Page(bundle(NOTE)).start()
    page.finish("prompts")
    page.do("change.read", PAGE)
    newer = replace(NOTE, date="2027-01-10", what="It now says whom to ring.")
    again = Page(bundle(newer, NOTE), store=page.store)
    again.open(page.opened)
    [mine] = moved(again.bundle, again.bundle.programmes[0], again.state)
    assert mine.changes == (newer,)
    [made] = again.do("change.read", PAGE)["events"]
    assert made["data"]["change"] == "2027-01-10"


@pytest.mark.parametrize(
    ("change", "count"),
    [
        (NOTE, 1),
        (replace(NOTE, matters=False), 0),  # said on the page, and nobody is called back for it
        (replace(NOTE, date=TODAY), 0),  # of the day the work was done: it was there
        (replace(NOTE, date="2026-11-21"), 0),
    ],
)
def test_what_touches_finished_work(change: Change, count: int) -> None:
    page = Page(bundle(change)).start()
    assert touched(page) == 0  # nothing is finished yet
    page.complete("prompts")
    assert touched(page) == 0  # in progress: the page will be read as it is now
    page.do("done", id_of("prompts"), on=TODAY)
    assert touched(page) == count


def test_the_day_of_the_work_counts_and_not_the_day_of_the_signature() -> None:
    page = Page(bundle(NOTE)).start()
    page.finish("prompts")
    page.today = "2026-12-10"
    page.do("sign.show", key=page.key("prompts"))
    page.sign(page.key("prompts"))
    page.do("sign.confirm")
    assert finished_on(page.activity("prompts")) == TODAY and touched(page) == 1


def test_a_change_that_was_read_stays_read_in_a_copy_and_is_in_no_request() -> None:
    page = Page(bundle(NOTE)).start()
    page.finish("prompts")
    page.do("change.read", PAGE)
    page.do("copy.save")
    assert '"read-change"' in page.files[-1]["text"]
    record = page.app.session.record
    assert record is not None
    assert "read-change" not in {one.type for one in request_events(record, [id_of("prompts")])}


def test_two_devices_that_both_read_it_keep_the_first_date() -> None:
    page = Page(bundle(NOTE)).start()
    page.finish("prompts")
    page.foreign(event("read-change", PAGE, {"change": LATER, "on": "2026-12-03"}, 90, name=NAME))
    page.foreign(event("read-change", PAGE, {"change": LATER, "on": "2026-12-09"}, 91, name=NAME))
    assert page.state.reads.on == {(PAGE, LATER): "2026-12-03"}
    assert "read-change" in event_text(event("read-change", PAGE, {"change": LATER, "on": TODAY}))


def test_nothing_is_noted_without_a_record_or_for_a_page_that_did_not_move() -> None:
    page = Page(bundle(NOTE))
    assert page.do("change.read", PAGE)["events"] == []
    page.start().finish("prompts")
    assert page.do("change.read", OTHER)["events"] == [] == page.do("change.read", "no.such")["events"]


def asks(seed: int, name: str, on: str = TODAY) -> tuple[Page, str]:
    """Somebody who asks for sign-off on what rests on the first page; the request."""
    page = Page(bundle(NOTE), seed=seed).start(name)
    page.finish("prompts", on)
    page.do("request.save")
    return page, page.files[-1]["text"]


def signer(seed: int, today: str, *requests: str) -> Page:
    """A manager who signs all of these on a day."""
    page = Page(bundle(NOTE), seed=seed)
    page.now, page.today = f"{today}T10:00:00Z", today
    page.do("file.opened", files=[{"name": f"{n}.json", "text": one} for n, one in enumerate(requests)], at="sign-off")
    keys = [f"{guest}/{id_of('prompts')}" for guest in page.app.session.guests]
    for key in keys:
        page.do("sign.show", key=key)
    page.sign(*keys)
    page.do("sign.confirm")
    return page


def test_the_signer_is_told_what_moved_since_they_signed_and_whose_work_rests_on_it() -> None:
    manager = signer(0x91, TODAY, asks(0x92, "Sam Evans")[1], asks(0x93, "Jo Bloggs")[1])
    team = manager.html["w-team"]
    assert "Changed since you signed: 1 page" in team and "It now says" in team
    for name in ("Sam Evans", "Jo Bloggs"):
        assert f"{name}: <a" in team
    assert ", signed on 22 November 2026 by Alex Morgan" in team
    assert "Changed since you signed: 1 page. " in manager.html["w-sign-off"]
    assert 'href="../my/team/#changed-pages"' in manager.html["w-sign-off"]


def test_a_signer_notes_that_they_read_it_and_it_is_kept_with_their_decisions() -> None:
    manager = signer(0x94, TODAY, asks(0x95, "Sam Evans")[1])
    outcome = manager.do("change.read", PAGE, at="team")
    assert outcome["events"] == [], "it is in nobody's record"
    (kept,) = outcome["kept"]["events"]
    assert (kept["type"], kept["subject"], kept["data"], kept["by"]["name"]) == (
        "read-change",
        PAGE,
        {"change": LATER, "on": TODAY},
        "Alex Morgan",
    )
    assert "Changed since you signed" not in manager.html["w-team"]
    assert "Read on 22 November 2026" in manager.html["w-team"]
    assert "Changed since you signed" not in manager.html["w-sign-off"]
    # Another visit: the note is still read, and the decisions are still counted and the reply can still be made again.
    later = Page(bundle(NOTE), seed=0x96, store={name: dict(events) for name, events in manager.store.items()})
    assert "Changed since you signed" not in later.html["w-team"] and "1 decision" in later.html["w-team"]
    assert manager.do("change.read", PAGE, at="team")["kept"] == {}, "nothing is left to read"


def test_what_had_moved_when_it_was_signed_stands_with_the_work_and_not_on_the_team_page() -> None:
    _, request = asks(0x97, "Sam Evans")
    page = Page(bundle(NOTE), seed=0x98)
    page.now, page.today = "2026-12-02T10:00:00Z", "2026-12-02"
    page.do("file.opened", files=[{"name": "sam.json", "text": request}], at="sign-off")
    (guest,) = page.app.session.guests
    page.do("sign.show", key=f"{guest}/{id_of('prompts')}")
    assert "Changed since this work was done:" in page.html["w-sign-off"]
    assert "1 December 2026: The page said to ring" in page.html["w-sign-off"]
    page.sign(f"{guest}/{id_of('prompts')}")
    page.do("sign.confirm")
    assert "Changed since you signed" not in page.html["w-team"]


def test_work_that_was_sent_back_or_of_somebody_dropped_tells_the_signer_nothing() -> None:
    _, request = asks(0x99, "Sam Evans")
    manager = signer(0x9A, TODAY, request)
    assert len(moved_for_signer(manager.app.session)) == 1
    (guest,) = manager.app.session.guests
    manager.do("team.ask", record=guest)
    manager.do("team.drop")
    assert moved_for_signer(manager.app.session) == [] and "Changed since" not in manager.html["w-team"]
    back = Page(bundle(NOTE), seed=0x9B)
    back.do("file.opened", files=[{"name": "sam.json", "text": request}], at="sign-off")
    (guest,) = back.app.session.guests
    back.sign(f"{guest}/{id_of('prompts')}", decision="needs-work", note="Say who")
    back.do("sign.confirm")
    assert moved_for_signer(back.app.session) == []
