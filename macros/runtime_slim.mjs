// Copies an archive of bytecode without its tables of lines and columns: for the snapshot alone, which is fetched whole. The
// archives that are published keep them. Of the standard library Pyodide's package loader is left out as well.
//
//   node runtime_slim.mjs PYODIDE ARCHIVE TARGET

import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [pyodide, archive, target] = process.argv.slice(2).map((path) => resolve(path));
const { loadPyodide } = await import(pathToFileURL(join(pyodide, "pyodide.mjs")));
const python = await loadPyodide();
python.FS.writeFile("/archive.zip", readFileSync(archive));
const read = (name) => readFileSync(fileURLToPath(new URL(name, import.meta.url)), "utf8");
python.runPython(read("slim_code.py"));
python.globals.set("no_package_loader", read("no_package_loader.py"));
python.runPython(`
import marshal, zipfile

HEAD = 16  # bytes before the code in a .pyc

with zipfile.ZipFile("/archive.zip") as whole, zipfile.ZipFile("/slim.zip", "w") as target:
    for entry in whole.infolist():
        data = whole.read(entry)
        if entry.filename.endswith(".pyc"):
            data = data[:HEAD] + marshal.dumps(slim(marshal.loads(data[HEAD:])))
        if entry.filename == "pyodide/_package_loader.pyc":
            target.writestr("pyodide/_package_loader.py", no_package_loader)
        else:
            target.writestr(entry.filename, data)
`);
writeFileSync(target, python.FS.readFile("/slim.zip"));
