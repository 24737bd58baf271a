"""Looking at addresses of other sites: a server of our own that answers well, badly, late, shyly or not at all."""

import datetime
import socket
import threading
from collections.abc import Iterable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from schemas.__main__ import main
from schemas.handbook import load
from schemas.look import Look, Outcome, look, look_at, refresh
from tests.schemas.conftest import Spoilt

TODAY = datetime.date(2026, 12, 3)
LINKS = "      - links: [{text: Theirs, href: https://a.example/x}, {text: Other, href: https://b.example/y}]\n"


PATIENCE = 60.0
"""Seconds: long for an answer from this machine, however busy it is."""
IMPATIENT = 0.5
"""Seconds, for what never answers."""


class _Answers(BaseHTTPRequestHandler):
    asked: ClassVar[list[str]] = []
    over: ClassVar[threading.Event] = threading.Event()
    agents: ClassVar[set[str]] = set()

    def do_GET(self) -> None:
        type(self).asked.append(self.path)
        type(self).agents.add(self.headers["User-Agent"])
        if self.path == "/slow":
            self.over.wait()  # until nobody asks any more
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/good")
        elif self.path == "/flaky":
            self.send_response(503 if self.asked.count("/flaky") == 1 else 200)
        else:
            self.send_response({"/good": 200, "/slow": 200, "/shy": 403, "/broken": 500}.get(self.path, 404))
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("no_proxy", "*")
    _Answers.asked, _Answers.agents, _Answers.over = [], set(), threading.Event()
    made = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{made.server_port}"
    _Answers.over.set()
    made.shutdown()
    made.server_close()


def test_each_kind_of_answer(server: str):
    paths = ("good", "moved", "gone", "broken", "shy", "flaky")
    found = look_at([f"{server}/{path}#part" for path in paths], timeout=PATIENCE, pause=0)
    outcomes = {
        one.href.removeprefix(f"{server}/").removesuffix("#part"): (one.outcome.value, one.why) for one in found
    }
    assert outcomes == {
        "good": ("reached", ""),
        "moved": ("reached", ""),
        "flaky": ("reached", ""),
        "gone": ("missing", "the server answered 404"),
        "broken": ("missing", "the server answered 500"),
        "shy": ("shy", "the server answered 403"),
    }
    assert _Answers.asked.count("/good") == 2  # once for itself, once from /moved
    assert _Answers.asked.count("/gone") == 2
    assert all("#" not in path for path in _Answers.asked)
    assert _Answers.agents == {"handbook-link-check (run by hand, once in a while)"}


def test_a_server_that_does_not_answer_is_silent(server: str):
    [found] = look_at([f"{server}/slow"], timeout=IMPATIENT, pause=0)
    assert (found.outcome, found.why) == (Outcome.SILENT, "no answer in 0.5 seconds")


def test_no_server_and_no_such_name_are_silent(server: str):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # nobody else can have it, and it is not listened to
        port = nobody.getsockname()[1]
        for href in (f"http://127.0.0.1:{port}/", "http://nowhere.invalid/", "http://bad host/"):
            assert look(href, timeout=PATIENCE) == Look(href, Outcome.SILENT, "no connection")


def found(*outcomes: Look):
    def looker(hrefs: Iterable[str]) -> list[Look]:
        assert set(hrefs) == {one.href for one in outcomes}
        return list(outcomes)

    return looker


def with_links(tiny: Spoilt) -> None:
    tiny.change("guidance/visits.yml", "      - steps", LINKS + "      - steps")


def test_what_was_found_is_written_and_read_again(tiny: Spoilt):
    with_links(tiny)
    looker = found(
        Look("https://a.example/x", Outcome.REACHED), Look("https://b.example/y", Outcome.SILENT, "no connection")
    )
    code, said = refresh(load(tiny.root), TODAY, looker)
    assert code == 0
    assert said == [
        "https://b.example/y: not reached (no connection). It is shown without a link from the next build on.",
        "1 of 2 addresses reached. content/links.yml is written: look at what changed.",
    ]
    checks = load(tiny.root).links
    assert {href: (one.on, one.reached) for href, one in checks.items()} == {
        "https://a.example/x": (TODAY, True),
        "https://b.example/y": (TODAY, False),
    }
    assert tiny.problems() == []
    assert (
        "content/guidance/visits.yml:13: note: https://b.example/y was not reached on 3 December 2026; it is shown without a "
        "link" in tiny.notes()
    )


def test_a_site_that_shuns_programs_keeps_what_was_known_of_it(tiny: Spoilt):
    with_links(tiny)
    first = found(Look("https://a.example/x", Outcome.REACHED), Look("https://b.example/y", Outcome.REACHED))
    refresh(load(tiny.root), TODAY, first)
    shy = found(
        Look("https://a.example/x", Outcome.REACHED),
        Look("https://b.example/y", Outcome.SHY, "the server answered 403"),
    )
    later = datetime.date(2027, 3, 1)
    code, said = refresh(load(tiny.root), later, shy)
    assert code == 0 and "Open it yourself." in said[0]
    checks = load(tiny.root).links
    assert (checks["https://a.example/x"].on, checks["https://b.example/y"].on) == (later, TODAY)


def test_an_address_that_content_no_longer_has_is_dropped(tiny: Spoilt):
    tiny.write("links.yml", "checks: [{href: 'https://old.example/', on: 2026-01-01, reached: false}]\n")
    with_links(tiny)
    both = found(Look("https://a.example/x", Outcome.REACHED), Look("https://b.example/y", Outcome.REACHED))
    refresh(load(tiny.root), TODAY, both)
    assert "https://old.example/" not in load(tiny.root).links


def test_without_a_network_nothing_is_changed(tiny: Spoilt):
    with_links(tiny)
    tiny.write("links.yml", "checks: [{href: 'https://a.example/x', on: 2026-01-01, reached: true}]\n")
    before = (tiny.root / "content/links.yml").read_bytes()
    silent = found(Look("https://a.example/x", Outcome.SILENT), Look("https://b.example/y", Outcome.SILENT))
    code, said = refresh(load(tiny.root), TODAY, silent)
    assert code == 1
    assert said == ["Not one of 2 addresses answered: is there a network? Nothing was changed."]
    assert (tiny.root / "content/links.yml").read_bytes() == before


def test_the_command_says_so_and_fails(
    tiny: Spoilt, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    with_links(tiny)
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")  # a network where nobody answers
    assert main(["links", "--root", str(tiny.root)]) == 1
    assert capsys.readouterr().out.startswith("Not one of 2 addresses answered")
    assert (tiny.root / "content/links.yml").read_text("utf-8") == "checks: []\n"


def test_a_handbook_without_links_is_no_failure(tiny: Spoilt):
    assert refresh(load(tiny.root), TODAY, found())[0] == 0
    assert tiny.problems() == []
