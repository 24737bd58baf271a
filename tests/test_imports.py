"""Imports run one way: induction <- schemas <- macros. Each module can be the first to be imported."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAY = {"induction": {"induction"}, "schemas": {"schemas", "induction"}, "macros": {"macros", "schemas", "induction"}}
OURS = set(MAY)


def modules(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def imports(tree: ast.AST) -> Iterator[tuple[str, ast.stmt]]:
    """The top-level name of whatever is imported, wherever it stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for one in node.names:
                yield one.name.split(".")[0], node
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield (node.module or "").split(".")[0], node


@pytest.mark.parametrize("package", sorted(MAY))
def test_imports_run_one_way(package: str) -> None:
    assert modules(package)
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno} imports {name}"
        for path in modules(package)
        for name, node in imports(ast.parse(path.read_text("utf-8")))
        if name in OURS | {"tests"} and name not in MAY[package]
    ]
    assert wrong == []


def test_induction_needs_the_standard_library_only() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno} imports {name}"
        for path in modules("induction")
        for name, node in imports(ast.parse(path.read_text("utf-8")))
        if name != "induction" and name not in sys.stdlib_module_names
    ]
    assert wrong == []


def test_induction_needs_nothing_that_its_two_pythons_do_not_share() -> None:
    absent = {
        "zoneinfo",
        "ssl",
        "multiprocessing",
        "threading",
        "subprocess",
        "sqlite3",
        "uuid",
        "random",
        "locale",
        "socket",
    }
    found = {
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules("induction")
        for name, _ in imports(ast.parse(path.read_text("utf-8")))
        if name in absent
    }
    assert found == set()


def test_imports_stand_at_the_top_unless_a_comment_says_why() -> None:
    wrong = []
    for path in modules("induction"):
        text = path.read_text("utf-8")
        lines = text.splitlines()
        for function in ast.walk(ast.parse(text)):
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                for _, node in imports(function):
                    if not any("#" in line for line in lines[node.lineno - 2 : node.lineno]):
                        wrong.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert wrong == []


def test_every_module_of_induction_can_be_imported_first() -> None:
    names = [
        str(path.relative_to(ROOT).with_suffix("")).replace("/", ".").removesuffix(".__init__")
        for path in modules("induction")
    ]
    script = """
import sys
failed = []
for name in sys.argv[1:]:
    for loaded in [one for one in sys.modules if one.split(".")[0] == "induction"]:
        del sys.modules[loaded]
    try:
        __import__(name)
    except ImportError as error:
        failed.append(f"{name}: {error}")
print("\\n".join(failed))
"""
    done = subprocess.run([sys.executable, "-c", script, *names], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
