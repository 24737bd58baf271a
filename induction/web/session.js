// Which record this tab has open, and what the store holds of it.

import { isWhole } from "./events.js";
import { openStore } from "./store.js";
import { claimTab } from "./tab.js";

/** Where a signer's own decisions stand on this device; no record that opens. Python knows it too (`induction.kept`). */
export const KEPT = "00000000-0000-7000-8000-00000000516e";

/** One visit: a tab, its store, the record that is open. */
export class Session {
  /**
   * @param {string} service
   * @param {(change: object) => void} heard of changes by other tabs
   * @returns {Promise<Session>}
   */
  static async begin(service, heard) {
    const session = new Session();
    session.service = service;
    session.heard = heard;
    await session.renew();
    return session;
  }

  /** Take a tab id that nobody else has, and a store that writes under it. */
  async renew() {
    this.tab?.leave();
    this.tab = await claimTab(this.service);
    // A store in memory holds the only copy, so it stays.
    if (this.store?.probe() === "blocked") return;
    this.stop?.();
    this.store = openStore(this.service, this.tab.id);
    this.stop = this.store.watch(this.heard);
  }

  #opened = null;

  /** @returns {string | null} the record that is open in this tab */
  get opened() {
    try {
      return sessionStorage.getItem(this.#key);
    } catch {
      return this.#opened;
    }
  }

  set opened(record) {
    this.#opened = record;
    try {
      if (record === null) sessionStorage.removeItem(this.#key);
      else sessionStorage.setItem(this.#key, record);
    } catch {
      // Blocked: it is known as long as the page lives.
    }
  }

  get #key() {
    return `induction/${this.service}/open`;
  }

  /**
   * What `open` carries. Drafts of tabs that are gone are sealed on the way; those that Python has not completed
   * are in `raw` too.
   */
  async load() {
    const records = await this.store.records();
    if (!records.some(({ record }) => record === this.opened)) this.opened = null; // removed meanwhile
    const record = this.opened;
    const storage = this.store.probe();
    const forgetful = isSafari();
    const kept = (await this.store.load(KEPT)).events;
    if (!record) return { record, records, kept, events: [], drafts: [], raw: [], damaged: false, storage, forgetful };
    const gone = await this.tab.gone();
    try {
      await this.store.seal(record, gone);
    } catch {
      // No room: they stay drafts, and are shown all the same.
    }
    const { events, drafts, damaged } = await this.store.load(record);
    const raw = (await this.store.drafts(record)).filter(({ tab, event }) => !isWhole(event) && gone(tab, event)).map(({ event }) => event);
    return { record, records, kept, events, drafts, raw, damaged: damaged.length > 0, storage, forgetful };
  }
}

/** Safari drops what a site keeps after about a week without a visit; every browser on an iPhone is Safari inside. */
function isSafari() {
  const { userAgent = "", vendor = "" } = globalThis.navigator ?? {};
  return /^Apple/.test(vendor) && /AppleWebKit/.test(userAgent);
}
