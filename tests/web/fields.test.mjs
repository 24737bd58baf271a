// What is typed and chosen, until it is stored: also when other tabs are at the same record, and when the page goes at once.

import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import { openStore } from "../../induction/web/store.js";
import { FakeStorage, event, withoutMorphing } from "./fakes.mjs";

withoutMorphing();
const { Fields } = await import("../../induction/web/fields.js");
const { Others } = await import("../../induction/web/others.js");

const RECORD = "r1";
let storage, store, head, steps, fields, failed;

beforeEach(() => {
  storage = new FakeStorage();
  store = openStore("gwent", "t1", () => storage);
  head = { record: RECORD, tick: 4, by: { name: "Sam", role: "inductee" } };
  steps = [];
  failed = [];
  fields = new Fields({
    head: () => head,
    store: () => store,
    commit: (slot) => steps.push(slot),
    sealed: () => {},
    failed: (error) => failed.push(error),
  });
});

const box = (value) => ({ localName: "textarea", type: "textarea", value, dataset: { field: "ideas.1", subject: "ews.1.2" } });
const choice = (value) => ({ localName: "input", type: "radio", value, checked: true, dataset: { field: "influence", subject: "ews.1.4" } });
const drafts = () => store.drafts(RECORD).map((one) => one.event);
const type = (control, value) => fields.changed(Object.assign(control, { value }));

/** The step's turn: what Python is asked, and its answer. */
function turn(taken = true) {
  const slot = steps.shift();
  const work = fields.begin(slot);
  if (!work) return null;
  const { field, value } = work.command.args;
  const made = event({ id: work.id, tick: head.tick + 1, subject: work.command.subject, data: { field, prompt: "Why?", value } });
  const kept = !taken ? {} : slot.text ? { drafts: [made] } : { events: [made] };
  store.save(RECORD, kept);
  work.settle({ events: [], drafts: [], ...kept });
  if (taken) head = { ...head, tick: made.tick };
  return work;
}

describe("what is typed", () => {
  it("is stored at the key press, and later than all that was seen, so that it is what shows", () => {
    const control = box("");
    type(control, "One");
    fields.flush();
    turn();
    head = { ...head, tick: 9 }; // another tab wrote in this field meanwhile
    type(control, "One and two");
    assert.deepEqual(drafts().map(({ tick, data }) => [tick, data.value]), [[10, "One and two"]]);
  });

  it("never gets a tick that no program keeps exactly", () => {
    head = { ...head, tick: Number.MAX_SAFE_INTEGER };
    type(box(""), "One");
    assert.equal(drafts()[0].tick, Number.MAX_SAFE_INTEGER);
  });

  it("is another event once its draft was sealed by a tab that took this one for gone", () => {
    const control = box("");
    type(control, "One");
    fields.flush();
    const { id } = turn();
    const other = openStore("gwent", "t2", () => storage);
    assert.equal(other.seal(RECORD, () => true).length, 1);
    type(control, "One and two");
    assert.notEqual(drafts()[0].id, id);
    fields.flush();
    turn();
    store.seal(RECORD);
    const { events, damaged } = store.load(RECORD);
    assert.deepEqual([events.map((text) => JSON.parse(text).data.value).sort(), damaged], [["One", "One and two"], []]);
  });

  it("is another event also when the sealing came between the key and its turn", () => {
    const control = box("");
    type(control, "One");
    fields.flush();
    const { id } = turn();
    type(control, "One and two");
    fields.flush();
    openStore("gwent", "t2", () => storage).seal(RECORD, () => true);
    const work = turn();
    assert.notEqual(work.id, id);
    assert.equal(work.command.args.value, "One and two");
  });

  it("goes into no other record that is opened before its turn comes", () => {
    type(box(""), "Of Sam");
    fields.flush();
    fields.clear(true);
    head = { ...head, record: "r2" };
    assert.equal(turn(), null);
    assert.deepEqual(store.drafts("r2"), []);
    assert.equal(drafts()[0].data.value, "Of Sam");
  });
});

describe("what the store does not take", () => {
  it("stands in its field again when the page comes back, and is told before the page goes", () => {
    storage.room = storage.used;
    type(box(""), "Nowhere else");
    assert.deepEqual([failed.length, fields.unstored()], [1, true]);
    const [fresh, radio, other] = [box(""), choice("can"), choice("cannot")];
    fields.changed(choice("cannot"));
    globalThis.document = { querySelectorAll: () => [fresh, radio, other] };
    fields.clear(); // another page
    fields.restore();
    assert.deepEqual([fresh.value, radio.checked, other.checked], ["Nowhere else", false, true]);
    assert.deepEqual(fields.unsaved().map(({ data }) => data.value), ["Nowhere else", "cannot"]);
  });
});

describe("what is chosen", () => {
  it("is stored before its turn comes, under the id of its event, and then only as the event", () => {
    fields.changed(choice("can"));
    const [draft] = drafts();
    assert.deepEqual([draft.data.value, draft.content], ["can", ""]);
    const work = turn();
    assert.equal(work.id, draft.id);
    assert.deepEqual([drafts(), store.load(RECORD).events.length], [[], 1]);
    fields.changed(choice("can")); // once more, after a change elsewhere: news again
    assert.equal(steps.length, 1);
  });

  it("is an event of its own each time", () => {
    fields.changed(choice("can"));
    turn();
    fields.changed(choice("cannot"));
    turn();
    assert.deepEqual(store.load(RECORD).events.map((text) => JSON.parse(text).data.value).sort(), ["can", "cannot"]);
  });

  it("changed again while it is on its way is not forgotten", () => {
    fields.changed(choice("can"));
    const slot = steps.shift();
    const work = fields.begin(slot);
    fields.changed(choice("cannot"));
    work.settle({ events: [event({ id: work.id })], drafts: [] });
    assert.equal(drafts()[0].data.value, "cannot");
    assert.equal(turn().command.args.value, "cannot");
  });

  it("leaves nothing behind when it is not taken, or Python breaks on it", () => {
    fields.changed(choice("can"));
    turn(false);
    assert.deepEqual(drafts(), []);
    fields.changed(choice("can"));
    const slot = steps.shift();
    fields.begin(slot).broken();
    assert.deepEqual([drafts(), fields.unsaved(), fields.isHeld(choice("can"))], [[], [], false]);
  });

  it("that finds no room is held, and told", () => {
    storage.room = storage.used;
    fields.changed(choice("can"));
    assert.equal(failed.length, 1);
    assert.equal(fields.unstored(), true);
    assert.equal(fields.unsaved()[0].data.value, "can");
  });
});

describe("another tab", () => {
  const told = { erased: [], reopened: 0 };
  let others;
  beforeEach(() => {
    Object.assign(told, { erased: [], reopened: 0 });
    others = new Others({
      session: () => ({ opened: RECORD, store }),
      erased: (one) => told.erased.push(one.id),
      forgotten: () => {},
      arrived: () => {},
      reopen: () => (told.reopened += 1),
    });
    const tab = new EventTarget();
    storage.tabs.add(tab);
    store.watch(others.heard, tab);
  });
  const lull = () => new Promise((resolve) => setTimeout(resolve, 200));

  it("that takes back what it wrote into a full store has erased nothing", async () => {
    const other = openStore("gwent", "t2", () => storage);
    const long = event({ data: { field: "ideas.1", prompt: "", value: "x".repeat(500) } });
    storage.room = storage.used + 700;
    assert.throws(() => other.save(RECORD, { events: [event(), long] }));
    await lull();
    assert.deepEqual(told, { erased: [], reopened: 1 });
  });

  it("that removes the record has removed what was written here before that was heard, too", async () => {
    const other = openStore("gwent", "t2", () => storage);
    other.save(RECORD, { events: [event({ id: RECORD, type: "started" })] });
    other.setAbout(RECORD, { name: "Sam" });
    storage.room = Infinity;
    const forget = storage.removeItem.bind(storage);
    storage.removeItem = (key) => {
      forget(key);
      store.draft(RECORD, event()); // somebody types without a pause
    };
    other.forget(RECORD);
    storage.removeItem = forget;
    assert.notDeepEqual(storage.keys(), []);
    await lull();
    assert.deepEqual(storage.keys(), []);
  });

  it("that erases is believed at once", async () => {
    const other = openStore("gwent", "t2", () => storage);
    const one = event();
    other.save(RECORD, { events: [one] });
    other.save(RECORD, { events: [event({ type: "erased", data: { ids: [one.id] } })], erase: [one.id] });
    assert.deepEqual(told.erased, [one.id]);
    await lull();
    assert.equal(told.reopened, 1);
  });
});
