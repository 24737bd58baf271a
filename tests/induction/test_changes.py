"""Changed since you signed: who is told what moved, and that they read it."""

from dataclasses import replace

import pytest

from induction.events import event_text
from induction.moved import finished_on, moved
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
