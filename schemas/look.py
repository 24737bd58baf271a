"""Looks at every address of another site and writes what it found into content/links.yml.

Run by hand, by whoever looks after the handbook: `python -m schemas links`. It opens each address once, a failed one twice,
one at a time a host, and sends nothing but the request. Without a network it changes nothing.
"""

import datetime
import json
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from http.client import HTTPException
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

from schemas.handbook import Handbook
from schemas.links import LinkCheck, addresses
from schemas.problems import counted

FILE = "content/links.yml"
TIMEOUT = 15.0
"""Seconds to wait for an answer."""
PAUSE = 1.0
"""Seconds between two requests to one host."""
_AGENT = "handbook-link-check (run by hand, once in a while)"
_SHY = (401, 403, 405, 406, 407, 429, 451)
"""Answers of a site that is there and does not talk to programs, or not to everybody."""
_HEAD = """\
# What the last look at each address of another site found. Written by: python -m schemas links
# An address with `reached: false` is shown as words with the day, not as a link. A build never looks itself.
"""


class Outcome(StrEnum):
    """What became of a look."""

    REACHED = "reached"
    MISSING = "missing"
    """A server answered that there is nothing, or that it is out of order."""
    SHY = "shy"
    """A server answered, but does not show the page to a program: somebody has to look."""
    SILENT = "silent"
    """Nobody answered: no such name, no connection, too slow."""


@dataclass(frozen=True)
class Look:
    """One address and what became of it."""

    href: str
    outcome: Outcome
    why: str = ""


def look(href: str, timeout: float = TIMEOUT) -> Look:
    """Open one address and read nothing of it."""
    request = urllib.request.Request(urldefrag(href).url, headers={"User-Agent": _AGENT, "Accept": "text/html,*/*"})
    try:
        with urllib.request.urlopen(request, timeout=timeout):
            return Look(href, Outcome.REACHED)
    except urllib.error.HTTPError as error:
        shy = error.code in _SHY
        return Look(href, Outcome.SHY if shy else Outcome.MISSING, f"the server answered {error.code}")
    except TimeoutError:
        return Look(href, Outcome.SILENT, f"no answer in {timeout:g} seconds")
    except urllib.error.URLError as error:
        slow = isinstance(error.reason, TimeoutError)
        return Look(href, Outcome.SILENT, f"no answer in {timeout:g} seconds" if slow else "no connection")
    except (OSError, HTTPException, ValueError):
        return Look(href, Outcome.SILENT, "no connection")


def look_at(hrefs: Iterable[str], timeout: float = TIMEOUT, pause: float = PAUSE) -> list[Look]:
    """Every address, sorted. Several hosts at once, the addresses of one host one after the other."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for href in sorted(set(hrefs)):
        hosts[urlsplit(href).netloc].append(href)

    def rest(after: Look) -> None:
        if after.outcome is not Outcome.SILENT:  # nobody was there to be bothered
            time.sleep(pause)

    def of_host(mine: list[str]) -> list[Look]:
        found = []
        for href in mine:
            one = look(href, timeout)
            if one.outcome in (Outcome.MISSING, Outcome.SILENT):  # once more: a site may have a bad moment
                rest(one)
                one = look(href, timeout)
            found.append(one)
            rest(one)
        return found

    with ThreadPoolExecutor(max_workers=8) as pool:
        return sorted((one for many in pool.map(of_host, hosts.values()) for one in many), key=lambda one: one.href)


Looker = Callable[[Iterable[str]], list[Look]]


def refresh(handbook: Handbook, today: datetime.date, looker: Looker = look_at) -> tuple[int, list[str]]:
    """Look at all addresses and write the file; the exit code and what to say, a sentence a line."""
    wanted = addresses(handbook)
    found = looker(wanted)
    if wanted and all(one.outcome is Outcome.SILENT for one in found):
        return 1, [f"Not one of {counted(len(wanted), 'address')} answered: is there a network? Nothing was changed."]
    checks = {href: check for href, check in handbook.links.items() if href in wanted}
    for one in found:
        if one.outcome is not Outcome.SHY:  # what is known of it stays, until a person has looked
            there = one.outcome is Outcome.REACHED
            checks[one.href] = LinkCheck(href=one.href, on=today, reached=there, why=one.why)
    write(handbook.root / FILE, checks.values())
    gone = [one for one in found if one.outcome in (Outcome.MISSING, Outcome.SILENT)]
    shy = [one for one in found if one.outcome is Outcome.SHY]
    said = [f"{one.href}: not reached ({one.why}). It is shown without a link from the next build on." for one in gone]
    said += [f"{one.href}: {one.why}, so a program cannot tell. Open it yourself." for one in shy]
    reached = len(found) - len(gone) - len(shy)
    return 0, [
        *said,
        f"{reached} of {counted(len(found), 'address')} reached. {FILE} is written: look at what changed.",
    ]


def write(path: Path, checks: Iterable[LinkCheck]) -> None:
    """The file, an address a line, so that what changed can be read."""
    lines = [
        f"  - {{href: {json.dumps(one.href)}, on: {one.on.isoformat()}, reached: {json.dumps(one.reached)}"
        + (f", why: {json.dumps(one.why)}}}" if one.why else "}")
        for one in sorted(checks, key=lambda one: one.href)
    ]
    path.write_text(_HEAD + ("checks:\n" + "\n".join(lines) if lines else "checks: []") + "\n", encoding="utf-8")
