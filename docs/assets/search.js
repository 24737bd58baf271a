// Stands in front of Material's search worker. People type questions in their own words; the index holds ours. So the
// query is rewritten on its way in: filler words go, words we know by other names get those too, plurals and slips of
// spelling are met half-way. On the way out, results that answer more of the question come first.
/* global lunr, SEARCH_WORDS */
const ENGINE = "javascripts/workers/search.a7633da7.min.js"; // tests/test_search_words.py holds this to the installed theme

// English filler. Negatives, "only", "must" and "may" stay: in this handbook they carry meaning.
const FILLER = new Set(
  ("a about am an and any are as at be been being but by can could did do does doing for from get gets give had has have he her " +
    "him his how i if in into is it its just me my need of on or our out she should so some somebody someone tell that the their them " +
    "then there they this to up us want wants was we were what when where which who whom whose why will with would you your").split(" "),
);
const ELSEWHERE = "Example from elsewhere"; // as macros/pages/guidance.py tags another nation's pages
const ABROAD = 0.96; // another nation's page, beside one of ours that answers as well; more would cost right answers
const MEANING = 0.95; // a term of the glossary, beside a page that says what to do
const OTHERS = 0.98; // once a reader has chosen their role: a page for other roles only, beside one for theirs or everyone's
const SETUP = 0;
const QUERY = 2;
const RESULT = 3;

/** @type {Set<string>} every word of the index */
let vocabulary = new Set();
/** @type {Map<string, string>} every entry's text, as the index has it */
let texts = new Map();
/** @type {string[][][] | null} how the running query was read: see `read`; null when it was passed on as typed */
let reading = null;

/** The role chosen under "My role". A worker cannot read what the page keeps: it asks, and site.js tells it. */
let role = "";
const roles = typeof BroadcastChannel === "function" ? new BroadcastChannel("handbook/role") : null;
if (roles) {
  roles.onmessage = ({ data }) => {
    if (typeof data === "string") role = data;
  };
  roles.postMessage(null);
}

/** How much a result counts by whose it is: a little more or less, so that it decides between two that answer alike. */
function whose({ location = "", tags = [] }) {
  const abroad = tags.some((tag) => tag.replace(/<\/?mark>/g, "") === ELSEWHERE);
  const page = location.split("#")[0];
  const held = self.SEARCH_ROLES?.[page];
  if (role && held) return held.includes(role) ? 1 : OTHERS * (abroad ? ABROAD : 1);
  if (page === "glossary/") return MEANING;
  return abroad ? ABROAD : 1;
}

/** @param {string} text @returns {string[]} */
const words = (text) => text.toLowerCase().replace(/[’']/g, "").split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** Cuts an English ending off, far enough that the rest begins the other forms of the word. @param {string} word */
function stem(word) {
  if (word.length < 4 || /\d/.test(word)) return word;
  if (word.endsWith("ies") && word.length > 4) return word.slice(0, -3);
  if (/(ch|sh|ss|x|z)es$/.test(word)) return word.slice(0, -2);
  if (/[^sui]s$/.test(word)) return word.slice(0, -1);
  const cut = word.replace(/(ing|ed)$/, "");
  return cut.length > 3 && cut !== word ? cut.replace(/([bdgmnprt])\1$/, "$1") : word;
}

/** Edits between two words, or `limit + 1` once there are more. @param {string} a @param {string} b @param {number} limit */
function distance(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before = null;
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] !== b[j - 1]));
      if (before && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}

/** The nearest word of the index, for one that begins nothing in it. @param {string} word @returns {string} */
function spelt(word) {
  const begin = stem(word);
  if (word.length < 4 || /\d/.test(word)) return word;
  let best = word;
  let least = word.length > 6 ? 2 : 1;
  for (const known of vocabulary) {
    if (known.startsWith(begin)) return word;
    const edits = distance(word, known, least);
    if (edits < least + (best === word) && known[0] === word[0]) [best, least] = [known, edits];
  }
  return best;
}

/**
 * Reads a query as a list of concepts; each is a list of ways to say it; each way is a list of words.
 * @param {string} query
 */
function read(query) {
  const typed = words(query);
  const stems = typed.map(stem);
  const { phrases, groups } = self.SEARCH_WORDS || { phrases: {}, groups: [] };
  const concepts = [];
  for (let at = 0; at < typed.length; ) {
    // The longest phrase we know that starts here. "truancy officer" is one thing, not two.
    let length = Math.min(6, typed.length - at);
    let group;
    for (; length > 0; length -= 1) {
      group = phrases[stems.slice(at, at + length).join(" ")];
      if (group !== undefined) break;
    }
    if (group !== undefined) {
      const own = typed.slice(at, at + length);
      concepts.push([own, ...group.flatMap((number) => groups[number])]);
      at += length;
    } else {
      const letter = typed[at].length === 1 && typed[at - 1] === "code"; // "code I" means the letter
      if (letter || !FILLER.has(typed[at])) concepts.push([[spelt(typed[at])]]);
      at += 1;
    }
  }
  // Nothing but filler ("who am I"): then the filler is what is asked.
  return concepts.length || !typed.length ? concepts : typed.map((word) => [[word]]);
}

/** Writes concepts in the engine's own language. What was typed weighs more than what we added. */
function write(concepts) {
  const clauses = new Map();
  for (const [own, ...others] of concepts) {
    for (const word of own) clauses.set(word, 8).set(stem(word), Math.max(clauses.get(stem(word)) || 0, 3));
    for (const word of others.flat()) if (!FILLER.has(word) && !clauses.has(word)) clauses.set(word, 3);
  }
  const parts = [];
  for (const [word, weight] of clauses) {
    parts.push(`${word}^${weight}`);
    if (word.length > 2 && !/\d/.test(word)) parts.push(word); // the engine adds the star: any word that begins so
  }
  return parts.join(" ");
}

/** How well one concept is met, 0 to 1: by its best way of being said. @param {(word: string) => boolean} has @param {string[][]} ways */
const met = (has, ways) => Math.max(...ways.map((way) => {
  const meant = way.filter((word) => way.length === 1 || !FILLER.has(word));
  return (meant.filter(has).length / meant.length) ** 2;
}));

/**
 * Orders results by how much of the question they answer, then by the engine's own score. That score counts a word in a
 * title a thousand times, so only its size (a logarithm) is used: a title helps, it does not outweigh the question.
 */
function improve(items) {
  for (const item of items.flat()) {
    const found = Object.keys(item.terms).filter((term) => item.terms[term]);
    if (!found.length) continue;
    const has = (word) => item.terms[word] || item.terms[stem(word)] || false;
    const degrees = reading.map((ways) => met(has, ways));
    item.score = (degrees.reduce((sum, degree) => sum + degree, 0) / reading.length) * (4 + Math.log10(1 + item.score));
    item.score *= whose(item);
    // "Missing: ..." below a result names what was typed and not met, never the words we added.
    const missing = reading.filter((_, at) => degrees[at] < 1).flatMap(([own]) => own.filter((word) => !has(word)));
    item.terms = Object.fromEntries([...found.map((term) => [term, true]), ...missing.map((term) => [term, false])]);
  }
  for (const group of items) group.sort((a, b) => b.score - a.score);
  return items.sort((a, b) => b[0].score - a[0].score);
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

/** Shows of a result what the page shows: not the words that stand there for search alone (macros/pages/statement.py). */
function tidy(item) {
  if (!item.text?.includes("<sub>")) return;
  const shown = (/** @type {string} */ text) => text.replace(/<p>\s*<sub>.*?<\/sub>\s*<\/p>/gs, "").trim();
  item.text = shown(item.text) || shown(texts.get(item.location) || "").match(/<p>.*?<\/p>/s)?.[0] || "";
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
    texts = new Map(data.data.docs.map((doc) => [doc.location, doc.text]));
  }
  if (data.type !== QUERY) return;
  // Quotes and the engine's own signs are for those who mean them: pass them on as they are.
  reading = /["+~^*]|(^|\s)-|\w:\w/.test(data.data) ? null : read(data.data);
  if (reading) data.data = write(reading);
});
const post = self.postMessage.bind(self);
self.postMessage = (message) => {
  if (message.type === RESULT) {
    if (reading) improve(message.data.items);
    message.data.items.flat().forEach(tidy);
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
