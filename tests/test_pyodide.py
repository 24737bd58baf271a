"""The runtime archives, and the whole of tests/induction on the Python that runs in readers' browsers."""

import ast
import json
import re
import shutil
import subprocess
import sys
import zipfile
import zlib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from macros.environment import ROOT, digest, node, pip
from macros.runtime import Runtime, build_runtime, is_command_line, once
from macros.trim import LEFT_OUT
from schemas.compile import bundle, bundle_json
from schemas.handbook import load

pytestmark = pytest.mark.pyodide
NPM = ROOT / "node_modules" / "pyodide"


@pytest.fixture(scope="module")
def runtime() -> Runtime:
    return build_runtime(ROOT, "{}")


def needs(*names: str) -> set[str]:
    """These distributions and all that they need, by normalised name, as installed beside us."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop().lower().replace("_", "-")
        if name not in found:
            found.add(name)
            wanted = map(Requirement, metadata.requires(name) or [])
            waiting += [need.name for need in wanted if not need.marker or need.marker.evaluate({"extra": ""})]
    return found


def packages_for_pyodide(info: dict[str, str]) -> Path:
    """A folder with pytest and hypothesis as locked in requirements.txt, in their builds for Pyodide's platform."""
    wanted = needs("pytest", "hypothesis")
    locked = (ROOT / "requirements.txt").read_text("utf-8")
    entries = re.findall(r"^\S.*(?:\n[ \t].*)*", locked, re.MULTILINE)
    chosen = "\n".join(entry for entry in entries if entry.split("==")[0] in wanted)
    cache = ROOT / ".cache" / "runtime"
    target = cache / f"tests-{digest(chosen.encode(), repr(info).encode())[:12]}"

    def install(folder: Path) -> None:
        listed = folder.with_suffix(".txt")
        listed.write_text(chosen, "utf-8")
        major, minor, _ = info["python"].split(".")
        platform = f"pyemscripten_{info['abi_version']}_{info['arch']}"
        options = ["--only-binary", ":all:", "--platform", platform, "--python-version", f"{major}.{minor}"]
        options += ["--implementation", "cp", "--abi", f"cp{major}{minor}", "--no-compile"]
        pip([*options, "--target", folder, "-r", listed], "pytest for Pyodide could not be installed.")

    once(target, install)
    return target


def test_the_suite_of_induction_passes_in_pyodide(runtime: Runtime, record_property) -> None:
    packages = packages_for_pyodide(runtime.boot["info"])
    script = Path(__file__).with_name("pyodide_suite.mjs")
    command = [
        str(word) for word in (node(), script, NPM, runtime.python, runtime.rest, runtime.induction, packages, ROOT)
    ]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace")
    output = f"{done.stdout}\n{done.stderr}".strip()
    summary = (done.stdout.strip().splitlines() or [""])[-1]
    record_property("pyodide", summary)
    print(summary)
    # pytest ends with 0 when every test is skipped; that is no pass.
    if done.returncode or not re.search(r"\b[1-9]\d* passed", summary):
        pytest.fail(
            f"tests/induction does not pass in Pyodide (exit code {done.returncode}):\n{output}",
            pytrace=False,
        )


def test_the_archives_hold_bytecode_and_no_source(runtime: Runtime) -> None:
    for path, module in (
        (runtime.python, "json/__init__.pyc"),
        (runtime.induction, "induction/__init__.pyc"),
    ):
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            assert module in names
            assert not [source for source in names if source.endswith(".py")]
            assert {entry.compress_type for entry in archive.infolist()} == {zipfile.ZIP_DEFLATED}


def _snapshot(runtime: Runtime) -> bytes:
    path = next(path for path in runtime.assets.values() if path.name.startswith("snapshot-"))
    return zlib.decompress(path.read_bytes())


def test_the_snapshot_holds_induction_and_nothing_of_the_machine_that_made_it(runtime: Runtime) -> None:
    memory = _snapshot(runtime)
    assert b"induction.views.render" in memory
    for ours in (str(ROOT), str(Path.home()), sys.prefix):
        assert ours in ("/", "/root") or ours.encode() not in memory


def test_all_that_a_visit_runs_is_in_the_snapshot(runtime: Runtime, tmp_path: Path) -> None:
    """A module imported late would cost a reader two megabytes, and a wait in the middle of a step."""
    snapshot = next(path for path in runtime.assets.values() if path.name.startswith("snapshot-"))
    script = Path(__file__).with_name("snapshot_visit.mjs")
    programme = tmp_path / "programme.json"
    programme.write_text(bundle_json(bundle(load(ROOT))), "utf-8")
    web = ROOT / "induction" / "web" / "snapshot.js"
    done = subprocess.run(
        [str(word) for word in (node(), script, NPM, snapshot, web, programme)],
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    said = json.loads(done.stdout.strip().splitlines()[-1])
    assert said["late"] == []
    assert said["started"]
    assert len(said["refused"]) < 10 < said["commands"], said["refused"]


def test_the_tracker_imports_nothing_that_readers_are_not_sent() -> None:
    """Imports inside functions included: those would fail only when they are run."""
    imported = {
        module.partition(".")[0]
        for path in (ROOT / "induction").rglob("*.py")
        if not is_command_line(path.relative_to(ROOT / "induction"))
        for node_ in ast.walk(ast.parse(path.read_text("utf-8")))
        for module in (
            [name.name for name in node_.names]
            if isinstance(node_, ast.Import)
            else [node_.module or ""]
            if isinstance(node_, ast.ImportFrom)
            else []
        )
    }
    assert imported >= {"dataclasses", "json"}
    assert not imported & LEFT_OUT


def test_nothing_that_readers_are_sent_needs_the_command_line(runtime: Runtime) -> None:
    with zipfile.ZipFile(runtime.induction) as archive:
        assert not [name for name in archive.namelist() if "command_line" in name or "__main__" in name]
    wrong = [
        path.name
        for path in (ROOT / "induction").rglob("*.py")
        if not is_command_line(path.relative_to(ROOT / "induction"))
        and "induction.command_line" in path.read_text("utf-8")
    ]
    assert wrong == []


def test_equal_sources_make_equal_archives_whenever_and_wherever_they_are_made(runtime: Runtime, tmp_path) -> None:
    """A second project with the same sources, written later and with the line ends of Windows."""
    for needed in ("node_modules/pyodide", "node_modules/idiomorph"):
        shutil.copytree(ROOT / needed, tmp_path / needed)
    shutil.copy(ROOT / "requirements-runtime.txt", tmp_path)
    shutil.copytree(ROOT / ".cache" / "runtime", tmp_path / ".cache" / "runtime", ignore=_all_but_the_slow_parts)
    for source in (ROOT / "induction").rglob("*.py"):
        copy = tmp_path / source.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(source.read_bytes().replace(b"\n", b"\r\n"))
    (tmp_path / "induction" / "web").mkdir()
    shutil.copy(ROOT / "induction" / "web" / "snapshot.js", tmp_path / "induction" / "web")
    second = build_runtime(tmp_path, "{}")
    assert second.boot["induction"] == runtime.boot["induction"]
    assert second.boot["snapshot"] == runtime.boot["snapshot"]
    assert second.induction != runtime.induction
    assert second.induction.read_bytes() == runtime.induction.read_bytes()


def _all_but_the_slow_parts(folder: str, names: list[str]) -> list[str]:
    if Path(folder).name != "runtime":
        return []
    return [name for name in names if not name.startswith(("python-", "slim-", "tools-"))]
