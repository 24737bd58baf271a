// The store in local storage, and its stand-in in memory.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { MemoryStorage } from "../../induction/web/storage.js";
import { StoreError, openStore } from "../../induction/web/store.js";
import { acceptance } from "./acceptance.mjs";
import { FakeStorage, event, retyped } from "./fakes.mjs";

const blocked = () => {
  throw Object.assign(new Error("no"), { name: "SecurityError" });
};

acceptance("local storage", () => {
  const storage = new FakeStorage();
  return (tab) => openStore("gwent", tab, () => storage);
});

acceptance("local storage under an awkward service id", () => {
  const storage = new FakeStorage();
  return (tab) => openStore("a/b c", tab, () => storage);
});

function fresh(room) {
  const storage = new FakeStorage(room);
  return { storage, store: openStore("gwent", "t1", () => storage) };
}

acceptance("memory, for browsers that keep nothing", () => {
  const memory = new MemoryStorage(); // in a browser each tab has its own
  return (tab) => openStore("gwent", tab, () => memory);
});

describe("keys (docs/contracts.md)", () => {
  it("are those of the contract", () => {
    const { storage, store } = fresh();
    store.save("r1", { events: [event({ id: "e1" })] });
    store.draft("r1", event({ id: "e2" }));
    store.draft("r1", event({ id: "e3", type: "log", subject: "r1", data: { entry: "n1", part: "what", prompt: "", value: "" } }));
    store.setAbout("r1", { name: "Sam" });
    assert.deepEqual(storage.keys(), [
      "induction/gwent/r1/about",
      "induction/gwent/r1/draft/t1/ews.1.2/ideas.1",
      "induction/gwent/r1/draft/t1/r1/n1.what",
      "induction/gwent/r1/event/e1",
    ]);
  });

  it("leave other sites and services of the same origin alone", () => {
    const { storage, store } = fresh();
    storage.setItem("theirs", "x");
    storage.setItem("induction/gwent2/r1/event/e1", JSON.stringify(event({ id: "e1" })));
    store.save("r1", { events: [event()] });
    store.forget("r1");
    assert.deepEqual(storage.keys(), ["induction/gwent2/r1/event/e1", "theirs"]);
    assert.deepEqual(store.records(), []);
  });

  it("hold an id with a slash in one part", () => {
    const { store } = fresh();
    store.save("r/1", { events: [event({ id: "e/1" })] });
    assert.deepEqual([store.load("r/1").events.length, store.load("r/1").damaged, store.records()[0].record], [1, [], "r/1"]);
  });
});

describe("a full store", () => {
  it("keeps all that a command made, or none", () => {
    const { storage, store } = fresh(900);
    store.draft("r1", event({ data: { field: "ideas.1", prompt: "", value: "before" } }));
    const before = storage.keys().map((key) => [key, storage.getItem(key)]);
    const made = { events: [event(), event(), event()], drafts: [event({ data: { field: "ideas.1", prompt: "", value: "after" } })] };
    assert.throws(() => store.save("r1", made), (error) => error instanceof StoreError && error.reason === "full");
    assert.deepEqual(storage.keys().map((key) => [key, storage.getItem(key)]), before);
  });

  it("erases nothing when the erasing itself was not stored", () => {
    const { storage, store } = fresh();
    const one = event();
    store.save("r1", { events: [one] });
    storage.room = storage.used;
    const erased = event({ type: "erased", data: { ids: [one.id] } });
    assert.throws(() => store.save("r1", { events: [erased], erase: [one.id] }), StoreError);
    assert.equal(store.has("r1", one.id), true);
  });

  it("still seals, as the event takes the place of its draft", () => {
    const { storage, store } = fresh();
    store.draft("r1", event({ subject: "ews.1.2.a-longer-one", data: { field: "ideas.equity.1", prompt: "", value: "Much" } }));
    storage.room = storage.used;
    assert.equal(store.seal("r1").length, 1);
    assert.equal(store.load("r1").events.length, 1);
  });

  it("leaves a draft that cannot be sealed as it was", () => {
    const { storage, store } = fresh();
    store.draft("r1", event()); // its key is shorter than that of the event
    storage.room = storage.used;
    assert.deepEqual(store.seal("r1"), []);
    assert.equal(store.load("r1").drafts.length, 1);
  });

  it("seals what it can, and says which", () => {
    const { storage, store } = fresh();
    const [short, long] = [event(), event({ data: { field: "ideas.equity.with.a.longer.name.than.an.id", prompt: "", value: "Much" } })];
    store.draft("r1", short); // its key is shorter than that of the event
    store.draft("r1", long);
    storage.room = storage.used;
    assert.deepEqual(store.seal("r1").map(({ id }) => id), [long.id]);
    assert.deepEqual(store.load("r1").drafts.map((text) => JSON.parse(text).id), [short.id]);
  });

  it("keeps the draft as it was when a longer one does not fit", () => {
    const { storage, store } = fresh();
    const one = event();
    store.draft("r1", one);
    storage.room = storage.used + 3;
    assert.throws(() => store.draft("r1", retyped(one, "Much, and more")), StoreError);
    assert.equal(JSON.parse(store.load("r1").drafts[0]).data.value, "Much");
    assert.equal(store.probe(), "full");
  });

  it("does not make a failure of the name in the chooser", () => {
    const { storage, store } = fresh(10);
    store.setAbout("r1", { name: "Sam" });
    assert.deepEqual(storage.keys(), []);
  });
});

describe("what cannot be read", () => {
  const bad = { "event/e1": "{half", "event/e2": "null", "event/e3": JSON.stringify(event({ id: "other" })), "draft/t/s/f": "[]" };

  it("is moved aside, reported each time and never deleted", () => {
    const { storage, store } = fresh();
    store.save("r1", { events: [event({ id: "good" })] });
    for (const [key, text] of Object.entries(bad)) storage.setItem(`induction/gwent/r1/${key}`, text);
    for (let again = 0; again < 2; again++) {
      const { events, drafts, damaged } = store.load("r1");
      assert.deepEqual([events.length, drafts.length], [1, 0]);
      assert.deepEqual(damaged.sort(), Object.values(bad).sort());
    }
    for (const [key, text] of Object.entries(bad)) assert.equal(storage.getItem(`induction/gwent/r1/damaged/${key}`), text);
  });

  it("stays where it is when there is no room aside", () => {
    const { storage, store } = fresh();
    storage.setItem("induction/gwent/r1/event/e1", "{half");
    storage.room = storage.used;
    assert.deepEqual(store.load("r1").damaged, ["{half"]);
    assert.equal(storage.keys().length, 1);
  });
});

describe("a blocked store", () => {
  it("works in memory and says so", () => {
    const store = openStore("gwent", "t1", blocked);
    assert.deepEqual([store.probe(), store.forgets, fresh().store.forgets], ["blocked", true, false]);
    store.save("r1", { events: [event()] });
    store.draft("r1", event());
    store.seal("r1");
    assert.equal(store.load("r1").events.length, 2);
    assert.equal(openStore("gwent", "t1", blocked).load("r1").events.length, 0);
  });

  it("is one that is there but takes nothing, too", () => {
    const refusing = new FakeStorage();
    refusing.setItem = blocked;
    assert.equal(openStore("gwent", "t1", () => refusing).probe(), "blocked");
    assert.equal(openStore("gwent", "t1", () => null).probe(), "blocked");
  });
});

describe("a store that takes nothing any more", () => {
  function denied() {
    const { storage, store } = fresh();
    const draft = event();
    store.draft("r1", draft);
    const keys = storage.keys();
    storage.setItem = blocked;
    return { storage, store, draft, keys };
  }

  it("keeps the draft that it cannot seal", () => {
    const { storage, store, keys } = denied();
    assert.deepEqual(store.seal("r1"), []);
    assert.deepEqual(storage.keys(), keys);
  });

  it("keeps the draft that it cannot write anew", () => {
    const { storage, store, draft, keys } = denied();
    const again = retyped(draft, "Another");
    assert.throws(() => store.save("r1", { events: [event()], drafts: [again] }), (error) => error.reason === "blocked");
    assert.deepEqual(storage.keys(), keys);
  });
});

describe("other tabs", () => {
  function two() {
    const storage = new FakeStorage();
    const tabs = [new EventTarget(), new EventTarget()];
    tabs.forEach((tab) => storage.tabs.add(tab));
    const heard = [];
    const store = openStore("gwent", "t1", () => storage);
    const stop = store.watch((change) => heard.push(change), tabs[0]);
    storage.writing = tabs[1];
    return { storage, heard, stop, other: openStore("gwent", "t2", () => storage), target: tabs[0], store };
  }

  it("are heard: events, drafts, what goes away", () => {
    const { heard, other, stop } = two();
    heard.length = 0;
    const one = event();
    other.draft("r1", one);
    other.seal("r1");
    other.erase("r1", [one.id]);
    const text = JSON.stringify(one);
    assert.deepEqual(heard, [
      { record: "r1", kind: "draft", tab: "t2", before: null, after: text },
      { record: "r1", kind: "event", tab: "", before: null, after: text }, // before the draft goes
      { record: "r1", kind: "draft", tab: "t2", before: text, after: null },
      { record: "r1", kind: "event", tab: "", before: text, after: null },
    ]);
    stop();
    other.draft("r1", one);
    assert.equal(heard.length, 4);
  });

  it("say first that a record was removed", () => {
    const { heard, other } = two();
    other.save("r1", { events: [event(), event()] });
    other.setAbout("r1", { name: "Sam" });
    heard.length = 0;
    other.forget("r1");
    assert.deepEqual(heard.map(({ kind, after }) => [kind, after]), [["about", null], ["event", null], ["event", null]]);
  });

  it("do not get a removed record's name back from a tab that still shows it", () => {
    const { other, store, storage } = two();
    store.save("r1", { events: [event()] });
    store.setAbout("r1", { name: "Sam" });
    other.forget("r1");
    store.setAbout("r1", { name: "Sam" });
    assert.deepEqual(storage.keys(), []);
  });

  it("do not bring back part of a removed record, and leave one that came back alone", () => {
    const { other, store, storage } = two();
    const first = event({ id: "r1", type: "started" });
    store.save("r1", { events: [first] });
    store.setAbout("r1", { name: "Sam" });
    other.forget("r1");
    store.draft("r1", event()); // typed before this tab heard of it
    store.save("r1", { events: [event()] });
    store.forgetRest("r1");
    assert.deepEqual(storage.keys(), []);
    other.save("r1", { events: [first] }); // from a file
    store.forgetRest("r1");
    assert.equal(storage.keys().length, 1);
  });

  it("may clear everything; other services and sites are not heard", () => {
    const { heard, target, storage } = two();
    heard.length = 0;
    storage.setItem("theirs", "x");
    target.dispatchEvent(Object.assign(new Event("storage"), { storageArea: storage, key: null, oldValue: null, newValue: null }));
    assert.deepEqual(heard, [{ record: null, kind: "cleared", tab: "", before: null, after: null }]);
  });
});
