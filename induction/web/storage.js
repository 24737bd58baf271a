// What any storage can do, and one in memory for browsers that keep none.

/** As much of `Storage` as the store uses, in memory: gone when the page goes. */
export class MemoryStorage {
  #items = new Map();
  #keys = null; // made when asked for, so that going through all of them stays linear

  get length() {
    return this.#items.size;
  }

  key(index) {
    this.#keys ??= [...this.#items.keys()];
    return this.#keys[index] ?? null;
  }

  getItem(key) {
    return this.#items.get(key) ?? null;
  }

  setItem(key, text) {
    this.#keys = null;
    this.#items.set(key, String(text));
  }

  removeItem(key) {
    this.#keys = null;
    this.#items.delete(key);
  }
}

/**
 * @param {Storage} storage
 * @returns {"ok" | "blocked" | "full"} what a write meets
 */
export function probe(storage) {
  const key = "induction/probe";
  try {
    storage.setItem(key, "x".repeat(1000)); // about the size of a long event
    storage.removeItem(key);
    return "ok";
  } catch (error) {
    return isFull(error) ? "full" : "blocked";
  }
}

/** @returns {boolean} true for the error of a storage that has no room */
export function isFull(error) {
  return error?.name === "QuotaExceededError" || error?.name === "NS_ERROR_DOM_QUOTA_REACHED";
}

/** @returns {string[]} the keys that begin so, listed before any is changed */
export function keysUnder(storage, prefix) {
  const keys = [];
  for (let i = 0; i < storage.length; i++) {
    const key = storage.key(i);
    if (key.startsWith(prefix)) keys.push(key);
  }
  return keys;
}

/** @returns {any} what the JSON text says; null when it cannot be read */
export function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
