"""What a tool that is not ours, run by Node, makes of our files."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from macros.environment import NODE_MODULES, ROOT, node


def judged(script: str, package: str, what: str, *files: Path) -> Any:
    """The JSON that tests/`script` prints of these files. Skips where Node or the package is missing; ``what``: for what it is needed."""
    program = node()
    if program is None or not (NODE_MODULES / package).exists():
        pytest.skip(f"Node and {package} are needed to {what}.")
    done = subprocess.run(
        [program, ROOT / "tests" / script, *files],
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
