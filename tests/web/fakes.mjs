// Stand-ins for what a browser has and Node has not.

import { register } from "node:module";
import { MemoryStorage } from "../../induction/web/storage.js";

/** Local storage with so much room, in characters of keys and values, and tabs that hear of each other's writes. */
export class FakeStorage {
  #inner = new MemoryStorage();
  room;
  used = 0;
  /** Tabs that look at this storage. Set `writing` to the one that writes: the others hear of it. */
  tabs = new Set();
  writing = null;

  constructor(room = Infinity) {
    this.room = room;
  }

  get length() {
    return this.#inner.length;
  }

  key(index) {
    return this.#inner.key(index);
  }

  getItem(key) {
    return this.#inner.getItem(key);
  }

  setItem(key, text) {
    const before = this.getItem(key);
    const size = key.length + text.length - (before === null ? 0 : key.length + before.length);
    if (this.used + size > this.room) throw Object.assign(new Error("no room"), { name: "QuotaExceededError" });
    this.used += size;
    this.#inner.setItem(key, text);
    this.#tell(key, before, text);
  }

  removeItem(key) {
    const before = this.getItem(key);
    if (before === null) return;
    this.used -= key.length + before.length;
    this.#inner.removeItem(key);
    this.#tell(key, before, null);
  }

  keys() {
    return Array.from({ length: this.length }, (_, i) => this.key(i)).sort();
  }

  #tell(key, oldValue, newValue) {
    for (const tab of this.tabs) {
      if (tab === this.writing) continue;
      tab.dispatchEvent(Object.assign(new Event("storage"), { storageArea: this, key, oldValue, newValue }));
    }
  }
}

/** Web Locks of one browser: held by name until let go. */
export class FakeLocks {
  held = new Set();

  async request(name, work) {
    this.held.add(name);
    await work();
    this.held.delete(name);
  }

  async query() {
    return { held: [...this.held].map((name) => ({ name })) };
  }
}

let count = 0;

/** An event as Python makes it. */
export function event(over = {}) {
  const id = over.id ?? `0199aaaa-0000-7000-8000-${String(++count).padStart(12, "0")}`;
  return {
    at: "2026-11-22T09:30:00Z",
    by: { name: "Sam", role: "inductee" },
    content: "3f9c",
    data: { field: "ideas.1", prompt: "What went well?", value: "Much" },
    id,
    subject: "ews.1.2",
    tick: 1,
    type: "answer",
    ...over,
  };
}

/** The same event with another text. */
export function retyped(one, value) {
  return { ...one, data: { ...one.data, value } };
}

/** Before what morphs is imported: the build puts idiomorph beside those files, and in these tests there is no page to morph. */
export function withoutMorphing() {
  const hook = `export const resolve = (name, context, next) => name === "./idiomorph.js"
    ? { url: "data:text/javascript,export const Idiomorph = {}", shortCircuit: true } : next(name, context);`;
  register(`data:text/javascript,${encodeURIComponent(hook)}`);
  globalThis.document ??= { querySelectorAll: () => [] };
}
