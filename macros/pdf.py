"""The whole handbook as one PDF, printed by Chromium from the one page: tagged for screen readers, with an outline."""

from __future__ import annotations

import functools
import http.server
import threading
from pathlib import Path

from macros.environment import SetupError, chromium
from macros.onepage import ADDRESS

FILE = "handbook.pdf"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def write_pdf(folder: Path) -> Path:
    """Print `folder`/whole/ to `folder`/handbook.pdf; the file. SetupError on a machine without Chromium."""
    program = chromium()
    if program is None:
        raise SetupError("A PDF is made by Chromium, and this machine has none: install it or set CHROMIUM.")
    from playwright.sync_api import sync_playwright  # only here: a build needs no browser

    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
            page = browser.new_page()
            page.set_default_timeout(300_000)
            page.goto(f"http://127.0.0.1:{server.server_port}/{ADDRESS}")
            page.pdf(path=str(folder / FILE), format="A4", tagged=True, outline=True, prefer_css_page_size=True)
            browser.close()
    finally:
        server.shutdown()
        server.server_close()
    return folder / FILE
