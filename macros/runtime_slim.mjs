// Copies an archive of bytecode without its tables of line numbers, a fifth of it: for the snapshot alone, which is
// fetched whole. The archive that readers are sent keeps them.
//
//   node runtime_slim.mjs PYODIDE ARCHIVE TARGET

import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [pyodide, archive, target] = process.argv.slice(2).map((path) => resolve(path));
const { loadPyodide } = await import(pathToFileURL(join(pyodide, "pyodide.mjs")));
const python = await loadPyodide();
python.FS.writeFile("/archive.zip", readFileSync(archive));
python.runPython(`
import marshal, types, zipfile

HEAD = 16  # bytes before the code in a .pyc

def slim(code):
    held = (slim(one) if isinstance(one, types.CodeType) else one for one in code.co_consts)
    return code.replace(co_linetable=b"", co_consts=tuple(held))

with zipfile.ZipFile("/archive.zip") as whole, zipfile.ZipFile("/slim.zip", "w") as target:
    for entry in whole.infolist():
        data = whole.read(entry)
        if entry.filename.endswith(".pyc"):
            data = data[:HEAD] + marshal.dumps(slim(marshal.loads(data[HEAD:])))
        target.writestr(entry.filename, data)
`);
writeFileSync(target, python.FS.readFile("/slim.zip"));
