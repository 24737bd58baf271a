// Python's side of the page: boots Pyodide once, then hands one JSON text in and one JSON text out.

// Begun before anybody asks: the page may be busy for a while with being laid out. What is where, from this folder, stands in our name.
const booting = boot(JSON.parse(self.name));
booting.catch(() => {}); // whoever asks hears of it

self.addEventListener("message", async ({ data }) => {
  const { n, op, ...rest } = data;
  try {
    const receive = await booting;
    self.postMessage({ n, ok: true, value: op === "boot" ? {} : JSON.parse(receive(JSON.stringify({ op, ...rest }))) });
  } catch (error) {
    // An exception raised by Python leaves it whole. Anything else (stack overflow, a wasm trap, "fatally failed") does not.
    self.postMessage({ n, ok: false, fatal: error?.name !== "PythonError", error: String(error) });
  }
});

/**
 * @param {{pyodide: string, python: string, induction: string, programme: string, snapshot?: string, info: object}} assets
 *   addresses from this folder, `pyodide` a folder; `snapshot` only where it is to be tried;
 *   `info` is what pyodide-lock.json would say of this Pyodide, so that no lock is fetched
 * @returns {Promise<(text: string) => string>} `induction.app.receive`
 */
async function boot({ info, pyodide, ...assets }) {
  assets.pyodide = pyodide.replace(/\/?$/, "/");
  const addresses = Object.fromEntries(Object.entries(assets).map(([name, path]) => [name, new URL(path, self.location.href).href]));
  // In the order in which they are needed: a host may hand out no more than six at a time.
  const early = {
    createModule: import(`${addresses.pyodide}pyodide.asm.mjs`).then((module) => module.default),
    wasm: WebAssembly.compileStreaming(fetch(`${addresses.pyodide}pyodide.asm.wasm`)),
    pyodide: import(`${addresses.pyodide}pyodide.mjs`),
    snapshot: addresses.snapshot ? get(addresses.snapshot).then(inflated) : null,
    restoring: import("./snapshot.js"),
    programme: get(addresses.programme).then((response) => response.text()),
  };
  for (const one of Object.values(early)) one?.catch(() => {}); // awaited below; no noise if another fails first
  const start = { addresses, info, ...early };
  if (early.snapshot) {
    try {
      return await begin(start, await fromSnapshot(start));
    } catch (error) {
      console.warn("The snapshot cannot be used here, so Python starts the long way.", error);
    }
  }
  return begin(start, await fromArchives(start));
}

async function begin({ programme }, python) {
  const app = python.pyimport("induction.app");
  app.boot(await programme);
  return (text) => app.receive(text);
}

/** Python as it starts anywhere. */
async function fromArchives(start) {
  const archive = get(start.addresses.induction).then((response) => response.arrayBuffer());
  archive.catch(() => {});
  const python = await load(start, {});
  python.FS.writeFile("/induction.zip", new Uint8Array(await archive));
  python.pyimport("sys").path.append("/induction.zip");
  return python;
}

/** Python as it was when the site was built, `induction` imported. The archives are fetched only if something is imported late. */
async function fromSnapshot(start) {
  const { addresses, snapshot } = start;
  const { emptyHead, restore } = await start.restoring;
  const head = emptyHead();
  const createPyodideModule = async (settings) => {
    const createModule = await start.createModule;
    const module = await createModule(settings);
    restore(module, head, await snapshot);
    return module;
  };
  const given = new Map([[addresses.python, new Response()]]);
  const python = await load(start, { _loadSnapshot: head, createPyodideModule }, given);
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(start.info.python);
  later(python.FS, `/lib/python${major}${minor}.zip`, addresses.python);
  later(python.FS, "/induction.zip", addresses.induction);
  python.pyimport("sys").modules.get("random")?.seed(); // it was the same for everybody
  return python;
}

/** @param {Map<string, Response>} given what Pyodide asks for and has already */
async function load({ addresses, info, wasm, pyodide }, options, given = new Map()) {
  const original = { fetch: self.fetch, instantiateStreaming: WebAssembly.instantiateStreaming };
  given.set(`${addresses.pyodide}pyodide.asm.wasm`, new Response()); // it is on its way, and compiled as it comes
  self.fetch = (address, ...more) => given.get(String(address)) ?? original.fetch.call(self, address, ...more);
  try {
    // When the wasm cannot be had, Pyodide only warns, and then waits for ever.
    const failed = new Promise((_, reject) => {
      WebAssembly.instantiateStreaming = async (_response, imports) => {
        try {
          const module = await wasm;
          return { module, instance: await WebAssembly.instantiate(module, imports) };
        } catch (error) {
          reject(error);
          throw error;
        }
      };
    });
    const { loadPyodide } = await pyodide;
    const loading = loadPyodide({
      indexURL: addresses.pyodide,
      packageBaseUrl: addresses.pyodide,
      stdLibURL: addresses.python,
      lockFileContents: { info, packages: {} },
      ...options,
    });
    return await Promise.race([loading, failed]);
  } finally {
    self.fetch = original.fetch;
    WebAssembly.instantiateStreaming = original.instantiateStreaming;
  }
}

/** A file that is fetched when it is opened, while Python waits: a worker may. */
function later(FS, path, address) {
  FS.writeFile(path, new Uint8Array());
  const { node } = FS.lookupPath(path);
  const open = () => {
    if (node.usedBytes) return;
    const request = new XMLHttpRequest();
    request.open("GET", address, false);
    request.responseType = "arraybuffer";
    try {
      request.send();
    } catch {
      // Answered below: without a network the status stays 0.
    }
    if (request.status !== 200) throw new FS.ErrnoError(29); // EIO: to Python, a module that cannot be read
    node.contents = new Uint8Array(request.response);
    node.usedBytes = node.contents.length;
  };
  node.stream_ops = { ...node.stream_ops, open };
}

async function inflated(response) {
  return new Uint8Array(await new Response(response.body.pipeThrough(new DecompressionStream("deflate"))).arrayBuffer());
}

async function get(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${new URL(address).pathname}`);
  return response;
}
