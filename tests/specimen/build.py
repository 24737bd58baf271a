"""Build the specimen site: `python -m tests.specimen.build FOLDER`, then look at FOLDER/site."""

import contextlib
import functools
import http.server
import os
import shutil
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from macros.csp import write_policy
from macros.search import write_search_words

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
TERMS = [
    {"term": "EWO", "full": "education welfare officer", "also": ["ESW", "truancy officer", "wagman"]},
    {"term": "FPN", "full": "fixed penalty notice", "also": ["truancy fine", "fine for absence"]},
    {"term": "DSL", "full": "designated safeguarding lead"},
]


def build(folder: Path, site_url: str = "http://127.0.0.1:8765/") -> Path:
    """Build the specimen pages with the real theme, policy and search into `folder`/site."""
    docs = folder / "docs"
    shutil.copytree(HERE / "docs", docs, dirs_exist_ok=True)
    shutil.copytree(ROOT / "docs" / "assets", docs / "assets", dirs_exist_ok=True)
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    site = folder / "site"
    mkdocs_build(load_config(str(HERE / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(site), site_url=site_url))
    write_search_words(site, TERMS)
    write_policy(site)
    return site


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the tests do."""


@contextlib.contextmanager
def serve(folder: Path) -> Iterator[tuple[Path, str]]:
    """Build into `folder` and serve it on a free local port: gives the site's folder and its address."""
    handler = functools.partial(_Quiet, directory=str(folder / "site"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    address = f"http://127.0.0.1:{server.server_port}/"
    site = build(folder, address)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield site, address
    server.shutdown()


if __name__ == "__main__":
    print(build(Path(sys.argv[1])))
