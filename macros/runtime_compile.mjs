// Turns the Python sources in zip archives into bytecode, with pyodide-build's own py-compile command.
// The command runs inside Pyodide, so the bytecode is for the Python that readers' browsers will run.
//
//   node runtime_compile.mjs PYODIDE TOOLS WORK OPTIMIZE
//
// PYODIDE   folder of the npm package
// TOOLS     folder where pyodide-build is installed
// WORK      folder with the zip archives, which are replaced by compiled ones
// OPTIMIZE  as PYTHONOPTIMIZE says it: 2 leaves docstrings and assertions out, 0 leaves everything in

import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [pyodide, tools, work] = process.argv.slice(2, 5).map((path) => resolve(path));
const optimize = process.argv[5];
const { loadPyodide } = await import(pathToFileURL(join(pyodide, "pyodide.mjs")));
const python = await loadPyodide({
  // Every entry gets the first date a zip archive can hold, so equal sources make equal archives.
  env: { SOURCE_DATE_EPOCH: "315532800", TZ: "UTC", PYTHONOPTIMIZE: optimize },
});
python.mountNodeFS("/tools", tools);
python.mountNodeFS("/archives", work);
python.runPython(`
import sys
sys.path.append("/tools")
from pyodide_build.cli.py_compile import main
main(["/archives", "--silent", "--compression-level", "9"], standalone_mode=False)
`);
