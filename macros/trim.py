"""Which of the standard library a reader's browser is sent.

Half of it serves servers, terminals, test runners and other file formats. A tracker that needs none of that is
a megabyte lighter without. What is left out stands in a second archive, for the tests that run in Pyodide.
"""

import zipfile
from pathlib import Path

LEFT_OUT = frozenset(
    [
        "_aix_support",
        "_android_support",
        "_apple_support",
        "_ios_support",
        "_osx_support",
        "_pyio",
        "_pyrepl",
        "antigravity",
        "argparse",
        "bdb",
        "cProfile",
        "cmd",
        "code",
        "compileall",
        "configparser",
        "ctypes",
        "curses",
        "dbm",
        "difflib",
        "doctest",
        "email",
        "ensurepip",
        "filecmp",
        "fileinput",
        "ftplib",
        "getopt",
        "getpass",
        "gettext",
        "graphlib",
        "html",
        "http",
        "idlelib",
        "imaplib",
        "ipaddress",
        "lib2to3",
        "mailbox",
        "mimetypes",
        "modulefinder",
        "multiprocessing",
        "netrc",
        "nturl2path",
        "optparse",
        "pdb",
        "pickletools",
        "plistlib",
        "poplib",
        "pprint",
        "profile",
        "pstats",
        "pty",
        "py_compile",
        "pyclbr",
        "pydoc",
        "pydoc_data",
        "quopri",
        "rlcompleter",
        "runpy",
        "sched",
        "shelve",
        "smtplib",
        "socketserver",
        "sqlite3",
        "statistics",
        "symtable",
        "tabnanny",
        "tarfile",
        "telnetlib",
        "test",
        "this",
        "timeit",
        "tkinter",
        "trace",
        "tracemalloc",
        "turtle",
        "turtledemo",
        "tty",
        "unittest",
        "uuid",
        "venv",
        "wave",
        "webbrowser",
        "wsgiref",
        "xml",
        "xmlrpc",
        "zipapp",
        "zoneinfo",
    ]
)
"""Top-level modules that neither Pyodide's start nor `induction` loads; a test holds this to what they import."""
ENCODINGS = frozenset(
    [
        "__init__",
        "aliases",
        "ascii",
        "cp437",
        "latin_1",
        "raw_unicode_escape",
        "unicode_escape",
        "utf_8",
        "utf_8_sig",
        "utf_16",
        "utf_16_le",
        "utf_16_be",
    ]
)
"""Text encodings that stay: those of this site's files and of zip archives."""


def is_left_out(name: str) -> bool:
    """True for an entry of the standard library's archive that a browser is not sent."""
    top, _, rest = name.partition("/")
    if top == "encodings":
        return rest.removesuffix(".pyc") not in ENCODINGS
    return top.removesuffix(".pyc") in LEFT_OUT


def split(whole: Path, kept: Path, rest: Path) -> None:
    """Write what stays of the archive ``whole`` to ``kept`` and what is left out to ``rest``, deflated."""
    with (
        zipfile.ZipFile(whole) as source,
        zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as stays,
        zipfile.ZipFile(rest, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as goes,
    ):
        for entry in source.infolist():
            target = goes if is_left_out(entry.filename) else stays
            target.writestr(entry, source.read(entry), zipfile.ZIP_DEFLATED, 9)
