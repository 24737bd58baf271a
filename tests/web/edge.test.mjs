// Ids, tabs and the life of the worker.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { sheetOf } from "../../induction/web/files.js";
import { now, today, uuid7 } from "../../induction/web/ids.js";
import { CallError, Runtime } from "../../induction/web/runtime.js";
import { claimTab } from "../../induction/web/tab.js";
import { FakeLocks } from "./fakes.mjs";

describe("ids and times", () => {
  it("makes ids of the form that Python takes, each later than the one before", () => {
    const made = Array.from({ length: 2000 }, uuid7);
    for (const id of made) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.deepEqual([...made].sort(), made);
    const minted = Number.parseInt(made[0].replaceAll("-", "").slice(0, 12), 16);
    assert.ok(Math.abs(minted - Date.now()) < 60_000);
  });

  it("writes instants to the second in UTC and dates as the reader's", () => {
    assert.match(now(), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    assert.match(today(), /^\d{4}-\d\d-\d\d$/);
  });
});

describe("a CSV file", () => {
  const bytes = (text, code) => Buffer.from(text, code);
  it("keeps its accents, whichever way the spreadsheet wrote it", async () => {
    const text = "Dosbarth Môn,1\nDosbarth Tŷ,2\n";
    assert.equal(await sheetOf(new Blob([text])), text);
    assert.equal(await sheetOf(new Blob(["\ufeff" + text])), text);
    assert.equal(await sheetOf(new Blob([bytes("Dosbarth Môn,1\n", "latin1")])), "Dosbarth Môn,1\n");
    assert.equal(await sheetOf(new Blob([bytes("\ufeff" + text, "utf16le")])), text);
    assert.equal(await sheetOf(new Blob([bytes("\ufeff" + text, "utf16le").swap16()])), text);
    assert.equal(await sheetOf(new Blob([])), "");
  });
});

describe("tabs", () => {
  it("are known to be gone when their lock is", async () => {
    const locks = new FakeLocks();
    const [a, b] = [await claimTab("gwent", { locks }), await claimTab("gwent", { locks })];
    assert.notEqual(a.id, b.id);
    let gone = await a.gone();
    assert.deepEqual([gone(a.id, {}), gone(b.id, {}), gone("dead", {})], [false, false, true]);
    b.leave();
    await null;
    gone = await a.gone();
    assert.equal(gone(b.id, {}), true);
  });

  it("are taken for gone after ten quiet minutes where there are no locks", async () => {
    const tab = await claimTab("gwent", {});
    const gone = await tab.gone();
    const at = (minutes) => ({ at: new Date(Date.now() - minutes * 60_000).toISOString() });
    assert.deepEqual([gone("b", at(1)), gone("b", at(11)), gone("b", { at: "?" }), gone(tab.id, at(11))], [false, true, true, false]);
  });
});

describe("the worker", () => {
  const made = [];
  globalThis.Worker = class extends EventTarget {
    constructor(address, { name, type }) {
      super();
      made.push(this);
      Object.assign(this, { address: String(address), name, type, calls: [], ended: false });
    }
    postMessage(call) {
      this.calls.push(call);
      const answer = this.constructor.answers(call);
      if (answer) queueMicrotask(() => this.dispatchEvent(new MessageEvent("message", { data: { n: call.n, ...answer } })));
    }
    terminate() {
      this.ended = true;
    }
  };
  const well = ({ op }) => ({ ok: true, value: { op } });
  const place = (build) => ({
    build,
    base: new URL("http://localhost/site/assets/induction/"),
    assets: { pyodide: "../pyodide", python: "p.zip", induction: "i.zip", programme: "programme.json", info: {} },
  });
  const start = (answers = well) => {
    made.length = 0;
    Worker.answers = answers;
    return new Runtime();
  };

  it("is booted once, however many ask", async () => {
    const runtime = start();
    assert.deepEqual(await Promise.all([runtime.ensure(place("b1")), runtime.ensure(place("b1"))]), [true, false]);
    assert.equal(await runtime.ensure(place("b1")), false);
    assert.equal(made.length, 1);
    assert.equal(made[0].address, "http://localhost/site/assets/induction/worker.js?b=b1");
    assert.deepEqual([made[0].type, JSON.parse(made[0].name)], ["module", place("b1").assets]);
    assert.deepEqual(await runtime.call("open"), { op: "open" });
  });

  it("is the one that the head of the page has begun, once, and only for its own build", async () => {
    const runtime = start();
    const begin = (build) => (globalThis[Symbol.for("induction.begun")] = { build, worker: new Worker("worker.js?b=b1", {}) });
    const begun = begin("b1");
    await runtime.ensure(place("b1"));
    assert.deepEqual([made.length, made[0].calls.length, begun.worker], [1, 1, null]);
    runtime.stop();
    await runtime.ensure(place("b1"));
    assert.equal(made.length, 2);
    begin("b3");
    await runtime.ensure(place("b2"));
    assert.equal(made.at(-1).address, "http://localhost/site/assets/induction/worker.js?b=b2");
    delete globalThis[Symbol.for("induction.begun")];
  });

  it("does without the snapshot once a Python from it has died", async () => {
    const runtime = start();
    const with_ = { ...place("b1"), assets: { ...place("b1").assets, snapshot: "s.bin" } };
    await runtime.ensure(with_);
    made[0].dispatchEvent(new Event("error"));
    await runtime.ensure(with_);
    assert.deepEqual(made.map(({ name }) => JSON.parse(name).snapshot), ["s.bin", undefined]);
  });

  it("is replaced when the page is of another build", async () => {
    const runtime = start();
    await runtime.ensure(place("b1"));
    assert.equal(await runtime.ensure(place("b2")), true);
    assert.deepEqual([made[0].ended, made[1].ended, made.length], [true, false, 2]);
  });

  it("that did not boot is forgotten, and the next call tries again", async () => {
    const runtime = start(() => ({ ok: false, fatal: false, error: "404 for /p.zip" }));
    await assert.rejects(runtime.ensure(place("b1")), CallError);
    assert.equal(runtime.running, false);
    Worker.answers = well;
    assert.equal(await runtime.ensure(place("b1")), true);
  });

  it("that did not load fails what waits", async () => {
    const runtime = start(() => null);
    const booting = runtime.ensure(place("b1"));
    made[0].dispatchEvent(new Event("error"));
    await assert.rejects(booting, CallError);
  });

  it("lives on when Python raises, and ends when Python is dead", async () => {
    const runtime = start();
    await runtime.ensure(place("b1"));
    Worker.answers = ({ op }) => (op === "handle" ? { ok: false, fatal: false, error: "ValueError" } : null);
    const waiting = runtime.call("apply");
    await assert.rejects(runtime.call("handle"), (error) => error.fatal === false);
    assert.equal(made[0].ended, false);
    Worker.answers = () => ({ ok: false, fatal: true, error: "RangeError" });
    await assert.rejects(runtime.call("handle"), (error) => error.fatal === true);
    await assert.rejects(waiting, (error) => error.fatal === true);
    assert.equal(made[0].ended, true);
    await assert.rejects(runtime.call("apply"), (error) => error.fatal === true);
  });

  it("that does not answer is given up", async () => {
    const runtime = start();
    await runtime.ensure(place("b1"));
    Worker.answers = () => null;
    await assert.rejects(runtime.call("handle", {}, 20), (error) => error.fatal === true);
    assert.equal(made[0].ended, true);
  });
});
