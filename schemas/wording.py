"""What pydantic finds, in plain words for an author who is no programmer."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from schemas import json_schema
from schemas.blocks import BLOCKS
from schemas.common import PATTERNS
from schemas.problems import listed, meant
from schemas.yaml_loader import Loc

Error = Mapping[str, Any]
"""One of pydantic's error details."""


def in_words(error: Error, schema: dict) -> str:
    """What is wrong with a value and what would be right. `schema` is the JSON Schema of the whole file."""
    say = _SAY.get(error["type"])
    return say(error, schema) if say else f"{_name(error['loc'])}: {error['msg'][:1].lower()}{error['msg'][1:]}"


def _name(loc: Loc) -> str:
    """What an author calls the place: `title`, or entry 2 of `steps`."""
    if loc and isinstance(loc[-1], int):
        return f"entry {loc[-1] + 1} of {_name(loc[:-1])}" if len(loc) > 1 else f"entry {loc[-1] + 1}"
    return f"`{loc[-1]}`" if loc else "this file"


def _missing(error: Error, schema: dict) -> str:
    help_ = json_schema.at(schema, error["loc"]).get("description", "")
    return f"{_name(error['loc'])} is missing" + (f" ({' '.join(help_.split()).rstrip('.')})" if help_ else "")


def _unknown_key(error: Error, schema: dict) -> str:
    *around, key = error["loc"]
    known = json_schema.at(schema, tuple(around)).get("properties", {})
    if key in BLOCKS and any(block in known for block in BLOCKS):
        return f"`{key}` begins a block of its own: put '- ' before it"
    guess = meant(key, known)
    return f"`{key}` is not a key here" + (guess or f"; the keys here are {listed(known, 'and')}")


def _not_text(error: Error, _: dict) -> str:
    name, value = _name(error["loc"]), error["input"]
    if value is None:
        return f"{name} is empty; write text, or take the key out"
    if isinstance(value, dict):
        return f"{name} should be text; a colon and a space in it made it a key: put the whole text in quotes"
    if isinstance(value, list):
        return f"{name} should be text, not a list; text that begins with [ needs quotes"
    return f"{name} should be text; put it in quotes"


def _pattern(error: Error, _: dict) -> str:
    wanted = PATTERNS.get(error["ctx"]["pattern"], "written differently")
    return f"{_name(error['loc'])} is '{error['input']}'; it should be {wanted}"


def _choice(error: Error, schema: dict) -> str:
    known = json_schema.at(schema, error["loc"])
    codes = known.get("enum") or ([known["const"]] if "const" in known else [])
    given = "empty" if error["input"] is None else f"'{error['input']}'"
    return f"{_name(error['loc'])} is {given}{_can_be(str(error['input']), codes)}"


def _can_be(given: str, codes: Sequence[str]) -> str:
    guess = meant(given, codes)
    return f"{guess} It can be {listed(codes)}" if guess else f"; it can be {listed(codes)}"


def _kind(error: Error, schema: dict) -> str:
    kinds = json_schema.kinds_at(schema, error["loc"])
    if error["type"] == "union_tag_not_found":
        return f"`kind` is missing; it can be {listed(kinds)}"
    tag = str(error["ctx"]["tag"])
    return f"`kind` is '{tag}'{_can_be(tag, kinds)}"


def _block(error: Error, _: dict) -> str:
    given = list(error["input"]) if isinstance(error["input"], dict) else []
    guess = next(filter(None, (meant(key, BLOCKS) for key in given)), "")
    if guess:
        wrong = next(key for key in given if meant(key, BLOCKS))
        return f"`{wrong}` is no block{guess}"
    return f"a block begins with one of these keys: {listed(BLOCKS)}"


def _too_few(error: Error, _: dict) -> str:
    least, given = error["ctx"]["min_length"], len(error["input"])
    return f"{_name(error['loc'])} needs at least {least}; it has {given or 'none'}"


def echoes(error: Error) -> bool:
    """True for 'too short' when entries were written: pydantic does not count the wrong ones, which have their own errors."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def _list(error: Error, _: dict) -> str:
    name = _name(error["loc"])
    if error["input"] is None:
        return f"{name} is empty; write a list, one '- ' line each, or take the key out"
    return f"{name} should be a list: one '- ' line each, or [one, two]"


def _keys(error: Error, _: dict) -> str:
    return f"{_name(error['loc'])} should hold keys with their values, one `key: value` line each"


def _should_be(words: str) -> Callable[[Error, dict], str]:
    def say(error: Error, _: dict) -> str:
        return f"{_name(error['loc'])} should be {words}"

    return say


def _empty(error: Error, _: dict) -> str:
    return f"{_name(error['loc'])} is empty; write text, or take the key out"


def _ours(error: Error, _: dict) -> str:
    # A sentence of our own models, already in words; pydantic puts 'Value error, ' before it.
    return str(error["ctx"]["error"])


_SAY: dict[str, Callable[[Error, dict], str]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "unexpected_keyword_argument": _unknown_key,
    "string_type": _not_text,
    "string_too_short": _empty,
    "string_pattern_mismatch": _pattern,
    "enum": _choice,
    "literal_error": _choice,
    "union_tag_invalid": _kind,
    "union_tag_not_found": _kind,
    "unknown_block": _block,
    "too_short": _too_few,
    "value_error": _ours,
    **dict.fromkeys(("list_type", "tuple_type"), _list),
    **dict.fromkeys(("dict_type", "model_type", "model_attributes_type", "dataclass_type"), _keys),
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float"), _should_be("a whole number without quotes")),
    **dict.fromkeys(("bool_type", "bool_parsing"), _should_be("true or false, without quotes")),
    **dict.fromkeys(
        ("date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact"),
        _should_be("a date such as 2026-11-22"),
    ),
}
"""Type of pydantic's error to our sentence for it."""
