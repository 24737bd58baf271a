"""The saved copy: which files a browser keeps of this build, and the service worker that keeps them.

The list is made from what stands in the built site, so a new page or asset is in it without anybody naming it.
"""

from __future__ import annotations

import base64
import datetime
import hashlib
import json
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.environment import digest
from macros.stubs import is_stub

WORKER = "service-worker.js"
"""At the site's root, so that it may answer for all of the site."""
_SOURCE = Path(__file__).with_name("service_worker.js")

NOT_KEPT = re.compile(
    r"""\.(?:map|gz|pdf)$            # for developers, for other programs, and a file to save for oneself
    | ^assets/javascripts/lunr/      # how other languages than ours are searched
    | ^assets/(?:readme|social)\.png$
    | ^whole/                        # every page once more
    | ^(?:coverage\.json|service-worker\.js)$""",
    re.VERBOSE,
)
"""What nobody needs without a connection. Everything else is kept."""

_MADE_FROM = ("content", "docs", "macros", "schemas", "induction")
_MADE_WITH = ("mkdocs.yml", "requirements.txt", "package-lock.json")
_KINDS = {".yml", ".md", ".py", ".js", ".mjs", ".css", ".html", ".svg", ".png"}


@dataclass(frozen=True)
class Version:
    """Which build a page is of."""

    id: str
    """Twelve hex digits, changed by any change of what the site is made from."""
    built: datetime.date

    @property
    def short(self) -> str:
        """What people read out: the first seven digits."""
        return self.id[:7]


def version(root: Path, site_url: str) -> Version:
    """The version of the site that is made from the project at `root` today, for this address.

    SOURCE_DATE_EPOCH (seconds since 1970, as elsewhere) stands in for today, so that a build can be repeated.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.datetime.fromtimestamp(int(epoch), datetime.UTC) if epoch else datetime.datetime.now()
    parts: list[bytes | Path] = [now.date().isoformat().encode(), site_url.encode()]
    for path in _sources(root):
        parts += [path.relative_to(root).as_posix().encode(), path]
    return Version(digest(*parts)[:12], now.date())


def _sources(root: Path) -> Iterable[Path]:
    found = [path for room in _MADE_FROM for path in (root / room).rglob("*") if path.suffix in _KINDS]
    found += [root / name for name in _MADE_WITH]
    return sorted(path for path in found if path.is_file() and not (path.suffix == ".md" and is_stub(path)))


def write_worker(folder: Path, version: Version, runtime: Iterable[str], *, keeps: bool = True) -> None:
    """Write the service worker of the site in `folder`. Call it when every other file is written.

    `runtime`: addresses of what only the tracker needs. `keeps` False writes one that takes itself away, and with it
    whatever an earlier one kept at the same address.
    """
    told = json.dumps(handbook(folder, version, set(runtime)), separators=(",", ":")) if keeps else "null"
    text = f"const HANDBOOK = {told};\n{_SOURCE.read_text('utf-8')}"
    (folder / WORKER).write_text(text, encoding="utf-8", newline="\n")


def handbook(folder: Path, version: Version, runtime: set[str]) -> Mapping[str, object]:
    """What the service worker knows: version, files by group with their digests, and how large the groups are."""
    groups: dict[str, dict[str, str]] = {"pages": {}, "tracker": {}}
    sizes = dict.fromkeys(groups, 0)
    for path in sorted(folder.rglob("*")):
        address = path.relative_to(folder).as_posix()
        if not path.is_file() or NOT_KEPT.search(address):
            continue
        group = "tracker" if address in runtime else "pages"
        data = path.read_bytes()
        groups[group][re.sub(r"(^|/)index\.html$", r"\1", address)] = _integrity(data)
        sizes[group] += len(data)
    listed = json.dumps(groups, separators=(",", ":")).encode()
    return {
        "version": version.id,
        "id": digest(version.id.encode(), listed)[:12],
        "built": version.built.isoformat(),
        "groups": groups,
        "bytes": sizes,
    }


def _integrity(data: bytes) -> str:
    """A digest as browsers check it."""
    return f"sha256-{base64.b64encode(hashlib.sha256(data).digest()).decode()}"
