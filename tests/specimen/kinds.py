"""The handbook with one activity more for every response type and every form of question, whether content uses it or not.

Each holds the EXAMPLE that the type has for this. `python -m tests.specimen.kinds FOLDER` builds FOLDER/site.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from induction.activities import ACTIVITY_TYPES, Response, example
from tests.induction.activities.quizzes import FORMS

ROOT = Path(__file__).resolve().parents[2]
SUBSECTION = "content/programmes/lhj/subsections/3.a.yml"
TASKS = "/induction/lhj/"
_LEFT = (".git", ".venv", ".cache", ".hypothesis", "node_modules", "site", "tests", "__pycache__", ".*_cache")
_HEAD = {
    "applies": {"nations": ["england"], "roles": ["wellbeing-lead"], "setting": "nowhere: a specimen"},
    "sources": [],
    "reviewed": "2026-11-22",
    "kinds": ["alone"],
    "intro": "A specimen.",
    "look_for": {"strong": "Much.", "enough": "Some.", "not_yet": "Little.", "questions": ["Why?", "How?"]},
}


def specimens() -> dict[str, Response]:
    """Name to part: the EXAMPLE of every response type, and the forms of question that the quiz's own leaves out."""
    questions = tuple(replace(one, ask=one.ask.replace("{in Wales}", "in Wales")) for one in FORMS.questions)
    return {**{kind: example(kind) for kind in ACTIVITY_TYPES}, "quiz-forms": replace(FORMS, questions=questions)}


def address(name: str) -> str:
    """The page of a specimen."""
    return f"/induction/lhj/section-3/activity-3-{_number(name)}/"


def _number(name: str) -> int:
    return 11 + list(specimens()).index(name)


def _part(value: Any) -> Any:
    """A part as an author writes it: without what is left out, and with no units or places that content does not have."""
    if isinstance(value, str):
        return re.sub(r"(^|\()guidance/[a-z-]+/", r"\1guidance/danger-now/", value)
    if isinstance(value, dict):
        left_out = ("sources", "slot", "reference")
        return {key: _part(one) for key, one in value.items() if key not in left_out and one not in ("", (), [], None)}
    return [_part(one) for one in value] if isinstance(value, list | tuple) else value


def build(folder: Path) -> Path:
    """The whole project in `folder`, with the specimens among its content, built; gives the site's folder."""
    project = folder / "project"
    shutil.copytree(ROOT, project, ignore=shutil.ignore_patterns(*_LEFT))
    for name in (".cache", "node_modules"):  # what set-up made; only read
        (project / name).symlink_to(ROOT / name)
    ids = []
    for name, part in specimens().items():
        number = f"3.{_number(name)}"
        ids.append(f"lhj.{number}")
        text = {"id": ids[-1], "number": number, "title": f"Specimen: {name}", **_HEAD, "parts": [_part(asdict(part))]}
        lines = json.dumps(text, indent=1, ensure_ascii=False).replace('"2026-11-22"', "2026-11-22", 1)
        (project / f"content/programmes/lhj/activities/{number}.yml").write_text(lines, encoding="utf-8")
    file = project / SUBSECTION
    old = "activities: [lhj.3.1, lhj.3.2]"
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, f"activities: [lhj.3.1, lhj.3.2, {', '.join(ids)}]"), "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder / "site")]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://handbook.example/"}
    done = subprocess.run(command, cwd=project, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


if __name__ == "__main__":
    print(build(Path(sys.argv[1])))
