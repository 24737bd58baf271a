// The tracker in the page: commands go to Python one at a time, what it made is stored, what is stored is shown.
// This file knows events, fields and patches; it never knows what an activity is.

import { commandOf } from "./commands.js";
import { saveCopy } from "./copy.js";
import { arrive, runEffects } from "./effects.js";
import { isWhole } from "./events.js";
import { Fields } from "./fields.js";
import { dropFiles } from "./files.js";
import { clock, uuid7 } from "./ids.js";
import { listen } from "./listen.js";
import { Others } from "./others.js";
import { applyPatches, sent } from "./patch.js";
import { render, say, unsay } from "./problems.js";
import { CallError, placeOf, runtime } from "./runtime.js";
import { KEPT, Session } from "./session.js";

const KEY = Symbol.for("induction.island"); // one a tab, also when a newer build loads this file once more

/**
 * Bring the widgets of the page to life. Call it on load and after each instant navigation; twice does no harm.
 * @param {Document} doc
 */
export function mount(doc) {
  const widgets = [...doc.querySelectorAll("[data-widget]")];
  if (!globalThis[KEY] && !widgets.length) return;
  globalThis[KEY] ??= new Island();
  globalThis[KEY].mount(widgets);
}

class Island {
  #queue = Promise.resolve();
  #runtime = runtime;
  #place = null; // where the runtime is, which build, which service
  #widgets = [];
  #session = null;
  #head = null; // {record, tick, by} while a record is open
  #pending = new Set(); // commands on their way, so that an impatient second click is not a second command
  #tried = new Set(); // drafts of dead tabs that were handed to Python once

  #fields = new Fields({
    head: () => this.#head,
    store: () => this.#session.store,
    commit: (slot) => this.#push(() => this.#answer(slot)),
    sealed: (events) => events.length && this.#push(async () => this.#show(await this.#apply({ events }))),
    failed: () => say("unsaved", this.#copyAction()),
  });

  #others = new Others({
    session: () => this.#session,
    erased: (event) => this.#fields.erasedElsewhere(event),
    forgotten: () => this.#close(null),
    arrived: (foreign) => this.#push(() => this.#arrived(foreign)),
    reopen: () => this.#push(() => this.#reopen()),
  });

  constructor() {
    dropFiles((command) => this.#send(command));
    listen({
      fields: this.#fields,
      command: (element, submitter) => this.#send(commandOf(element, submitter), element.localName === "form" ? element : null),
      hidden: () => this.#fields.flush(),
      lost: () => this.#head !== null && (this.#fields.unstored() || this.#session.store.forgets),
      thawed: () => {
        this.#fields.lose();
        this.#push(() => this.#thaw());
      },
    });
  }

  mount(widgets) {
    if (widgets.length === this.#widgets.length && widgets.every((widget, i) => widget === this.#widgets[i])) return;
    this.#widgets = widgets;
    unsay("restarted", "restartedSaved", "fault");
    this.#fields.flush(); // of the page that was left
    this.#state(widgets.length ? "booting" : "idle");
    if (!widgets.length) return;
    this.#place = placeOf(widgets[0]);
    render();
    this.#push(async () => {
      if (await this.#up()) return; // a fresh worker was told of the widgets
      await this.#seal();
      this.#fields.clear();
      await this.#firmly(() => this.#mounted());
      arrive();
    });
  }

  /** One step after the other; one that fails says so and never blocks the next. */
  #push(step) {
    this.#queue = this.#queue.then(step).catch((error) => this.#failed(error));
  }

  // -- Coming up ---------------------------------------------------------------------------------------------------

  /** Have Python up, the record open and this page's widgets shown. @returns {Promise<boolean>} true when it was not up */
  async #up() {
    if (!this.#runtime.running) this.#state("booting");
    return this.#firmly(async () => {
      this.#session ??= await Session.begin(this.#place.service, this.#others.heard);
      if (!(await this.#runtime.ensure(this.#place))) return false;
      await this.#open();
      unsay("failed");
      return true;
    });
  }

  /** What must not fail: whatever goes wrong, the worker ends and the next step begins afresh. */
  async #firmly(step) {
    try {
      return await step();
    } catch (error) {
      this.#runtime.stop();
      throw new NotUp("the tracker did not start", { cause: error });
    }
  }

  async #open() {
    const { raw, damaged, ...stored } = await this.#session.load();
    this.#show(await this.#runtime.call("open", { ...stored, ...clock() }));
    await this.#mounted();
    if (damaged) say("damaged");
    for (const event of raw) this.#push(() => this.#adopt(event));
  }

  async #mounted() {
    const shown = this.#widgets;
    const widgets = shown.map(({ id, dataset }) => ({ id, kind: dataset.widget, subject: dataset.subject ?? "", root: dataset.root ?? "" }));
    this.#show(await this.#runtime.call("mount", { widgets, ...clock() }));
    if (shown !== this.#widgets) return; // of a page that was left meanwhile: the next step is for the one that is there
    this.#fields.restore();
    this.#state("ready");
    performance.mark("induction:ready");
  }

  async #reopen() {
    if (await this.#up()) return;
    await this.#firmly(() => this.#open());
  }

  /** Out of the browser's back-forward cache: others may have sealed our drafts and written since. */
  async #thaw() {
    await this.#session?.renew();
    this.#fields.lose(); // what was typed meanwhile went to the tab we were
    await this.#reopen();
  }

  // -- Commands ----------------------------------------------------------------------------------------------------

  #send(command, form = null, at = document.activeElement) {
    const same = JSON.stringify(command);
    if (this.#pending.has(same)) return;
    this.#pending.add(same);
    unsay("restarted", "restartedSaved", "fault", "noRoom");
    sent(form);
    this.#fields.flush(); // what was typed goes first
    this.#push(async () => {
      try {
        await this.#up();
        await this.#seal();
        await this.#perform(command, uuid7(), { form, at });
      } finally {
        this.#pending.delete(same);
      }
    });
  }

  async #answer(slot) {
    await this.#up();
    const work = this.#fields.begin(slot);
    if (work) await this.#perform(work.command, work.id, work);
  }

  /** handle, store, apply, effects: in this order, and nothing is shown that is not stored. */
  async #perform(command, id, { form = null, at = null, settle = () => {}, broken = () => {} }) {
    let made = null; // what was stored
    try {
      const answer = await this.#runtime.call("handle", { command, stamp: { id, ...clock() } });
      const { events, erase, effects, view, kept = {} } = answer;
      // A draft that was sealed or erased while Python was at it is not written again.
      const drafts = answer.drafts.filter((draft) => this.#fields.isCurrent(draft.id));
      const record = answer.record ?? this.#head?.record;
      if (kept.events || kept.erase) await this.#session.store.save(KEPT, kept); // first: when it fails nothing is signed
      if (record) await this.#session.store.save(record, { events, drafts, erase });
      made = { events, drafts, view, kept };
      this.#fields.erase(erase);
      settle(made);
      if (!this.#fields.unsaved().length) unsay("unsaved");
      this.#show(await this.#apply(made), events.length ? form : null);
      await runEffects(effects, this.#page, at);
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      if (!made) broken();
      if (!made && !error.fatal) {
        this.#show(await this.#apply({})); // a choice goes back to what is stored
        throw error; // Python refused and is whole
      }
      console.error(error);
      this.#runtime.stop();
      await this.#up(); // opens again from the store; the command that broke it is not replayed
      unsay("fault");
      say(made ? "restartedSaved" : "restarted");
    }
  }

  /** @param made what was just stored. @param foreign JSON texts that another tab stored */
  #apply({ events = [], drafts = [], view = {}, kept = {} }, foreign = { events: [], drafts: [] }) {
    const carries = { events, drafts, view, kept, foreign: foreign.events, foreign_drafts: foreign.drafts };
    return this.#runtime.call("apply", { ...carries, ...clock() });
  }

  async #seal() {
    const events = this.#fields.seal(); // what cannot be sealed stays a draft, and is stored as one
    if (events.length) this.#show(await this.#apply({ events }));
  }

  async #arrived(foreign) {
    if (await this.#up()) return; // it has just read everything
    this.#show(await this.#apply({}, foreign));
  }

  /** A tab died before Python had completed what was typed in it: have it completed, and keep it for good. */
  async #adopt({ type, subject, id, data: { prompt, ...args } }) {
    const record = this.#head?.record;
    if (!record || this.#tried.has(id)) return;
    this.#tried.add(id);
    await this.#up();
    try {
      const answer = await this.#runtime.call("handle", { command: { type, subject, args: { ...args, id } }, stamp: { id, ...clock() } });
      // Under an id of its own where another tab had sealed an earlier text of it.
      const events = [...answer.events, ...answer.drafts].filter(isWhole);
      if (!events.length) return; // the question is no more; it stays a draft and goes with every copy
      await this.#session.store.save(record, { events });
      await this.#session.store.dropDrafts(record, [id]);
      this.#show(await this.#apply({ events }));
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      this.#runtime.stop(); // it stays a draft, and the next step begins afresh
      await this.#up();
    }
  }

  /** Leave the record that is open, for another or none: nothing of one record shows in another. */
  #close(next) {
    this.#session.opened = next;
    this.#head = null;
    this.#fields.clear(true);
  }

  // -- Showing -----------------------------------------------------------------------------------------------------

  #show({ patches, open, about, tick, by }, form = null) {
    this.#head = open === null ? null : { record: open, tick, by };
    if (about && open !== null && open === this.#session.opened) this.#session.store.setAbout(open, about);
    applyPatches(patches, this.#fields, form);
    render();
  }

  #state(state) {
    document.documentElement.dataset.induction = state;
  }

  /** What effects may use of the page. */
  #page = {
    root: () => this.#place.root,
    send: (command) => this.#send(command),
    record: async ({ open = null, forget = null }) => {
      if (forget) await this.#session.store.forget(forget);
      else if (this.#fields.unstored()) {
        say("unsaved", this.#copyAction()); // it would be lost with the fields
        return false;
      }
      this.#close(open);
      await this.#open();
      return true;
    },
  };

  // -- What goes wrong ---------------------------------------------------------------------------------------------

  #failed(error) {
    console.error(error);
    const actions = this.#copyAction();
    // With no record open it was one that was to begin here, and all of it is still where it came from.
    if (!(error instanceof NotUp)) return say(error instanceof CallError ? "fault" : actions.length ? "unsaved" : "noRoom", actions);
    this.#state("failed");
    say("failed", [{ label: "Try again", run: () => this.#push(() => this.#up()) }, ...actions]);
  }

  #copyAction() {
    const { store, service, opened: record } = this.#session ?? {};
    return record ? [{ label: "Save a copy", run: () => saveCopy({ service, record, store, unsaved: this.#fields.unsaved() }) }] : [];
  }
}

/** Python could not be brought up. */
class NotUp extends Error {}
