// What any store of records must do. A second store joins by passing this suite.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { event, retyped } from "./fakes.mjs";

const ids = (texts) => texts.map((text) => JSON.parse(text).id).sort();
const values = (texts) => texts.map((text) => JSON.parse(text).data.value);

/**
 * @param {string} name
 * @param {() => (tab: string) => object} device makes an empty device: a function that opens its store for a tab
 */
export function acceptance(name, device) {
  describe(`${name}: what any store must do`, () => {
    it("gives back what was saved, as JSON texts", async () => {
      const store = device()("a");
      const [one, two] = [event(), event({ type: "never heard of", data: { any: [1, "x", true] } })];
      await store.save("r1", { events: [one, two] });
      const { events, drafts, damaged } = await store.load("r1");
      assert.deepEqual(events.map(JSON.parse).sort((a, b) => (a.id < b.id ? -1 : 1)), [one, two]);
      assert.deepEqual([drafts, damaged], [[], []]);
    });

    it("keeps records apart, also where one id begins with the other", async () => {
      const store = device()("a");
      await store.save("r1", { events: [event()] });
      await store.save("r10", { events: [event(), event()] });
      assert.equal((await store.load("r1")).events.length, 1);
      await store.forget("r1");
      assert.equal((await store.load("r1")).events.length, 0);
      assert.equal((await store.load("r10")).events.length, 2);
    });

    it("keeps what many tabs write at once", async () => {
      const open = device();
      const tabs = ["a", "b", "c"].map((tab) => open(tab));
      await Promise.all(
        Array.from({ length: 300 }, (_, i) => tabs[i % 3].save("r1", { events: [event()] })),
      );
      assert.equal((await tabs[0].load("r1")).events.length, 300);
    });

    it("lists the records with what the chooser shows", async () => {
      const store = device()("a");
      assert.deepEqual(await store.records(), []);
      await store.save("r1", { events: [event()] });
      await store.save("r2", { events: [event()] });
      await store.setAbout("r1", { name: "Sam", role: "officer", programme: "ews" });
      const listed = (await store.records()).sort((a, b) => (a.record < b.record ? -1 : 1));
      assert.deepEqual(listed, [
        { record: "r1", about: { name: "Sam", role: "officer", programme: "ews" } },
        { record: "r2", about: null },
      ]);
      await store.forget("r1");
      assert.deepEqual(await store.records(), [{ record: "r2", about: null }]);
    });

    it("rewrites a draft in place, one for each field and tab", async () => {
      const open = device();
      const [a, b] = [open("a"), open("b")];
      const typed = event();
      for (const value of ["M", "Mu", "Much"]) a.draft("r1", retyped(typed, value));
      b.draft("r1", event({ data: { ...typed.data, value: "Less" } }));
      a.draft("r1", event({ type: "log", subject: "r1", data: { entry: "e1", part: "what", prompt: "", value: "Log" } }));
      const { events, drafts } = await a.load("r1");
      assert.deepEqual(events, []);
      assert.deepEqual(values(drafts).sort(), ["Less", "Log", "Much"]);
    });

    it("seals this tab's drafts under their own ids, and twice is harmless", async () => {
      const open = device();
      const [a, b] = [open("a"), open("b")];
      const [mine, theirs] = [event(), event()];
      a.draft("r1", mine);
      b.draft("r1", theirs);
      assert.deepEqual((await a.seal("r1")).map((one) => one.id), [mine.id]);
      assert.deepEqual(await a.seal("r1"), []);
      a.draft("r1", mine); // a tab that did not know
      await a.seal("r1");
      const { events, drafts, damaged } = await a.load("r1");
      assert.deepEqual([ids(events), ids(drafts), damaged], [[mine.id], [theirs.id], []]);
      assert.equal(await a.has("r1", mine.id), true);
      assert.equal(await a.has("r1", theirs.id), false);
    });

    it("seals the drafts of a tab that died", async () => {
      const open = device();
      const left = event();
      open("dead").draft("r1", left);
      const store = open("a");
      await store.seal("r1", (tab) => tab === "dead");
      assert.deepEqual(ids((await store.load("r1")).events), [left.id]);
    });

    it("does not seal what Python has not completed", async () => {
      const store = device()("a");
      const raw = event({ content: "", data: { field: "ideas.1", prompt: "", value: "Mu" } });
      store.draft("r1", raw);
      assert.deepEqual(await store.seal("r1"), []);
      assert.deepEqual(ids((await store.load("r1")).drafts), [raw.id]);
      await store.save("r1", { events: [{ ...raw, content: "3f9c" }] });
      await store.dropDrafts("r1", [raw.id]);
      const { events, drafts } = await store.load("r1");
      assert.deepEqual([ids(events), drafts], [[raw.id], []]);
    });

    it("keeps a sealed event as it is, and what its tab typed on as one of its own", async () => {
      const store = device()("a");
      const one = event();
      await store.save("r1", { events: [one] });
      store.draft("r1", retyped(one, "Another"));
      await store.seal("r1");
      const { events, drafts, damaged } = await store.load("r1");
      assert.deepEqual([values(events).sort(), drafts, damaged], [["Another", "Much"], [], []]);
      assert.equal(values([events.find((text) => JSON.parse(text).id === one.id)])[0], "Much");
    });

    it("erases: payloads go, sealed or not, whichever tab owns them", async () => {
      const open = device();
      const [a, b] = [open("a"), open("b")];
      const [one, two, kept] = [event(), event(), event()];
      await a.save("r1", { events: [one, kept] });
      b.draft("r1", two);
      const erased = event({ type: "erased", subject: "r1", data: { ids: [one.id, two.id] } });
      await a.save("r1", { events: [erased], erase: [one.id, two.id] });
      const { events, drafts } = await a.load("r1");
      assert.deepEqual([ids(events), drafts], [[kept.id, erased.id].sort(), []]);
    });

    it("drops the payloads of an erasing that came with a file or from another tab", async () => {
      const store = device()("a");
      const one = event();
      const erased = event({ type: "erased", subject: "r1", data: { ids: [one.id] } });
      await store.save("r1", { events: [one] });
      await store.save("r1", { events: [erased] });
      assert.deepEqual(ids((await store.load("r1")).events), [erased.id]);
    });

    it("erasing wins in any order: what comes back later is gone at the next load, for good", async () => {
      const store = device()("a");
      const one = event();
      const erased = event({ type: "erased", subject: "r1", data: { ids: [one.id] } });
      await store.save("r1", { events: [erased] });
      await store.save("r1", { events: [one] });
      store.draft("r1", one);
      for (let again = 0; again < 2; again++) {
        const { events, drafts } = await store.load("r1");
        assert.deepEqual([ids(events), drafts], [[erased.id], []]);
      }
      assert.equal(await store.has("r1", one.id), false);
    });

    it("says what a write would meet", async () => {
      assert.match(await device()("a").probe(), /^(ok|blocked|full)$/);
    });
  });
}
