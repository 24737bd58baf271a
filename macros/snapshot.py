"""The snapshot: Python's memory with `induction` imported, which a browser puts back instead of starting Python.

Why, and what of Pyodide it leans on: docs/adr/0008-snapshot.md.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from macros.environment import digest, need_node, once, quietly

SLIM = Path(__file__).with_name("runtime_slim.mjs")
INSIDE = tuple(Path(__file__).with_name(name) for name in ("slim_code.py", "no_package_loader.py"))
"""What the two scripts run inside Pyodide."""
SNAPSHOT = Path(__file__).with_name("runtime_snapshot.mjs")
SHORT = 12  # hex digits of a digest in a file name


def make_snapshot(cache: Path, web: Path, npm: Path, python: Path, induction: Path) -> Path:
    """The snapshot, made if it is not in `cache` yet. It is named after what it is made from, as the archives are.

    `web` is the folder of snapshot.js. Raises SetupError if Node cannot make it, or made one that does not work.
    """
    slim = [
        cache / f"slim-{_short(SLIM, *INSIDE, npm / 'package.json', one.name.encode())}.zip"
        for one in (python, induction)
    ]
    made_from = _short(SNAPSHOT, *INSIDE, web / "snapshot.js", *(one.name.encode() for one in slim))
    snapshot = cache / f"snapshot-{made_from}.bin"
    if not snapshot.exists():
        for whole, target in zip((python, induction), slim, strict=True):
            once(target, partial(_run, SLIM, npm, whole))
        once(snapshot, partial(_run, SNAPSHOT, npm, *slim, web))
    return snapshot


def _short(*parts: bytes | Path) -> str:
    return digest(*parts)[:SHORT]


def _run(*words: Path) -> None:
    quietly([need_node(), *words], "The snapshot of Python for the browser could not be made: see the lines above.")
