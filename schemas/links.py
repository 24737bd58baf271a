"""Addresses of other sites, and what the last look at each found: content/links.yml, written by `schemas.look`.

A build never looks itself, and no page does: they show what stands in that file. An address that could not be reached
is shown as text with the day, never as a link.
"""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import StringConstraints

from induction.activities import Link
from induction.dates import say_date
from schemas.common import ADDRESS, Model

if TYPE_CHECKING:
    from schemas.handbook import Handbook

_WEB = re.compile(r"https://[^\s()\"'<>]+")
_LINK = re.compile(r"\[([^\]]+)\]\((https://[^)\s]+)\)")


class LinkCheck(Model):
    """What the last look at one address found."""

    href: Annotated[str, StringConstraints(pattern=ADDRESS)]
    """The address, as content has it."""
    on: datetime.date
    """The day it was looked at, ISO 8601."""
    reached: bool
    """True when a page was there."""
    why: str = ""
    """What happened when it was not."""


class LinkChecks(Model):
    """content/links.yml: the last look at each address of another site. Written by a program."""

    checks: tuple[LinkCheck, ...] = ()
    """One an address."""


Found = Mapping[str, LinkCheck]
"""By address."""


def addresses(handbook: "Handbook") -> list[str]:
    """Every https address that a page of content leads to, sorted."""
    found = set()
    for file in handbook.files:
        if file.kind != "links":
            found |= {one for _, text in file.inside.texts for one in web(text)}
    return sorted(found)


def web(text: str) -> Iterator[str]:
    """The https addresses in a text, linked or bare."""
    if "https://" in text:
        yield from (one.rstrip(".,;:") for one in _WEB.findall(text))


def dead(found: Found, href: str) -> str:
    """'not reached on 3 December 2026' for an address that could not be reached; empty for any other."""
    check = found.get(href)
    return f"not reached on {say_date(check.on.isoformat())}" if check and not check.reached else ""


def without_dead(found: Found, text: str) -> str:
    """Text whose links to addresses that could not be reached are words, with the day."""
    if "](https://" not in text:
        return text
    return _LINK.sub(lambda match: f"{match[1]} ({said})" if (said := dead(found, match[2])) else match[0], text)


def without_dead_links(found: Found, value: Any) -> Any:
    """A response part, or what is in one, whose `Link`s to addresses that could not be reached have no address."""
    if isinstance(value, Link):
        said = dead(found, value.href)
        return Link(f"{value.text} ({said})", "") if said else value
    if isinstance(value, tuple):
        return tuple(without_dead_links(found, one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        inner = {one.name: without_dead_links(found, getattr(value, one.name)) for one in fields(value)}
        return replace(value, **inner)
    return value
