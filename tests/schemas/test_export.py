"""Editors and `check` must say the same, and the exported files must be what the models say."""

import datetime
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from schemas import json_schema
from schemas.__main__ import main
from schemas.handbook import CONTENT_KINDS, kind_of, validate
from schemas.yaml_loader import read

from .conftest import TINY
from .test_wording import spoilt_documents

ROOT = Path(__file__).resolve().parents[2]


def test_the_exported_schemas_are_up_to_date():
    assert json_schema.stale(ROOT / json_schema.FOLDER) == [], "run python -m schemas export"


def test_drift_is_found_and_mended(tmp_path, capsys):
    folder = tmp_path / json_schema.FOLDER
    assert main(["export", "--root", str(tmp_path)]) == 0
    assert main(["export", "--check", "--root", str(tmp_path)]) == 0
    assert capsys.readouterr().out == f"schemas/json: {len(CONTENT_KINDS)} files changed.\n"
    (folder / "role.schema.json").write_text("{}")
    (folder / "old.schema.json").write_text("{}")
    assert main(["export", "--check", "--root", str(tmp_path)]) == 1
    assert capsys.readouterr().out == (
        "schemas/json is out of date (old.schema.json, role.schema.json): run python -m schemas export.\n"
    )
    main(["export", "--root", str(tmp_path)])
    assert json_schema.stale(folder) == []


@pytest.mark.parametrize("kind", CONTENT_KINDS)
def test_every_key_is_explained_to_an_author(kind):
    schema = json_schema.schema_of(CONTENT_KINDS[kind].model)
    jsonschema.Draft202012Validator.check_schema(schema)
    for name, shape in {kind: schema, **schema.get("$defs", {})}.items():
        assert shape.get("description"), f"{name} has no docstring"
        if kind == "words":
            continue  # each key is a vocabulary; the class says so once
        for key, value in shape.get("properties", {}).items():
            # A link's class says what both its keys are.
            told = json_schema.at(schema | {"properties": {"x": value}}, ("x",)).get("description")
            told = told or key == "kind" or name == "Link"
            assert told, f"{name}.{key} has no docstring"


def plain(value):
    """As an editor sees it: YAML has dates, JSON has not."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def accepted(name, text):
    document, problems = read(text.encode(), name)
    assert document is not None
    assert not problems
    model = CONTENT_KINDS[kind_of(name)].model
    validator = jsonschema.Draft202012Validator(
        json_schema.schema_of(model), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    return validator.is_valid(plain(document.value)), not validate(model, document, name)[1]


@pytest.mark.parametrize("name", TINY)
def test_an_editor_accepts_what_check_accepts(name):
    assert accepted(name, TINY[name]) == (True, True)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(spoilt_documents())
def test_an_editor_refuses_only_what_check_refuses(spoilt):
    editor, check = accepted(*spoilt)
    assert editor or not check
