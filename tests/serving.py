"""The built site on an address of its own, and Chromium to look at it with."""

import http.server
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import ClassVar

from playwright.sync_api import Browser, Playwright

from macros.environment import ROOT, chromium

SITE = Path(os.environ.get("HANDBOOK_SITE", ROOT / "site"))
"""The built site; HANDBOOK_SITE names another one to test."""
BUILT_FOR = b"https://handbook.example"
"""The address in mkdocs.yml. Instant navigation works only where the sitemap names the address it is served from."""
PATIENCE = 90_000
"""Milliseconds that a page may take over what a test waits for: on a busy machine Python alone may take half a minute to come up."""
ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]


class _Handler(http.server.SimpleHTTPRequestHandler):
    """A plain static host, quiet, that lets nothing be cached, knows the types of all our files and has a page for lost ones."""

    extensions_map: ClassVar[dict[str, str]] = {
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def log_message(self, *_: object) -> None:
        pass

    def send_error(self, code: int, *said: str | None) -> None:
        lost = Path(self.directory, "404.html")
        if code != 404 or not lost.exists():
            return super().send_error(code, *said)
        text = lost.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)
        return None

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def do_GET(self) -> None:
        if self.path.split("?")[0] != "/sitemap.xml":
            return super().do_GET()
        here = f"http://{self.headers['Host']}".encode()
        text = Path(self.directory, "sitemap.xml").read_bytes().replace(BUILT_FOR, here)
        self.send_response(200)
        self.send_header("Content-Type", "application/xml")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)
        return None


@contextmanager
def serving(folder: Path = SITE, port: int = 0) -> Iterator[str]:
    """Serve a folder, at a free port unless one is named; the address without a slash at its end."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, directory=str(folder)))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def launch(playwright: Playwright) -> Browser:
    """Chromium, as the project found it."""
    return playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
