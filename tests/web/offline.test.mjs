// The page's side of the saved copy: when a newer version that waits may take over.

import assert from "node:assert/strict";
import { describe, it } from "node:test";

const SITE = "https://handbook.example/x/";
const real = globalThis.setTimeout;
const soon = () => new Promise((resolve) => setImmediate(resolve));
let opened = 0;

/** One tab with the page loaded, at guidance/a/. What it did is in `did`. */
async function tab({ waiting = true, begun = false } = {}) {
  const did = [];
  const heard = { click: [], controllerchange: [] };
  const worker = {
    postMessage: ({ type }, [port]) => {
      did.push(type);
      port.postMessage({ answer: { built: "2031-01-05" } });
    },
  };
  const registration = { waiting: waiting ? worker : null, active: worker, installing: null, addEventListener() {}, update: async () => {} };
  const page = { dirty: begun };
  const meta = { content: "one", dataset: { keeps: "yes", built: "2031-01-01" } };
  const world = {
    window: { __md_scope: new URL(SITE), caches: {} },
    navigator: {
      onLine: true,
      serviceWorker: { controller: worker, getRegistration: async () => registration, addEventListener: (kind, run) => heard[kind]?.push(run) },
    },
    document: {
      readyState: "complete",
      visibilityState: "visible",
      documentElement: { dataset: {} },
      activeElement: { blur: () => did.push("blur") },
      querySelector: (wanted) => (/meta/.test(wanted) ? meta : /dirty/.test(wanted) && page.dirty ? {} : null),
      getElementById: () => null,
      addEventListener: (kind, run) => heard[kind]?.push(run),
    },
    location: {
      href: `${SITE}guidance/a/`,
      pathname: "/x/guidance/a/",
      assign: (href) => did.push(`to ${href.slice(SITE.length)}`),
      reload: () => did.push("reload"),
    },
    addEventListener() {},
    MessageChannel: class {
      port1 = {};
      port2 = { postMessage: (data) => queueMicrotask(() => this.port1.onmessage({ data })) };
    },
    setTimeout: (run, time) => real(run, time).unref(), // a test does not wait for a page to be quiet
  };
  for (const [name, value] of Object.entries(world)) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  const { onPage } = await import(`../../docs/assets/offline.js?tab=${(opened += 1)}`);
  onPage();
  for (let turn = 0; turn < 5; turn += 1) await soon();
  const follow = (href, more = {}) => {
    const link = { href: new URL(href, world.location.href).href, target: "", download: "", ...more };
    const event = { target: { closest: () => link }, button: 0, preventDefault: () => did.push("held"), stopPropagation() {}, ctrlKey: more.ctrlKey };
    did.length = 0;
    for (const run of heard.click) run(event);
  };
  return { did, follow, page, takeOver: () => heard.controllerchange.forEach((run) => run()) };
}

describe("a newer version that waits", () => {
  it("lets a page be that somebody is at, and comes with the next link", async () => {
    const { did, follow, takeOver } = await tab();
    assert.ok(!did.includes("use"));
    follow("../b/#part");
    assert.deepEqual(did, ["held", "blur", "use"]); // what is being typed goes to the record first
    takeOver();
    assert.equal(did.at(-1), "to guidance/b/#part");
  });

  it("waits while a form is begun", async () => {
    const { did, follow, page, takeOver } = await tab({ begun: true });
    follow("../b/");
    assert.deepEqual(did, []);
    takeOver(); // another tab took it
    assert.deepEqual(did, []);
    page.dirty = false;
  });

  it("has no part in links that stay, leave, or open elsewhere", async () => {
    const { did, follow } = await tab();
    for (const [href, more] of [["#part"], ["https://elsewhere.example/x/"], ["/other/"], ["../b/", { ctrlKey: true }], ["../b/", { target: "_blank" }]]) {
      follow(href, more);
      assert.deepEqual(did, [], href);
    }
  });

  it("is none where none waits", async () => {
    const { did, follow } = await tab({ waiting: false });
    assert.ok(!did.includes("use"));
    follow("../b/");
    assert.deepEqual(did, []);
  });
});
