// Keeps the handbook on this device and answers from it. macros/offline.py writes the list of files in front of this:
//   const HANDBOOK = {version, id, built, groups: {pages: {address: digest}, tracker: {...}}, bytes: {pages, tracker}}
// or `null` where no copy is to be kept. One cache a build and group. A cache counts only once all of it is there, and a build
// answers from its own caches alone, so two versions of the site are never mixed.
/* global HANDBOOK */
const ROOT = new URL(self.registration.scope);
const OURS = `handbook ${ROOT.pathname} `;
const MARK = new URL("--whole--", ROOT).href; // written last: the cache is whole
const LANES = 4; // downloads at a time, so that a reader's own page is never far back in the queue
const UNCHECKED = /\.(xml|txt)$/; // some hosts rewrite these
const isPage = (/** @type {string} */ address) => address === "" || address.endsWith("/") || address.endsWith(".html");
const nameOf = (/** @type {string} */ group, id = HANDBOOK.id) => `${OURS}${id} ${group}`;

/** Tabs that show a page of another version, got from the network: they get everything from there. */
const strangers = new Set();
const whole = new Set();

/** @param {string} name @param {string} url @returns {Promise<Response | undefined>} */
const found = (name, url) => caches.match(url, { cacheName: name }); // caches.open would make a cache anew that the reader has had deleted

/** @param {string} name @returns {Promise<{name: string, files: Record<string, string>, at: string} | null>} what a cache holds that is whole */
async function opened(name) {
  const mark = await found(name, MARK);
  return mark ? { name, ...(await mark.json()) } : null;
}

/** Every whole cache of a group, of whatever build. @param {string} group */
async function everyKept(group) {
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS) && name.endsWith(` ${group}`));
  return (await Promise.all(names.map(opened))).filter(Boolean);
}

/** Bring all files of a group, or throw; what an earlier try brought stays brought. @param {string} group @param {(done: number, total: number) => void} tell */
async function keep(group, tell = () => {}) {
  if (await opened(nameOf(group))) return;
  const cache = await caches.open(nameOf(group));
  const before = await everyKept(group);
  const files = HANDBOOK.groups[group];
  const todo = Object.keys(files);
  const total = todo.length;
  let failed = null;
  const lane = async () => {
    for (let address; !failed && (address = todo.pop()) !== undefined; ) {
      try {
        await bring(cache, address, files[address], before);
        tell(total - todo.length, total);
      } catch (error) {
        if (!failed || isFull(error)) failed = error;
      }
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  if (!failed) {
    const mark = { version: HANDBOOK.version, built: HANDBOOK.built, at: new Date().toISOString(), files };
    await cache.put(MARK, new Response(JSON.stringify(mark))).catch((error) => (failed = error));
  }
  if (!failed) return;
  if (isFull(failed)) await caches.delete(nameOf(group)); // a part is of no use, and the room is wanted
  throw failed;
}

/** @param {Cache} cache @param {string} address @param {string} digest @param {{name: string, files: Record<string, string>}[]} before */
async function bring(cache, address, digest, before) {
  const url = new URL(address, ROOT).href;
  if (await cache.match(url)) return;
  const old = before.find(({ files }) => !isPage(address) && files[address] === digest);
  const same = old && (await found(old.name, url));
  if (same) return cache.put(url, same);
  const checked = isPage(address) || UNCHECKED.test(address) ? {} : { integrity: digest };
  const response = await fetch(url, { cache: "no-cache", priority: "low", ...checked });
  if (!response.ok && address !== "404.html") throw new Error(`${response.status} for ${url}`);
  const body = isPage(address) ? await response.text() : response.body;
  // A host may add to a page (Cloudflare does), so what holds pages together is the version that they carry.
  if (isPage(address) && !isOurs(body)) throw new Error(`another version of ${url}`);
  const headers = new Headers(response.headers);
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  // A copy: a response that was redirected may not answer a navigation.
  await cache.put(url, new Response(body, { headers }));
}

const isOurs = (/** @type {string} */ html) => html.includes(`name="handbook-version" content="${HANDBOOK.version}"`);
const isFull = (/** @type {Error} */ error) => error?.name === "QuotaExceededError";
const why = (/** @type {Error} */ error) => (isFull(error) ? "full" : "network");

/** The address of a file in our lists: no query, no index.html. @param {URL} url */
const addressOf = (url) => decodeURI(url.pathname).slice(ROOT.pathname.length).replace(/(^|\/)index\.html$/, "$1");

/** @param {string} group @param {string} address @returns {Promise<Response | undefined>} nothing while the group is not whole */
async function kept(group, address) {
  const name = nameOf(group);
  if (!whole.has(name) && !(await opened(name))) return undefined;
  whole.add(name);
  return found(name, new URL(address, ROOT).href);
}

/** A page that is not in our list: one of a newer version, a file to download, or nothing. @param {FetchEvent} event @param {string} address */
async function elsewhere(event, address) {
  try {
    const response = await fetch(event.request);
    if (/html/.test(response.headers.get("content-type") ?? "") && !isOurs(await response.clone().text())) {
      strangers.add(event.resultingClientId);
      self.registration.update().catch(() => {});
    }
    return response;
  } catch (error) {
    if (`${address}/` in HANDBOOK.groups.pages) return Response.redirect(new URL(`${address}/`, ROOT).href, 302);
    const lost = await kept("pages", "404.html");
    if (!lost) throw error;
    return new Response(lost.body, { status: 404, headers: lost.headers });
  }
}

function answer(event) {
  const { request, clientId } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== ROOT.origin || !url.pathname.startsWith(ROOT.pathname)) return;
  if (request.headers.has("range") || (request.mode !== "navigate" && strangers.has(clientId))) return;
  const address = addressOf(url);
  const group = Object.keys(HANDBOOK.groups).find((name) => address in HANDBOOK.groups[name]);
  if (group) event.respondWith(kept(group, address).then((response) => response ?? fetch(request)));
  else if (request.mode === "navigate") event.respondWith(elsewhere(event, address));
}

/** What the page may ask; each answer goes back through the port that came with it. */
const ANSWERS = {
  async state() {
    const [pages, tracker] = await Promise.all(["pages", "tracker"].map((group) => opened(nameOf(group))));
    const { version, built, bytes } = HANDBOOK;
    return { version, built, bytes, kept: { pages: pages?.at ?? null, tracker: tracker?.at ?? null } };
  },
  keep: async ({ group }, port) => {
    try {
      await keep(group, (done, total) => port.postMessage({ done, total }));
      return { ok: true };
    } catch (error) {
      return { ok: false, why: why(error) };
    }
  },
  use: () => self.skipWaiting(),
  // On a first visit the page came from the network. It is taken over only if it is of this very version.
  claim: ({ version }) => version === HANDBOOK.version && self.clients.claim(),
};

async function tellTabs(message) {
  const tabs = await self.clients.matchAll({ includeUncontrolled: true, type: "window" });
  for (const tab of tabs) if (tab.url.startsWith(ROOT.href)) tab.postMessage(message);
}

/** A version takes its place only with everything that the one before it had. */
async function install() {
  try {
    await keep("pages");
    if ((await everyKept("tracker")).length) await keep("tracker");
  } catch (error) {
    await tellTabs({ type: "not-kept", why: why(error) });
    throw error;
  }
}

/** Drop the caches that do not pass. @param {(name: string) => boolean} stays */
async function drop(stays) {
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS) && !stays(name));
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** No copy is kept at this address: what an earlier version kept goes, and so do we. */
async function retire() {
  await drop(() => false);
  await self.registration.unregister();
  for (const tab of await self.clients.matchAll({ type: "window" })) tab.navigate(tab.url).catch(() => {});
}

if (HANDBOOK) {
  addEventListener("install", (event) => event.waitUntil(install()));
  addEventListener("activate", (event) => event.waitUntil(drop((name) => name.startsWith(`${OURS}${HANDBOOK.id} `))));
  addEventListener("fetch", answer);
  addEventListener("message", (event) => {
    const { type, ...carries } = event.data;
    const [port] = event.ports;
    event.waitUntil((async () => port?.postMessage({ answer: await ANSWERS[type](carries, port) }))());
  });
} else {
  addEventListener("install", () => self.skipWaiting());
  addEventListener("activate", (event) => event.waitUntil(retire()));
}
