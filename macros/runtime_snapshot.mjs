// Takes a picture of Python's memory once all of `induction` is imported, for readers' browsers to begin from.
// Uses what Pyodide has for this and does not promise (`_makeSnapshot`, `_loadSnapshot`): the version is pinned, the picture is
// tried here before it is written, and a browser that cannot use it boots without (docs/adr/0008-snapshot.md).
//
//   node runtime_snapshot.mjs PYODIDE PYTHON INDUCTION WEB TARGET
//
// PYODIDE    folder of the npm package
// PYTHON     archive of the standard library, slim (runtime_slim.mjs)
// INDUCTION  archive of the induction package, slim
// WEB        folder of snapshot.js
// TARGET     file to write

import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { deflateSync } from "node:zlib";

const [pyodide, python, induction, web, target] = process.argv.slice(2).map((path) => resolve(path));
const load = (...path) => import(pathToFileURL(join(...path)));
const { loadPyodide } = await load(pyodide, "pyodide.mjs");
const { default: createModule } = await load(pyodide, "pyodide.asm.mjs");
const { PAGE, emptyHead, restore } = await load(web, "snapshot.js");
const { info } = JSON.parse(readFileSync(join(pyodide, "pyodide-lock.json"), "utf8"));

/** A Python and its module. Nothing of this machine may get into its memory: neither paths nor time zone nor language. */
async function begin(options, prepare = () => {}) {
  let module;
  const python_ = await loadPyodide({
    stdLibURL: python,
    lockFileContents: { info, packages: {} },
    packageBaseUrl: pyodide,
    _sysExecutable: "/python",
    env: { LANG: "C.UTF-8", PYTHONHASHSEED: "0", TZ: "UTC" },
    createPyodideModule: async (settings) => {
      module = await createModule(settings);
      prepare(module);
      return module;
    },
    ...options,
  });
  return { python: python_, module };
}

/** Overwrites memory that is free, so that nobody fetches rubbish. */
function wipe(module) {
  const end = module.HEAPU8.findLastIndex((byte) => byte !== 0);
  const taken = [];
  for (let size = 1 << 20; size >= 8; size -= size > 4096 ? size / 2 : 8) {
    for (;;) {
      const address = module._malloc(size);
      if (!address) throw new Error("out of memory");
      taken.push(address);
      if (address > end) break; // beyond what was ever used: nothing of this size is free before it
      module.HEAPU8.fill(0, address, address + size);
    }
  }
  for (const address of taken) module._free(address);
}

function differing(memory, fresh) {
  const pages = [];
  for (let at = 0; at < memory.length; at += PAGE) {
    const page = memory.subarray(at, at + PAGE);
    // Beyond the end of a fresh memory everything is zero.
    if (Buffer.compare(page, at < fresh.length ? fresh.subarray(at, at + PAGE) : new Uint8Array(PAGE))) pages.push(at / PAGE);
  }
  return pages;
}

/** The layout is snapshot.js's to say. */
function pack(head, memory, fresh) {
  const numbers = differing(memory, fresh);
  const pages = numbers.map((number) => memory.subarray(number * PAGE, (number + 1) * PAGE));
  const parts = [head, Uint32Array.of(numbers.length, ...numbers), ...pages];
  return new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength))));
}

/** Pyodide's head as it stands, but with the memory said to begin one page after its begin. */
function headOf(whole) {
  const begins = new Uint32Array(whole.buffer, 0, 2)[1];
  if (begins > PAGE) throw new Error("the head of the snapshot does not fit in one page");
  const head = emptyHead();
  head.set(whole.subarray(0, begins));
  new Uint32Array(head.buffer)[1] = PAGE;
  return { head, memory: whole.subarray(begins) };
}

const first = await begin({ _makeSnapshot: true });
first.python.FS.writeFile("/induction.zip", readFileSync(induction));
first.python.runPython(readFileSync(fileURLToPath(new URL("slim_code.py", import.meta.url)), "utf8"));
first.python.runPython(`
import sys

sys.path.append("/induction.zip")
import induction.app
import induction.decode, induction.programme

induction.decode.reader(induction.programme.Bundle)

def tidy():
    """Leave out what is cheap to have again.

    The archives' tables of contents must go, as readers have another archive; what reads them stays, and tries again
    each time. (Without it the first attempt that finds no network would be the last: Python remembers where nothing is.)
    """
    import gc, linecache, re, typing, zipimport

    for clear in (re.purge, linecache.clearcache, sys._clear_internal_caches, *typing._cleanups):
        clear()
    zipimport._zip_directory_cache.clear()
    if "random" in sys.modules:
        sys.modules["random"].seed(0)  # worker.js seeds it anew
    for one in gc.get_objects():
        if isinstance(one, types.FunctionType) and one.__code__.co_filename == "<string>":  # written by dataclasses
            one.__code__ = slim(one.__code__)
    gc.collect()
    gc.freeze()  # what is here stays for ever: nobody looks for rubbish in it again

tidy()
del slim, tidy, types, NO_COLUMNS
`);
wipe(first.module);
const { head, memory } = headOf(first.python.makeMemorySnapshot());

let snapshot;
const given = emptyHead();
const second = await begin({ _loadSnapshot: given }, (module) => {
  snapshot = pack(head, memory, module.HEAPU8.slice());
  restore(module, given, snapshot);
});
const works = second.python.runPython("import induction.app, json; json.dumps(sorted(induction.app._OPS))");
if (!works.includes("open")) throw new Error("the snapshot does not work");
writeFileSync(target, deflateSync(snapshot, { level: 9 }));
