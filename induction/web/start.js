// The first script of a page with a widget, and no module, so that it waits for nothing: Python comes up while the rest of the
// page is still being read. runtime.js takes the worker over.
{
  const KEY = Symbol.for("induction.begun"); // once a tab, also where instant navigation runs this again
  const { runtime, build, assets } = document.currentScript.dataset;
  if (!globalThis[KEY]) {
    const worker = new Worker(`${runtime}worker.js?b=${encodeURIComponent(build)}`, { type: "module", name: assets });
    globalThis[KEY] = { worker, build };
    worker.onerror = () => (globalThis[KEY].worker = null); // as if it had not been begun
  }
}
