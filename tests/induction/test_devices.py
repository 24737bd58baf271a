"""Several devices with one record: whatever is done on each, and in whatever order copies change hands, all come to the same.

Chance picks what is done; the seed is the test's parameter, so that a failure can be seen again.
"""

import json
import random
from collections.abc import Iterator
from itertools import permutations
from typing import Any

import pytest

from induction.decode import canonical, mend
from induction.events import event_text, parse_event
from induction.state import fold
from tests.induction.page import NOW, Page, id_of, make_bundle

BUNDLE = make_bundle()
ODD = [
    "ŵŷ Â – ’",
    "😀 👩‍👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "שלום عربي ‮abc",
    "\x00\x01\x1f\x7f\x80",
    "\u2028\u2029\ufeff\ufffe\uffff",
    "a\r\nb\rc\n\nd\t",
    '"\\/\\u0041 {}[],:',
    "<script>&amp;</script>",
    "  blanks  ",
    "y" * 20_000,
]
LATER = {"id": "01934fee-0000-7000-8000-000000000001", "tick": 3, "at": NOW, "by": {"name": "Sam", "role": "inductee"}}
"""The beginning of an event that a later version made."""


class _Device(Page):
    """A page that shows nothing, so that hundreds of steps take a second."""

    def mount(self) -> None:
        pass

    def remembered(self) -> dict[str, Any]:
        return {}

    def copy(self) -> str:
        self.do("copy.save")
        return self.files[-1]["text"]

    def take(self, text: str) -> None:
        self.preview(text)
        self.do("file.merge")

    def events(self) -> dict[str, str]:
        """What is stored, by id. A copy that was saved is noted on the device that saved it; that is nothing anybody said."""
        assert self.opened
        stored = [parse_event(text) for text in self.store[self.opened].values()]
        return {one.id: event_text(one) for one in stored if one.type != "saved"}

    def said(self) -> Any:
        state = fold(self.app.session.record)  # type: ignore[arg-type]
        return (state.details, state.activities, state.log, state.agreed, state.names, state.unknown)


def _started() -> _Device:
    device = _Device(BUNDLE)
    device.start()
    return device


def _devices(count: int) -> list[_Device]:
    first = _started()
    first.answer(id_of("prompts"), "role.functions", "Before they parted")
    others = [_Device(BUNDLE, seed=seed) for seed in range(2, count + 1)]
    for one in others:
        one.take(first.copy())
    return [first, *others]


def _act(device: _Device, chance: random.Random) -> None:
    prompts, ideas = id_of("prompts"), id_of("ideas")
    words = chance.choice([*ODD, *"abc", ""])
    state = device.state
    answered = [(key, name) for key, one in state.activities.items() for name in one.answers]
    entry = chance.choice(sorted(state.log) or [""])
    match chance.randrange(12):
        case 0 | 1 | 2:
            device.answer(prompts, chance.choice(["role.functions", "role.time"]), words)
        case 3:
            draft = device.handle("answer", prompts, field="role.titles", value=words, id=next(device.ids))
            device.store_and_apply(draft)
            device.store_and_apply({**draft, "events": draft["drafts"], "drafts": []})
        case 4:
            device.do("row.add", ideas, list="ideas.equity")
        case 5:
            device.do("log.new")
        case 6 if entry:
            device.do("log", "", entry=entry, part="what", value=words)
        case 7 if entry:
            device.do("log.share", "", entry=entry, part="what", shared="yes")
        case 8:
            shows = {"kind": "notes", "shows": words, "kept": "In my folder", "date": "2026-11-20"}
            device.do("evidence.add", prompts, **shows)
        case 9 if answered:
            subject, name = chance.choice(sorted(answered))
            device.do("erase.ask", subject, field=name)
            device.do("erase.confirm")
        case 10:
            device.do("file.undo")
        case _:
            device.do("details.change", "", hours=str(chance.randrange(10, 40)))


def _agree(devices: list[_Device]) -> None:
    """Copies go round twice."""
    for _ in range(2):
        for one in devices:
            text = one.copy()
            for other in devices:
                if other is not one:
                    other.take(text)


@pytest.mark.parametrize("seed", range(8))
def test_what_is_done_on_three_devices_comes_to_the_same_on_all(seed: int) -> None:
    chance = random.Random(seed)
    devices = _devices(3)
    for _ in range(25):
        device = chance.choice(devices)
        _act(device, chance)
        if chance.random() < 0.15:
            chance.choice(devices).take(device.copy())
    _agree(devices)
    first, *others = devices
    for other in others:
        assert other.events() == first.events()
        assert other.said() == first.said()
    for one in devices:
        before = one.said()
        one.open(one.opened)  # a reload: from the store alone
        assert one.said() == before


def _words() -> Iterator[str]:
    yield from ODD
    chance = random.Random(5)
    for _ in range(60):
        yield "".join(chr(chance.choice([*range(0x300), 0x2028, 0xFFFD, 0x1F600, 0x10FFFF])) for _ in range(12))


def test_odd_words_come_through_a_draft_a_copy_and_a_merge_as_they_were() -> None:
    device = _started()
    other = _Device(BUNDLE, seed=2)
    other.take(device.copy())
    for words in _words():
        device.answer(id_of("prompts"), "role.functions", words, id=next(device.ids))
        other.take(device.copy())
        for one in (device, other):
            assert one.activity("prompts").text("role.functions") == words
    assert other.said() == device.said()


def test_half_a_pair_is_no_text_and_costs_nothing_around_it() -> None:
    device = _started()
    for half in ("a\ud800b", "a\udc00b", "a\udc00\ud800b"):
        device.answer(id_of("prompts"), "role.functions", mend(half))
        assert device.activity("prompts").text("role.functions") == "a" + "\ufffd" * (len(half) - 2) + "b"


def _from_a_later_version() -> list[dict[str, Any]]:
    """A type that nobody knows, and known types with keys that nobody knows, as deep and as odd as data may be."""
    odd = {"": None, "deep": [[{"k": [True, -1, 2**53 - 1, "ŵ\x00"]}]], "ids": ["x"], "shared": 1}
    known = {"field": "role.functions", "prompt": "What?", "value": "Said later", "new-key": odd}
    number = iter(range(1, 9))

    def made(type: str, subject: str, data: dict[str, Any]) -> dict[str, Any]:
        return {
            **LATER,
            "id": LATER["id"][:-1] + str(next(number)),
            "type": type,
            "subject": subject,
            "data": data,
            "content": "v9",
        }

    return [
        made("from-a-later-version", id_of("prompts"), odd),
        made("also later: ŵ", "", {}),
        made("answer", id_of("prompts"), known),
        made("evidence", id_of("prompts"), {"item": "i", "present": True, "kind": "notes", "new-key": odd}),
        made("log", "", {"entry": "e", "part": "what-not", "value": "Private", "new-key": odd}),
        made("answer", "an.activity.of.later", {"field": "f", "prompt": "?", "value": "There"}),
    ]


@pytest.mark.parametrize("order", list(permutations(["copy", "undo", "erase"])))
def test_what_a_later_version_wrote_passes_through_everything_byte_for_byte(order: tuple[str, ...]) -> None:
    device = _started()
    file = json.loads(device.copy())
    later = [{**one, "subject": one["subject"] or device.opened} for one in _from_a_later_version()]
    device.take(json.dumps({**file, "events": [*file["events"], *later]}))
    texts = {one["id"]: canonical(one) for one in later}

    def kept_by(one: Any) -> dict[str, str]:
        return {key: text for key, text in one.events().items() if key in texts}

    assert kept_by(device) == texts
    device.answer(id_of("prompts"), "role.time", "To be erased")
    for step in order:
        if step == "undo":
            device.do("file.undo")
        elif step == "erase":
            device.do("erase.ask", id_of("prompts"), field="role.time")
            device.do("erase.confirm")
        else:
            other = _Device(BUNDLE, seed=2)
            other.take(device.copy())
            assert kept_by(other) == texts
            other.answer(id_of("prompts"), "role.titles", "On the other")
            device.take(other.copy())
        assert kept_by(device) == texts
        device.open(device.opened)
        assert {one.id: event_text(one) for one in device.app.session.record.ordered() if one.id in texts} == texts  # type: ignore[union-attr]


def test_no_command_makes_an_event_under_an_id_that_the_record_has() -> None:
    """The id of typed text goes along as the stamp; when another tab has sealed it, what comes now is another event."""
    device = _started()
    draft = next(device.ids)

    def answer(value: str) -> dict[str, Any]:
        stamp = {"id": draft, "now": NOW, "today": NOW[:10]}
        args = {"field": "role.functions", "value": value, "id": draft}
        return device.call("handle", command={"type": "answer", "subject": id_of("prompts"), "args": args}, stamp=stamp)

    first = answer("Sealed elsewhere")
    device.store_and_apply({**first, "events": first["drafts"], "drafts": []})
    second = answer("Typed on")
    assert [one["id"] == draft for one in second["events"]] == [False]
    device.store_and_apply(second)
    device.open(device.opened)
    assert device.activity("prompts").text("role.functions") == "Typed on"


def test_what_was_withdrawn_and_erased_and_merged_again_stays_erased() -> None:
    device = _started()
    other = _Device(BUNDLE, seed=2)
    other.take(device.copy())
    other.answer(id_of("prompts"), "role.functions", "Elin Wyn Rees")
    old = other.copy()
    device.take(old)
    device.do("file.undo")
    device.do("erase.ask", id_of("prompts"), field="role.functions")
    device.do("erase.confirm")
    for text in (old, device.copy(), old):
        device.take(text)
        device.open(device.opened)
        assert "Elin" not in device.kept()
    other.take(device.copy())
    assert "Elin" not in other.kept()


def test_a_merge_undone_by_mistake_can_be_taken_in_again_and_an_older_copy_that_says_more_brings_nothing_back() -> None:
    device, phone = _devices(2)
    phone.answer(id_of("prompts"), "role.functions", "On the phone")
    text = phone.copy()
    device.take(text)
    device.do("file.undo")
    assert device.activity("prompts").text("role.functions") == "Before they parted"
    after = device.copy()
    phone.now = "2026-11-22T10:00:00Z"
    phone.answer(id_of("prompts"), "role.time", "And more")
    device.take(phone.copy())  # with something new in it: what was taken back stays so
    assert device.activity("prompts").text("role.functions") == "Before they parted"
    assert device.activity("prompts").text("role.time") == "And more"
    device.take(after)  # saved since: it knows of the undoing
    assert device.activity("prompts").text("role.functions") == "Before they parted"
    device.take(text)
    assert device.activity("prompts").text("role.functions") == "On the phone"
    device.do("file.undo")
    assert device.activity("prompts").text("role.functions") == "Before they parted"
