"""What the command line takes, and what it answers with: 0 all checks pass, 1 something does not match, 2 not usable."""

import argparse
import datetime
import io
import os
import sys
from pathlib import Path

from induction.app import parse_bundle
from induction.command_line.plain import safe
from induction.command_line.report import report
from induction.decode import MAX_BYTES, DecodeError, TooMuch
from induction.programme import Bundle
from induction.transfer import RecordFile, Refused, read_file, texts_in

PASS, MISMATCH, UNUSABLE = 0, 1, 2


class _Unusable(Exception):
    """A file that cannot be used. ``sentence`` names it and says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def main(arguments: list[str]) -> int:
    """Do one command; the exit code. Sentences about files that cannot be used go to standard error."""
    _speak_utf8()
    asked = _parser().parse_args(arguments)
    try:
        bundle = _bundle(asked.programme) if asked.programme else None
        files = [_whole(one) for one in texts_in(_text(asked.file))]
    except (_Unusable, Refused) as reason:
        said = reason.sentence if isinstance(reason, _Unusable) else f"{asked.file}: {reason.sentence}"
        print(safe(said), file=sys.stderr)
        return UNUSABLE
    today = datetime.date.today().isoformat()
    told = [report(file, bundle, log=asked.log, today=today) for file in files]
    try:
        print("\n".join(line for one in told for line in one.lines), flush=True)
    except BrokenPipeError:  # whoever reads it (`| head`) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return MISMATCH if any(one.problems for one in told) else PASS


def _whole(text: str | Refused) -> RecordFile:
    """A file as it is, or one of those that stand in a mail."""
    if isinstance(text, Refused):
        raise text
    return read_file(text)


def _parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="python -m induction", description=__doc__, allow_abbrev=False)
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    show = commands.add_parser("show", help="print a record, request or reply file and check it", allow_abbrev=False)
    show.add_argument(
        "file", type=Path, metavar="FILE", help="the file that was saved from the handbook, or a mail with its text"
    )
    show.add_argument(
        "--programme",
        type=Path,
        metavar="FILE",
        help="programme.json of the handbook (site/assets/induction/programme-….json): for titles and words",
    )
    show.add_argument("--log", action="store_true", help="print private lines of the reflective log too")
    return top


def _speak_utf8() -> None:
    """Windows consoles otherwise refuse what is not in their code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _text(path: Path) -> str:
    """The text of a file; no more of it is read than shows that it is too large."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 4).decode("utf-8-sig", "replace")
    except OSError as error:
        raise _Unusable(f"{path} cannot be read: {error.strerror or 'no reason given'}.") from None


def _bundle(path: Path) -> Bundle:
    try:
        return parse_bundle(_text(path))
    except (DecodeError, TooMuch):
        raise _Unusable(f"{path} is not the programme.json of this version of the handbook.") from None
