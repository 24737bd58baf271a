"""The seal of decisions and statements: what fits, each way in which something does not, and the files shared with the command line."""

import json
from dataclasses import replace
from typing import Any

import pytest

from induction.codes import Status
from induction.decided import read_decision, read_witness
from induction.events import By, Event, read_event
from induction.merging import preview
from induction.progress import counts, status
from induction.record import Record
from induction.seal import (
    BREAKING,
    DOES_NOT_COUNT,
    SENTENCES,
    WHAT_IT_SHOWS,
    Fault,
    breaks,
    digest_of,
    faults,
    same_name,
    seal_of,
    sealed,
)
from induction.signoff import assurance_words, labels, warns
from induction.state import fold
from induction.transfer import RecordFile, read_file
from tests.fixtures.make_files import FILES, faults_of, handbook
from tests.induction.page import NOW, TODAY, Page, event, id_of

RECORD = "01934f00-0000-7000-8000-000000000001"
INDEX: dict[str, list[list[str]]] = json.loads((FILES / "index.json").read_text("utf-8"))


def decided(**more: Any) -> Event:
    shown = [{"prompt": "What?", "answer": "This."}]
    data = {
        "decision": "signed-off",
        "method": "observed",
        "statement": "Seen.",
        "note": "",
        "signer": {"name": "Alex Morgan", "role": "manager"},
        "done_on": "2026-11-20",
        "signed_on": TODAY,
        "opened": True,
        "assurance": "typed-name",
        "shown": shown,
        "digest": digest_of(shown),
    }
    return sealed(event("decided", "ews.1.ideas", {**data, **more}, 7, name="Alex Morgan"), RECORD)


def without(one: Event, **data: Any) -> Event:
    return replace(one, data={**one.data, **data})


TAMPERED = {
    "as it was made": (decided(), ()),
    "words": (without(decided(), shown=[{"prompt": "What?", "answer": "That."}]), (Fault.WORDS,)),
    "one more key among the words": (
        without(decided(), shown=[{"prompt": "What?", "answer": "This.", "x": 1}]),
        (Fault.WORDS,),
    ),
    "words and their digest": (
        without(decided(), shown=[], digest=digest_of([])),
        (Fault.FIELDS,),
    ),
    "no words": (without(decided(), shown=[]), (Fault.ABSENT,)),
    **{
        f"another {key}": (without(decided(), **{key: value}), (Fault.FIELDS,))
        for key, value in {
            "decision": "earlier-learning",
            "method": "quiz",
            "statement": "Not seen.",
            "note": "More.",
            "signer": {"name": "Chris Pugh", "role": "manager"},
            "done_on": "2026-11-19",
            "signed_on": "2026-11-23",
            "opened": False,
            "assurance": "signed",
            "delegated_by": "Chris Pugh",
            "on_behalf_of": {"name": "Nia Rees", "role": "manager"},
            "unheard_of": 1,
        }.items()
    },
    "another author": (replace(decided(), by=By("Chris Pugh", "manager")), (Fault.FIELDS,)),
    "another place": (replace(decided(), tick=99), (Fault.FIELDS,)),
    "the same again": (replace(decided(), id="01934f00-0000-7000-8000-00000000eeee"), (Fault.FIELDS,)),
    "another version of the content": (replace(decided(), content="ffff"), (Fault.FIELDS,)),
    "another activity": (replace(decided(), subject="ews.1.topics"), (Fault.ACTIVITY,)),
    "another activity, inside too": (
        replace(without(decided(), activity="ews.1.topics"), subject="ews.1.topics"),
        (Fault.FIELDS,),
    ),
    "another record": (without(decided(), record="01934f00-0000-7000-8000-000000000002"), (Fault.RECORD,)),
    "no seal": (without(decided(), seal=None), (Fault.FIELDS,)),
    "a seal that is none": (without(decided(), seal=3, seal_version="1"), (Fault.FIELDS,)),
    "a seal of a later way": (without(decided(), seal_version=2), (Fault.NEWER,)),
    "a seal of version true": (without(decided(), seal_version=True), (Fault.FIELDS,)),
    "before the work": (decided(done_on="2026-11-23"), (Fault.EARLY,)),
    "by the inductee": (decided(signer={"name": " sam  EVANS", "role": "manager"}), (Fault.OWN,)),
    "for the inductee": (decided(on_behalf_of={"name": "Sam Evans", "role": "manager"}), (Fault.OWN,)),
}


@pytest.mark.parametrize("name", TAMPERED)
def test_what_does_not_fit_is_found(name: str) -> None:
    one, found = TAMPERED[name]
    assert faults(one, RECORD, "Sam Evans") == found
    made = read_decision(one, RECORD, "Sam Evans")
    told = labels(made, TODAY)
    assert told[: len(found)] == [SENTENCES[fault] for fault in found]
    assert made.counts == (not BREAKING & set(found)) == (DOES_NOT_COUNT not in told)
    assert (WHAT_IT_SHOWS in told) != made.counts, "what a check proves is said where it fails"


def test_a_decision_from_before_the_check_stays_valid_and_says_so() -> None:
    old = without(decided())
    for key in ("seal", "seal_version", "activity", "record"):
        old.data.pop(key)
    assert faults(old, RECORD, "Sam Evans") == (Fault.UNSEALED,)
    made = read_decision(old, RECORD, "Sam Evans")
    assert made.counts and not warns(made, TODAY) and labels(made, TODAY) == [SENTENCES[Fault.UNSEALED]]
    assert faults(without(old, shown=[{"prompt": "x", "answer": "y"}]), RECORD) == (Fault.WORDS, Fault.UNSEALED)


@pytest.mark.parametrize(
    ("more", "today"),
    [
        ({"signer": {"name": "sam EVANS", "role": "manager"}}, TODAY),
        ({"shown": [{"prompt": "What?", "answer": "That."}]}, TODAY),
        ({"shown": []}, TODAY),
        ({"done_on": "2026-12-05"}, TODAY),
        ({}, "2026-11-21"),
    ],
)
def test_whatever_else_is_wrong_with_one_from_before_the_check_is_a_warning(more: dict[str, Any], today: str) -> None:
    old = without(decided(), **more)
    for key in ("seal", "seal_version", "activity", "record"):
        old.data.pop(key)
    made = read_decision(old, RECORD, "Sam Evans")
    assert SENTENCES[Fault.UNSEALED] in labels(made, today) and warns(made, today)


def test_another_assurance_than_a_typed_name_is_never_passed_off_as_one() -> None:
    for assurance in ("", "paper", "signature"):
        said = assurance_words(read_decision(decided(assurance=assurance)), "22 November 2026")
        assert said == "Signed in a way that this version of the site cannot check."
    assert "cannot prove who typed it" in assurance_words(read_decision(decided()), "22 November 2026")


@pytest.mark.parametrize("odd", [7, None, True, ["Sam Evans"], {"name": "Sam Evans"}])
def test_a_name_that_is_no_text_is_nobodys(odd: Any) -> None:
    person = {"name": odd, "role": "manager"}
    one = decided(signer=person, on_behalf_of=person, delegated_by=odd, done_on=odd)
    assert faults(one, RECORD, "Sam Evans") == ()
    made = read_decision(one, RECORD, "Sam Evans")
    assert made.signer.name == "" and made.delegated_by == "" and made.done_on == ""


def test_a_wrong_clock_is_said_and_nothing_else_hangs_on_it() -> None:
    made = read_decision(decided(), RECORD, "Sam Evans")
    assert labels(made, "2026-11-21") == [SENTENCES[Fault.LATER]] and made.counts
    assert labels(read_decision(decided(done_on=TODAY), RECORD), TODAY) == [], "done and signed on one day"
    early = read_decision(decided(done_on="2026-12-05"), RECORD, "Sam Evans")
    assert labels(early, TODAY) == [SENTENCES[Fault.EARLY], SENTENCES[Fault.LATER]] and early.counts


def test_who_sets_out_to_deceive_can_make_a_new_seal_and_we_say_so() -> None:
    forged = sealed(without(decided(), decision="earlier-learning"), RECORD)
    assert faults(forged, RECORD) == () and "cannot stop" in WHAT_IT_SHOWS


def test_a_later_signature_lies_outside_the_seal() -> None:
    one = decided()
    signed = without(one, signatures=[{"over": one.data["seal"], "key": "later"}])
    assert seal_of(signed) == one.data["seal"] and faults(signed, RECORD) == ()


def test_a_seal_does_not_hang_on_the_order_of_keys_or_the_way_a_file_is_written() -> None:
    one = decided(note="Ŵyn said “yes” 😀")
    again = read_event(json.loads(json.dumps({"data": dict(reversed(one.data.items())), **plain(one)}, indent=3)))
    assert seal_of(again) == one.data["seal"]


def plain(one: Event) -> dict[str, Any]:
    return {
        "id": one.id,
        "tick": one.tick,
        "at": one.at,
        "by": {"role": one.by.role, "name": one.by.name},
        "type": one.type,
        "subject": one.subject,
        "content": one.content,
    }


def test_a_statement_is_sealed_too() -> None:
    data = {"name": "Nia Rees", "role": "Head", "date": TODAY, "saw": "Much", "text": "", "assurance": "typed-name"}
    one = sealed(event("witnessed", "ews.1.ideas", data), RECORD)
    assert faults(one, RECORD, "Sam Evans") == ()
    assert faults(without(one, saw="More"), RECORD) == (Fault.FIELDS,)
    assert faults(one, RECORD, "nia rees") == (Fault.OWN,)
    assert not read_witness(one, RECORD, "Nia Rees").counts
    assert labels(read_witness(one, RECORD), "2026-01-01") == [SENTENCES[Fault.LATER]]


def test_names_are_one_name_however_written() -> None:
    assert same_name("  Siân\tEVANS ") == same_name("sia\u0302n evans") != same_name("Sian Evans")
    for hidden in ("Sam\u200b Evans", "\u202eSam Evans", "Sam E\u00advans", "\u2068Sam Evans\u2069", "\ufeffSam Evans"):
        assert same_name(hidden) == same_name("Sam Evans"), "signs that nobody sees make no other name"
    assert same_name("\u200b") == ""


def test_every_fault_has_a_sentence_and_breaking_ones_come_first() -> None:
    assert set(SENTENCES) == set(Fault) and breaks(["words"]) and not breaks(["absent", "unsealed"])
    assert list(Fault)[: len(BREAKING)] == [one for one in Fault if one in BREAKING]


# -- the files shared with the command line


@pytest.mark.parametrize("name", INDEX)
def test_each_file_says_what_the_index_says(name: str) -> None:
    file = json.loads((FILES / name).read_text("utf-8"))
    assert faults_of(file) == INDEX[name]
    read = read_file((FILES / name).read_text("utf-8"))
    assert [
        [one.subject, one.type, *faults(one, read.record, read.name)]
        for one in read.events
        if one.type in ("decided", "witnessed")
    ] == INDEX[name]


def test_the_index_names_every_file_and_every_fault_there_can_be() -> None:
    assert set(INDEX) == {path.name for path in FILES.glob("*.json")} - {"index.json"}
    found = {fault for one in INDEX.values() for _, _, *faults in one for fault in faults}
    assert found == set(Fault) - {Fault.EARLY, Fault.LATER}, "clocks are tested above"


def opened() -> Page:
    """The record of the good request, with nothing decided yet."""
    page = Page(handbook(), seed=0x51)
    record = json.loads((FILES / "good-request.json").read_text("utf-8"))
    page.preview(json.dumps({**record, "kind": "record"}))
    page.do("file.merge")
    return page


@pytest.mark.parametrize("name", [name for name in INDEX if name.startswith("reply-")])
def test_a_tampered_reply_is_left_out_or_labelled_on_the_page(name: str) -> None:
    page = opened()
    text = (FILES / name).read_text("utf-8")
    if name == "reply-for-another-record.json":
        before = page.kept()
        assert "The file belongs to Jo Bloggs" in page.refusal(text)
        assert page.kept() == before
        return
    page.preview(text)
    shown = page.html["w-record"]
    wrong = [found for found in INDEX[name] if breaks(found[2:])]
    assert ("left out" in shown) == bool(wrong)
    for found in wrong:
        assert SENTENCES[Fault(found[2])] in shown
    page.do("file.merge")
    assert not page.app.session.view.get("problems")
    for subject, _, *found in INDEX[name]:
        here = page.state.of(subject)
        assert len(here.decisions) == (0 if breaks(found) else 1)
        for one in found:
            if not breaks(found) and one != "absent":
                assert SENTENCES[Fault(one)] in page.html[f"w-{subject}"]


def test_a_reply_passed_off_as_anothers_changes_nothing_in_that_record() -> None:
    """The file's head says this record; the decisions in it were made for another."""
    page = Page(handbook(), seed=0x52).start("Jo Bloggs")
    page.finish("ideas")
    good = json.loads((FILES / "good-reply.json").read_text("utf-8"))
    page.preview(json.dumps({**good, "record": page.opened, "name": "Jo Bloggs"}))
    assert "3 decisions in it do not fit and are left out" in page.html["w-record"]
    assert SENTENCES[Fault.RECORD] in page.html["w-record"]
    assert page.do("file.merge")["events"] == [] and page.activity("ideas").decisions == ()


def test_a_record_with_a_tampered_decision_opens_and_what_was_tampered_with_does_not_count() -> None:
    page = Page(handbook(), seed=0x53)
    page.preview((FILES / "record-words-changed.json").read_text("utf-8"))
    page.do("file.merge")
    ideas = page.activity("ideas")
    assert ideas.decided is None and len(ideas.decisions) == 1
    activity = page.bundle.programmes[0].activity(id_of("ideas"))
    assert activity and status(activity, ideas) is Status.WAITING, "so it can be signed again"
    assert counts(page.bundle.programmes[0], page.state).signed == 0
    assert "Never written" in page.html[f"w-{id_of('ideas')}"], "it stays readable"
    for kind in (id_of("ideas"), "record"):
        assert SENTENCES[Fault.WORDS] in page.html[f"w-{kind}"] and DOES_NOT_COUNT in page.html[f"w-{kind}"]


def test_a_tampered_statement_is_labelled_and_no_signer_is_shown_it_as_evidence() -> None:
    page = Page(handbook(), seed=0x54)
    page.preview((FILES / "record-witness-changed.json").read_text("utf-8"))
    page.do("file.merge")
    assert SENTENCES[Fault.FIELDS] in page.html[f"w-{id_of('ideas')}"]
    (said,) = page.activity("ideas").witnesses
    assert said.saw == "Everything." and not said.counts


def test_a_name_that_is_html_is_only_ever_text() -> None:
    page = Page(handbook(), seed=0x55)
    page.preview((FILES / "record-html.json").read_text("utf-8"))
    page.do("file.merge")
    assert "<img" not in page.sight() and "&lt;img src=x" in page.sight()


def test_every_page_reads_the_same_whoever_wrote_the_file() -> None:
    text = (FILES / "good-record.json").read_text("utf-8")
    record = Record(read_file(text).record)
    record.add(read_file(text).events)
    told = [labels(one, TODAY) for here in fold(record).activities.values() for one in here.decisions]
    assert told == [[], [], []]


@pytest.mark.parametrize(
    ("here", "there", "conflicts"),
    [
        ([], "This.", 0),
        ([], "That.", 1),
        ([{"prompt": "What?", "answer": "This."}], "This.", 0),
        ([{"prompt": "What?", "answer": "This."}], "That.", 1),
        ([{"prompt": "What?", "answer": "That."}], "", 1),
        ([{"prompt": "What?", "answer": "This."}], "", 0),
    ],
)
def test_a_decision_with_its_words_and_without_is_one_but_not_with_others(
    here: list[dict[str, str]], there: str, conflicts: int
) -> None:
    made, record = decided(), Record(RECORD)
    record.add([without(made, shown=here)])
    words = [{"prompt": "What?", "answer": there}] if there else []
    file = RecordFile("reply", "svc", RECORD, "Sam Evans", "ews", NOW, (without(made, shown=words),))
    assert preview(file, "reply.json", record, "svc").conflicts == conflicts
