"""CPU time of our build, against plain Material on the same pages: the Markdown that our macros made, no hook, no macros."""

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.plugins import BasePlugin

from macros.environment import ROOT

ROUNDS = 3
_PLAIN = """
site_name: Plain
site_url: https://handbook.example
theme:
  name: material
  font: false
  features: [navigation.instant, navigation.tabs, navigation.prune, navigation.indexes, search.highlight]
plugins: [search]
markdown_extensions: [admonition, attr_list, md_in_html, def_list, footnotes, {toc: {permalink: true}}]
"""


class _Keep(BasePlugin):
    """Keeps each page's Markdown after the macros have run."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    def on_page_content(self, html: str, *, page, **_: object) -> str:
        target = self.folder / page.file.src_uri
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page.markdown, "utf-8")
        return html


def cpu_seconds(work: Path) -> tuple[float, float]:
    """CPU seconds of our build and of the plain one; of each the least of a few, by turns."""
    plain = work / "plain"
    _same_pages(plain)
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(_cpu(ROOT, work / "ours"))
        theirs.append(_cpu(plain, work / "theirs"))
    return min(ours), min(theirs)


def _same_pages(folder: Path) -> None:
    docs = folder / "docs"
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder / "captured"))
    config.plugins["keep"] = _Keep(docs)
    build(config)
    shutil.rmtree(folder / "captured")
    (folder / "mkdocs.yml").write_text(_PLAIN, "utf-8")


def _cpu(project: Path, site: Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    subprocess.run(
        command, cwd=project, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, capture_output=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
