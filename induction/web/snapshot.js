// Python's memory as it stands once `induction` is imported, taken when the site is built (macros/runtime_snapshot.mjs).
// Putting it back takes a tenth of the time that starting Python and importing takes.
//
// As a file, inflated: the length of Pyodide's own head, that head, a count, then for each page of memory that differs from
// what a fresh module holds its number, and at last those pages. Numbers are unsigned, 32 bits, little-endian.

export const PAGE = 4096; // bytes

/**
 * @param {Uint8Array} snapshot inflated
 * @returns {Uint8Array} what `_loadSnapshot` is given: Pyodide checks its build in it, and finds no memory behind it
 */
export function headOf(snapshot) {
  return snapshot.slice(4, 4 + new DataView(snapshot.buffer, snapshot.byteOffset).getUint32(0, true));
}

/**
 * Put the memory back into a module that has not run yet.
 * @param {object} module Pyodide's Emscripten module, made with `noInitialRun`
 * @param {Uint8Array} snapshot inflated
 */
export function restore(module, snapshot) {
  const view = new DataView(snapshot.buffer, snapshot.byteOffset, snapshot.byteLength);
  const list = 4 + view.getUint32(0, true);
  const count = view.getUint32(list, true);
  const pages = list + 4 + 4 * count;
  if (!count || pages + count * PAGE !== snapshot.byteLength) throw new Error("the snapshot is not whole");
  const numberOf = (n) => view.getUint32(list + 4 + 4 * n, true);
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
