"""The whole project in a folder of its own, with other content, built."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from macros.environment import ROOT

_LEFT = (".git", ".venv", ".cache", ".hypothesis", "node_modules", "site", "tests", "__pycache__", ".*_cache")


def built_copy(folder: Path, change: Callable[[Path], object]) -> Path:
    """Copy the project into a new ``folder``, have its content changed, and build it. Returns the folder of the site."""
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*_LEFT))
    for name in (".cache", "node_modules"):  # what set-up made; only read
        (folder / name).symlink_to(ROOT / name)
    change(folder / "content")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", "site"]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://handbook.example/"}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"
