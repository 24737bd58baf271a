// What other tabs change in the record that is open here.

import { idsOf } from "./events.js";
import { KEPT } from "./session.js";
import { parse } from "./storage.js";

const LULL = 150; // milliseconds; a tab that types or imports makes many changes in a row

/** Sorts the changes into what Python is told, and what makes the record be read again. */
export class Others {
  #on;
  #events = [];
  #drafts = new Map();
  #erased = new Set();
  #removed = new Set(); // records that another tab removed while they were open here
  #reopen = false;
  #timer = 0;

  /**
   * @param {{
   *   session: () => import("./session.js").Session,
   *   erased: (event: object) => void,
   *   forgotten: () => void,
   *   arrived: (foreign: {events: string[], drafts: string[]}) => void,
   *   reopen: () => void,
   * }} on `erased` and `forgotten` come at once, `arrived` and `reopen` after a lull
   */
  constructor(on) {
    this.#on = on;
  }

  /** A change of the store by another tab, as `Store.watch` tells it. */
  heard = ({ record, kind, tab, before, after }) => {
    const { opened, store } = this.#on.session();
    const event = parse(after ?? before);
    const id = event?.id;
    const gone = after === null;
    if (record === null || (record === opened && kind === "about" && gone)) {
      this.#on.forgotten();
      if (record) this.#removed.add(record);
      this.#soon(() => (this.#reopen = true));
    } else if (record === KEPT) {
      this.#soon(() => (this.#reopen = true)); // a signer's own decisions: what was erased there is not shown here
    } else if (record !== opened) {
      // The list of records shows it; and what goes of a record that was removed tells how far the removal has come.
      if ((!opened && kind === "about") || this.#removed.has(record)) this.#soon(() => (this.#reopen = true));
    } else if (gone && (kind === "event" || (kind === "draft" && !store.has(record, id)))) {
      // (A draft that went because it was sealed is there as an event.) Only what an erasure names is erased: a tab whose
      // store is full takes back what it wrote.
      if (event && this.#erased.has(id)) this.#on.erased(event);
      this.#soon(() => (this.#reopen = true));
    } else if (!gone && kind === "event") {
      if (event?.type === "erased") for (const one of idsOf(event)) this.#erased.add(one); // it is stored before they go
      this.#soon(() => this.#events.push(after));
    } else if (!gone && kind === "draft" && tab !== store.tab) this.#soon(() => this.#drafts.set(id, after));
  };

  #soon(note) {
    note();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const foreign = { events: this.#events, drafts: [...this.#drafts.values()] };
      const reopen = this.#reopen;
      this.#events = [];
      this.#drafts.clear();
      this.#reopen = false;
      for (const one of this.#removed) this.#on.session().store.forgetRest(one);
      if (reopen) this.#on.reopen();
      else this.#on.arrived(foreign);
    }, LULL);
  }
}
