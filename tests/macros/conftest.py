"""The tiny handbook of tests/schemas as a book, and the real site, built once."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from macros.book import ROOT, Book, make_book
from macros.links import Site, read_site
from macros.pages import all_pages, body
from macros.pages.page import Here, Page
from schemas.handbook import load
from tests.schemas.conftest import Spoilt


@pytest.fixture
def tiny(tmp_path: Path) -> Spoilt:
    return Spoilt(tmp_path)


@pytest.fixture
def book(tiny: Spoilt) -> Book:
    return make_book(load(tiny.root))


@pytest.fixture
def here(book: Book) -> Here:
    return Here(book, Page("guidance", "visits.home", "guidance/home/", "Home visits"))


@pytest.fixture
def shown(tiny: Spoilt) -> Callable[[str, str], str]:
    """A page of the tiny handbook as it is now, as Markdown."""

    def show(kind: str, key: str) -> str:
        book = make_book(load(tiny.root))
        return body(book, all_pages(book)[kind, key])

    return show


@dataclass(frozen=True)
class Built:
    """The real site."""

    site: Site
    said: str
    code: int


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://handbook.example/"}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    return Built(read_site(folder), done.stdout + done.stderr, done.returncode)
