"""`serve`: the handbook on a local address, following edits.

MkDocs follows edits of content and pages by itself. It cannot follow edits of Python, because modules it has
imported stay as they were; so when a module changes, MkDocs is started afresh, and a page open in a browser
reloads once it answers again. A build that fails is tried again at the next edit.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from macros.environment import ROOT, say

MODULES = ("induction", "schemas", "macros")
EVERYTHING = (*MODULES, "content", "docs")
LOOK_EVERY = 0.5  # seconds


def free_port(first: int, tries: int = 50) -> int:
    """The first port from `first` on that nothing listens on at 127.0.0.1; OSError if `tries` are all taken."""
    for port in range(first, first + tries):
        with socket.socket() as probe:
            if os.name != "nt":  # a port that was in use a moment ago is free; on Windows this means another thing
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise OSError(f"No free port between {first} and {first + tries - 1}.")


def _files(rooms: tuple[str, ...], pattern: str) -> Iterator[Path]:
    yield ROOT / "mkdocs.yml"
    for room in rooms:
        yield from (path for path in (ROOT / room).rglob(pattern) if "__pycache__" not in path.parts)


def _state(rooms: tuple[str, ...], pattern: str) -> dict[Path, int]:
    """When each file was last written: path to nanoseconds. Files that vanish meanwhile are left out."""
    state = {}
    for path in _files(rooms, pattern):
        try:
            state[path] = path.stat().st_mtime_ns
        except FileNotFoundError:
            continue
    return state


def _wait_for_an_edit() -> None:
    before = _state(EVERYTHING, "*.*")
    while before == _state(EVERYTHING, "*.*"):
        time.sleep(LOOK_EVERY)


def _stop(child: subprocess.Popen[bytes], grace: float = 0) -> None:
    """End MkDocs, after `grace` seconds. An interrupt lets it clear up after itself; Windows cannot send one."""
    try:
        child.wait(grace)
    except subprocess.TimeoutExpired:
        child.terminate() if os.name == "nt" else child.send_signal(signal.SIGINT)
        try:
            child.wait(5)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def serve(port: int, open_browser: bool) -> int:
    """Serve the handbook until interrupted; the exit code, 0. OSError if no port is free."""
    chosen = free_port(port)
    if chosen != port:
        say(f"Port {port} is taken, so this is port {chosen}.")
    address = f"http://127.0.0.1:{chosen}/"
    say(f"Building the handbook; it will be at {address} (Ctrl-C stops it).")
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{chosen}"]
    # Instant navigation works only where the pages know their own address.
    env = {**os.environ, "SITE_URL": address}
    # However we are told to end, MkDocs ends too; and it hears interrupts even when we were started in the background.
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)
    child = None
    try:
        while True:
            modules = _state(MODULES, "*.py")
            child = subprocess.Popen(command + ["--open"] * open_browser, cwd=ROOT, env=env)
            open_browser = False
            while child.poll() is None and modules == _state(MODULES, "*.py"):
                time.sleep(LOOK_EVERY)
            if child.poll() is None:
                say("A module changed: starting afresh.")
                _stop(child)
            else:
                say("The build failed: see above. It is tried again at the next edit (Ctrl-C stops).")
                _wait_for_an_edit()
    except KeyboardInterrupt:
        if child is not None:
            _stop(child, grace=2)  # in a terminal, Ctrl-C has reached MkDocs as well
        return 0
