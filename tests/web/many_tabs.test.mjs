// Three tabs at one record, in every order that chance finds: what a field held when its page went is in the store, and nothing
// is set aside as unreadable.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { openStore } from "../../induction/web/store.js";
import { FakeStorage, withoutMorphing } from "./fakes.mjs";

withoutMorphing();
const { Fields } = await import("../../induction/web/fields.js");

const RECORD = "r1";
const NAMES = ["ideas.1", "ideas.2", "influence"];

/** Numbers that look like chance and are the same each time. */
function chance(seed) {
  let state = seed * 2654435761 + 1;
  return (most) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) >>> 0;
    return (state >>> 7) % most;
  };
}

const all = (store) => {
  const { events, drafts, damaged } = store.load(RECORD);
  return { kept: [...events, ...drafts].map((text) => JSON.parse(text)), damaged };
};

/** One page: its fields, and as much of Python as completes what was typed. */
class Tab {
  constructor(id, storage) {
    this.id = id;
    this.store = openStore("gwent", id, () => storage);
    this.steps = [];
    this.typed = new Map();
    this.fields = new Fields({
      head: () => ({ record: RECORD, tick: this.tick, by: { name: "Sam", role: "inductee" } }),
      store: () => this.store,
      commit: (slot) => this.steps.push(slot),
      sealed: () => {},
      failed: (error) => this.refused.push(error),
    });
    this.refused = [];
    this.hear();
  }

  /** What other tabs stored has come in. */
  hear() {
    this.tick = Math.max(0, ...all(this.store).kept.map((event) => event.tick));
  }

  put(name, value) {
    const text = name !== "influence";
    const control = { localName: text ? "textarea" : "input", type: text ? "textarea" : "radio", value, checked: true };
    this.fields.changed({ ...control, dataset: { field: name, subject: "ews.1.2" } });
    this.typed.set(name, value);
  }

  turn() {
    const slot = this.steps.shift();
    const work = slot && this.fields.begin(slot);
    if (!work) return;
    const { args, subject, type } = work.command;
    const event = { at: "2026-11-22T09:30:00Z", by: { name: "Sam", role: "inductee" }, content: "3f9c", id: work.id, subject, tick: this.tick + 1, type };
    const made = { ...event, data: { field: args.field, prompt: "Why?", value: args.value } };
    const given = args.id ? { events: [], drafts: [made] } : { events: [made], drafts: [] };
    this.store.save(RECORD, given);
    work.settle(given);
    this.tick += 1;
  }
}

function play(seed) {
  const next = chance(seed);
  const storage = new FakeStorage();
  let count = 3;
  const tabs = [new Tab("t1", storage), new Tab("t2", storage), new Tab("t3", storage)];
  const last = new Map();
  const sealed = new Map();
  for (let step = 0; step < 60; step += 1) {
    const at = next(3);
    const tab = tabs[at];
    const act = next(10);
    if (act < 4) {
      const name = NAMES[next(3)];
      tab.hear(); // the reader sees what the others wrote before
      tab.put(name, `${tab.id}-${step}`);
      last.set(name, `${tab.id}-${step}`);
    } else if (act < 6) {
      tab.turn();
    } else if (act < 7) {
      tab.fields.flush();
    } else if (act < 8) {
      tab.fields.seal();
    } else if (act < 9) {
      // Taken for gone, rightly or not: on plain http nobody can tell after ten quiet minutes.
      tab.store.seal(RECORD, (owner) => owner === tabs[next(3)].id);
    } else {
      const there = JSON.stringify(all(tab.store).kept);
      for (const [name, value] of tab.typed) {
        const still = name === "influence" ? [...last.values()].includes(value) : true;
        assert.ok(!still || there.includes(value), `seed ${seed}, step ${step}: ${name} lost ${value}`);
      }
      count += 1;
      tabs[at] = new Tab(`t${count}`, storage);
    }
    for (const key of storage.keys().filter((one) => one.includes("/event/"))) {
      const text = storage.getItem(key);
      assert.equal(sealed.get(key) ?? text, text, `seed ${seed}, step ${step}: an event was written twice`);
      sealed.set(key, text);
    }
  }
  for (const tab of tabs) {
    tab.fields.flush();
    while (tab.steps.length) tab.turn();
    tab.fields.seal();
  }
  const { kept, damaged } = all(tabs[0].store);
  assert.deepEqual([damaged, tabs.flatMap((tab) => tab.refused)], [[], []]);
  return { kept, last };
}

describe("three tabs at one record", () => {
  it("lose nothing, whatever the order", () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const { kept, last } = play(seed);
      for (const [name, value] of last) {
        const mine = kept.filter((event) => event.data.field === name);
        assert.ok(mine.some((event) => event.data.value === value), `seed ${seed}: ${name} lost ${value}`);
      }
    }
  });
});
