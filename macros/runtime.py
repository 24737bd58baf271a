"""The runtime archives: everything the browser needs to run `induction`, as files with their addresses in the site.

The two archives hold bytecode, made by pyodide-build inside Pyodide under Node (`runtime_compile.mjs`). Each is named
after what went into it, is made once and is kept in .cache/runtime: a changed `induction` costs one Node run of a
second or two, a new Pyodide one of several seconds. A snapshot made from the two (macros/snapshot.py) spares readers
both; the archives are for browsers that cannot use it, and for a module that is imported late.
"""

from __future__ import annotations

import io
import json
import os
import posixpath
import shutil
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros import trim
from macros.environment import digest, need_node, once, pip, quietly
from macros.snapshot import make_snapshot

COMPILE = Path(__file__).with_name("runtime_compile.mjs")
PYODIDE_FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
STOCK_FILES = ("python_stdlib.zip", "pyodide-lock.json")
HOME = "assets/induction"
SHORT = 12  # hex digits of a digest in a file name
LEAN = "2"
"""Of the standard library neither docstrings nor assertions: nobody reads them there, and everybody would fetch them."""
WHOLE = "0"
"""Of `induction` everything: dataclasses that lack a docstring make themselves one at import, which takes longer."""


@dataclass(frozen=True)
class Runtime:
    """What the site ships for the browser."""

    build: str
    """Build id: changes when any of the files changes."""
    assets: Mapping[str, Path]
    """Address relative to the site root, with forward slashes, and the file to put there."""
    web: str
    """The folder of island.js, worker.js and the modules they import, relative to the site root, ending in a slash."""
    python: Path
    """The archive of the standard library, without what `macros.trim` leaves out."""
    rest: Path
    """The archive of what was left out. Not shipped; test runners in Pyodide need it."""
    induction: Path
    """The archive of the `induction` package. worker.js writes it to Pyodide's file system and puts its path on
    sys.path, so modules are imported from inside it: some 50 ms quicker than unpacking it first."""
    boot: Mapping[str, Any]
    """What worker.js boots from, ready for JSON. `info`: what loadPyodide's lockFileContents must say of this Pyodide,
    so that no lock file is fetched. `pyodide` (a folder), `python`, `induction`, `snapshot` and, if there is one,
    `programme`: addresses relative to the folder of worker.js."""


def build_runtime(root: Path, programme_json: str | None, stock: bool = False) -> Runtime:
    """Make what is missing of the runtime and say where everything is. Several processes may do so at once.

    `root` is the project's folder, with node_modules and induction/ in it; `programme_json` the text of programme.json.
    `stock` adds the standard library and lock file as npm ships them, to measure against; the build id stays.

    Raises SetupError, with what the tools said, if Node or pyodide-build cannot be had or does not do its work.
    """
    cache = root / ".cache" / "runtime"
    cache.mkdir(parents=True, exist_ok=True)
    npm = root / "node_modules" / "pyodide"
    version = json.loads((npm / "package.json").read_text("utf-8"))["version"]
    info = json.loads((npm / "pyodide-lock.json").read_text("utf-8"))["info"]
    python, rest, induction = _archives(root, cache, npm, info["python"])
    snapshot = make_snapshot(cache, root / "induction" / "web", npm, python, induction)
    pyodide = f"assets/pyodide-{version}/"
    addresses = {
        "pyodide": pyodide,
        "python": pyodide + python.name,
        "induction": f"{HOME}/{induction.name}",
        "snapshot": f"{HOME}/{snapshot.name}",
    }
    assets = {pyodide + name: npm / name for name in PYODIDE_FILES}
    assets |= {addresses["python"]: python, addresses["induction"]: induction, addresses["snapshot"]: snapshot}
    scripts = {path.name: path for path in sorted((root / "induction" / "web").glob("*.js"))}
    scripts["idiomorph.js"] = root / "node_modules" / "idiomorph" / "dist" / "idiomorph.esm.js"
    # Modules import each other by name, so they share a folder of their own: an old one in a cache never meets a new one.
    web = f"{HOME}/{digest(*(part for name, path in scripts.items() for part in (name.encode(), path)))[:SHORT]}/"
    assets |= {web + name: path for name, path in scripts.items()}
    if programme_json is not None:
        text = programme_json.encode()
        programme = cache / f"programme-{digest(text)[:SHORT]}.json"
        once(programme, lambda new: new.write_bytes(text))
        addresses["programme"] = f"{HOME}/{programme.name}"
        assets[addresses["programme"]] = programme
    assets = dict(sorted(assets.items()))
    # npm has held its own files to the lock's digests, and their address says their version: no need to read 9 MB again.
    # The snapshot's name stands for it: its bytes may differ a little with the Node that made it.
    ours = [path for path in assets.values() if npm not in path.parents and path != snapshot]
    build = digest(npm / "package.json", "\n".join(assets).encode(), *ours)[:SHORT]
    if stock:
        assets |= {pyodide + name: npm / name for name in STOCK_FILES}
    boot = {name: posixpath.relpath(address, web) for name, address in addresses.items()}
    return Runtime(build, assets, web, python, rest, induction, boot | {"info": info})


def _archives(root: Path, cache: Path, npm: Path, version: str) -> tuple[Path, Path, Path]:
    """The standard library in two parts and `induction`, as bytecode; what is missing is made, in a Node run for each."""
    requirements = root / "requirements-runtime.txt"
    made_with = digest(COMPILE, Path(trim.__file__), requirements, npm / "package.json", npm / "python_stdlib.zip")
    source = _sources(root / "induction")
    python = cache / f"python-{version}-{made_with[:SHORT]}.zip"
    rest = cache / f"python-{version}-{made_with[:SHORT]}-rest.zip"
    induction = cache / f"induction-{digest(made_with.encode(), source)[:SHORT]}.zip"
    library = (python, rest)
    if not all(archive.exists() for archive in (*library, induction)):
        tools = cache / f"tools-{digest(requirements)[:SHORT]}"
        once(tools, lambda new: _install(requirements, new))
        with tempfile.TemporaryDirectory(dir=cache) as folder:
            work = Path(folder)
            if not all(archive.exists() for archive in library):
                whole = work / "python_stdlib.zip"
                shutil.copyfile(npm / "python_stdlib.zip", whole)
                # Compiling needs modules that readers do not, so it starts from the library as npm ships it.
                _compile(npm, tools, work, LEAN)
                trim.split(whole, work / python.name, work / rest.name)
                for archive in library:
                    os.replace(work / archive.name, archive)
                whole.unlink()
            if not induction.exists():
                (work / induction.name).write_bytes(source)
                _compile(npm, tools, work, WHOLE)
                os.replace(work / induction.name, induction)
    return python, rest, induction


def _compile(npm: Path, tools: Path, work: Path, optimize: str) -> None:
    command: list[str | Path] = [need_node(), COMPILE, npm, tools, work, optimize]
    quietly(command, "The archives for the browser could not be made: see the lines above.")


def _install(requirements: Path, target: Path) -> None:
    # pyodide-build asks for a newer Python than we may be on; it runs inside Pyodide, which has one.
    options = ("--ignore-requires-python", "--no-compile", "--target", target)
    pip([*options, "-r", requirements], "pyodide-build could not be installed: see the lines above.")


def is_command_line(path: Path) -> bool:
    """True for a module of the command line, by its path within `induction`: no browser is sent it."""
    return path.parts[0] in ("__main__.py", "command_line")


def _sources(package: Path) -> bytes:
    """The package's Python files as a zip archive that depends on their names and contents alone."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for path in sorted(package.rglob("*.py")):
            if is_command_line(path.relative_to(package)):
                continue
            entry = zipfile.ZipInfo(path.relative_to(package.parent).as_posix())
            # The same bytes, so the same build id, on every machine.
            entry.create_system = 3
            archive.writestr(entry, path.read_bytes().replace(b"\r\n", b"\n"))
    return held.getvalue()
