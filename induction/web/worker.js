// Python's side of the page: boots Pyodide once, then hands one JSON text in and one JSON text out.

let receive = null;

self.addEventListener("message", async ({ data }) => {
  const { n, op, ...rest } = data;
  try {
    if (op === "boot") {
      receive = await boot(rest.addresses, rest.info);
      self.postMessage({ n, ok: true, value: {} });
    } else {
      self.postMessage({ n, ok: true, value: JSON.parse(receive(JSON.stringify({ op, ...rest }))) });
    }
  } catch (error) {
    // An exception raised by Python leaves it whole. Anything else (stack overflow, a wasm trap, "fatally failed") does not.
    self.postMessage({ n, ok: false, fatal: error?.name !== "PythonError", error: String(error) });
  }
});

/**
 * @param {{pyodide: string, python: string, induction: string, programme: string}} addresses absolute; `pyodide` is a folder
 * @param {object} info what pyodide-lock.json would say of this Pyodide, so that no lock is fetched
 * @returns {Promise<(text: string) => string>} `induction.app.receive`
 */
async function boot(addresses, info) {
  const archive = get(addresses.induction).then((response) => response.arrayBuffer());
  const programme = get(addresses.programme).then((response) => response.text());
  for (const early of [archive, programme]) early.catch(() => {}); // awaited below; no noise if Pyodide fails first
  const failure = wasmFailure();
  const { loadPyodide } = await import(`${addresses.pyodide}pyodide.mjs`);
  const loading = loadPyodide({
    indexURL: addresses.pyodide,
    packageBaseUrl: addresses.pyodide,
    stdLibURL: addresses.python,
    lockFileContents: { info, packages: {} },
  });
  const python = await Promise.race([loading, failure]);
  python.FS.writeFile("/induction.zip", new Uint8Array(await archive));
  python.pyimport("sys").path.append("/induction.zip");
  const app = python.pyimport("induction.app");
  app.boot(await programme);
  return (text) => app.receive(text);
}

/** Rejects when the browser refuses the wasm, or cannot fetch it: Pyodide only warns, and then waits for ever. */
function wasmFailure() {
  return new Promise((_, reject) => {
    for (const name of ["instantiateStreaming", "instantiate"]) {
      const original = WebAssembly[name];
      WebAssembly[name] = (...given) => {
        const result = original.apply(WebAssembly, given);
        result.catch(reject);
        return result;
      };
    }
  });
}

async function get(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${new URL(address).pathname}`);
  return response;
}
