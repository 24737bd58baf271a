// What is typed, from the key press to the stored event. One slot a field: its text, and the text last applied.

import { now, uuid7 } from "./ids.js";
import { isText, release, retake } from "./patch.js";
import { olderThanTenMinutes } from "./tab.js";

const PAUSE = 300; // milliseconds after the last key

/**
 * @typedef {object} Slot
 * @property {"answer" | "log"} type
 * @property {string} subject
 * @property {object} names what says which field it is: {field} or {entry, part}
 * @property {boolean} text typed; a choice is a command at once, and its draft only there for a page that goes before it is done
 * @property {string} value what stands in the control
 * @property {string | undefined} kept what was last applied
 * @property {string | null} id of the draft that is being written
 * @property {Set<string>} ids of all drafts this field had on this page
 * @property {boolean} yields what stood in it was erased: it takes what Python rendered, focus or not
 * @property {object | null} draft the draft as Python completed it
 * @property {string} since when the draft was begun
 * @property {boolean} unstored the store refused the draft
 * @property {boolean} queued a step for it waits its turn
 * @property {string | undefined} refused what Python broke on: not sent again until it changes
 */

/** The fields that were touched. */
export class Fields {
  #slots = new Map();
  #gone = new Set(); // fields of which another tab erased something
  #hooks;

  /**
   * @param {{
   *   head: () => ({record: string, tick: number, by: object} | null),
   *   store: () => import("./store.js").Store,
   *   commit: (slot: Slot) => void,
   *   sealed: (events: object[]) => void,
   *   failed: (error: unknown) => void,
   * }} hooks `head` is null while no record is open; `commit` queues a step that calls `begin`
   */
  constructor(hooks) {
    this.#hooks = hooks;
  }

  /** @returns {boolean} true when the control is part of the record */
  owns(control) {
    return "field" in control.dataset || "log" in control.dataset;
  }

  /** A key was pressed, or a choice made: the draft is stored before this returns. */
  changed(control) {
    if (!this.#hooks.head()) return;
    const slot = this.#slot(control);
    const value = valueOf(control);
    if (slot.text && slot.value === value) return; // `change` after `input`
    slot.value = value;
    slot.yields = false;
    this.#gone.delete(keyOf(control));
    retake(control);
    if (!slot.text) {
      slot.id = null; // each choice is an event of its own
      this.#write(slot);
      return this.flush(slot);
    }
    if (slot.id && olderThanTenMinutes(slot.since)) this.#hooks.sealed(this.seal());
    this.#write(slot);
    clearTimeout(slot.timer);
    slot.timer = setTimeout(() => this.flush(slot), PAUSE);
  }

  /** The focus left a control. */
  left(control) {
    const slot = this.#slots.get(keyOf(control));
    if (slot && isDirty(slot)) return this.flush(slot);
    release(control);
    this.took(control, control.value);
  }

  /** Send what is not applied yet: of one field, or of all. */
  flush(slot) {
    for (const one of slot ? [slot] : this.#slots.values()) {
      clearTimeout(one.timer);
      if (one.queued || !isDirty(one) || one.value === one.refused) continue;
      one.queued = true; // the step reads the text when its turn comes, so one is enough
      this.#hooks.commit(one);
    }
  }

  /**
   * The step's turn came. @param {Slot} slot
   * @returns {{command: object, id: string, settle: (made: object) => void, broken: () => void} | null} null when nothing is
   *   left to send; `settle` once it is stored, `broken` when Python failed on it
   */
  begin(slot) {
    slot.queued = false;
    if (!isDirty(slot)) return null;
    if (this.#needsId(slot)) this.#write(slot);
    const { type, subject, names, value, id } = slot;
    return {
      command: { type, subject, args: { ...names, value, ...(slot.text && { id }) } },
      id,
      settle: (made) => this.#settled(slot, value, made),
      broken: () => this.#refused(slot, value),
    };
  }

  /**
   * Stored: the slot is clean, unless the reader typed on, and then the newer text goes back over the draft.
   * Text that Python did not take stays where it was typed; a choice it did not take goes back.
   * @param {Slot} slot
   * @param {string} value what was sent
   * @param {{events: object[], drafts: object[]}} made
   */
  #settled(slot, value, { events, drafts }) {
    if (!slot.text) return this.#chosen(slot, value);
    if (!events.length && !drafts.length) return this.#refused(slot, value);
    slot.kept = value;
    slot.draft = drafts.find((event) => event.id === slot.id) ?? slot.draft;
    if (slot.id && isDirty(slot)) this.#write(slot);
  }

  /** Python showed another text in a control with nothing unsaved: that is what a change is measured against. */
  took(control, value) {
    const slot = this.#slots.get(keyOf(control));
    if (slot?.text && !isDirty(slot)) slot.value = slot.kept = value;
  }

  /** Python took nothing, because it has just this text already: the field is clean. */
  agreed(control) {
    const slot = this.#slots.get(keyOf(control));
    if (slot && slot.refused === slot.value) slot.kept = slot.value;
  }

  /** Python did not take it, or broke on it. Text stays in the field and in its draft; a choice goes back. */
  #refused(slot, value) {
    if (slot.text) slot.refused = value;
    else this.#chosen(slot, value);
  }

  /** What stands there from now on is Python's to show. */
  #chosen(slot, value) {
    slot.kept = undefined;
    if (slot.value !== value) return; // chosen anew meanwhile
    Object.assign(slot, { value: undefined, id: null }); // the same choice made later, here, is news again
    this.#hooks.store().undraft(this.#hooks.head()?.record, { subject: slot.subject, data: slot.names });
  }

  /** @returns {boolean} true for a control that must not be morphed */
  isHeld = (control) => {
    const slot = this.#slots.get(keyOf(control));
    return slot !== undefined && isDirty(slot);
  };

  /** @returns {boolean} false for a draft that was sealed or erased while Python was at it */
  isCurrent(id) {
    return [...this.#slots.values()].some((slot) => slot.id === id);
  }

  /** Seal this tab's drafts; the next key begins a new one. @returns {object[]} events sealed */
  seal() {
    const head = this.#hooks.head();
    if (!head) return [];
    const sealed = this.#hooks.store().seal(head.record);
    this.lose(sealed.map((event) => event.id));
    return sealed;
  }

  /** These drafts, or all, are no longer ours to write: what stands in a field goes into a new one, should it change. */
  lose(ids = null) {
    for (const slot of this.#slots.values()) if (!ids || ids.includes(slot.id)) Object.assign(slot, { id: null, draft: null });
  }

  /** These were erased, here or in another tab: so is what stands in the field. */
  erase(ids) {
    for (const slot of this.#slots.values()) {
      if (!ids.some((id) => slot.ids.has(id))) continue;
      clearTimeout(slot.timer);
      Object.assign(slot, { kept: slot.value, yields: true });
    }
    this.lose(ids);
  }

  /** Another tab erased it. A field that only shows it gives it up too, also while the focus is in it. */
  erasedElsewhere({ id, type, subject, data }) {
    this.erase([id]);
    if (type !== "answer" && type !== "log") return;
    const key = keyOf({ dataset: type === "log" ? { log: data?.entry, part: data?.part } : { field: data?.field, subject } });
    this.#gone.add(key);
    // At once, and not when Python has rendered it: a key pressed until then would write the old words back.
    for (const control of document.querySelectorAll("[data-field], [data-log]")) if (isText(control) && keyOf(control) === key) control.value = "";
    const slot = this.#slots.get(key);
    if (!slot?.text) return;
    clearTimeout(slot.timer);
    if (slot.id) this.#hooks.store().dropDrafts(this.#hooks.head()?.record, [slot.id]);
    Object.assign(slot, { value: "", kept: "", id: null, draft: null });
  }

  /** @returns {boolean} true for a control that takes what Python rendered even while the focus is in it */
  yields = (control) => this.#gone.has(keyOf(control)) || (this.#slots.get(keyOf(control))?.yields ?? false);

  /** Another page or record: forget the fields with nothing unsaved. `all`: every one. */
  clear(all = false) {
    for (const [key, slot] of this.#slots) {
      if (!all && isDirty(slot)) continue;
      clearTimeout(slot.timer);
      slot.kept = slot.value; // a step may still wait for its turn, and the record it would write into is another now
      this.#slots.delete(key);
    }
  }

  /** Another page came, or this one again: what is stored nowhere stands in its field as it was left. */
  restore() {
    for (const control of document.querySelectorAll("[data-widget] :is([data-field], [data-log])")) {
      const slot = this.#slots.get(keyOf(control));
      if (!slot || !isDirty(slot)) continue;
      if (/^(radio|checkbox)$/.test(control.type)) control.checked = control.value === slot.value;
      else if (control.value !== slot.value) control.value = slot.value;
    }
  }

  /** @returns {object[]} raw events of all that is not applied, for the file of last resort */
  unsaved() {
    return [...this.#slots.values()].filter(isDirty).map((slot) => this.#draftOf(slot));
  }

  /** @returns {boolean} true when something typed is nowhere but in its field */
  unstored() {
    return [...this.#slots.values()].some((slot) => isDirty(slot) && slot.unstored);
  }

  #slot(control) {
    const key = keyOf(control);
    if (!this.#slots.has(key)) {
      const { field, log, part, subject } = control.dataset;
      this.#slots.set(key, {
        type: field ? "answer" : "log",
        subject: subject ?? this.#hooks.head().record,
        names: field ? { field } : { entry: log, part },
        text: isText(control),
        id: null,
        ids: new Set(),
        draft: null,
        unstored: false,
        queued: false,
        yields: false,
      });
    }
    return this.#slots.get(key);
  }

  /** Also when another tab took us for gone and sealed the draft: an event is written once, so what comes now is another. */
  #needsId({ id }) {
    return !id || this.#hooks.store().has(this.#hooks.head().record, id);
  }

  #begin(slot) {
    if (!this.#needsId(slot)) return;
    Object.assign(slot, { id: uuid7(), since: now(), draft: null });
    slot.ids.add(slot.id);
  }

  #write(slot) {
    this.#begin(slot);
    try {
      this.#hooks.store().draft(this.#hooks.head().record, this.#draftOf(slot));
      slot.unstored = false;
    } catch (error) {
      slot.unstored = true;
      this.#hooks.failed(error);
    }
  }

  /** The event as it would be stored now. Until Python completed it once, prompt and content are empty: a raw draft. */
  #draftOf(slot) {
    this.#begin(slot);
    const { tick, by } = this.#hooks.head();
    const { type, subject, names } = slot;
    const whole = slot.draft ?? { by, content: "", data: { ...names, prompt: "" }, subject, tick: 0, type };
    const { content, data } = whole;
    // Later than all that was seen: what another tab wrote in this field since its last word must not hide this one.
    const late = Math.min(Math.max(whole.tick, tick + 1), Number.MAX_SAFE_INTEGER);
    return { at: now(), by: whole.by, content, data: { ...data, value: slot.value }, id: slot.id, subject, tick: late, type };
  }
}

function isDirty(slot) {
  return slot.value !== slot.kept;
}

function keyOf({ dataset: { field, log, part, subject } }) {
  return field ? `answer ${subject} ${field}` : `log ${log} ${part}`;
}

function valueOf(control) {
  if (control.type === "checkbox") return control.checked ? control.value : "";
  return control.value;
}
