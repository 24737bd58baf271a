"""Older record files, brought to today's shape one version at a time. Pure functions; the list checks itself."""

from collections.abc import Callable
from typing import Any

VERSION = 1
"""The version that this site writes."""

MIGRATIONS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""From a version to the next: ``MIGRATIONS[1]`` turns a version 1 file into a version 2 file."""

if sorted(MIGRATIONS) != list(range(1, VERSION)):
    raise AssertionError("every version before the present one has one migration")


def migrate(file: dict[str, Any], version: int) -> dict[str, Any]:
    """A file of an older version as a file of this version."""
    for step in range(version, VERSION):
        file = MIGRATIONS[step](file)
    return file
