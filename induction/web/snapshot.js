// Python's memory as it stands once `induction` is imported, taken when the site is built (macros/runtime_snapshot.mjs).
// Putting it back takes a tenth of the time that starting Python and importing takes.
//
// As a file, inflated: Pyodide's own head, filled up to one page, a count, then for each page of memory that differs from what
// a fresh module holds its number, and at last those pages. Numbers are unsigned, 32 bits, little-endian.

export const PAGE = 4096; // bytes

/**
 * @returns {Uint8Array} for `_loadSnapshot`. Pyodide wants it before it makes the module, which need not wait for the snapshot;
 *   it reads it after `restore` has filled it in: then it checks its build there, and finds no memory behind the head
 */
export function emptyHead() {
  return new Uint8Array(PAGE);
}

/**
 * Put the memory back into a module that has not run yet.
 * @param {object} module Pyodide's Emscripten module, made with `noInitialRun`
 * @param {Uint8Array} head from `emptyHead`
 * @param {Uint8Array} snapshot inflated
 */
export function restore(module, head, snapshot) {
  const view = new DataView(snapshot.buffer, snapshot.byteOffset, snapshot.byteLength);
  const count = view.getUint32(PAGE, true);
  const list = PAGE + 4;
  const pages = list + 4 * count;
  if (!count || pages + count * PAGE !== snapshot.byteLength) throw new Error("the snapshot is not whole");
  const numberOf = (n) => view.getUint32(list + 4 * n, true);
  head.set(snapshot.subarray(0, PAGE));
  const end = (numberOf(count - 1) + 1) * PAGE;
  if (end > module.HEAPU8.length && !module.growMemory(end)) throw new Error("no memory for the snapshot");
  const trampoline = trampolineOf(module); // an index into this engine's own table, whatever it was where we were made
  for (let n = 0; n < count; n += 1) {
    const from = pages + n * PAGE;
    module.HEAPU8.set(snapshot.subarray(from, from + PAGE), numberOf(n) * PAGE);
  }
  trampoline.keep();
}

function trampolineOf(module) {
  const at = () => (module.__PyRuntime + module.HEAP32[module.__PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET >>> 2]) >>> 2;
  const was = module.HEAP32[at()];
  return { keep: () => (module.HEAP32[at()] = was) };
}
