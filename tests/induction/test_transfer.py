"""Files: what a bad one is refused with, what goes into a request and a reply, merging, and files of every released version."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from induction.decode import MAX_BYTES
from induction.events import EVENT_TYPES
from induction.merging import preview
from induction.migrations import MIGRATIONS, VERSION, migrate
from induction.record import Record
from induction.state import fold
from induction.transfer import Refused, file_name, read_file, write_file
from tests.fixtures.make_record import added
from tests.induction.page import NOW, TODAY, Page, event, id_of, make_bundle

FIXTURES = Path(__file__).parent.parent / "fixtures" / "records"
PRIVATE = "Wool-gathering in the corridor"


def opened() -> Page:
    page = Page().start()
    page.answer(id_of("prompts"), "role.functions", "What I wrote")
    return page


def file_of(page: Page) -> dict[str, Any]:
    page.do("copy.save")
    return json.loads(page.files[-1]["text"])


def changed(value: dict[str, Any], **new: Any) -> str:
    return json.dumps({**value, **new}, ensure_ascii=False)


def test_each_bad_file_has_its_own_sentence_and_changes_nothing() -> None:
    page = opened()
    good = file_of(page)
    text = json.dumps(good)
    other = "01934f99-0000-7000-8000-000000000000"
    theirs = [
        {**good["events"][0], "id": other, "subject": other, "data": {**good["events"][0]["data"], "name": "Jo Bloggs"}}
    ]
    without_start = [one for one in good["events"] if one["type"] != "started"]
    bad = {
        "not JSON": ("Dear Sam, here it is", "is not an induction record"),
        "empty": ("", "is not an induction record"),
        "another file": ('{"name": "a list", "version": 1}', "is not an induction record"),
        "a list": ("[1, 2]", "is not an induction record"),
        "cut short": (text[: len(text) // 2], "damaged or cut short"),
        "no version": (changed(good, version=None), "which version"),
        "version 1.0": (changed(good, version=1.0), "which version"),
        "version true": (changed(good, version=True), "which version"),
        "newer": (changed(good, version=VERSION + 1), "newer version of this site"),
        "parts missing": (changed(good, saved="yesterday"), "parts of it are missing"),
        "no such kind": (changed(good, kind="diary"), "parts of it are missing"),
        "events no list": (changed(good, events={}), "parts of it are missing"),
        "nothing readable": (changed(good, events=[{"id": 1}, 3]), "none of its entries can be read"),
        "no events": (changed(good, events=[]), "none of its entries can be read"),
        "another person's": (changed(good, record=other, name="Jo Bloggs", events=theirs), "belongs to Jo Bloggs"),
        "another service's": (changed(good, service="elsewhere"), "another service"),
        "huge": (" " * (MAX_BYTES + 1), "larger than any record"),
        "deep": ('{"format":' + "[" * 3000 + "]" * 3000 + "}", "built in a way that no record is"),
        "NaN": (text.replace('"version": 1', '"version": NaN'), "damaged or cut short"),
        "request about no programme of ours": (
            changed(good, kind="request", programme="plumbing"),
            "a programme that this handbook does not have",
        ),
    }
    sentences = {}
    for name, (file, words) in bad.items():
        sentences[name] = page.refusal(file)
        assert words in sentences[name], (name, sentences[name])
        assert "Nothing was changed." in sentences[name]
        assert not page.app.session.view.get("preview")
        page.do("cancel")
    page.do("record.close")
    assert "Open your record first" in page.refusal(changed(good, kind="reply"))
    assert "whose record it is" in page.refusal(changed(good, events=without_start))


def test_a_request_is_never_merged_as_a_record() -> None:
    page = opened()
    record = page.app.session.record
    assert record is not None
    text = write_file("request", "example-service", record, record.ordered(), NOW)
    with pytest.raises(Refused, match="request for sign-off"):
        preview(read_file(text), "x", record, "example-service")


def test_a_record_cannot_begin_under_the_name_of_another() -> None:
    page = opened()
    good = file_of(page)
    foreign = {
        **good["events"][0],
        "id": "01934f99-0000-7000-8000-000000000001",
        "subject": "01934f99-0000-7000-8000-000000000001",
    }
    file = read_file(changed(good, events=[*good["events"], foreign]))
    assert file.damaged == 1 and foreign["id"] not in [one.id for one in file.events]


def test_a_damaged_entry_is_counted_and_the_rest_used() -> None:
    page = opened()
    good = file_of(page)
    fresh = Page(store={})
    fresh.preview(changed(good, events=[*good["events"], {"id": "x"}, 7]))
    assert "2 entries of the file cannot be read" in fresh.html["w-start"]
    fresh.do("file.merge")
    assert fresh.activity("prompts").text("role.functions") == "What I wrote"


def test_a_copy_opens_on_an_empty_machine_and_is_the_same_record() -> None:
    page = opened()
    page.finish("ideas")
    page.sign(page.key("ideas"))
    page.do("sign.confirm")
    page.do("copy.save")
    fresh = Page(seed=2)
    fresh.preview(page.files[-1]["text"])
    assert "Sam Evans" in fresh.html["w-start"] and not fresh.store
    fresh.do("file.merge")
    assert fresh.opened == page.opened
    assert fresh.state == page.state
    assert {"kind": "go-to", "page": "induction/ews/"} in fresh.effects


def test_merging_twice_is_harmless_and_merging_can_be_undone() -> None:
    page = opened()
    before = file_of(page)
    other = Page(store={}, seed=3)
    other.preview(json.dumps(before))
    other.do("file.merge")
    other.answer(id_of("topics"), "law.sharing", "Written elsewhere")
    file = json.dumps(file_of(other))
    was = page.state
    assert "1 answer" in (page.preview(file) and page.html["w-start"])
    made = page.do("file.merge")
    assert len(made["events"]) == 2 and page.activity("topics").text("law.sharing") == "Written elsewhere"
    page.preview(file)
    assert "Nothing would change" in page.html["w-start"]
    assert page.do("file.merge")["events"] == []
    page.preview(file)
    page.do("cancel")
    page.app.session.view["merged"] = made["view"]["merged"]
    page.do("file.undo")
    assert page.activity("topics").text("law.sharing") == ""
    assert page.state.activities.get(id_of("prompts")) == was.activities.get(id_of("prompts"))
    assert "Written elsewhere" in page.kept(), "withdrawn, not gone"
    assert page.do("file.undo")["events"] == []


def test_merging_an_older_copy_brings_no_erased_word_back() -> None:
    page = opened()
    older = json.dumps(file_of(page))
    page.do("erase.ask", id_of("prompts"), field="role.functions")
    page.do("erase.confirm")
    page.preview(older)
    page.do("file.merge")
    assert "What I wrote" not in page.kept() + page.sight() + json.dumps(file_of(page))


def test_a_file_that_erases_says_so_and_spares_other_erasures() -> None:
    page = opened()
    page.answer(id_of("topics"), "law.sharing", "Stays for now")
    page.do("erase.ask", id_of("prompts"), field="role.functions")
    erased = page.do("erase.confirm")["events"][0]
    good = file_of(page)
    mine = [one["id"] for one in good["events"] if one["type"] == "answer"]
    more = asdict(event("erased", good["record"], {"ids": [*mine, erased["id"], "unheard-of"]}))
    page.preview(changed(good, events=[*good["events"], more]))
    assert "It erases 1 entry of the open record" in page.html["w-record"]
    outcome = page.handle("file.merge")
    assert outcome["erase"] == mine
    page.store_and_apply(outcome)
    record = page.app.session.record
    assert record is not None and erased["id"] in record.events


def test_a_file_that_says_one_id_twice_is_merged_as_the_laws_say() -> None:
    page = opened()
    good = file_of(page)
    one = asdict(event("answer", id_of("topics"), {"field": "law.sharing", "prompt": "p", "value": "bbb"}))
    two = {**one, "data": {**one["data"], "value": "aaa"}}
    for order in ([one, two], [two, one]):
        fresh = preview(read_file(changed(good, events=order)), "x", Record(good["record"]), "example-service")
        assert [made.data["value"] for made in fresh.new] == ["aaa"]


# -- requests and replies


def asked() -> Page:
    """A record with one activity that waits, one that does not, and a log of which nothing is shared."""
    page = opened()
    page.finish("ideas")
    page.do("log.new")
    (entry,) = page.state.log
    page.do("log", entry=entry, part="what", value=PRIVATE + " (first wording)")
    page.do("log", entry=entry, part="what", value=PRIVATE)
    page.do("log", entry=entry, part="so-what", value="So: quiet")
    page.do("log", entry=entry, part="activity", value=id_of("ideas"))
    return page


def test_a_request_holds_no_line_of_the_log_that_is_not_shared() -> None:
    page = asked()
    (entry,) = page.state.log
    page.do("request.save")
    assert PRIVATE not in page.files[-1]["text"] and "So: quiet" not in page.files[-1]["text"]
    assert "Idea 1" in page.files[-1]["text"]
    assert "What I wrote" not in page.files[-1]["text"], "an activity that does not wait"
    page.do("log.share", entry=entry, part="what", shared="yes")
    page.do("request.save")
    text = page.files[-1]["text"]
    assert PRIVATE in text and "So: quiet" not in text
    assert "first wording" not in text, "what was taken out before sharing was never shared"
    manager = Page(seed=4)
    manager.preview(text)
    manager.do("sign.show", key=page.key("ideas"))
    assert f"22 November 2026: {PRIVATE}" in manager.html["w-sign-off"]
    page.do("log.share", entry=entry, part="what", shared="no")
    page.do("request.save")
    assert PRIVATE not in page.files[-1]["text"]


def test_a_request_holds_no_earlier_version_of_an_answer() -> None:
    page = opened()
    page.complete("ideas")
    page.answer(id_of("ideas"), "ideas.discrimination.1", "With a name I took out")
    page.answer(id_of("ideas"), "ideas.discrimination.1", "Without")
    page.do("done", id_of("ideas"), on=TODAY)
    page.do("request.save")
    assert "Without" in page.files[-1]["text"] and "With a name" not in page.files[-1]["text"]


def test_nothing_to_ask_for_is_said() -> None:
    page = opened()
    assert page.do("request.save")["effects"] == [{"kind": "focus", "target": "problems"}]
    assert "Nothing waits for sign-off yet" in page.html["w-record"] and not page.files


def test_a_request_is_signed_elsewhere_and_the_reply_holds_decisions_only() -> None:
    page = asked()
    page.do("request.save")
    manager = Page(seed=5).start("Alex Morgan")
    own = manager.state
    manager.preview(page.files[-1]["text"])
    assert manager.effects == [{"kind": "go-to", "page": "my/sign-off/"}]
    assert manager.state == own and len(manager.store) == 1, "a guest is never stored"
    manager.do("sign.show", key=page.key("ideas"))
    manager.sign(page.key("ideas"), decision="needs-work", note="Say more", name="Alex Morgan")
    outcome = manager.do("sign.confirm")
    assert outcome["events"] == []
    assert (
        "Nothing waits for sign-off" in manager.html["w-sign-off"]
        or "1 decision for Sam Evans" in manager.html["w-sign-off"]
    )
    reply = json.loads(manager.files[-1]["text"])
    assert reply["kind"] == "reply" and [one["type"] for one in reply["events"]] == ["decided"]
    page.answer(id_of("topics"), "law.sharing", "Written meanwhile")
    page.preview(json.dumps(reply))
    assert "1 decision" in page.html["w-record"]
    page.do("file.merge")
    decided = page.activity("ideas").decided
    assert (decided.decision, decided.note, decided.signer.name, decided.opened) == (
        "needs-work",
        "Say more",
        "Alex Morgan",
        True,
    )
    assert page.activity("topics").text("law.sharing") == "Written meanwhile"


def test_a_reply_that_holds_more_changes_nothing_else() -> None:
    page = asked()
    good = file_of(page)
    answers = [one["id"] for one in good["events"] if one["type"] == "answer"]
    decided = event(
        "decided",
        id_of("ideas"),
        {"decision": "signed-off", "signer": {}, "shown": [], "digest": "", "signed_on": TODAY},
        99,
    )
    more = [
        event("erased", good["record"], {"ids": [*answers, decided.id]}, 99),
        event("withdrawn", good["record"], {"ids": answers}, 99),
        event("answer", id_of("ideas"), {"field": "ideas.discrimination.1", "value": "Forged"}, 99),
        event("details", good["record"], {"name": "Forged"}, 99),
        event("started", good["record"], {"name": "Forged", "role": "", "programme": ""}, 99),
    ]
    before = page.activity("ideas").answers
    page.preview(changed(good, kind="reply", events=[asdict(one) for one in [*more, decided]]))
    outcome = page.do("file.merge")
    assert [one["type"] for one in outcome["events"]] == ["decided"] and outcome["erase"] == []
    assert page.activity("ideas").answers == before and page.state.details["name"] == "Sam Evans"


def test_two_requests_are_signed_at_once_and_no_two_decisions_share_an_id() -> None:
    inductees = [Page(seed=6).start("Sam Evans"), Page(seed=7).start("Jo Bloggs")]
    manager = Page(seed=8)
    for one in inductees:
        one.finish("ideas")
        one.finish("prompts")
        one.do("request.save")
        manager.preview(one.files[-1]["text"])
    keys = [one.key(kind) for one in inductees for kind in ("prompts", "ideas")]
    manager.sign(*keys)
    manager.do("sign.confirm")
    made = [one["id"] for file in manager.files for one in json.loads(file["text"])["events"]]
    assert len(manager.files) == 2 and len(made) == 4 == len(set(made))
    for one, file in zip(inductees, manager.files, strict=True):
        one.preview(file["text"])
        one.do("file.merge")
        assert one.activity("ideas").decided and one.activity("prompts").decided


def test_names_of_files() -> None:
    assert file_name("record", "Sam Evans", TODAY) == "Induction record - Sam Evans - 2026-11-22.json"
    assert file_name("reply", "../<b>/\\Siân\n", TODAY) == "Sign-off reply - b Siân - 2026-11-22.json"
    assert file_name("request", " / ", TODAY) == "Sign-off request - no name - 2026-11-22.json"
    assert len(file_name("reply", "Siân " * 5000, TODAY).encode()) < 255, "as much as a file system takes"


# -- every released version


def test_there_is_a_file_of_every_version() -> None:
    assert sorted(path.name for path in FIXTURES.glob("v*.json")) == [
        f"v{number}.json" for number in range(1, VERSION + 1)
    ]
    assert sorted(MIGRATIONS) == list(range(1, VERSION))
    file = {"version": VERSION}
    assert migrate(file, VERSION) is file


def test_version_1_opens_and_says_what_it_always_said() -> None:
    text = (FIXTURES / "v1.json").read_text("utf-8")
    file = read_file(text)
    assert {one.type for one in file.events} - set(EVENT_TYPES) == {"from-a-later-version"}
    assert file.damaged == 0 and file.kind == "record"
    record = Record(file.record)
    record.add(file.events)
    state = fold(record)
    assert summary(state, record) == json.loads((FIXTURES / "summary-of-v1.json").read_text("utf-8"))
    # Saved again it holds the same events.
    again = read_file(write_file("record", file.service, record, record.ordered(), NOW))
    assert {one.id: one for one in again.events} == record.events


def test_a_record_of_version_0_2_0_opens_and_says_what_it_always_said() -> None:
    file = read_file((FIXTURES / "0.2.0.json").read_text("utf-8"))
    assert file.damaged == 0 and file.kind == "record"
    assert {"plan", "agreed", "witnessed", "local-name", "read-change"} <= {one.type for one in file.events}
    record = Record(file.record)
    record.add(file.events)
    assert added(fold(record)) == json.loads((FIXTURES / "summary-of-0.2.0.json").read_text("utf-8"))


def summary(state: Any, record: Record) -> dict[str, Any]:
    """What a record amounts to, as plain values."""
    activities = {
        name: {
            "answers": {field: [answer.prompt, answer.value] for field, answer in one.answers.items()},
            "lists": {key: list(rows) for key, rows in one.lists.items()},
            "evidence": {key: [item.kind, item.shows, item.kept, item.date] for key, item in one.evidence.items()},
            "done_on": one.done_on,
            "asked": one.asked,
            "decisions": [
                [
                    made.decision,
                    made.signer.name,
                    made.done_on,
                    made.signed_on,
                    made.opened,
                    [list(pair) for pair in made.shown],
                ]
                for made in one.decisions
            ],
        }
        for name, one in sorted(state.activities.items())
    }
    log = {
        key: [{part: one.value for part, one in entry.parts.items()}, sorted(entry.shared)]
        for key, entry in state.log.items()
    }
    more = {
        "erased": sorted(record.erased),
        "unknown": state.unknown,
        "changes": state.changes,
        "saved_at": state.saved_at,
    }
    return {"details": state.details, "activities": activities, "log": log, **more}


def _make() -> None:
    """How v1.json was made, once. Run again only to understand it; the file itself is kept as it is, for ever."""
    page = Page(make_bundle()).start()
    record = str(page.opened)
    page.finish("ideas", on="2026-11-20")
    page.do("row.add", id_of("ideas"), list="ideas.equity")
    page.do(
        "evidence.add", id_of("ideas"), kind="audio", shows="6 min on trust", kept="council drive", date="2026-11-19"
    )
    page.do("evidence.add", id_of("ideas"), kind="photograph", shows="A wall", kept="phone", date="2026-11-19")
    page.do("evidence.remove", id_of("ideas"), item=list(page.activity("ideas").evidence)[1])
    page.do("sign.show", key=page.key("ideas"))
    page.sign(page.key("ideas"))
    page.do("sign.confirm")
    page.answer(id_of("ideas"), "ideas.discrimination.1", "Changed since, with ŵ and 😀 & <b>")
    page.finish("prompts")
    page.sign(page.key("prompts"), decision="needs-work", note="Say who told you.")
    page.do("sign.confirm")
    page.do("done.undo", id_of("prompts"))
    page.do("log.new")
    (entry,) = page.state.log
    page.do("log", entry=entry, part="what", value="What happened.\nAnd then.")
    page.do("log", entry=entry, part="so-what", value="Kept to myself.")
    page.do("log.share", entry=entry, part="what", shared="yes")
    page.answer(id_of("topics"), "law.sharing", "Erased for ever")
    page.do("erase.ask", id_of("topics"), field="law.sharing")
    page.do("erase.confirm")
    page.do("copy.save")
    page.foreign(event("details", record, {"hours": "25", "manager": "Chris Pugh"}, 200))
    taken = event("answer", id_of("topics"), {"field": "law.framework", "prompt": "p", "value": "Taken back"}, 201)
    page.foreign(taken, event("withdrawn", record, {"ids": [taken.id]}, 202))
    page.foreign(event("from-a-later-version", record, {"anything": [1, None, {"more": True}]}, 203))
    page.do("copy.save")
    (FIXTURES / "v1.json").write_text(page.files[-1]["text"], "utf-8")
    kept = Record(record)
    kept.add(read_file(page.files[-1]["text"]).events)
    (FIXTURES / "summary-of-v1.json").write_text(
        json.dumps(summary(fold(kept), kept), indent=1, ensure_ascii=False) + "\n", "utf-8"
    )
