"""xAPI statements of a full record, as a validator that is not ours judges them: xapi-validation of Learning Locker, on Node."""

import json
from pathlib import Path
from typing import Any

from tests.induction.full_record import full_record
from tests.judged import judged


def wrong(tmp_path: Path, statements: list[dict[str, Any]]) -> list[list[Any]]:
    file = tmp_path / "statements.json"
    file.write_text(json.dumps(statements), encoding="utf-8")
    return judged("xapi_check.mjs", "xapi-validation", "check xAPI", file)


def test_every_statement_of_a_full_record_is_one(tmp_path: Path) -> None:
    page = full_record()
    page.do("record.statements")
    statements = json.loads(page.files[-1]["text"])
    assert len(statements) > 30
    found = wrong(tmp_path, statements)
    assert found == [[] for _ in statements]


def test_the_validator_sees_what_is_wrong(tmp_path: Path) -> None:
    page = full_record()
    page.do("record.statements")
    one = json.loads(page.files[-1]["text"])[0]
    broken: list[dict[str, Any]] = [
        {**one, "id": "12"},
        {**one, "actor": {"objectType": "Agent"}},
        {**one, "verb": {"id": "answered"}},
        {**one, "object": {"id": "no iri", "objectType": "Activity"}},
        {**one, "timestamp": "22 November 2026"},
        {**one, "context": {"registration": "x"}},
    ]
    assert all(wrong(tmp_path, broken))
