"""Set-up: the Python packages, Node, the npm packages and, for tests, Chromium.

Standard library only, because it runs before anything is installed. Each step leaves a stamp with a digest of
what it was made from, so a second run does nothing.
"""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
VENV_PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
NODE_MODULES = ROOT / "node_modules"
OLDEST_NODE = 20


class SetupError(Exception):
    """Set-up cannot go on; the message is a sentence for the person at the keyboard."""


def say(sentence: str) -> None:
    """Tell the person at the keyboard something, on standard error and at once."""
    print(sentence, file=sys.stderr, flush=True)


def digest(*parts: bytes | Path) -> str:
    """SHA-256, in hex, over bytes and the contents of files. OSError if a file cannot be read."""
    total = hashlib.sha256()
    for part in parts:
        data = part.read_bytes() if isinstance(part, Path) else part
        total.update(len(data).to_bytes(8, "big") + data)
    return total.hexdigest()


def quietly(command: Sequence[str | Path], failure: str, env: dict[str, str] | None = None) -> None:
    """Run a command and keep its output to ourselves; SetupError with the output and `failure` if it fails."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=ROOT,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode:
        raise SetupError(f"{done.stdout.strip()}\n\n{failure}")


def pip(arguments: Sequence[str | Path], failure: str) -> None:
    """`pip install` from a hash-locked file, nothing but what the file lists. SetupError if it fails."""
    quiet = ("--quiet", "--disable-pip-version-check", "--no-input")
    install = (VENV_PYTHON, "-m", "pip", "install", *quiet, "--no-deps", "--require-hashes")
    quietly([*install, *arguments], failure)


def ensure_python() -> None:
    """Make .venv if need be, then go on in its Python: from another Python this call does not return."""
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever starts us may have an older one
        raise SetupError(f"Python 3.11 or later is needed; this is {platform.python_version()}.")
    requirements = ROOT / "requirements.txt"
    stamp = VENV / "requirements.stamp"
    wanted = digest(requirements)
    if not VENV_PYTHON.exists() or not stamp.exists() or stamp.read_text() != wanted:
        say("Setting up: installing the Python packages in .venv (once; about half a minute).")
        if not VENV_PYTHON.exists():
            quietly(
                [sys.executable, "-m", "venv", "--clear", VENV],
                "Python could not make .venv. On Debian and Ubuntu, install the package python3-venv first.",
            )
        pip(["-r", requirements], "The Python packages could not be installed: see the lines above.")
        stamp.write_text(wanted)
    if Path(sys.prefix).resolve() != VENV.resolve():
        command = [str(VENV_PYTHON), "-m", "macros", *sys.argv[1:]]
        if os.name == "nt":  # execv on Windows gives the prompt back before the command is done
            sys.exit(subprocess.call(command, cwd=ROOT))
        os.chdir(ROOT)
        os.execv(command[0], command)


def node() -> str | None:
    """Path of a Node we can use: the machine's own if new enough, else the one in .venv, else None."""
    for found in (shutil.which("node"), shutil.which("node", path=str(SCRIPTS))):
        if found:
            version = subprocess.run([found, "--version"], capture_output=True, text=True).stdout
            if version.startswith("v") and int(version[1:].split(".")[0]) >= OLDEST_NODE:
                return found
    return None


def need_node() -> str:
    """Path of a Node we can use; SetupError if there is none."""
    found = node()
    if found is None:
        raise SetupError("Node is needed to build the site: run make build, which sets it up.")
    return found


def once(target: Path, make: Callable[[Path], object]) -> None:
    """Have `make` write a file or folder at another path, then give it its name; nothing if it is there already."""
    if target.exists():
        return
    with tempfile.TemporaryDirectory(dir=target.parent) as work:
        new = Path(work, target.name)
        make(new)
        try:
            new.rename(target)
        except OSError:  # another process was quicker
            if not target.exists():
                raise


def ensure_node() -> None:
    """Have Node and the npm packages; SetupError if they cannot be had."""
    found = node()
    if found is None:
        say(f"Setting up: this machine has no Node {OLDEST_NODE} or later, so one is installed in .venv (once).")
        pip(["-r", ROOT / "requirements-node.txt"], "Node could not be installed: see the lines above.")
        found = node()
    if found is None:
        raise SetupError(f"Node {OLDEST_NODE} or later is needed: install it, then try again.")
    stamp = NODE_MODULES / "packages.stamp"
    wanted = digest(ROOT / "package.json", ROOT / "package-lock.json", ROOT / ".npmrc")
    if stamp.exists() and stamp.read_text() == wanted:
        return
    # The npm beside the Node we chose: npm runs under the first node of the PATH.
    path = os.pathsep.join([str(Path(found).parent), os.environ.get("PATH", "")])
    npm = shutil.which("npm", path=path)
    if npm is None:
        raise SetupError("npm, which comes with Node, was not found: install it, then try again.")
    say("Setting up: installing the npm packages in node_modules (once; a few seconds).")
    quietly([npm, "ci"], "The npm packages could not be installed: see above.", {**os.environ, "PATH": path})
    stamp.write_text(wanted)


def chromium() -> str | None:
    """Path of Chromium: $CHROMIUM, else the machine's own; None if there is none."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    names = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
    return next((found for found in map(shutil.which, names) if found), None)


def ensure_chromium() -> str | None:
    """Path of Chromium, installed first on a Debian machine where we are root.

    Only tests need it. Without one, CI fails (SetupError); elsewhere the answer is None, after a sentence.
    """
    if os.environ.get("CHROMIUM") and chromium() is None:
        raise SetupError(f"CHROMIUM names {os.environ['CHROMIUM']}, which is not a program on this machine.")
    apt = shutil.which("apt-get")
    if chromium() is None and apt and hasattr(os, "geteuid") and os.geteuid() == 0:
        say("Setting up: installing Chromium for the browser tests (once; about a minute).")
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        try:
            quietly([apt, "update"], "The list of Debian packages could not be read.", quiet)
            install = [apt, "install", "--yes", "--no-install-recommends", "chromium", "fonts-dejavu-core"]
            quietly(install, "Chromium could not be installed.", quiet)
        except SetupError as error:
            say(str(error))
    found = chromium()
    if found is None and os.environ.get("CI") == "true":
        raise SetupError("The browser tests need Chromium, and this machine has none: install it or set CHROMIUM.")
    if found is None:
        say("The browser tests are left out: no Chromium on this machine (install it or set CHROMIUM).")
    return found
