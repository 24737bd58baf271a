// Runs tests/induction inside Pyodide under Node, against the archives that the site ships.
//
//   node pyodide_suite.mjs PYODIDE STDLIB REST INDUCTION PACKAGES PROJECT
//
// PYODIDE    folder of the npm package
// STDLIB     archive of the standard library, as readers get it
// REST       archive of what they are not sent; the last place looked at, for pytest
// INDUCTION  archive of the induction package
// PACKAGES   folder with pytest and hypothesis, built for Pyodide
// PROJECT    folder with pyproject.toml and tests/; its induction/ is never seen
//
// pytest's exit code is the exit code.

import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [pyodide, stdlib, rest, induction, packages, project] = process.argv.slice(2).map((path) => resolve(path));
const { loadPyodide } = await import(pathToFileURL(join(pyodide, "pyodide.mjs")));
const { info } = JSON.parse(readFileSync(join(pyodide, "pyodide-lock.json"), "utf8"));
const python = await loadPyodide({
  stdLibURL: stdlib,
  lockFileContents: { info, packages: {} },
  packageBaseUrl: pyodide,
  env: { PYTHONUTF8: "1" },
});
python.FS.writeFile("/induction.zip", readFileSync(induction));
python.FS.writeFile("/rest.zip", readFileSync(rest));
python.mountNodeFS("/packages", packages);
python.mountNodeFS("/project/tests", join(project, "tests"));
python.FS.writeFile("/project/pyproject.toml", readFileSync(join(project, "pyproject.toml")));
process.exitCode = python.runPython(`
import encodings, importlib, os, sys, zipfile

# First with nothing but what readers get: every module of the tracker must load.
sys.path.insert(0, "/induction.zip")
for name in zipfile.ZipFile("/induction.zip").namelist():
    importlib.import_module(name.removesuffix(".pyc").replace("/", ".").removesuffix(".__init__"))

# Then with what pytest needs as well. Packages that stand in both archives are found in both.
sys.path[1:1] = ["/packages"]
sys.path.append("/rest.zip")
encodings.__path__.append("/rest.zip/encodings")
os.chdir("/project")

import pytest

class Slower:
    """Several times slower than at home: fewer examples, no deadline, and no folder to keep examples in."""

    @pytest.hookimpl(tryfirst=True)
    def pytest_configure(self, config):
        from hypothesis import HealthCheck, settings

        settings.register_profile(
            "pyodide", max_examples=20, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
        )

int(pytest.main([
    "tests/induction",
    "--quiet",
    "--rootdir=/project",
    "--confcutdir=tests/induction",
    "--hypothesis-profile=pyodide",
    "-p", "no:cacheprovider",
], plugins=[Slower()]))
`);
