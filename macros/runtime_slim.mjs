// Copies an archive of bytecode without its tables of lines and columns, a fifth of it: for the snapshot alone, which is
// fetched whole. In a report of an error every line of the standard library is then the first of its function. The archive
// that readers are sent keeps the tables.
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

# One entry for up to eight instructions: "no columns", then the step to its line, which is none. An empty table would
# not do: the traceback module takes what it finds there without looking. Internals/code_objects.md of CPython has the format.
NO_COLUMNS = 0x80 | 13 << 3

def slim(code):
    eights, rest = divmod(len(code.co_code) // 2, 8)
    table = bytes([NO_COLUMNS | 7, 0]) * eights + (bytes([NO_COLUMNS | rest - 1, 0]) if rest else b"")
    held = (slim(one) if isinstance(one, types.CodeType) else one for one in code.co_consts)
    return code.replace(co_linetable=table, co_consts=tuple(held))

with zipfile.ZipFile("/archive.zip") as whole, zipfile.ZipFile("/slim.zip", "w") as target:
    for entry in whole.infolist():
        data = whole.read(entry)
        if entry.filename.endswith(".pyc"):
            data = data[:HEAD] + marshal.dumps(slim(marshal.loads(data[HEAD:])))
        target.writestr(entry.filename, data)
`);
writeFileSync(target, python.FS.readFile("/slim.zip"));
