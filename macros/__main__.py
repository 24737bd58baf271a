"""The project's commands: `python -m macros serve`, `test`, `check`, `build`, `pdf` or `bench`. Each does its own set-up."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys

from macros import environment
from macros.environment import ROOT, SCRIPTS, SetupError, say

COMMANDS = {
    "serve": "build the handbook and open it on a local address, following edits",
    "test": "every check and every test, a real browser included; more words go to pytest",
    "check": "content, schema export, lint, format, reading age and types",
    "build": "write site/, ready for any static host (SITE_URL: where it will live)",
    "pdf": "build, and the whole handbook as one page and one PDF in it (needs Chromium)",
    "bench": "measurements, printed as ratios",
}

# What each check runs and the sentence to say when it fails.
CHECKS = (
    (["-m", "schemas", "check"], "The content has mistakes: see the lines above."),
    (
        ["-m", "schemas", "export", "--check"],
        "The exported schemas are out of date: run python -m schemas export.",
    ),
    (["-m", "ruff", "check", "--quiet"], "The linter found something: see the lines above."),
    (["-m", "ruff", "format", "--check", "--quiet"], "Not formatted: run python -m ruff format."),
    (["-m", "schemas.reading_age"], "The handbook is too hard to read: see the line above."),
    (["-m", "mypy"], "The types do not fit: see the lines above."),
)


def python(*words: str) -> int:
    """Run the project's Python with these words, from the project's root; its exit code."""
    sys.stdout.flush()
    return subprocess.call([sys.executable, *words], cwd=ROOT)


def check() -> int:
    """Run every check, so that one run shows all there is to mend; the first exit code that is not 0, or 0."""
    failed = 0
    for words, sentence in CHECKS:
        code = python(*words)
        if code:
            say(sentence)
            failed = failed or code
    return failed


def build(quiet: bool = False) -> int:
    """Write the site to site/; warnings are mistakes here. MkDocs's exit code. `quiet`: its words only if it fails."""
    environment.ensure_node()
    command = ("-m", "mkdocs", "build", "--strict", "--clean", "--site-dir", "site")
    failure = "The site could not be built: see the lines above."
    if quiet:  # not with mkdocs --quiet, which keeps the warnings to itself that --strict fails for
        environment.quietly([sys.executable, *command], failure)
        return 0
    code = python(*command)
    if code:
        say(failure)
    return code


def pdf() -> int:
    """Build with the whole handbook as one page and as site/handbook.pdf; MkDocs's exit code."""
    browser = environment.ensure_chromium()
    if not browser:
        raise SetupError("A PDF is made by Chromium, and this machine has none: install it or set CHROMIUM.")
    os.environ |= {"CHROMIUM": browser, "HANDBOOK_WHOLE": "1"}
    return build()


def test(words: list[str]) -> int:
    """Check, build, then run the tests, stopping at the first of the three that fails; its exit code.

    The last lines are pytest's own summary.
    """
    environment.ensure_node()
    browser = environment.ensure_chromium()
    if browser:
        os.environ["CHROMIUM"] = browser
    else:
        words = ["-m", "not browser", *words]
    # One file stays on one worker, so a server or browser that its tests share is started once.
    # A test that hangs must not hang the rest: after twenty minutes its process ends, whatever it waits for.
    hangs = ["--timeout", "1200", "--timeout-method", "thread"]
    return check() or build(quiet=True) or python("-m", "pytest", "-n", "2", "--dist", "loadfile", *hangs, "-q", *words)


def bench(words: list[str]) -> int:
    """Build, then run the measurements; their exit code."""
    browser = environment.ensure_chromium()
    if browser:
        os.environ["CHROMIUM"] = browser
    return build(quiet=True) or python("-m", "tests.bench", *words)


def parser() -> argparse.ArgumentParser:
    """The command line."""
    top = argparse.ArgumentParser(prog="python -m macros", description=__doc__, allow_abbrev=False)
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    made = {name: commands.add_parser(name, help=text) for name, text in COMMANDS.items()}
    port = os.environ.get("PORT", "8000")
    made["serve"].add_argument("--port", type=int, default=port, help="the port to use, or the next free one")
    made["serve"].add_argument("--open", action="store_true", help="open it in a browser")
    copy = "let the browser keep a copy, as on the real site; pages are then as old as their copy"
    made["serve"].add_argument("--offline", action="store_true", help=copy)
    return top


def main(arguments: list[str]) -> int:
    """Do one command; the exit code. Words we do not know go to pytest or to the measurements."""
    line = parser()
    asked, more = line.parse_known_args(arguments)
    if more and asked.command not in ("test", "bench"):
        line.error(f"{asked.command} does not know {' '.join(more)}")
    try:
        environment.ensure_python()
        # Tools are found without an activated .venv; files are UTF-8 on Windows too; Material's notice is known.
        os.environ["PATH"] = os.pathsep.join([str(SCRIPTS), os.environ.get("PATH", "")])
        os.environ |= {"PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
        if asked.command == "serve":
            from macros.serve import serve

            environment.ensure_node()
            if asked.offline:
                os.environ["HANDBOOK_OFFLINE"] = "1"
            return serve(asked.port, asked.open)
        if asked.command in ("test", "bench"):
            return {"test": test, "bench": bench}[asked.command](more)
        return {"check": check, "build": build, "pdf": pdf}[asked.command]()
    except SetupError as problem:
        say(str(problem))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
