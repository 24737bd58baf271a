"""The author interface: `python -m schemas check`, `export`, `links` and `changed`."""

import argparse
import datetime
import sys
from pathlib import Path

from induction.decode import DecodeError, TooMuch, decode, parse_json
from induction.programme import Bundle
from schemas import json_schema
from schemas.changed import moves, said
from schemas.checks.units import uncarried
from schemas.compile import bundle
from schemas.handbook import load, load_lenient
from schemas.look import refresh
from schemas.problems import ContentError, counted, render

ROOT = Path(__file__).resolve().parents[1]


def check(root: Path, *, units: bool) -> int:
    """Print every problem and note, then one sentence; 1 when there is a problem."""
    handbook, problems = load_lenient(root)
    if problems:
        print(render(problems))
    if units and handbook:
        for unit in uncarried(handbook):
            print(f"{unit}: {handbook.units[unit].label}")
    wrong = sum(not problem.note for problem in problems)
    notes = len(problems) - wrong
    said = f" {counted(notes, 'note')}." if notes else ""
    if wrong:
        print(f"{counted(wrong, 'problem')} to mend in content/.{said}")
        return 1
    files = len(handbook.files) if handbook else 0
    print(f"Content is in order: {counted(files, 'file')}.{said}")
    return 0


def export(root: Path, *, only_check: bool) -> int:
    """Write the JSON Schemas, or say that they are out of date and return 1."""
    folder = root / json_schema.FOLDER
    if not only_check:
        changed = json_schema.export(folder)
        print(f"{json_schema.FOLDER}: {counted(len(changed), 'file')} changed.")
        return 0
    stale = json_schema.stale(folder)
    if stale:
        print(f"{json_schema.FOLDER} is out of date ({', '.join(stale)}): run python -m schemas export.")
    return int(bool(stale))


def changed(root: Path, since: Path) -> int:
    """Print which pages moved since a site was built, ``since`` being its programme.json; 2 when that cannot be read."""
    try:
        before = decode(Bundle, parse_json(since.read_text(encoding="utf-8")))
    except OSError as error:
        print(f"{since} cannot be read: {error.strerror}.")
        return 2
    except (DecodeError, TooMuch, UnicodeDecodeError):
        print(
            f"{since} is not a programme.json of this version. Each site has its own: assets/induction/programme-….json."
        )
        return 2
    try:
        now = bundle(load(root))
    except ContentError:
        print("The content has mistakes: run python -m schemas check.")
        return 2
    print(said(moves(before, now)))
    return 0


def links(root: Path) -> int:
    """Look at every address of another site; 1 when the content cannot be used or nothing answers."""
    try:
        code, said = refresh(load(root), datetime.date.today())
    except ContentError as error:
        print(error)
        return 1
    print("\n".join(said))
    return code


def main(arguments: list[str]) -> int:
    """Do one command; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m schemas", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    checks = commands.add_parser("check", help="say what is wrong with content/, file and line")
    checks.add_argument("--units", action="store_true", help="list the source units that no page carries yet")
    exports = commands.add_parser("export", help="write the JSON Schemas that editors use")
    exports.add_argument("--check", action="store_true", help="write nothing; fail when they are out of date")
    since = commands.add_parser("changed", help="say which pages moved since a site was built, and which have a note")
    since.add_argument("--since", type=Path, required=True, help="programme.json of the site that readers have")
    looks = commands.add_parser(
        "links", help="look at every address of another site (needs the network; writes a file)"
    )
    for command in (checks, exports, since, looks):
        command.add_argument("--root", type=Path, default=ROOT, help="the project's folder")
    asked = parser.parse_args(arguments)
    if asked.command == "check":
        return check(asked.root, units=asked.units)
    if asked.command == "changed":
        return changed(asked.root, asked.since)
    if asked.command == "links":
        return links(asked.root)
    return export(asked.root, only_check=asked.check)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
