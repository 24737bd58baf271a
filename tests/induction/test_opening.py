"""Several files at once, and pasted text: each that is refused is named with the reason, and the others go on."""

import json
from typing import Any

import pytest

from induction.armour import wrap
from induction.decode import MAX_BYTES
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
