"""A strict YAML loader that keeps line numbers.

YAML 1.1 turns `no` into False, `010` into 8 and `3.10` into 3.1, and lets a second key overwrite the first. Here
only true, false, null, whole numbers and ISO dates are anything but text. A key that stands twice is a problem, and
so is text that loses its end to a comment.
"""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from schemas.problems import Problem

Loc = tuple[str | int, ...]
"""The way to a value: keys and positions, as in pydantic's errors."""

_TAG = "tag:yaml.org,2002:"
_CUT = re.compile(r" #")
"""What follows text without quotes when YAML has cut it short: "the code #." would be read as "the code".

A comment that is meant stands two spaces or more behind the text, as in our examples.
"""


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # libyaml is absent on some machines
    """Composes nodes; what a plain word means is settled by the few resolvers below."""

    yaml_implicit_resolvers: dict = {}  # noqa: RUF012 - PyYAML's own way; ours are added below, none is inherited


_Loader.add_implicit_resolver(_TAG + "null", re.compile(r"^(?:null|)$"), ["n", ""])
_Loader.add_implicit_resolver(_TAG + "bool", re.compile(r"^(?:true|false)$"), ["t", "f"])
_Loader.add_implicit_resolver(_TAG + "int", re.compile(r"^(?:0|-?[1-9][0-9]{0,99})$"), list("-0123456789"))
_Loader.add_implicit_resolver(_TAG + "timestamp", re.compile(r"^\d{4}-\d{2}-\d{2}$"), list("0123456789"))


@dataclass(frozen=True)
class Document:
    """One YAML file as read: its value, and where each part of it stands."""

    value: Any
    root: yaml.Node

    def line(self, loc: Sequence[str | int]) -> int:
        """The line of the value at `loc`; of the nearest thing around it when there is none.

        Steps that match nothing are skipped: pydantic puts the tag of a union between two keys.
        """
        node, line = self.root, self.root.start_mark.line
        for step in loc:
            found = _child(node, step)
            if found is not None:
                node, line = found
        return int(line) + 1


def _child(node: yaml.Node, step: str | int) -> tuple[yaml.Node, int] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return value, key.start_mark.line
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and 0 <= step < len(node.value):
        return node.value[step], node.value[step].start_mark.line
    return None


def read(data: bytes, file: str) -> tuple[Document | None, list[Problem]]:
    """The document in `data`, and every problem of reading it; None when it is no YAML at all."""
    try:
        # Editors on Windows put a mark before the first character; it is no part of the text.
        text = data.decode("utf-8-sig")
        root = yaml.compose(text, Loader=_Loader)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return None, [Problem(file, line, "this file is not UTF-8 text; save it as UTF-8")]
    except yaml.reader.ReaderError:
        return None, [Problem(file, 1, "this file holds characters that do not print; take them out")]
    except yaml.MarkedYAMLError as error:
        # What is opened and never closed is found at its end; where it was opened is where to look.
        opened = "quoted scalar" in f"{error.context}" or "flow" in f"{error.context}"
        mark = (error.context_mark if opened else None) or error.problem_mark or error.context_mark
        return None, [Problem(file, mark.line + 1 if mark else 1, _in_words(error))]
    except RecursionError:
        return None, [_too_deep(file, text)]
    if root is None:
        return None, [Problem(file, 1, "this file is empty")]
    reader = _Reader(file, text)
    try:
        value = reader.value(root)
    except RecursionError:
        return None, [_too_deep(file, text)]
    return Document(value, root), reader.problems


def _too_deep(file: str, text: str) -> Problem:
    line = max(enumerate(text.splitlines(), 1), key=lambda one: len(re.findall(r"[\[{]|- ", one[1])))[0]
    return Problem(
        file, line, "brackets or dashes stand inside each other too deep to be read; quote what is meant as text"
    )


class _Reader:
    """Turns nodes into values; what it refuses becomes a problem and it goes on."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.problems: list[Problem] = []
        self.seen: set[int] = set()

    def refuse(self, node: yaml.Node, text: str) -> None:
        self.problems.append(Problem(self.file, node.start_mark.line + 1, text))

    def value(self, node: yaml.Node) -> Any:
        if id(node) in self.seen:
            self.refuse(node, "copying with & and * is not used here; write it out, or quote text that begins with *")
            return None
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item) for item in node.value]
        kind = node.tag.removeprefix(_TAG)
        if kind not in ("str", "null", "bool", "int", "timestamp"):
            self.refuse(node, f"the tag {node.tag} is not used here; quote text that begins with !")
        if (
            kind == "str"
            and isinstance(node, yaml.ScalarNode)
            and not node.style
            and _CUT.match(self.text, node.end_mark.index)
        ):
            self.refuse(
                node,
                "YAML takes ` #` for the start of a comment; put the whole text in quotes, or two spaces before a comment",
            )
        return _scalar(kind, node.value)

    def mapping(self, node: yaml.MappingNode) -> dict[str, Any]:
        result: dict[str, Any] = {}
        lines: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.refuse(key, "a key must be a word; quote text that begins with { or [")
            elif key.value in result:
                self.refuse(key, f"`{key.value}` stands twice here, first in line {lines[key.value]}; keep one")
            else:
                lines[key.value] = key.start_mark.line + 1
                result[key.value] = self.value(value)
        return result


def _scalar(kind: str, text: str) -> Any:
    if kind == "null":
        return None
    if kind == "bool":
        return text == "true"
    if kind == "int":
        return int(text)
    if kind == "timestamp":
        try:
            return datetime.date.fromisoformat(text)
        except ValueError:
            return text
    return text


_SAID = (
    ("tab character", "a line begins with a tab; indent with spaces"),
    ("mapping values", "a colon and a space stand inside text without quotes; put the whole text in quotes"),
    ("quoted scalar", "a quotation mark is opened and not closed"),
    (
        "cannot start any token",
        "text that begins with %, @ or ` needs quotes, and a line begins with spaces, never a tab",
    ),
    ("alias", "text that begins with * needs quotes"),
    ("anchor", "text that begins with & needs quotes"),
    (
        "',' or",
        "a comma or a closing bracket is missing; text with brackets or commas in a list needs quotes",
    ),
    ("tag", "text that begins with ! needs quotes"),
    ("single document", "a line with --- begins a second document; keep one in a file"),
    ("simple key", "this line has no colon after its key, or text goes on that needs quotes or indenting"),
    (
        "expected",
        "the indentation does not fit the lines above, or text with a quotation mark or colon needs quotes",
    ),
)


def _in_words(error: yaml.MarkedYAMLError) -> str:
    """What is wrong, for an author who has never heard of a token."""
    # libyaml and PyYAML word the same mistake differently; the context often says more than the problem.
    said = f"{error.problem} {error.context}"
    return next((words for part, words in _SAID if part in said), f"this is not YAML: {error.problem}")
