// Stands in front of Material's search worker. People type questions in their own words; the index holds ours. So the
// query is rewritten on its way in: filler words go, words we know by other names get those too, plurals and slips of
// spelling are met half-way. On the way out, results that answer more of the question come first.
/* global lunr, SEARCH_WORDS, read, write, improve, harmIn, front, YOURS */
const ENGINE = "javascripts/workers/search.a7633da7.min.js"; // tests/test_search_words.py holds this to the installed theme

const CARE = /<p>Take care\..*?<\/p>/s; // as macros/pages/blocks.py writes a warning
const BLOCK = /<(p|ul|ol|li|pre)\b[^>]*>.*?<\/\1>/gs;
const HIDDEN = /^<p>\s*(<sub>|(<mark>)?Ours(<\/mark>)?\s*<\/p>)/; // and "Ours" alone: it stands over what follows
const [SETUP, QUERY, RESULT] = [0, 2, 3];

for (const file of ["search-spelling.js", "search-reading.js", "search-ranking.js", "search-harm.js"]) importScripts(file);

/** @type {Set<string>} every word of the index */
let vocabulary = new Set();
/** @type {Map<string, {title: string, text: string}>} every entry, as the index has it */
let docs = new Map();
/** @type {Map<string, [string, string, string]>} every entry's names, text and both, as `row`s; made when first asked */
let entries = new Map();
/** @type {string[][][] | null} how the running query was read: see `read`; null when it was passed on as typed */
let reading = null;
/** @type {string[]} parts of the page for a child at risk that the running query's signs lead to */
let harm = [];

/** The role chosen under "My role". A worker cannot read what the page keeps: it asks, and site.js tells it. */
let role = "";
const roles = typeof BroadcastChannel === "function" ? new BroadcastChannel("handbook/role") : null;
if (roles) {
  roles.onmessage = ({ data }) => {
    if (typeof data === "string") role = data;
  };
  roles.postMessage(null);
}

/**
 * One entry an address. Two headings with one anchor would otherwise break every query that meets them: the engine keeps
 * one table of word positions an address, and falls over the mismatch.
 */
function unique(docs) {
  const byAddress = new Map();
  for (const doc of docs) {
    const first = byAddress.get(doc.location);
    if (first) first.text += ` ${doc.text}`;
    else byAddress.set(doc.location, doc);
  }
  return [...byAddress.values()];
}

/** Says of a page found what kind of thing it is, before whose: its title seldom does. Its parts need not say it again. */
function label(item) {
  const [page, part] = item.location.split("#");
  const [, kind] = Object.entries(self.SEARCH_KINDS ?? {}).find(([one]) => page.includes(one)) ?? [];
  if (role && self.SEARCH_ROLES?.[page]?.includes(role)) item.tags = [YOURS, ...(item.tags ?? [])];
  if (kind) item.tags = [kind, ...(item.tags ?? [])];
  if (part) delete item.tags;
}

/**
 * Shows of a result what the page shows: not the words that stand there for search alone (macros/pages/statement.py), and no
 * cells of a table, for in a row of words "do" and "do not" look alike. Whatever part of it was met, what keeps a child safe
 * is read first.
 */
function tidy(item) {
  const { text: own = "", part } = docs.get(item.location) ?? {};
  const whole = CARE.test(own) || !part ? own : docs.get(`${item.location.split("#")[0]}#${part}`)?.text ?? own;
  const shown = (/** @type {string} */ text) => (text.match(BLOCK) ?? []).filter((one) => !HIDDEN.test(one));
  if (item.text) item.text = shown(item.text).join(" ") || shown(own)[0] || "";
  const care = whole.match(CARE)?.[0];
  if (care && !CARE.test((item.text ?? "").replace(/<\/?mark>/g, ""))) item.text = care + (item.text ?? "");
}

// Registered before the engine's own listener, so it sees each message first.
addEventListener("message", ({ data }) => {
  if (!self.lunr) {
    begin();
    dispatchEvent(new MessageEvent("message", { data })); // once more, for the listener that the engine has brought
    return;
  }
  if (data.type === SETUP) {
    data.data.docs = unique(data.data.docs);
    docs = new Map(data.data.docs.map((doc) => [doc.location, doc]));
    for (const doc of data.data.docs) doc.tags ??= docs.get(doc.location.split("#")[0])?.tags;
  }
  if (data.type !== QUERY) return;
  harm = harmIn(data.data);
  // Quotes and the engine's own signs are for those who mean them: pass them on as they are.
  reading = /["+~^*]|(^|\s)-|\w:\w/.test(data.data) ? null : read(data.data);
  if (reading) data.data = write(reading);
});
const post = self.postMessage.bind(self);
self.postMessage = (message) => {
  if (message.type === RESULT) {
    if (reading?.length) improve(message.data.items); // an empty field asks too
    if (harm.length) front(message.data.items, harm);
    message.data.items.flat().forEach((item) => (tidy(item), label(item)));
  }
  post(message);
};

/** Brings up the engine, with the first message: on a page with a tracker that comes late, and Python wants the time. */
function begin() {
  importScripts(ENGINE);
  try {
    importScripts("search-words.js");
  } catch {
    self.SEARCH_WORDS = null; // a site built without a glossary still searches
  }
  // The engine keeps its index to itself; its words are wanted for spelling.
  const build = lunr.Builder.prototype.build;
  lunr.Builder.prototype.build = function keepWords() {
    const index = build.call(this);
    vocabulary = new Set(Object.keys(index.invertedIndex));
    return index;
  };
}
