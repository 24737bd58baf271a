"""MkDocs hook: calls the functions of site.py at the right moments, and holds nothing else."""

from __future__ import annotations

import gc
import logging
import os
import sys
from pathlib import Path
from typing import Any

# MkDocs loads this file by its path; our packages stand beside its folder.
sys.path[:0] = [path for path in [str(Path(__file__).resolve().parents[1])] if path not in sys.path]

from mkdocs.exceptions import PluginError  # noqa: E402

from macros import site  # noqa: E402
from macros.book import ROOT  # noqa: E402
from macros.nav import nav  # noqa: E402
from macros.offline import version  # noqa: E402
from macros.whole import WholeHtml  # noqa: E402

_log = logging.getLogger("mkdocs.hooks.handbook")  # below MkDocs's own, which prints it
_serving = False
_build: site.Build

# A build makes a great many objects and drops few; looking for rubbish every 700 of them is a twentieth of its time.
gc.set_threshold(100_000, 20, 100)


def on_startup(command: str, **_: Any) -> None:
    """Whether this is `serve`: MkDocs then adds a script of its own to each page."""
    global _serving  # MkDocs tells it once, and not to the events that need it
    _serving = command == "serve"


def on_config(config: Any) -> Any:
    """Load the content; fill the menu and the strip from it; spare our HTML the way through Markdown."""
    try:
        book = site.begin()
    except site.BuildError as error:
        raise PluginError(_say("The content cannot be used:", error)) from None
    for note in book.notes:  # not as warnings: --strict would fail for them
        _log.info("%s", note)
    config["nav"] = nav(book, Path(config["docs_dir"]))
    config["extra"]["urgent"] = site.urgent(book)
    config["extra"]["early"] = site.early(book)
    config["extra"]["handbook"] = site.about(book, _start(config))
    config["markdown_extensions"].append(WholeHtml())
    return config


def _start(config: Any) -> site.Build:
    global _build  # what was said on the page has to be what is written beside it
    url = config["site_url"] or "/"
    _build = site.Build(
        url,
        config["site_name"],
        config["site_description"],
        version(ROOT, url),
        serving=_serving,
        whole=os.environ.get("HANDBOOK_WHOLE") == "1",
        keeps=not _serving or os.environ.get("HANDBOOK_OFFLINE") == "1",
    )
    return _build


def on_pre_build(config: Any) -> None:
    """Write the page stubs, before MkDocs looks for files."""
    try:
        site.write_pages(site.book(), Path(config["docs_dir"]))
    except site.BuildError as error:
        raise PluginError(_say("The pages cannot be written:", error)) from None


def on_post_build(config: Any) -> None:
    """Complete the site and check it."""
    try:
        site.finish(site.book(), Path(config["site_dir"]), _build)
    except site.BuildError as error:
        raise PluginError(_say("The pages were built, but:", error)) from None


def _say(first: str, error: Exception) -> str:
    return f"{first}\n{error}"


def on_shutdown(**_: Any) -> None:
    """Spare Python a last search for rubbish among all it made: the process is about to end."""
    gc.freeze()
