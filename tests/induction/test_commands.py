"""Every command, with and without a record, with good and with rubbish arguments. `Page.handle` holds each to be pure."""

import json
from typing import Any

import pytest

from induction.commands import COMMANDS
from induction.commands.erase import doomed
from induction.decode import parse_json
from induction.events import MAX_TICK, read_event
from induction.record import Record
from tests.induction.page import KINDS, NOW, TODAY, Page, event, id_of

KNOWN = {"save-file", "open-file", "focus", "go-to", "announce", "copy-text", "print", "record"}
RUBBISH: list[dict[str, Any]] = [
    {},
    dict.fromkeys(("field", "value", "list", "row", "kind", "entry", "part", "on", "key", "name", "text"), 3),
    {
        "field": "role.functions",
        "value": ["x"],
        "id": 7,
        "list": None,
        "row": {},
        "entry": [],
        "part": {},
        "shared": 1,
        "on": [],
        "key": [],
    },
    {
        "field": "role.functions",
        "value": "x" * 9,
        "id": "not-an-id",
        "list": "no.such",
        "row": "no",
        "entry": "e",
        "part": "what",
        "kind": "no",
    },
    {
        "field": "..",
        "list": "..",
        "name": "<b>",
        "programme": "ews",
        "start": "soon",
        "hours": "many",
        "text": "{",
        "on": "2026-02-30",
    },
    {
        "name": "Sam",
        "programme": "ews",
        "hours": "٣٧",
        "start": "٢٠٢٦-11-22",
        "record": "01934f00-0000-7000-8000-000000000000",
        "sure": ["yes"],
    },
    {
        "decision:x": "signed-off",
        "activity": [3, None, "x"],
        "shared": "yes",
        "text": "[" * 4000,
        "method": "no",
        "role": "no",
    },
    {"value": "half \ud83d a pair", "field": "role.functions", "name": "\ud83d", "text": '"\\ud83d"'},
]
STATES = ("none", "empty", "half", "waiting", "last tick")


def page_in(state: str) -> Page:
    page = Page()
    if state == "none":
        return page
    page.start()
    if state == "half":
        page.answer(id_of("prompts"), "role.functions", "x", id="01934f00-0000-7000-8000-0000000000aa")
        page.do("row.add", id_of("ideas"), list="ideas.equity")
        page.do("log.new")
    if state == "waiting":
        page.finish("ideas")
        page.sign(page.key("ideas"))
        page.app.session.view["forget"] = True
        page.app.session.view["erase"] = {"subject": id_of("ideas"), "field": "ideas.strengths.1"}
    if state == "last tick":
        page.foreign(event("answer", id_of("prompts"), {"field": "role.time", "value": "x"}, MAX_TICK))
    return page


@pytest.mark.parametrize("state", STATES)
def test_no_command_fails_on_anything_or_makes_what_cannot_be_read(state: str) -> None:
    page = page_in(state)
    for name in COMMANDS:
        for subject in ("", id_of("prompts"), id_of("ideas"), "no.such", "log"):
            for args in RUBBISH:
                outcome = page.handle(name, subject, **parse_json(json.dumps(args)))
                assert {effect["kind"] for effect in outcome["effects"]} <= KNOWN
                assert not (state == "none" and outcome["events"]) or name == "record.start"


def test_each_command_with_rubbish_leaves_every_view_well_formed() -> None:
    for name in COMMANDS:
        page = page_in("half" if name != "sign.confirm" else "waiting")
        for args in RUBBISH:
            page.do(name, id_of("prompts"), **parse_json(json.dumps(args)))


def test_what_is_no_command_or_has_no_arguments_comes_to_nothing() -> None:
    page = Page().start()
    stamp = {"id": next(page.ids), "now": NOW, "today": TODAY}
    for command in (
        {"type": "no.such", "subject": ""},
        {"type": "answer"},
        {"type": "answer", "args": ["x"]},
        {"type": "filter", "args": None},
    ):
        outcome = page.call("handle", command=command, stamp=stamp)
        assert not outcome["events"] and not outcome["effects"]


def test_at_the_last_tick_two_events_of_one_command_can_still_be_read() -> None:
    page = page_in("last tick")
    page.complete("topics")
    outcome = page.handle("done", id_of("topics"), on=TODAY)
    assert [read_event(one).tick for one in outcome["events"]] == [MAX_TICK, MAX_TICK]


# -- answers


def test_an_answer_is_an_event_or_under_an_id_a_draft() -> None:
    page = Page().start()
    outcome = page.answer(id_of("prompts"), "role.functions", "typed")
    (made,) = outcome["events"]
    assert made["data"] == {"field": "role.functions", "prompt": "What does the service do here?", "value": "typed"}
    assert (
        made["content"] == "3f9c" and made["by"] == {"name": "Sam Evans", "role": "inductee"} and not outcome["drafts"]
    )
    draft = "01934f00-0000-7000-8000-0000000000aa"
    first = page.answer(id_of("prompts"), "role.functions", "typed on", id=draft)
    assert not first["events"] and [one["id"] for one in first["drafts"]] == [draft]
    second = page.answer(id_of("prompts"), "role.functions", "typed", id=draft)
    assert [one["id"] for one in second["drafts"]] == [draft] and second["drafts"][0]["tick"] > first["drafts"][0][
        "tick"
    ]
    assert page.activity("prompts").text("role.functions") == "typed"
    page.foreign(read_event(second["drafts"][0]))  # sealed
    third = page.answer(id_of("prompts"), "role.functions", "typed yet more", id=draft)
    assert not third["drafts"] and third["events"][0]["id"] != draft


def test_the_same_answer_again_is_no_event() -> None:
    page = Page().start()
    page.answer(id_of("prompts"), "role.functions", "x")
    assert not page.answer(id_of("prompts"), "role.functions", "x")["events"]
    assert not page.answer(id_of("prompts"), "role.time", "")["events"]


def test_an_answer_the_type_refuses_is_said_beside_its_field_and_kept_out() -> None:
    page = Page().start()
    outcome = page.answer(id_of("two-lists"), "reasons.miss.1.chosen", "yes")
    assert not outcome["events"]
    assert page.problems()[id_of("two-lists")]["reasons.miss.1.chosen"].startswith("Mark this line")


def test_half_a_surrogate_pair_in_what_is_typed_is_mended() -> None:
    from induction import app  # the door is a module of functions with one tracker behind it

    app.boot(json.dumps(__import__("dataclasses").asdict(Page().bundle)))
    record = "01934f00-0000-7000-8000-000000000000"
    app.receive(json.dumps({"op": "open", "record": record, "events": [], "drafts": [], "now": NOW, "today": TODAY}))
    command = {
        "type": "answer",
        "subject": id_of("prompts"),
        "args": {"field": "role.functions", "value": "a \ud83d b"},
    }
    text = app.receive(
        json.dumps({"op": "handle", "command": command, "stamp": {"id": record, "now": NOW, "today": TODAY}})
    )
    assert "a \ufffd b" in text and text.encode()


def test_rows_come_and_go() -> None:
    page = Page().start()
    (made,) = page.do("row.add", id_of("ideas"), list="ideas.equity")["events"]
    row = made["data"]["row"]
    assert row != made["id"] and page.activity("ideas").rows("ideas.equity") == (row,)
    assert not page.do("row.remove", id_of("ideas"), list="ideas.equity", row="other")["events"]
    page.do("row.remove", id_of("ideas"), list="ideas.equity", row=row)
    assert page.activity("ideas").rows("ideas.equity") == ()
    assert 'id="put-back"' not in page.sight(), "nothing was written in it"


def test_what_was_taken_out_by_mistake_comes_back_with_all_its_words() -> None:
    page = Page().start()
    (made,) = page.do("row.add", id_of("ideas"), list="ideas.equity")["events"]
    row = made["data"]["row"]
    page.answer(id_of("ideas"), f"ideas.equity.{row}", "Ask which language\nthe family would like")
    outcome = page.do("row.remove", id_of("ideas"), list="ideas.equity", row=row)
    assert outcome["effects"] == [{"kind": "focus", "target": "put-back"}]
    assert "Taken out: Ask which language the family would like" in page.sight()
    page.do("row.back", id_of("ideas"))
    assert page.activity("ideas").rows("ideas.equity") == (row,)
    assert (
        page.activity("ideas").text(f"ideas.equity.{row}").startswith("Ask which")
        and 'id="put-back"' not in page.sight()
    )
    assert not page.do("row.back", id_of("ideas"))["events"]


def test_evidence_that_was_taken_out_comes_back_as_it_was() -> None:
    page = Page().start()
    page.do("evidence.add", id_of("ideas"), kind="audio", shows="6 min", kept="council drive", date="2026-12-03")
    (before,) = page.activity("ideas").evidence.values()
    page.do("evidence.remove", id_of("ideas"), item=before.id)
    assert page.activity("ideas").evidence == {} and "Taken out: 6 min" in page.sight()
    page.do("row.back", id_of("ideas"))
    assert list(page.activity("ideas").evidence.values()) == [before]


def test_evidence_is_all_asked_for_and_holds_no_file() -> None:
    page = Page().start()
    assert not page.do("evidence.add", id_of("ideas"), kind="film", shows=" ", kept="", date="3 Dec")["events"]
    assert set(page.problems()[id_of("ideas")]) == {"evidence.kind", "evidence.shows", "evidence.kept", "evidence.date"}
    before = len(page.kept())
    page.do("evidence.add", id_of("ideas"), kind="audio", shows="6 min", kept="council drive", date="2026-12-03")
    assert len(page.kept()) - before < 1000
    for view in (f"w-{id_of('ideas')}", "w-record"):
        assert all(word in page.html[view] for word in ("Audio", "6 min", "council drive", "3 December 2026"))
    (item,) = page.activity("ideas").evidence
    page.do("evidence.remove", id_of("ideas"), item=item)
    assert not page.activity("ideas").evidence


# -- done


@pytest.mark.parametrize(
    ("on", "words"), [("", "Enter the date"), ("soon", "Enter the date"), ("2026-11-23", "cannot be in the future")]
)
def test_a_date_that_cannot_be_is_refused_at_its_field(on: str, words: str) -> None:
    page = Page().start()
    page.complete("ideas")
    assert not page.do("done", id_of("ideas"), on=on)["events"]
    assert (
        page.problems()[id_of("ideas")]["done.on"].startswith(words)
        or words in page.problems()[id_of("ideas")]["done.on"]
    )
    assert page.effects == [{"kind": "focus", "target": "problems"}]


@pytest.mark.parametrize("kind", KINDS)
def test_done_is_offered_and_taken_only_when_nothing_is_missing(kind: str) -> None:
    page = Page().start()
    name = f"w-{id_of(kind)}"
    assert 'id="done-form"' not in page.html[name] and "left to do" in page.html[name]
    assert not page.do("done", id_of(kind), on="")["events"]
    page.complete(kind)
    assert 'id="done-form"' in page.html[name]
    kinds = [one["type"] for one in page.do("done", id_of(kind), on=TODAY)["events"]]
    assert kinds == (["done"] if kind == "reading" else ["done", "asked"])
    assert not page.do("done", id_of(kind), on=TODAY)["events"], "once"
    page.do("done.undo", id_of(kind))
    assert not page.activity(kind).done_on and not page.activity(kind).asked
    assert not page.do("done.undo", id_of(kind))["events"]


def test_what_is_signed_off_is_not_undone() -> None:
    page = Page().start()
    page.finish("ideas")
    page.sign(page.key("ideas"))
    page.do("sign.confirm")
    assert not page.do("done.undo", id_of("ideas"))["events"]
    assert page.activity("ideas").done_on == TODAY


# -- signing


def waiting() -> Page:
    page = Page().start()
    page.finish("ideas")
    return page


def test_signing_twice_signs_once() -> None:
    page = waiting()
    page.do("sign.show", key=page.key("ideas"))
    page.sign(page.key("ideas"))
    assert "Check before you sign" in page.html["w-sign-off"]
    first, second = page.do("sign.confirm"), page.do("sign.confirm")
    assert len(first["events"]) == 1 and not second["events"] and len(page.activity("ideas").decisions) == 1
    decided = page.activity("ideas").decided
    assert decided.opened and decided.assurance == "typed-name" and decided.signer.name == "Alex Morgan"
    assert first["events"][0]["by"] == {"name": "Alex Morgan", "role": "manager"}
    assert "cannot prove who typed it" in page.html[f"w-{id_of('ideas')}"]


def test_work_that_changed_since_the_last_look_is_not_signed() -> None:
    page = waiting()
    page.sign(page.key("ideas"))
    field = next(name for name, answer in page.activity("ideas").answers.items() if answer.value)
    page.do("answer", id_of("ideas"), field=field, value="Other words, from another tab")
    assert not page.do("sign.confirm")["events"]
    assert "changed since you looked at it" in page.html["w-sign-off"]
    page.sign(page.key("ideas"))
    assert page.do("sign.confirm")["events"][0]["data"]["shown"]
    assert "Other words, from another tab" in page.html[f"w-{id_of('ideas')}"]


def test_signed_work_that_changed_can_be_put_up_for_sign_off_again() -> None:
    page = waiting()
    page.sign(page.key("ideas"))
    page.do("sign.confirm")
    assert not page.do("done", id_of("ideas"), on=TODAY)["events"]
    field = next(name for name, answer in page.activity("ideas").answers.items() if answer.value)
    page.do("answer", id_of("ideas"), field=field, value="Better words")
    assert "Ask for sign-off again" in page.html[f"w-{id_of('ideas')}"]
    assert [one["type"] for one in page.do("done", id_of("ideas"), on=TODAY)["events"]] == ["done", "asked"]
    page.sign(page.key("ideas"))
    page.do("sign.confirm")
    assert len(page.activity("ideas").decisions) == 2


def test_what_was_not_opened_is_signed_as_not_opened() -> None:
    page = waiting()
    page.sign(page.key("ideas"))
    assert "You have not opened this work" in page.html["w-sign-off"]
    page.do("sign.confirm")
    assert "not opened before this decision" in page.html[f"w-{id_of('ideas')}"]


def test_work_that_comes_back_has_to_be_opened_again() -> None:
    page = waiting()
    page.do("sign.show", key=page.key("ideas"))
    page.sign(page.key("ideas"), decision="needs-work", note="More")
    page.do("sign.confirm")
    page.do("done", id_of("ideas"), on=TODAY)
    page.sign(page.key("ideas"))
    page.do("sign.confirm")
    assert [one.opened for one in page.activity("ideas").decisions] == [True, False]


@pytest.mark.parametrize("name", ["Sam Evans", "sam evans", " SAM  EVANS ", "Ｓam Evans"])
def test_nobody_signs_their_own_work(name: str) -> None:
    page = waiting()
    page.sign(page.key("ideas"), name=name)
    assert "Nobody signs off their own work" in page.problems()["sign-off"]["name"]
    assert not page.do("sign.confirm")["events"]


@pytest.mark.parametrize(
    ("more", "field", "words"),
    [
        ({"decision": "needs-work", "note": "  "}, "note:{}", "Enter what needs more work"),
        ({"decision": "perhaps"}, "decision:{}", "Select a decision"),
        ({"decision": "later"}, "decisions", "at least one activity"),
        ({"method": ""}, "method", "Select how you know"),
        ({"statement": ""}, "statement", "Select a statement"),
        ({"name": ""}, "name", "Enter your name"),
        ({"role": "friend"}, "role", "Select your role"),
    ],
)
def test_what_a_decision_lacks_is_asked_for(more: dict[str, str], field: str, words: str) -> None:
    page = waiting()
    page.sign(page.key("ideas"), **more)
    assert words in page.problems()["sign-off"][field.format(page.key("ideas"))]
    assert page.effects == [{"kind": "focus", "target": "problems"}] and not page.do("sign.confirm")["events"]


def test_who_may_sign_is_kept_to() -> None:
    from tests.induction.page import make_activity, make_bundle

    page = Page(make_bundle(make_activity("ideas", sign_off=("manager",)))).start()
    page.finish("ideas")
    page.sign(page.key("ideas"), role="experienced-colleague")
    assert "needs manager to sign it off" in page.problems()["sign-off"][f"decision:{page.key('ideas')}"]


def test_back_from_the_last_look_keeps_what_was_entered() -> None:
    page = waiting()
    page.sign(page.key("ideas"), note="A note")
    page.do("sign.back")
    assert "A note" in page.html["w-sign-off"] and 'value="Alex Morgan"' in page.html["w-sign-off"]
    assert not page.do("sign.confirm")["events"]


# -- erasing


def all_words(page: Page) -> str:
    page.files.clear()
    page.do("copy.save")
    page.do("request.save")
    files = "".join(file["text"] for file in page.files)
    record = page.app.session.record
    return page.sight() + page.kept() + files + str(record) + str(page.state) + json.dumps(page.app.session.view)


@pytest.mark.parametrize("word", ["Zebedee Quux lives there", "Tom"])
def test_erased_words_are_nowhere(word: str) -> None:
    page = Page().start()
    page.complete("ideas")
    field = "ideas.discrimination.1"
    draft = "01934f00-0000-7000-8000-0000000000aa"
    page.answer(id_of("ideas"), field, word + ", first")
    page.answer(id_of("ideas"), field, word)
    page.do("done", id_of("ideas"), on=TODAY)
    page.sign(page.key("ideas"))
    page.do("sign.confirm")
    page.answer(id_of("ideas"), field, word + ", later", id=draft)
    assert word in all_words(page)
    asked = page.do("erase.ask", id_of("ideas"), field=field)
    assert not asked["events"] and "3 earlier versions, and 1 sign-off" in page.html["w-record"]
    page.do("cancel")
    assert not page.do("erase.confirm")["events"] and word in page.kept()
    page.do("erase.ask", id_of("ideas"), field=field)
    outcome = page.do("erase.confirm")
    (made,) = outcome["events"]
    assert (
        made["type"] == "erased"
        and set(made["data"]) == {"ids"}
        and draft in outcome["erase"]
        and word not in json.dumps(made)
    )
    assert word not in all_words(page)
    assert not page.activity("ideas").decisions
    assert not page.do("erase.confirm")["events"]
    assert page.activity("ideas").text("ideas.discrimination.2"), "the rest stays"


def test_a_decision_that_shows_other_words_stays() -> None:
    page = Page().start()
    page.finish("ideas")
    page.sign(page.key("ideas"))
    page.do("sign.confirm")
    page.answer(id_of("ideas"), "ideas.equity.1", "Added after the sign-off")
    page.do("erase.ask", id_of("ideas"), field="ideas.equity.1")
    page.do("erase.confirm")
    assert page.activity("ideas").decisions


def test_words_that_were_taken_out_of_a_box_can_still_be_erased() -> None:
    page = Page().start()
    page.answer(id_of("prompts"), "role.functions", "A name by mistake")
    page.answer(id_of("prompts"), "role.functions", "")
    assert "A name by mistake" in page.kept() and 'data-command="erase.ask"' in page.html["w-record"]
    page.do("erase.ask", id_of("prompts"), field="role.functions")
    page.do("erase.confirm")
    assert "A name by mistake" not in all_words(page) and 'data-command="erase.ask"' not in page.html["w-record"]


def test_the_log_evidence_and_questions_no_longer_asked_can_be_erased() -> None:
    page = Page().start()
    page.do("log.new")
    (entry,) = page.state.log
    page.do("log", entry=entry, part="what", value="Words of the log")
    page.do("evidence.add", id_of("ideas"), kind="notes", shows="Words of evidence", kept="here", date=TODAY)
    (item,) = page.activity("ideas").evidence
    page.foreign(event("answer", "gone.1", {"field": "a.b", "prompt": "Gone", "value": "Words of old"}))
    for subject, field, word in (
        ("log", f"{entry}.what", "Words of the log"),
        (id_of("ideas"), f"evidence.{item}", "Words of evidence"),
        ("gone.1", "a.b", "Words of old"),
    ):
        assert f'data-subject="{subject}"' in page.html["w-record"] and field in page.html["w-record"]
        page.do("erase.ask", subject, field=field)
        page.do("erase.confirm")
        assert word not in all_words(page)


# -- records


@pytest.mark.parametrize("hours", ["0", "61", "many", "-3", "37,5", "1e1", "٣٧", "1000", "3 7", "37.123"])
def test_hours_that_cannot_be_are_refused(hours: str) -> None:
    page = Page()
    page.do("record.start", name="Sam", programme="ews", hours=hours)
    assert "hours" in page.problems()["start"] and not page.store


@pytest.mark.parametrize("hours", ["", "37", "37.5", "60", "18.25"])
def test_hours_that_can_be_are_taken(hours: str) -> None:
    page = Page().start(hours=hours)
    assert page.state.details["hours"] == hours


def test_starting_asks_for_a_name_and_a_role_and_a_date_that_is_one() -> None:
    page = Page()
    page.do("record.start", name="  ", programme="none", start="soon")
    assert set(page.problems()["start"]) == {"name", "programme", "start"}


def test_nothing_of_one_record_is_in_another() -> None:
    page = Page().start("Sam Evans")
    first = page.opened
    page.answer(id_of("prompts"), "role.functions", "Words of Sam")
    page.start("Jo Bloggs")
    assert page.opened != first and page.about[str(first)]["name"] == "Sam Evans"
    assert "Words of Sam" not in page.sight()
    assert page.app.session.record is not None and len(page.app.session.record.events) == 1
    page.do("record.open", record=first)
    assert page.opened == first and "Words of Sam" in page.sight() and page.state.details["name"] == "Sam Evans"
    page.do("record.close")
    assert page.opened is None and "Words of Sam" not in page.sight()


def test_removing_a_record_asks_and_takes_everything() -> None:
    page = Page().start()
    assert not page.do("record.forget", sure="yes")["effects"]
    page.do("record.forget.ask")
    page.do("record.forget")
    assert "Tick the box" in str(page.problems()) and page.store
    page.do("record.forget", sure="yes")
    assert page.opened is None and not page.store and "Sam Evans" not in page.sight()


def test_the_log_is_dated_and_private_until_shared() -> None:
    page = Page().start()
    page.do("log.new")
    (entry,) = page.state.log
    assert page.state.log[entry].text("date") == TODAY
    assert (
        not page.do("log", entry="no", part="what", value="x")["events"]
        and not page.do("log", entry=entry, part="no", value="x")["events"]
    )
    page.do("log", entry=entry, part="what", value="x")
    assert "Private. " in page.html["w-log"] and "Shared with whoever signs. " not in page.html["w-log"]
    page.do("log.share", entry=entry, part="what", shared="yes")
    assert "Shared with whoever signs. " in page.html["w-log"]
    assert not page.do("log.share", entry=entry, part="what", shared="yes")["events"]


@pytest.mark.parametrize(
    ("answer", "shown", "goes"),
    [
        ("Tom", "Tom", True),
        ("Tom", "Chosen: Tom", True),
        ("Tom", "Tomorrow, or a tomb", False),
        ("can", "I cannot", False),
        ("Tom Quux", "Chosen: Tom Quux, and more", True),
        ("Tom Quux", "Somebody else", False),
        ("", "", False),
    ],
)
def test_which_sign_offs_go_with_erased_words(answer: str, shown: str, goes: bool) -> None:
    record = Record("01934f00-0000-7000-8000-000000000000")
    said = event("answer", "ews.1.1", {"field": "f.1", "value": answer})
    data = {"decision": "signed-off", "signer": {}, "digest": "", "signed_on": TODAY}
    signed = event("decided", "ews.1.1", {**data, "shown": [{"prompt": "p", "answer": shown}]}, 2)
    record.add([said, signed])
    assert doomed(record, "ews.1.1", "f.1") == ([said.id], [signed.id] if goes else [])


def test_a_signer_may_say_it_in_their_own_words() -> None:
    page = waiting()
    page.sign(page.key("ideas"), own="She knows the families here and it shows.")
    page.do("sign.confirm")
    decided = page.activity("ideas").decided
    assert decided and decided.statement == "She knows the families here and it shows."
