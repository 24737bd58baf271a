// Where records are kept: local storage, one key an event, written once. Keys are in docs/contracts.md.
// Two tabs never write one key with different texts, so neither can overwrite what the other wrote.
// Callers await every call except `draft`, which is written at each key press and must be there when the page dies.

import { idsOf, isEvent, isWhole } from "./events.js";
import { uuid7 } from "./ids.js";
import { Keys } from "./keys.js";
import { MemoryStorage, isFull, keysUnder, parse, probe } from "./storage.js";

/** A write that did not happen. `reason` is `full` or `blocked`. */
export class StoreError extends Error {
  /** @param {unknown} cause */
  constructor(cause) {
    super("not stored", { cause });
    this.reason = isFull(cause) ? "full" : "blocked";
  }
}

/**
 * Open the store of one service. Where the browser blocks storage it is kept in memory, and `probe` says so.
 * @param {string} service id of the service
 * @param {string} tab id of this tab, from `claimTab`
 * @param {() => Storage} [area] gives the storage; asking may itself be refused
 * @returns {Store}
 */
export function openStore(service, tab, area = () => globalThis.localStorage) {
  try {
    const storage = area();
    if (storage && probe(storage) !== "blocked") return new Store(service, tab, storage);
  } catch {
    // Cookies switched off: the mere mention of localStorage throws.
  }
  return new Store(service, tab, new MemoryStorage());
}

/** The records of one service on this device. */
export class Store {
  #keys;
  #storage;
  #about = new Map();

  constructor(service, tab, storage) {
    /** The tab that writes. */
    this.tab = tab;
    this.#keys = new Keys(service);
    this.#storage = storage;
  }

  /** @returns {"ok" | "blocked" | "full"} what a write would meet now */
  probe() {
    return this.forgets ? "blocked" : probe(this.#storage);
  }

  /** @returns {boolean} true when all of it goes with the page, because the browser keeps nothing */
  get forgets() {
    return this.#storage instanceof MemoryStorage;
  }

  /** @returns {{record: string, about: object | null}[]} every record on this device */
  records() {
    const ids = new Set();
    for (const key of keysUnder(this.#storage, this.#keys.all)) {
      const { record, kind } = this.#keys.read(key);
      if (kind === "event") ids.add(record);
    }
    return [...ids].map((record) => ({ record, about: parse(this.#storage.getItem(this.#keys.about(record))) }));
  }

  /**
   * Everything of a record, as the JSON texts that were stored. What cannot be read is moved aside, never deleted;
   * what was erased is dropped, should a crash or an old tab have left it.
   * @param {string} record
   * @returns {{events: string[], drafts: string[], damaged: string[]}}
   */
  load(record) {
    const found = { event: [], draft: [], damaged: [] };
    const erased = [];
    for (const key of keysUnder(this.#storage, this.#keys.record(record))) {
      const { kind, part } = this.#keys.read(key);
      const text = this.#storage.getItem(key);
      if (kind === "damaged") found.damaged.push(text);
      if (kind !== "event" && kind !== "draft") continue;
      const event = parse(text);
      if (isEvent(event) && (kind === "draft" || event.id === part)) {
        found[kind].push({ id: event.id, text, erased: event.type === "erased" });
        if (event.type === "erased") erased.push(...idsOf(event));
      } else {
        this.#aside(record, key);
        found.damaged.push(text);
      }
    }
    const gone = new Set(erased);
    if (gone.size) this.erase(record, erased);
    const kept = (list) => list.filter((item) => !gone.has(item.id) || item.erased).map((item) => item.text);
    return { events: kept(found.event), drafts: kept(found.draft), damaged: found.damaged };
  }

  /**
   * Keep what one command made: all of it or, with a StoreError, none. An `erased` event takes its payloads along.
   * @param {string} record
   * @param {{events?: object[], drafts?: object[], erase?: string[]}} made
   */
  save(record, { events = [], drafts = [], erase = [] }) {
    const writes = [
      // An event is written once: a file that claims its id for other words does not get it.
      ...events
        .map((event) => [this.#keys.event(record, event.id), event])
        .filter(([key]) => !isEvent(parse(this.#storage.getItem(key)))),
      ...drafts.map((event) => [this.#keys.draft(record, this.tab, event), event]),
    ];
    const before = [];
    try {
      for (const [key, event] of writes) {
        const was = this.#storage.getItem(key);
        this.#storage.setItem(key, JSON.stringify(event)); // one that fails leaves what was there
        before.push([key, was]);
      }
    } catch (error) {
      for (const [key] of before) this.#storage.removeItem(key); // all of them first: what was there fits again
      for (const [key, text] of before) if (text !== null) this.#storage.setItem(key, text);
      throw new StoreError(error);
    }
    this.erase(record, [...erase, ...events.filter((event) => event.type === "erased").flatMap(idsOf)]);
  }

  /**
   * Keep an unsealed event of this tab. One write, done when this returns.
   * @param {string} record
   * @param {object} event
   */
  draft(record, event) {
    try {
      this.#storage.setItem(this.#keys.draft(record, this.tab, event), JSON.stringify(event));
    } catch (error) {
      throw new StoreError(error);
    }
  }

  /**
   * Drop this tab's draft of a field: what it said is stored, or was not taken.
   * @param {string} record
   * @param {{subject: string, data: object}} field
   */
  undraft(record, field) {
    this.#storage.removeItem(this.#keys.draft(record, this.tab, field));
  }

  /**
   * The drafts of a record with the tab that owns each.
   * @param {string} record
   * @returns {{key: string, tab: string, event: object}[]}
   */
  drafts(record) {
    return keysUnder(this.#storage, this.#keys.drafts(record))
      .map((key) => ({ key, tab: this.#keys.read(key).part, event: parse(this.#storage.getItem(key)) }))
      .filter(({ event }) => isEvent(event));
  }

  /**
   * Seal drafts: each becomes an event of the same id, and its draft key goes. Doing it twice is harmless.
   * Drafts that Python has not completed stay drafts, and so do those for which there is no room: they are stored as they are.
   * @param {string} record
   * @param {(tab: string, event: object) => boolean} [which] by default the drafts of this tab
   * @returns {object[]} the events sealed
   */
  seal(record, which = (tab) => tab === this.tab) {
    const sealed = [];
    for (const { key, tab, event } of this.drafts(record)) {
      if (!isWhole(event) || !which(tab, event)) continue;
      const text = this.#storage.getItem(key);
      const there = this.#storage.getItem(this.#keys.event(record, event.id));
      // Its tab typed on after another had sealed it: an event stays what it is, so the later words are one of their own.
      const own = there === null || there === text ? event : { ...event, id: uuid7() };
      try {
        this.#move(key, this.#keys.event(record, own.id), own === event ? text : JSON.stringify(own));
      } catch {
        continue;
      }
      sealed.push(own);
    }
    return sealed;
  }

  /**
   * Drop drafts, of any tab, whose ids are given.
   * @param {string} record
   * @param {string[]} ids
   */
  dropDrafts(record, ids) {
    if (!ids.length) return;
    const gone = new Set(ids);
    for (const { key, event } of this.drafts(record)) if (gone.has(event.id)) this.#storage.removeItem(key);
  }

  /**
   * Drop the payloads of these ids for ever, sealed or not.
   * @param {string} record
   * @param {string[]} ids
   */
  erase(record, ids) {
    if (!ids.length) return; // to look through all that is kept takes time, and each command comes here
    for (const id of ids) {
      const key = this.#keys.event(record, id);
      // What says that words are erased holds none itself; without it a file could bring them back.
      if (parse(this.#storage.getItem(key))?.type !== "erased") this.#storage.removeItem(key);
    }
    this.dropDrafts(record, ids);
    for (const key of keysUnder(this.#storage, this.#keys.damaged(record))) {
      if (ids.some((id) => key.includes(id) || this.#storage.getItem(key).includes(id))) this.#storage.removeItem(key);
    }
  }

  /** What the chooser shows for a record. Losing it loses nothing, so a full store is no failure here. */
  setAbout(record, about) {
    const text = JSON.stringify(about);
    // Written when it changed, not when it is missing: another tab may just have removed the record.
    if (this.#about.get(record) === text) return;
    this.#about.set(record, text);
    try {
      this.#storage.setItem(this.#keys.about(record), text);
    } catch {
      // The next one to be stored brings it up to date.
    }
  }

  /** Remove a record from this device: events, drafts, what was set aside. */
  forget(record) {
    this.#storage.removeItem(this.#keys.about(record)); // first: by it other tabs know
    for (const key of keysUnder(this.#storage, this.#keys.record(record))) this.#storage.removeItem(key);
    this.#about.delete(record);
  }

  /** Another tab removed this record: what this one wrote before it heard of that goes too, unless the record came back. */
  forgetRest(record) {
    if (this.#storage.getItem(this.#keys.about(record)) === null && !this.has(record, record)) this.forget(record);
  }

  /**
   * @param {string} record
   * @param {string} id
   * @returns {boolean} true when that event is stored under its own key
   */
  has(record, id) {
    return this.#storage.getItem(this.#keys.event(record, id)) !== null;
  }

  /**
   * Hear of what other tabs change.
   * @param {(change: {record: string | null, kind: string, tab: string, before: string | null, after: string | null}) => void}
   *   callback `record` is null when everything was cleared at once
   * @param {EventTarget} [target] the window; another in tests
   * @returns {() => void} stops it
   */
  watch(callback, target = globalThis) {
    const heard = ({ storageArea, key, oldValue, newValue }) => {
      if (storageArea !== this.#storage) return;
      if (key === null) return callback({ record: null, kind: "cleared", tab: "", before: null, after: null });
      if (!key.startsWith(this.#keys.all)) return;
      const { record, kind, part } = this.#keys.read(key);
      callback({ record, kind, tab: kind === "draft" ? part : "", before: oldValue, after: newValue });
    };
    target.addEventListener("storage", heard);
    return () => target.removeEventListener("storage", heard);
  }

  /** The new key first, so that other tabs never see the entry missing; in a full store the old one makes the room. */
  #move(from, to, text) {
    try {
      this.#storage.setItem(to, text);
    } catch (refused) {
      if (!isFull(refused)) throw refused; // what takes nothing would not take the old one back either
      const was = this.#storage.getItem(from);
      this.#storage.removeItem(from);
      try {
        this.#storage.setItem(to, text);
      } catch (error) {
        this.#storage.setItem(from, was);
        throw error;
      }
    }
    this.#storage.removeItem(from);
  }

  /** Move an entry under `damaged/`. When there is no room it stays where it is: nothing is deleted. */
  #aside(record, key) {
    try {
      this.#move(key, this.#keys.damaged(record, key), this.#storage.getItem(key));
    } catch {
      // Left in place; the next load tries again.
    }
  }
}
