"""One small decoder: JSON values into frozen dataclasses, strictly.

It reads what the browser reads: programme.json and record files. pydantic never ships to the browser; tests hold
this decoder to pydantic's own strict JSON validation over generated good and bad inputs.
"""

import dataclasses
import json
import re
import types
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

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
    return _decode(kind, value, path)


def _decode(kind: Any, value: Any, path: str) -> Any:
    origin = get_origin(kind)
    if kind is Any:
        return value
    if dataclasses.is_dataclass(kind):
        return _dataclass(kind, value, path)
    if origin is Literal:
        for option in get_args(kind):
            if type(option) is type(value) and option == value:
                return value
        raise DecodeError(path, "not one of the expected values")
    if origin in (Union, types.UnionType):
        return _union(get_args(kind), value, path)
    if origin is tuple:
        if not isinstance(value, list):
            raise DecodeError(path, "not a list")
        inner = get_args(kind)[0]
        return tuple(_decode(inner, one, f"{path}.{index}".lstrip(".")) for index, one in enumerate(value))
    if origin is dict:
        if not isinstance(value, dict):
            raise DecodeError(path, "not an object")
        inner = get_args(kind)[1]
        return {key: _decode(inner, one, f"{path}.{key}".lstrip(".")) for key, one in value.items()}
    if kind is type(None) or kind is None:
        if value is None:
            return None
        raise DecodeError(path, "not null")
    if type(value) is kind:
        return value
    raise DecodeError(path, f"not {_NAMES.get(kind, 'the expected type')}")


_NAMES = {str: "text", int: "a whole number", bool: "true or false"}


def _union(options: tuple[Any, ...], value: Any, path: str) -> Any:
    if value is None and type(None) in options:
        return None
    options = tuple(option for option in options if option is not type(None))
    if len(options) == 1:
        return _decode(options[0], value, path)
    if isinstance(value, dict):
        for option in options:
            if dataclasses.is_dataclass(option) and _kind_of(option) == value.get("kind"):
                return _decode(option, value, path)
    raise DecodeError(path, "not one of the expected kinds")


def _kind_of(option: Any) -> Any:
    return next((one.default for one in dataclasses.fields(option) if one.name == "kind"), None)


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _dataclass(kind: Any, value: Any, path: str) -> Any:
    if not isinstance(value, dict):
        raise DecodeError(path, "not an object")
    hints = _hints(kind)
    known = {one.name: one for one in dataclasses.fields(kind)}
    for key in value:
        if key not in known:
            raise DecodeError(f"{path}.{key}".lstrip("."), "not expected")
    given = {}
    for name, one in known.items():
        here = f"{path}.{name}".lstrip(".")
        if name in value:
            given[name] = _decode(hints[name], value[name], here)
        elif one.default is dataclasses.MISSING and one.default_factory is dataclasses.MISSING:
            raise DecodeError(here, "missing")
    return kind(**given)


def canonical(value: Any) -> str:
    """The one text form of plain values (strings, whole numbers, booleans, null, lists, objects): sorted keys, no spaces."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
