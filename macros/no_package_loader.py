"""Stands in the snapshot for Pyodide's package loader: no package is ever loaded here.

Pyodide asks for these names when it starts. Its own module brings zipfile, tempfile, random and three compressors along,
which every reader would fetch.
"""

# Pyodide expects it among what Python holds of JavaScript.
from pyodide_js import loadedPackages  # noqa: F401


class Place:
    """A folder, as far as Pyodide wants to know: something with a name."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __str__(self) -> str:
        return self.path


SITE_PACKAGES = Place("/lib/python3.14/site-packages")
DSO_DIR = Place("/usr/lib")


def init_loaded_packages() -> None:
    """There are none."""
