"""The tracker's one door and every widget in every state, for all response types there are."""

import ast
import hashlib
import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

import induction
from induction import app
from induction.activities import ACTIVITY_TYPES
from induction.app import App, static_widget
from induction.decode import DecodeError
from induction.events import event_text
from induction.model import Session
from induction.views.render import WIDGETS, Seen, render
from tests.induction.activities.records import COMPLETE
from tests.induction.page import (
    ALL_WIDGETS,
    NOW,
    TODAY,
    Page,
    check_view,
    event,
    id_of,
    make_activity,
    make_bundle,
    skeleton,
)

EVERY = make_bundle(*(make_activity(kind) for kind in ACTIVITY_TYPES))
RECORD = "01934f00-0000-7000-8000-000000000000"
NASTY = "</textarea><script>alert(1)</script><img src=x onerror=alert(1)>\"'&lt;<!--[go](https://example.org)[x](javascript:alert(1))"


def test_every_widget_is_shown_here() -> None:
    # Those with a test of their own: test_aids, test_dates, test_names.
    assert {*ALL_WIDGETS, "activity", "aid", "dates", "names", "name"} == set(WIDGETS)


@pytest.mark.parametrize("kind", sorted(ACTIVITY_TYPES))
def test_an_activity_of_every_type_in_every_state(kind: str) -> None:
    """`Page` checks each view: well formed, one line, ids unique, every label, description and link in its place."""
    page = Page(make_bundle(make_activity(kind, sign_off=("manager",), children=True))).start()
    page.do("done", id_of(kind), on="soon")
    if kind not in COMPLETE:
        return  # its records are on their way
    page.complete(kind)
    page.do("done", id_of(kind), on="soon")
    page.do("evidence.add", id_of(kind))
    page.do("evidence.add", id_of(kind), kind="photograph", shows="s", kept="k", date=TODAY)
    page.do("done", id_of(kind), on=TODAY)
    page.sign(page.key(kind), name="")
    page.do("sign.show", key=page.key(kind))
    page.sign(page.key(kind), decision="needs-work", note="More\nof it")
    page.do("sign.back")
    page.sign(page.key(kind))
    page.do("sign.confirm")
    assert page.activity(kind).decided
    for field in list(page.activity(kind).answers)[:2]:
        page.answer(id_of(kind), field, "Changed")
    assert "Changed since sign-off" in page.html[f"w-{id_of(kind)}"]
    page.do("erase.ask", id_of(kind), field=next(iter(page.activity(kind).answers)))
    page.do("erase.confirm")


def test_every_other_state_of_the_pages_about_the_record() -> None:
    page = Page()
    assert "Start a new record" in page.html["w-start"] and 'id="no-record"' in page.html["w-tasks"]
    page.do("record.start", name="")
    page.start()
    page.do("filter", kind="read")
    page.do("log.new")
    page.do("record.forget.ask")
    page.do("record.forget")
    page.do("cancel")
    page.do("copy.save")
    page.preview(page.files[-1]["text"])
    page.do("cancel")
    page.preview("{")
    for storage in ("blocked", "full", "unheard-of"):
        page.app.session.storage = storage
        page.mount()
    page.do("record.close")
    assert "Whose record is this?" in page.html["w-start"]
    page.preview(page.files[-1]["text"])
    page.do("file.merge")
    page.today = "2026-12-24"
    page.mount()
    assert 'id="save-ask"' in page.html["w-start"] or not page.state.changes


def test_the_page_as_it_is_built_is_the_page_without_a_record() -> None:
    for kind in WIDGETS:
        for subject in ("", "ews", *(one.id for one in EVERY.programmes[0].activities)):
            built = static_widget(EVERY, kind, subject, "../")
            assert built == render(Session(EVERY), Seen(kind, subject, "../", static=True))
            check_view(built)
            if kind == "activity":
                assert built == render(Session(EVERY, today=TODAY), Seen(kind, subject, "../"))
                for node in check_view(built).all("input", "textarea", "select"):
                    assert node.has("readonly") or node.has("disabled"), "nothing typed is swallowed"


def test_a_record_without_its_name_beside_it_can_still_be_opened() -> None:
    page = Page().start()
    record = str(page.opened)
    page.do("record.close")
    page.about.clear()
    page.open(None)
    page.mount()
    assert "Open a record without a name" in page.html["w-start"]
    page.do("record.open", record=record)
    assert page.opened == record


def test_nothing_in_the_data_becomes_an_element() -> None:
    def visit(text: str) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
        seen: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        page = Page().start(text, manager=text)
        page.finish("topics")
        page.complete("ideas")
        page.answer(id_of("ideas"), "ideas.discrimination.1", text)
        page.do("evidence.add", id_of("ideas"), kind="notes", shows=text, kept=text, date=TODAY)
        page.do("done", id_of("ideas"), on=TODAY)
        page.do("log.new")
        (entry,) = page.state.log
        page.do("log", entry=entry, part="what", value=text)
        page.do("log.share", entry=entry, part="what", shared="yes")
        shown = [{"prompt": text, "answer": text}]
        odd = {
            "decision": text,
            "method": text,
            "statement": text,
            "note": text,
            "signer": {"name": text, "role": text},
        }
        page.foreign(
            event("evidence", id_of("topics"), {"item": "x", "present": True, "kind": text, "shows": "s", "kept": "k", "date": text}, 90),
            event("decided", id_of("topics"), {**odd, "shown": shown, "digest": text, "signed_on": text, "done_on": text}, 91),
            event("answer", "gone", {"field": text, "prompt": text, "value": text}, 92),
            event("row", id_of("ideas"), {"list": "ideas.equity", "row": "".join(text.split()).replace(".", ""), "present": True}, 93),
        )  # fmt: skip
        page.do("sign.show", key=page.key("ideas"))
        page.sign(page.key("ideas"), decision="needs-work", note=text, name=text + "2")
        seen |= {f"check {name}": skeleton(html) for name, html in page.html.items()}
        page.do("sign.confirm")
        page.do("copy.save")
        page.do("erase.ask", id_of("ideas"), field="ideas.discrimination.1")
        seen |= {name: skeleton(html) for name, html in page.html.items()}
        file = json.loads(page.files[-1]["text"])
        page.do("record.close")
        page.preview(json.dumps(file), text)
        seen |= {f"closed {name}": skeleton(html) for name, html in page.html.items()}
        page.preview(json.dumps({**file, "record": RECORD, "name": text, "events": []}), text)
        seen |= {f"refused {name}": skeleton(html) for name, html in page.html.items()}
        return seen

    harmless = "</textarea> no element [brackets] (as long)".replace("</textarea>", "plain")
    assert visit(NASTY) == visit(harmless)


# -- the door


def test_the_round_trip_as_the_worker_makes_it() -> None:
    app.boot(json.dumps(asdict(EVERY)))
    clock = {"now": NOW, "today": TODAY}
    widget = {"id": "w", "kind": "start", "subject": "", "root": "../"}
    opened = json.loads(
        app.receive(
            json.dumps(
                {"op": "open", "record": None, "records": [], "events": [], "drafts": [], "storage": "ok", **clock}
            )
        )
    )
    assert opened["open"] is None and opened["about"] is None and opened["patches"] == [] and opened["tick"] == 0
    for _ in range(2):
        mounted = json.loads(app.receive(json.dumps({"op": "mount", "widgets": [widget], **clock})))
        assert [one["target"] for one in mounted["patches"]] == ["w"]
    command = {"type": "record.start", "subject": "", "args": {"name": "Sam", "programme": "ews"}}
    made = json.loads(app.receive(json.dumps({"op": "handle", "command": command, "stamp": {"id": RECORD, **clock}})))
    assert made["record"] == RECORD == made["events"][0]["id"] == made["events"][0]["subject"]
    applied = json.loads(app.receive(json.dumps({"op": "apply", **made, "foreign": [], **clock})))
    assert applied["open"] is None
    events = [json.dumps(one) for one in made["events"]]
    opened = json.loads(
        app.receive(
            json.dumps({"op": "open", "record": RECORD, "events": events, "drafts": [], "storage": "ok", **clock})
        )
    )
    assert opened["about"] == {"name": "Sam", "role": "officer", "programme": "ews"} and opened["tick"] == 1
    assert opened["by"] == {"name": "Sam", "role": "inductee"} and "Sam" in opened["patches"][0]["html"]


def test_what_cannot_be_started_from_says_so() -> None:
    with pytest.raises(DecodeError):
        app.boot(json.dumps({**asdict(EVERY), "format": 2}))
    with pytest.raises(DecodeError):
        app.boot("{}")


def test_damaged_entries_are_counted_and_the_rest_shown() -> None:
    tracker = App(EVERY)
    good = event_text(event("answer", id_of("prompts"), {"field": "role.functions", "value": "Good"}))
    bad = ["", "{", "null", '{"id": 1}', good[:-1], "[" * 4000, good.replace("answer", "row")]
    tracker.receive({"op": "open", "record": RECORD, "events": [good, *bad], "drafts": ["x"]})
    assert tracker.session.damaged == len(bad) + 1
    assert tracker.session.state.of(id_of("prompts")).text("role.functions") == "Good"
    answer = tracker.receive({"op": "mount", "widgets": [{"id": "w", "kind": "record", "subject": "", "root": ""}]})
    assert "set aside on this device and nothing was deleted" in answer["patches"][0]["html"]
    tracker.receive({"op": "open", "record": RECORD, "events": [good], "drafts": []})
    assert tracker.session.damaged == 0


def test_events_of_another_tab_are_shown_and_drafts_of_it_too() -> None:
    page = Page().start()
    page.foreign(event("answer", id_of("prompts"), {"field": "role.functions", "value": "From elsewhere"}, 5))
    assert "From elsewhere" in page.html[f"w-{id_of('prompts')}"]
    draft = event("answer", id_of("prompts"), {"field": "role.time", "value": "Half typed"}, 6)
    page.show(page.call("apply", events=[], drafts=[], view={}, foreign=[], foreign_drafts=[event_text(draft)]))
    assert "Half typed" in page.html[f"w-{id_of('prompts')}"]
    made = page.answer(id_of("prompts"), "role.time", "On top")["events"]
    assert made[0]["tick"] == 7, "one more than the highest seen"


def test_a_view_of_a_widget_or_activity_that_is_not_known_is_a_sentence() -> None:
    assert "another version of the site" in check_view(render(Session(EVERY), Seen("unheard-of", "", ""))).text
    assert "not part of a programme" in check_view(render(Session(EVERY), Seen("activity", "no.such", ""))).text
    empty = make_bundle()
    bare = type(empty)(1, empty.service, {}, ())
    for kind in WIDGETS:
        check_view(render(Session(bare), Seen(kind, "", "")))


# -- the same everywhere


def story() -> str:
    """A digest of all that a story shows, stores and saves."""
    page = Page().start()
    for kind in ("ideas", "two-lists", "topics"):
        page.finish(kind)
    page.do("log.new")
    (entry,) = page.state.log
    for part in ("what", "so-what", "now-what"):
        page.do("log", entry=entry, part=part, value=f"Text of {part}")
        page.do("log.share", entry=entry, part=part, shared="yes")
    page.do("request.save")
    page.sign(page.key("ideas"), page.key("topics"), decision="needs-work", note="")
    page.sign(page.key("ideas"), page.key("topics"))
    page.do("sign.confirm")
    page.do("erase.ask", id_of("ideas"), field="ideas.strengths.1")
    page.do("erase.confirm")
    page.do("copy.save")
    told = [page.html, page.store, page.files, page.effects, page.app.session.view]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


@pytest.mark.skipif(sys.platform == "emscripten", reason="there are no processes in a browser")
def test_nothing_that_is_shown_or_kept_hangs_on_the_order_of_sets() -> None:
    script = "from tests.induction.test_app import story; print(story())"
    root = Path(__file__).parent.parent.parent
    told = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(told) == 1


SOURCES = sorted(Path(induction.__file__).parent.rglob("*.py"))


@pytest.mark.skipif(not SOURCES, reason="the site ships bytecode only")
def test_no_words_of_an_exception_repr_or_hash_reach_a_page() -> None:
    found = []
    for path in SOURCES:
        tree = ast.parse(path.read_text("utf-8"))
        caught = {node.name for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler) and node.name}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                told = {one.id for one in node.args if isinstance(one, ast.Name)}
                if node.func.id in ("repr", "hash", "id", "float", "ascii") or (
                    node.func.id == "str" and told & caught
                ):
                    found.append(f"{path.name}:{node.lineno} {node.func.id}()")
            if isinstance(node, ast.FormattedValue) and (
                node.conversion != -1 or (isinstance(node.value, ast.Name) and node.value.id in caught)
            ):
                found.append(f"{path.name}:{node.lineno} in an f-string")
            if isinstance(node, ast.Attribute) and node.attr in ("__doc__", "format_exc", "utcnow", "random"):
                found.append(f"{path.name}:{node.lineno} .{node.attr}")
            if isinstance(node, ast.Constant) and isinstance(node.value, float):
                found.append(f"{path.name}:{node.lineno} a float")
    assert found == []


def test_a_copy_is_asked_for_sooner_where_the_browser_forgets() -> None:
    page = Page().start()
    page.today = "2026-11-24"
    page.mount()
    assert "Save a copy now" not in page.html["w-tasks"]
    page.app.session.forgetful = True
    page.mount()
    assert "Save a copy now" in page.html["w-tasks"]
