"""Several files at once, and pasted text: each that is refused is named with the reason, and the others go on."""

import json
from typing import Any

import pytest

from induction.armour import wrap
from induction.decode import MAX_BYTES
from induction.kept import KEPT
from induction.transfer import texts_in
from tests.induction.page import Page, id_of


def asked(seed: int, name: str = "Sam Evans") -> Page:
    page = Page(seed=seed).start(name)
    page.finish("ideas")
    page.do("request.save")
    return page


def give(page: Page, *files: Any, at: str = "sign-off") -> dict[str, Any]:
    given = [{"name": name, "text": text, "size": len(text) if isinstance(text, str) else 1} for name, text in files]
    return page.do("file.opened", files=given, at=at)


def told(page: Page) -> list[str]:
    return list((page.problems().get("file") or {}).values())


def test_one_list_over_all_people_and_each_refused_file_is_named() -> None:
    sam, jo = asked(0x21), asked(0x22, "Jo Bloggs")
    good = sam.files[-1]["text"]
    nested = '{"format":' + "[" * 3000 + "]" * 3000 + "}"
    sam.do("copy.save")
    manager = Page(seed=0x23)
    give(
        manager,
        ("sam.json", good),
        ("letter.docx", "PK\x03\x04 a letter"),
        ("cut.json", good[:300]),
        ("deep.json", nested),
        ("copy.json", sam.files[-1]["text"]),
        ("gone.json", None),
        ("newer.json", good.replace('"version":1', '"version":9')),
        ("elsewhere.json", json.dumps({**json.loads(good), "service": "elsewhere"})),
        ("jo.json", jo.files[-1]["text"]),
    )
    sentences = told(manager)
    for sentence, (name, words) in zip(
        sentences,
        (
            ("letter.docx", "is not an induction record"),
            ("cut.json", "damaged or cut short"),
            ("deep.json", "built in a way that no record is"),
            ("gone.json", "could not be read"),
            ("newer.json", "newer version of this site"),
            ("elsewhere.json", "another service's handbook"),
            ("copy.json", "is a copy of Sam Evans's record. Open it by itself"),
        ),
        strict=True,
    ):
        assert sentence.startswith(f"{name}: ") and words in sentence
    assert "2 activities wait for sign-off" in manager.html["w-sign-off"]
    assert {"kind": "focus", "target": "problems"} in manager.effects
    assert manager.store == {}, "nothing of anybody's is stored"
    # The same again changes nothing.
    give(manager, ("sam.json", good), ("jo.json", jo.files[-1]["text"]))
    assert told(manager) == [] and "2 activities wait for sign-off" in manager.html["w-sign-off"]


def test_a_file_too_large_to_read_is_refused_by_its_size() -> None:
    page = Page(seed=0x24)
    page.do("file.opened", files=[{"name": "video.mp4", "text": "", "size": 50_000_000}], at="sign-off")
    assert "larger than any record this site writes (5 MB). Nothing was changed." in told(page)[0]
    page.do("file.paste", text="x" * (MAX_BYTES + 1))
    assert "larger than any record" in told(page)[0]


def test_a_reply_among_requests_is_left_for_the_page_it_belongs_to() -> None:
    sam, jo = asked(0x25), asked(0x26, "Jo Bloggs")
    manager = Page(seed=0x27)
    give(manager, ("sam.json", sam.files[-1]["text"]))
    manager.sign(sam.key("ideas"))
    manager.do("sign.confirm")
    reply = manager.files[-1]["text"]
    give(manager, ("jo.json", jo.files[-1]["text"]), ("reply.json", reply))
    assert told(manager) == [
        "reply.json: The file is a reply to Sam Evans. Open it by itself, under My record, with that record open."
    ]
    # By itself, with nobody's record open, and with somebody else's.
    assert "The file is a reply to Sam Evans. Open your record first" in manager.refusal(reply)
    assert "belongs to Sam Evans, and the record open here is Jo Bloggs's" in jo.refusal(reply)


def test_a_request_is_pasted_as_it_came_by_mail() -> None:
    sam = asked(0x28)
    sam.do("request.text")
    assert sam.effects[0]["kind"] == "copy-text"
    mail = "> Dear Alex\n> " + sam.effects[0]["text"].replace("\n", "\n> ") + "\nSam"
    assert "BEGIN INDUCTION REQUEST" in sam.html["w-record"]
    for text in (mail, sam.files[-1]["text"]):
        manager = Page(seed=0x29)
        outcome = manager.do("file.paste", text=text, at="sign-off")
        assert outcome["view"]["pastes"] == 1 and "c-paste1-text" in manager.html["w-sign-off"], "an empty box"
        assert "1 activity waits for sign-off" in manager.html["w-sign-off"]
    elsewhere = Page(seed=0x2A)
    elsewhere.do("file.paste", text=mail)
    assert elsewhere.effects == [{"kind": "go-to", "page": "my/sign-off/"}], (
        "a request pasted on another page leads there"
    )


def test_two_requests_in_one_mail_are_both_opened_also_as_a_saved_mail() -> None:
    texts = [wrap(asked(seed, f"Person {seed}").files[-1]["text"], "request") for seed in (0x2B, 0x2C)]
    manager = Page(seed=0x2D)
    give(manager, ("mail.txt", "\n\n".join(texts)))
    assert "2 activities wait for sign-off" in manager.html["w-sign-off"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Paste the text first"),
        ("Dear Alex, see you on Monday", "is not an induction record"),
        ("-----BEGIN INDUCTION REPLY-----\nAAAA", "cut short: its last line is missing"),
        ("-----BEGIN INDUCTION REPLY-----\nAAAA\n-----END INDUCTION REPLY-----", "was altered on the way"),
    ],
)
def test_text_that_is_not_whole_is_refused_and_stays_in_its_box(text: str, words: str) -> None:
    page = asked(0x2E)
    before = page.kept()
    outcome = page.do("file.paste", text=text)
    assert words in told(page)[0] and "pastes" not in outcome["view"] and page.kept() == before
    assert page.effects == [{"kind": "focus", "target": "problems"}]


def test_a_pasted_reply_is_previewed_and_merged_and_can_be_undone() -> None:
    sam = asked(0x2F)
    manager = Page(seed=0x30)
    give(manager, ("sam.json", sam.files[-1]["text"]))
    manager.sign(sam.key("ideas"))
    manager.do("sign.confirm")
    manager.do("reply.text", record=sam.opened)
    text = manager.effects[0]["text"]
    sam.do("file.paste", text=text)
    assert sam.activity("ideas").decisions == (), "nothing changes before the reader says so"
    sam.do("file.merge")
    assert sam.activity("ideas").decided
    sam.do("file.undo")
    assert sam.activity("ideas").decided is None and sam.activity("ideas").asked
    sam.do("file.paste", text=text)
    assert "You took it back before" in sam.html["w-record"]
    sam.do("file.merge")
    assert sam.activity("ideas").decided and not sam.activity("ideas").asked, "the same reply can be taken in after all"
    sam.do("file.undo")
    assert sam.activity("ideas").decided is None, "and taken back once more"
    for _ in range(2):
        sam.do("file.paste", text=text)
        sam.do("file.merge")
    assert sam.activity("ideas").decided and len(sam.activity("ideas").decisions) == 1


def test_an_older_copy_brings_nothing_back_that_was_taken_back_since() -> None:
    sam = asked(0x33)
    manager = Page(seed=0x34)
    give(manager, ("sam.json", sam.files[-1]["text"]))
    manager.sign(sam.key("ideas"))
    manager.do("sign.confirm")
    sam.preview(manager.files[-1]["text"])
    sam.do("file.merge")
    sam.do("copy.save")
    older = sam.files[-1]["text"]
    sam.do("file.undo")
    sam.preview(older)
    assert "took it back" not in sam.html["w-record"]
    sam.do("file.merge")
    assert sam.activity("ideas").decided is None


def test_the_page_is_asked_for_several_files_only_where_several_are_signed() -> None:
    page = asked(0x31)
    (many,) = page.do("file.open", at="sign-off")["effects"]
    (one,) = page.do("file.open")["effects"]
    assert many["multiple"] and many["command"] == {"type": "file.opened", "args": {"at": "sign-off"}}
    assert "multiple" not in one and one["command"] == "file.opened"


def test_a_request_asks_for_nothing_of_the_log_as_text_either() -> None:
    page = asked(0x32)
    page.do("log.new")
    (entry,) = page.state.log
    page.do("log", entry=entry, part="what", value="Wool-gathering")
    page.do("request.text")
    from induction.armour import unwrap

    assert "Wool-gathering" not in unwrap(page.effects[0]["text"]) and id_of("ideas") in unwrap(page.effects[0]["text"])


def thread(page: Page, *texts: tuple[str, str]) -> str:
    """A mail with these (text, kind), the newest first, each older one quoted beneath."""
    mail = ""
    for text, kind in reversed(texts):
        lines = "".join(f"> {line}\n" for line in mail.splitlines())
        mail = f"Here it is.\n{wrap(text, kind)}\n-- \nSam\n\nOn Saturday somebody wrote:\n{lines}"
    return mail


def signed(sam: Page, seed: int) -> tuple[Page, str]:
    """A manager who has signed what Sam asked for, and the reply."""
    manager = Page(seed=seed)
    give(manager, ("sam.json", sam.files[-1]["text"]))
    manager.do("sign.show", key=sam.key("ideas"))
    manager.sign(sam.key("ideas"))
    manager.do("sign.confirm")
    return manager, manager.files[-1]["text"]


def test_a_reply_that_quotes_its_request_is_the_reply_here_and_the_request_where_it_is_signed() -> None:
    """Pasting all of an answered mail: each page takes what is meant for it, and nothing is refused."""
    sam = asked(0x61)
    request = sam.files[-1]["text"]
    _, reply = signed(sam, 0x62)
    mail = thread(sam, (reply, "reply"), (request, "request"))
    sam.do("file.paste", text=mail)
    assert not sam.problems() and "Before anything changes" in sam.html["w-record"]
    sam.do("file.merge")
    assert sam.activity("ideas").decided
    manager = Page(seed=0x63)
    manager.do("file.paste", text=thread(sam, (request, "request"), (reply, "reply")), at="sign-off")
    assert not manager.problems() and "1 activity waits" in manager.html["w-sign-off"]


def test_two_replies_in_one_mail_are_taken_in_together() -> None:
    sam = asked(0x64)
    manager, first = signed(sam, 0x65)
    sam.preview(first)
    sam.do("file.merge")
    sam.finish("topics")
    sam.do("request.save")
    give(manager, ("again.json", sam.files[-1]["text"]))
    manager.do("sign.show", key=sam.key("topics"))
    manager.sign(sam.key("topics"))
    manager.do("sign.confirm")
    fresh = Page(seed=0x66)
    fresh.preview(json.dumps({**json.loads(sam.files[-1]["text"]), "kind": "record"}))
    fresh.do("file.merge")
    fresh.do("file.paste", text=thread(fresh, (manager.files[-1]["text"], "reply"), (first, "reply")))
    assert "New in it: 2 decisions" in fresh.html["w-record"]


def test_a_mail_cut_short_in_its_quoted_part_still_brings_the_reply_and_says_so() -> None:
    sam = asked(0x67)
    request = sam.files[-1]["text"]
    _, reply = signed(sam, 0x68)
    sam.do("file.paste", text=wrap(reply, "reply") + "\n" + wrap(request, "request")[:150])
    assert "Before anything changes" in sam.html["w-record"]
    assert "cut short" in " ".join(told(sam))


def test_a_reply_says_before_it_is_merged_what_was_decided_on_what_and_by_whom() -> None:
    sam = asked(0x69)
    _, reply = signed(sam, 0x6A)
    sam.preview(reply)
    shown = sam.html["w-record"]
    activity = sam.app.session.activity(id_of("ideas"))
    assert activity and f"{activity.number} {activity.title}" in shown
    assert "Signed off, 22 November 2026, by Alex Morgan, manager." in shown


def test_a_request_of_one_person_in_the_name_of_another_is_not_opened() -> None:
    text = asked(0x6B).files[-1]["text"]
    manager = Page(seed=0x6C)
    give(manager, ("sam.json", json.dumps({**json.loads(text), "name": "Jo Bloggs"})))
    assert told(manager) == [
        "The file says it is Jo Bloggs's, and the work in it is Sam Evans's. Ask for it to be sent again. Nothing was changed."
    ]
    assert not manager.app.session.guests


def test_a_request_that_cannot_be_read_whole_says_so_beside_the_work() -> None:
    """A signer must not take what is left for all there was."""
    text = asked(0x6D).files[-1]["text"]
    value, twin = json.loads(text), json.loads(text)
    answer, other = [one for one in value["events"] if one["type"] == "answer"][:2]
    answer["tick"] = 1e300
    manager = Page(seed=0x6E)
    give(manager, ("sam.json", json.dumps(value)))
    assert "Sam Evans: 1 entry of the file cannot be read" in manager.html["w-sign-off"]
    next(one for one in twin["events"] if one["id"] == other["id"])["data"]["value"] = "Other"
    give(manager, ("twin.json", json.dumps(twin)))
    assert "1 entry stands twice in what you opened, with different words" in manager.html["w-sign-off"]
    asks = next(one for one in value["events"] if one["type"] == "asked")
    asks["tick"] = -1
    nothing = Page(seed=0x6F)
    give(nothing, ("sam.json", json.dumps(value)))
    assert "Nothing waits for sign-off" in nothing.html["w-sign-off"]
    assert "Sam Evans: 2 entries of the file cannot be read" in nothing.html["w-sign-off"]


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("2031-01-01T09:00:00Z", "Asked for on 1 January 2031, which is after today: one of the two clocks is wrong."),
        ("2016-11-22T09:00:00Z", "Asked for on 22 November 2016, before it was done: one of the two clocks is wrong."),
    ],
)
def test_a_clock_that_is_years_off_is_said_where_it_is_signed_and_on_the_team_page(at: str, words: str) -> None:
    value = json.loads(asked(0x71).files[-1]["text"])
    for one in value["events"]:
        one["at"] = at
    value["saved"] = at
    manager = Page(seed=0x72)
    give(manager, ("sam.json", json.dumps(value)))
    assert words in manager.html["w-sign-off"]
    if at > "2027":
        assert "since 1 January 2031 (which is after today: one of the two clocks is wrong)" in manager.html["w-team"]
        assert "(today)" not in manager.html["w-team"]


@pytest.mark.parametrize(("at", "wrong"), [("2026-11-21T23:10:00Z", False), ("2026-11-21T22:10:00Z", True)])
def test_half_past_midnight_in_summer_is_no_clock_that_is_wrong(at: str, wrong: bool) -> None:
    """Done "today", the 22nd, and asked for at once: in UTC it is the evening before."""
    value = json.loads(asked(0x7A).files[-1]["text"])
    for one in value["events"]:
        one["at"] = at
    manager = Page(seed=0x7B)
    give(manager, ("sam.json", json.dumps(value)))
    assert "Asked for on 21 November 2026" in manager.html["w-sign-off"]
    assert ("one of the two clocks is wrong" in manager.html["w-sign-off"]) is wrong


def test_the_same_request_once_more_says_that_it_was_decided_here() -> None:
    sam = asked(0x73)
    manager, _ = signed(sam, 0x74)
    later = Page(seed=0x75, store={name: dict(events) for name, events in manager.store.items()})
    give(later, ("sam.json", sam.files[-1]["text"]))
    assert "You decided on this work before, on 22 November 2026: Signed off." in later.html["w-sign-off"]
    sam.answer(id_of("ideas"), next(iter(sam.activity("ideas").answers)), "Other words than those")
    sam.do("request.save")
    other = Page(seed=0x76, store={name: dict(events) for name, events in manager.store.items()})
    give(other, ("sam.json", sam.files[-1]["text"]))
    assert "You decided on this work before" not in other.html["w-sign-off"], "the work is other work now"


def test_many_files_in_one_text_are_bounded() -> None:
    """Five million blanks are five thousand bytes: a thousand such blocks would keep the page busy for minutes."""
    bomb = wrap(" " * (MAX_BYTES - 10), "request")
    found = texts_in(bomb * 60)
    assert len(found) == 40 and sum(isinstance(one, str) for one in found) == 5


def test_a_name_that_turns_the_line_around_or_hides_is_only_text() -> None:
    value = json.loads(asked(0x77, "Sam \u202eEvans\u2066").files[-1]["text"])
    manager = Page(seed=0x78)
    give(manager, ("sam.json", json.dumps(value)))
    assert "Sam Evans: 1." in manager.html["w-sign-off"]
    assert not any(sign in manager.sight() for sign in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    manager.sign(f"{value['record']}/{id_of('ideas')}", name="S\u200bam Evans")
    assert "Nobody signs off their own work" in manager.html["w-sign-off"]
    manager.sign(f"{value['record']}/{id_of('ideas')}", name="\u200b\u200d")
    assert "Enter your name" in manager.html["w-sign-off"]


def test_keys_that_mean_something_to_other_languages_are_words_like_any_other() -> None:
    value = json.loads(asked(0x79).files[-1]["text"])
    answer = next(one for one in value["events"] if one["type"] == "answer")
    first = next(one["id"] for one in value["events"])
    for number, key in enumerate(("__proto__", "constructor", "toString")):
        data = {**answer["data"], "field": key, "__proto__": {"polluted": True}, "constructor": {"prototype": {}}}
        name = first[:-12] + f"{number:012x}"
        value["events"].append({**answer, "id": name, "tick": 90 + number, "subject": key, "data": data})
    manager = Page(seed=0x7A)
    give(manager, ("sam.json", json.dumps(value)))
    assert not manager.problems() and "1 activity waits" in manager.html["w-sign-off"]


def test_a_file_of_one_entry_is_not_said_to_have_entries() -> None:
    sam = Page(seed=0x31).start("Sam Evans")
    sam.do("copy.save")
    file = json.loads(sam.files[-1]["text"])
    alone = [one for one in file["events"] if one["type"] == "started"]
    for kept, said in ((alone, "with 1 entry."), (file["events"], f"with {len(file['events'])} entries.")):
        page = Page(seed=0x32)
        page.preview(json.dumps({**file, "events": kept}))
        assert said in page.html["w-start"]


@pytest.mark.parametrize("kind", ["record", "request", "reply"])
def test_no_file_is_taken_for_the_signers_own_decisions(kind: str) -> None:
    """What stands under that id is what somebody decided here: a file could forge it, or erase it."""
    sam = asked(0x2F)
    sam.do("copy.save")
    value = json.loads(sam.files[-1]["text"])
    claims = json.loads(json.dumps(value).replace(value["record"], KEPT)) | {"kind": kind}
    manager = Page(seed=0x30)
    give(manager, ("claims.json", json.dumps(claims)), at="")
    assert told(manager) == ["The file is damaged: parts of it are missing. Nothing was changed."]
    manager.do("file.merge")
    assert manager.opened is None and KEPT not in manager.store
