// The page's end of the worker: boots it once a tab, replaces it when it died or belongs to another build.

const PATIENCE = 60_000; // milliseconds for one call; a call that hangs would block the queue for ever

/** Why a call failed. `fatal`: the worker is gone and a fresh one is needed. */
export class CallError extends Error {
  constructor(message, fatal) {
    super(message);
    this.fatal = fatal;
  }
}

/**
 * @typedef {object} Place where the runtime is
 * @property {string} build
 * @property {URL} base the folder of worker.js; the addresses in `assets` begin there
 * @property {{pyodide: string, python: string, induction: string, snapshot?: string, programme: string, info: object}} assets
 * @property {string} [service] whose handbook it is
 * @property {URL} [root] the site's own folder
 */

/**
 * @param {HTMLElement} widget
 * @returns {Place}
 */
export function placeOf({ dataset: { runtime, build, assets, service, root } }) {
  const folder = (path) => new URL(path.replace(/\/?$/, "/"), location.href);
  return { build, base: folder(runtime), assets: JSON.parse(assets), service, root: folder(root || ".") };
}

/** One Python for the tab. */
export class Runtime {
  #worker = null;
  #waiting = new Map();
  #count = 0;
  #booting = null;
  #build = null;
  #fresh = false; // nobody has used the worker yet
  #quick = true; // until a Python from the snapshot dies: the next one starts the long way

  /**
   * Begin to boot a worker of this build, if there is none, and do not wait for it.
   * @param {Place} place
   */
  #start(place) {
    if (this.#build !== place.build) this.stop();
    if (this.#booting) return;
    this.#build = place.build;
    this.#fresh = true;
    this.#booting = this.#boot(place);
    this.#booting.catch(() => {}); // whoever needs the worker hears of it
  }

  /**
   * Have a worker of this build. Many callers, one boot; a boot that failed is forgotten, so the next call tries again.
   * @param {Place} place
   * @returns {Promise<boolean>} true when the worker is a fresh one, which knows no record and no widgets
   */
  async ensure(place) {
    this.#start(place);
    try {
      await this.#booting;
    } catch (error) {
      this.stop();
      throw error;
    }
    const fresh = this.#fresh;
    this.#fresh = false;
    return fresh;
  }

  /** @returns {boolean} true while a worker is up or coming up */
  get running() {
    return this.#booting !== null;
  }

  /**
   * One call of Python.
   * @param {string} op
   * @param {object} [carries]
   * @returns {Promise<any>} what Python answers; a CallError otherwise
   */
  call(op, carries = {}, patience = PATIENCE) {
    if (!this.#worker) return Promise.reject(new CallError("no worker", true));
    return new Promise((resolve, reject) => {
      const n = ++this.#count;
      const timer = patience && setTimeout(() => this.#fail("no answer"), patience);
      this.#waiting.set(n, { resolve, reject, timer });
      this.#worker.postMessage({ n, op, ...carries });
    });
  }

  /** End the worker. What waits for it fails. */
  stop() {
    this.#fail("stopped");
  }

  async #boot({ build, base, assets }) {
    const worker = (this.#quick && begun(build)) || made(base, build, this.#quick ? assets : { ...assets, snapshot: undefined });
    this.#worker = worker;
    worker.addEventListener("message", ({ data }) => this.#answered(data));
    worker.addEventListener("error", (event) => {
      if (worker === this.#worker) this.#died(event.message || "the worker did not load");
    });
    // No limit here: ten megabytes over a slow line take what they take.
    await this.call("boot", {}, 0);
  }

  #answered({ n, ok, value, fatal, error }) {
    const waiting = this.#waiting.get(n);
    if (!waiting) return;
    this.#waiting.delete(n);
    clearTimeout(waiting.timer);
    if (ok) waiting.resolve(value);
    else {
      waiting.reject(new CallError(error, fatal));
      if (fatal) this.#died(error);
    }
  }

  #died(message) {
    this.#quick = false;
    this.#fail(message);
  }

  #fail(message) {
    this.#worker?.terminate();
    this.#worker = null;
    this.#booting = null;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject, timer } of waiting) {
      clearTimeout(timer);
      reject(new CallError(message, true));
    }
  }
}

/** What start.js has begun for this build and nobody has taken over yet. */
function begun(build) {
  const early = globalThis[Symbol.for("induction.begun")];
  const worker = early?.build === build ? early.worker : null;
  if (worker) early.worker = worker.onerror = null;
  return worker;
}

/** A worker of a build, as start.js makes it. */
function made(base, build, assets) {
  return new Worker(new URL(`worker.js?b=${encodeURIComponent(build)}`, base), { type: "module", name: JSON.stringify(assets) });
}

/** The tab's own. */
export const runtime = new Runtime();
