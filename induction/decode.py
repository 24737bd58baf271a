"""One small decoder: JSON values into frozen dataclasses, strictly.

It reads what the browser reads: programme.json and record files. pydantic never ships to the browser; tests hold
this decoder to pydantic's own strict JSON validation over generated good and bad inputs.
"""

import dataclasses
import json
import re
import types
from collections.abc import Callable
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")

MAX_BYTES = 5_000_000
"""Largest text that is parsed: 5 MB, counted in UTF-8."""
MAX_DEPTH = 32
"""Deepest nesting that is parsed. A few thousand nested arrays kill Pyodide beyond recovery."""


class DecodeError(ValueError):
    """The value does not have the expected shape. ``path`` says where: ``events.3.tick``."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path or 'the whole'}: {reason}")
        self.path = path
        self.reason = reason


class TooMuch(ValueError):
    """The text is larger or nested deeper than anything this site writes. ``reason`` is "size" or "depth"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def parse_json(text: str) -> Any:
    """JSON text into plain values, guarded.

    Raises TooMuch before parsing when the text is over 5 MB or nested deeper than 32, and DecodeError when it is
    not JSON. A number that is no JSON number (NaN, Infinity) is not JSON here. Of a key said twice the last counts,
    as in every browser. Half a surrogate pair becomes U+FFFD: it is no text, and what stands around it is kept.
    """
    if len(text) > MAX_BYTES or len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise TooMuch("size")
    if _depth(text) > MAX_DEPTH:
        raise TooMuch("depth")
    try:
        value = json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        raise DecodeError("", "not JSON") from None
    return mend(value) if _HALF_PAIR.search(text) else value


_HALF_PAIR = re.compile(r"[\ud800-\udfff]|\\u[dD][89a-fA-F]")
"""Where a text may hold half a surrogate pair, written out or escaped."""


def mend(value: Any) -> Any:
    """Plain values with U+FFFD for each half of a surrogate pair, which no file can hold and no digest be taken of."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [mend(one) for one in value]
    if isinstance(value, dict):
        return {mend(key): mend(one) for key, one in value.items()}
    return value


def as_text(value: Any) -> str:
    """A value of a file or an event where it is text; empty for anything else: what is shown is only ever text."""
    return value if isinstance(value, str) else ""


def _refuse_constant(name: str) -> Any:
    raise ValueError(name)


_BRACKET = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|([\[{])|([\]}])', re.DOTALL)


def _depth(text: str) -> int:
    deepest = depth = 0
    for match in _BRACKET.finditer(text):
        if match[1]:
            depth += 1
            deepest = max(deepest, depth)
            if deepest > MAX_DEPTH:
                break
        elif match[2]:
            depth -= 1
    return deepest


def decode(kind: type[T], value: Any, path: str = "") -> T:
    """Turn plain JSON values into ``kind``: a dataclass, str, int, bool, Literal, None, tuple, dict or a union by ``kind``.

    Arrays become tuples. Unknown keys, missing keys and values of another type raise DecodeError.
    """
    return cast(T, _read(reader(kind), value, path))


def _read(read: "_Read", value: Any, path: str) -> Any:
    try:
        return read(value)
    except _Wrong as wrong:
        raise DecodeError(".".join(filter(None, [path, *map(str, reversed(wrong.steps))])), wrong.reason) from None


class _Wrong(Exception):
    """What is wrong, and the way there, innermost step first: nobody pays for paths as long as all is well."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        self.steps: list[str | int] = []


_Read = Callable[[Any], Any]
_readers: dict[Any, _Read] = {}


def reader(kind: Any) -> _Read:
    """What reads values of a type: made once for each, with all that it holds.

    programme.json holds ten thousand values of some sixty types. The snapshot has the readers of those ready.
    """
    if kind not in _readers:
        _readers[kind] = lambda value: _readers[kind](value)  # for a type that holds itself, while it is being made
        _readers[kind] = _make(kind)
    return _readers[kind]


LATE = {"late": True}
"""The metadata of a field that is read when it is first asked for: half of programme.json is what other pages ask."""


class ReadsLate:
    """A frozen dataclass with such fields. What is wrong in one raises DecodeError where it is first asked for."""

    def read_late(self, name: str, read: _Read) -> None:
        """Have the plain value that a field holds read when it is asked for."""
        vars(self).setdefault("_unread", {})[name] = (read, vars(self).pop(name))

    def __getattr__(self, name: str) -> Any:
        """What is not there yet: Python asks here only then."""
        if name not in vars(self).get("_unread", ()):
            raise AttributeError(name)
        read, value = vars(self)["_unread"][name]
        vars(self)[name] = _read(read, value, name)
        return vars(self)[name]


def _make(kind: Any) -> _Read:
    origin = get_origin(kind)
    if kind is Any:
        return lambda value: value
    if dataclasses.is_dataclass(kind):
        return _dataclass(kind)
    if origin is Literal:
        return _literal(get_args(kind))
    if origin in (Union, types.UnionType):
        return _union(get_args(kind))
    if origin is tuple:
        return _tuple(reader(get_args(kind)[0]))
    if origin is dict:
        return _dict(reader(get_args(kind)[1]))
    return _null if kind in (None, type(None)) else _plain(kind)


def _plain(kind: type) -> _Read:
    def read(value: Any) -> Any:
        if type(value) is kind:
            return value
        raise _Wrong(f"not {_NAMES.get(kind, 'the expected type')}")

    return read


_NAMES = {str: "text", int: "a whole number", bool: "true or false"}


def _null(value: Any) -> None:
    if value is not None:
        raise _Wrong("not null")


def _literal(options: tuple[Any, ...]) -> _Read:
    def read(value: Any) -> Any:
        for option in options:
            if type(option) is type(value) and option == value:
                return value
        raise _Wrong("not one of the expected values")

    return read


def _tuple(item: _Read) -> _Read:
    def read(value: Any) -> Any:
        if not isinstance(value, list):
            raise _Wrong("not a list")
        return tuple([_at(index, item, one) for index, one in enumerate(value)])

    return read


def _dict(item: _Read) -> _Read:
    def read(value: Any) -> Any:
        if not isinstance(value, dict):
            raise _Wrong("not an object")
        return {key: _at(key, item, one) for key, one in value.items()}

    return read


def _at(step: str | int, read: _Read, value: Any) -> Any:
    try:
        return read(value)
    except _Wrong as wrong:
        wrong.steps.append(step)
        raise


def _union(options: tuple[Any, ...]) -> _Read:
    nullable = type(None) in options
    options = tuple(option for option in options if option is not type(None))
    only = reader(options[0]) if len(options) == 1 else None
    kinds = {_kind_of(option): reader(option) for option in reversed(options) if dataclasses.is_dataclass(option)}

    def read(value: Any) -> Any:
        if value is None and nullable:
            return None
        if only is not None:
            return only(value)
        kind = value.get("kind") if isinstance(value, dict) else None
        if isinstance(kind, str) and kind in kinds:
            return kinds[kind](value)
        raise _Wrong("not one of the expected kinds")

    return read


def _kind_of(option: Any) -> Any:
    return next((one.default for one in dataclasses.fields(option) if one.name == "kind"), None)


def _dataclass(kind: Any) -> _Read:
    hints = get_type_hints(kind)
    fields = dataclasses.fields(kind)
    readers = {one.name: reader(hints[one.name]) for one in fields}
    late = {one.name for one in fields if one.metadata.get("late")}
    missing = dataclasses.MISSING
    needed = [one.name for one in fields if one.default is missing and one.default_factory is missing]

    def read(value: Any) -> Any:
        if not isinstance(value, dict):
            raise _Wrong("not an object")
        given = {
            name: one if name in late else _at(name, readers.get(name, _unexpected), one) for name, one in value.items()
        }
        for name in needed:
            if name not in given:
                _at(name, _missing, None)
        made = kind(**given)
        for name in late.intersection(given):
            made.read_late(name, readers[name])
        return made

    return read


def _unexpected(_: Any) -> None:
    raise _Wrong("not expected")


def _missing(_: Any) -> None:
    raise _Wrong("missing")


def canonical(value: Any) -> str:
    """The one text form of plain values (strings, whole numbers, booleans, null, lists, objects): sorted keys, no spaces."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
