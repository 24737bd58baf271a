"""JSON Schema of every kind of content, for editors: they complete keys and explain them while an author types."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from induction.activities import ACTIVITY_TYPES
from schemas.common import Model
from schemas.docstrings import of_fields
from schemas.yaml_loader import Loc

FOLDER = "schemas/json"
"""Where the exported files live, from the project's root."""


class _Generate(GenerateJsonSchema):
    """As pydantic writes it, with what the fields' docstrings say; and a response part must name its kind, as `check` demands."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        return _explained(super().model_schema(schema), schema["cls"])

    def dataclass_schema(self, schema: core_schema.DataclassSchema) -> JsonSchemaValue:
        written = _explained(super().dataclass_schema(schema), schema["cls"])
        if schema["cls"] in ACTIVITY_TYPES.values():
            written["required"] = ["kind", *written.get("required", ())]
        return written


def _explained(written: JsonSchemaValue, cls: type) -> JsonSchemaValue:
    fields = getattr(cls, "model_fields", {})
    for name, text in of_fields(cls).items():
        key = (name in fields and fields[name].alias) or name
        written["properties"].get(key, {}).setdefault("description", text)
    return written


@lru_cache
def schema_of(model: type[Model]) -> dict[str, Any]:
    """The JSON Schema of a kind of content."""
    return model.model_json_schema(schema_generator=_Generate)


def at(schema: dict, loc: Loc) -> dict[str, Any]:
    """The part of a schema that speaks of the value at `loc`; steps that match nothing are skipped."""
    here = _plain(schema, schema)
    for step in loc:
        here = _plain(schema, _step(schema, here, step) or here)
    return here


def kinds_at(schema: dict, loc: Loc) -> list[str]:
    """The kinds that a response part can have at `loc`."""
    return list(at(schema, loc).get("discriminator", {}).get("mapping", {}))


def _plain(schema: dict, here: dict) -> dict[str, Any]:
    """`here` with its reference followed; an optional value is what it is when given. Its own description wins."""
    for option in here.get("anyOf", ()):
        if option.get("type") != "null":
            return {**_plain(schema, option), **{k: v for k, v in here.items() if k == "description"}}
    if "$ref" not in here:
        return here
    return {
        **schema["$defs"][here["$ref"].rpartition("/")[2]],
        **{k: v for k, v in here.items() if k != "$ref"},
    }


def _step(schema: dict, here: dict, step: str | int) -> dict[str, Any] | None:
    if isinstance(step, int):
        items: dict[str, Any] | None = here.get("items")
        return items
    if step in here.get("properties", {}):
        return dict(here["properties"][step])
    if "oneOf" in here:
        mapping = here.get("discriminator", {}).get("mapping", {})
        if step in mapping:
            return {"$ref": mapping[step]}
        # A block has no `kind`: the tag is the one key that it must have.
        return next((one for one in here["oneOf"] if step in _plain(schema, one).get("required", ())), None)
    return here["additionalProperties"] if isinstance(here.get("additionalProperties"), dict) else None


def exported() -> dict[str, str]:
    """File name to text of every exported schema."""
    from schemas.handbook import CONTENT_KINDS

    files = {}
    for name, kind in CONTENT_KINDS.items():
        head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
        files[f"{name}.schema.json"] = json.dumps(head | schema_of(kind.model), indent=2, ensure_ascii=False) + "\n"
    return files


def stale(folder: Path) -> list[str]:
    """Names of exported files in `folder` that differ from what the models say now, are missing or are left over."""
    wanted = exported()
    there = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.json")}
    return sorted(name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name))


def export(folder: Path) -> list[str]:
    """Bring the exported files in `folder` up to date; the names of those changed."""
    wanted, changed = exported(), stale(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name in changed:
        if name in wanted:
            (folder / name).write_text(wanted[name], encoding="utf-8", newline="\n")
        else:
            (folder / name).unlink()
    return changed
