// The saved copy, from the page's side: has the service worker keep the handbook once a page is quiet, says when the copy is what
// you read, and changes versions only when nothing that was typed can be lost. Fetched by site.js, after the page is up.

const SETTING = "handbook/offline"; // "off" or "all"; else pages are kept by themselves, the tracker once a record was begun here
const ROOT = window.__md_scope; // the root of the site
const QUIET = 5000; // milliseconds after the page is up: who only looks in is sent nothing more
const PATIENCE = 5000; // milliseconds; a line that does not answer is no line
const AGAIN = 60_000; // milliseconds between two looks for a newer version
const places = navigator.serviceWorker;
const mine = () => document.querySelector("meta[name=handbook-version]");

/** What the bar below the urgent strip says. @type {Map<string, {text: string, actions?: [string, () => void][], link?: [string, string]}>} */
const notes = new Map();
let looked = 0;
let had = Boolean(places?.controller);
let changing = false;
let stale = false;
let problem = "";

/** @returns {"unsupported" | "never" | "off" | "all" | "auto"} what there is to do with this browser, address and reader */
export function wish() {
  if (!places || !window.caches) return "unsupported";
  if (mine()?.dataset.keeps !== "yes") return "never";
  return setting() || "auto";
}

let chosen = ""; // where the browser did not keep the choice (blocked or full), it holds as long as the tab is open

/** @returns {string | null} what the reader chose: "off", "all" or nothing */
function setting() {
  try {
    return chosen || localStorage.getItem(SETTING);
  } catch {
    return chosen;
  }
}

/** @param {"off" | "all"} choice */
function choose(choice) {
  try {
    localStorage.setItem(SETTING, choice);
    chosen = "";
  } catch {
    chosen = choice;
  }
}

/** Asks the service worker, through a port of our own. @returns {Promise<any>} */
function ask(worker, message, progress = () => {}) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => ("answer" in data ? resolve(data.answer) : progress(data.done, data.total));
    worker.postMessage(message, [port2]);
  });
}

const registered = () => places.getRegistration(ROOT.href);

/** @returns {Promise<{built: string, bytes: object, kept: {pages: string | null, tracker: string | null}} | null>} what is kept; null for nothing */
export async function state() {
  const worker = (await registered())?.active;
  return worker ? ask(worker, { type: "state" }) : null;
}

/** @returns {string} why the last try to keep a copy came to nothing: "full", "network", or empty */
export const whyNot = () => problem;

/**
 * Keep the handbook, and say how it went. The reader asked for it.
 * @param {(done: number, total: number) => void} progress
 * @returns {Promise<boolean>}
 */
export async function keepAll(progress) {
  choose("all");
  problem = "";
  navigator.storage?.persist?.().catch(() => {}); // so that the browser does not clear it to make room
  const worker = await active();
  for (const group of ["pages", "tracker"]) if (!worker || !(await fill(worker, group, progress))) return false;
  return true;
}

/** Keep nothing, from now on. */
export async function keepNothing() {
  choose("off");
  await (await registered())?.unregister();
  const names = (await caches.keys()).filter((name) => name.startsWith(`handbook ${ROOT.pathname} `));
  await Promise.all(names.map((name) => caches.delete(name)));
  notes.clear();
  render();
}

async function fill(worker, group, progress) {
  const { ok, why = "" } = await ask(worker, { type: "keep", group }, progress);
  problem = why;
  return ok;
}

/** @returns {Promise<ServiceWorker | null>} the worker once it has all pages; null when it could not */
async function active() {
  const registration = await places.register(new URL("service-worker.js", ROOT), { updateViaCache: "none" }).catch(() => null);
  if (!registration) {
    problem ||= "refused";
    return null;
  }
  watch(registration);
  if (!registration.active && registration.installing) await settled(registration.installing);
  const worker = registration.active;
  for (let waits = 0; !worker && !problem && waits < 50; waits += 1) await pause(100); // why it could not comes as a message
  // The tab that came from the network is taken over if it is of the same version.
  if (worker && !places.controller) ask(worker, { type: "claim", version: mine().content });
  return worker;
}

/** Waits until a worker is up, or has come to nothing. */
function settled(worker) {
  return new Promise((resolve) => {
    const look = () => ["activated", "redundant"].includes(worker.state) && resolve();
    worker.addEventListener("statechange", look);
    look();
  });
}

const watched = new WeakSet();
/** Says when a newer version waits. */
function watch(registration) {
  if (watched.has(registration)) return;
  watched.add(registration);
  const look = () => registration.waiting && registration.active && newer(registration.waiting);
  const follow = () => registration.installing?.addEventListener("statechange", () => setTimeout(look));
  registration.addEventListener("updatefound", follow);
  follow(); // it may have been found before we looked, by the browser or in another tab
  look();
}

async function newer(worker) {
  const { built } = await ask(worker, { type: "state" });
  note("newer", {
    text: `A newer version of this handbook is ready, made on ${said(built)}.`,
    actions: [["Use the new version", () => change(worker)]],
  });
}

/** @returns {string} what a reload would lose; text in a field is kept at every key, so it is no part of this */
function unsent() {
  if (document.querySelector("[data-induction-problem*=unsaved]")) return "Your last change is not saved yet. Save a copy first.";
  if (document.querySelector("[data-dirty]")) return "A form on this page is begun and not sent. Finish it first, or its words are lost.";
  return "";
}

function change(worker, anyway = false) {
  document.activeElement?.blur(); // what is being typed goes to the record
  const lost = unsent();
  if (lost && !anyway) {
    note("newer", { text: lost, actions: [["Use the new version all the same", () => change(worker, true)]] });
    return;
  }
  changing = true;
  ask(worker, { type: "use" });
}

/** Another worker answers now. A page of the old version must not go on with files of the new one. */
function changed() {
  const first = !had;
  had = true;
  if (first) return;
  if (changing || !unsent()) return location.reload();
  stale = true;
  notes.delete("newer");
  note("stale", { text: "The handbook was brought up to date. Finish what you began here, then load this page again.", actions: [["Load again", () => location.reload()]] });
}

/** Whether there is a connection, and a newer version: one question answers both. */
async function look() {
  if (!places.controller || document.visibilityState === "hidden") return;
  if (notes.has("offline") || Date.now() - looked > AGAIN) {
    looked = Date.now();
    const registration = await registered();
    if (!registration) return;
    watch(registration);
    const late = new Promise((_, reject) => setTimeout(reject, PATIENCE));
    const there = navigator.onLine && (await Promise.race([registration.update(), late]).then(() => true, () => false));
    if (there) notes.delete("offline") && render();
    else await offline();
  }
}

async function offline() {
  const has = await state().catch(() => null);
  if (!has?.kept.pages) return;
  const tracker = has.kept.tracker ? "" : " Your induction is not saved here yet: it needs a connection too.";
  note("offline", {
    text: `No connection. This is the saved copy of ${said(mine().dataset.built)}. Links to other websites need a connection.${tracker}`,
    link: ["What is saved", new URL("offline/", ROOT).href],
  });
}

const said = (/** @type {string} */ day) => new Date(`${day}T12:00`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });

/** To people who listen; the region outlives instant navigation, so nothing is said twice. @param {string} text */
function announce(text) {
  const region = document.getElementById("induction-live");
  if (region) region.textContent = text;
}

function note(kind, what) {
  const news = notes.get(kind)?.text !== what.text;
  notes.set(kind, what);
  if (news) announce(what.text);
  render();
}

/** Instant navigation brings a new, empty bar with each page. */
function render() {
  const bar = document.querySelector("[data-copy-bar]");
  if (!bar) return;
  bar.hidden = !notes.size;
  bar.replaceChildren(
    ...[...notes.values()].map(({ text, actions = [], link }) => {
      const line = document.createElement("p");
      line.append(text);
      for (const [label, run] of actions) {
        const button = Object.assign(document.createElement("button"), { type: "button", className: "button button--secondary", textContent: label });
        button.addEventListener("click", run);
        line.append(" ", button);
      }
      if (link) line.append(" ", Object.assign(document.createElement("a"), { textContent: link[0], href: link[1] }), ".");
      return line;
    }),
  );
}

/** Nothing of the copy is fetched while the page is coming up, nor its Python. */
async function quiet() {
  if (document.readyState !== "complete") await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  do await pause(QUIET);
  while (document.documentElement.dataset.induction === "booting");
  await new Promise((resolve) => (window.requestIdleCallback ?? setTimeout)(resolve));
}

const pause = (/** @type {number} */ time) => new Promise((resolve) => setTimeout(resolve, time));

/** @returns {boolean} true when somebody has begun a record on this device: who only looks is not sent all of the tracker */
function used() {
  if (document.documentElement.dataset.induction !== "ready") return false;
  try {
    return Object.keys(localStorage).some((key) => /^induction\/[^/]+\/[^/]+\/event\//.test(key));
  } catch {
    return false;
  }
}

/** Keep what is to be kept without being asked. */
async function keepQuietly() {
  await quiet();
  const wanted = wish();
  if (wanted === "off" || (wanted === "auto" && navigator.connection?.saveData)) return;
  const worker = await active();
  if (!worker) return;
  const { kept } = await ask(worker, { type: "state" });
  if (!kept.pages && !(await fill(worker, "pages"))) return;
  if (!kept.tracker && (wanted === "all" || used())) await fill(worker, "tracker");
}

/** Only once a tab. */
async function begin() {
  const wanted = wish();
  if (wanted === "unsupported") return;
  if (wanted === "never") return void (await registered())?.update().catch(() => {}); // the worker there takes itself away
  places.addEventListener("controllerchange", changed);
  places.addEventListener("message", ({ data }) => data.type === "not-kept" && (problem = data.why));
  for (const event of ["online", "offline"]) addEventListener(event, () => ((looked = 0), look()));
  addEventListener("visibilitychange", look);
  document.addEventListener(
    "click",
    (event) => {
      if (stale && event.target.closest("a[href]")) event.stopPropagation(); // past instant navigation: a whole new page
    },
    true,
  );
}

let asked = false;
/** For every page, also after instant navigation. */
export async function onPage() {
  if (wish() === "unsupported") return;
  render();
  if (wish() === "never") return;
  look();
  // A page with the tracker may come later than the first one.
  if (!asked || document.querySelector("[data-widget]")) {
    asked = true;
    await keepQuietly();
  }
}

begin();
