// Stands in front of Material's search worker. People type questions in their own words; the index holds ours. So the
// query is rewritten on its way in: filler words go, words we know by other names get those too, plurals and slips of
// spelling are met half-way. On the way out, results that answer more of the question come first.
/* global lunr, SEARCH_WORDS */
const ENGINE = "javascripts/workers/search.a7633da7.min.js"; // tests/test_search_words.py holds this to the installed theme

// English filler. Negatives, "only", "must" and "may" stay: in this handbook they carry meaning.
const FILLER = new Set(
  ("a about am an and any are as at be been being but by can could did do does doing for from get gets give had has have he her " +
    "him his how i if in into is it its just many me much my need of on or our out she should so some somebody someone tell that the their them " +
    "then there they this to up us want wants was we were what when where which who whom whose why will with would you your " +
    // Short forms, and what asks for a word's meaning.
    "hes id im ive shes theyre whats wheres whos definition mean meaning means stand stands").split(" "),
);
const NOT = /^(are|ca|could|did|do|does|has|have|is|must|should|was|were|wo|would)nt$/; // "won't", as it is typed and as `words` leaves it
const ELSEWHERE = "Example from elsewhere"; // as macros/pages/guidance.py tags another nation's pages
const ABROAD = 0.96; // another nation's page, beside one of ours that answers as well; more would cost right answers
const MEANING = 0.95; // a term of the glossary, beside a page that says what to do
const MEANING_ALONE = 0.98; // where a name is all that was typed: it may ask what that is
const EXERCISE = 0.93; // what to do in an induction, beside a page that answers
const APART = 0.7; // the words of a name, all there and nowhere in a row
const WORDED = 0.15; // the question's own words, side by side, in a heading; in the text, half of it
const NAMED = 3.5; // the whole question in a heading, or in what its author says that people type: about what the engine gives
const MINE = 1.08; // once a reader has chosen their role: a page for it, beside one for everyone
const OTHERS = 0.98; // and a page for other roles only
const YOURS = "Your role"; // as site.js marks the same pages in lists
const DANGER = "guidance/danger-now/"; // where a child may be at risk it comes before what answers as well, whoever asks
const URGENT = 1.1;
const CARE = /<p>Take care\..*?<\/p>/s; // as macros/pages/blocks.py writes a warning
const [SETUP, QUERY, RESULT] = [0, 2, 3];

importScripts("search-spelling.js"); // distance

/** @type {Set<string>} every word of the index */
let vocabulary = new Set();
/** @type {Map<string, {title: string, text: string}>} every entry, as the index has it */
let docs = new Map();
/** @type {Map<string, [string, string, string]>} every entry's names, text and both, as `row`s; made when first asked */
let entries = new Map();
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
  if (page === DANGER) return URGENT * (role ? MINE : 1);
  const held = self.SEARCH_ROLES?.[page];
  if (role && held) return held.includes(role) ? MINE : OTHERS * (abroad ? ABROAD : 1);
  if (page === "glossary/") return reading?.length === 1 ? MEANING_ALONE : MEANING;
  if (page === "guidance/where-sources-differ/") return MEANING; // what the sources say, beside what to do
  if (page.includes("/activity-")) return EXERCISE;
  return abroad ? ABROAD : 1;
}

/** @param {string} text @returns {string[]} */
const words = (text) => {
  const found = text.toLowerCase().replace(/[’']/g, "").split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return found.map((word) => (NOT.test(word) ? "not" : word));
};

/** @param {string[]} list @param {number} at @returns {boolean} whether that word says nothing; "code I" means the letter */
const isFiller = (list, at) => FILLER.has(list[at]) && !(list[at].length === 1 && list[at - 1] === "code");
/** @param {string[]} list */
const gist = (list) => list.filter((_, at) => !isFiller(list, at));

/** Cuts an English ending off, far enough that the rest begins the other forms of the word. @param {string} word */
function stem(word) {
  if (word.length < 4 || /\d/.test(word)) return word;
  if (word.endsWith("ies") && word.length > 4) return word.slice(0, -3);
  if (/(ch|sh|ss|x|z)es$/.test(word)) return word.slice(0, -2);
  if (/[^sui]s$/.test(word)) return word.slice(0, -1);
  const cut = word.replace(/(ing|ed)$/, "");
  return cut.length > 3 && cut !== word ? cut.replace(/([bdgmnprt])\1$/, "$1") : word;
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

/** Phrases of the glossary without their filler: "child missing from education" is "child missing education". */
function gistsOf(/** @type {Record<string, number[]>} */ phrases) {
  const found = Object.entries(phrases).map(([phrase, group]) => [gist(phrase.split(" ")), group]);
  return Object.fromEntries(found.filter(([phrase]) => phrase.length > 1).map(([phrase, group]) => [` ${phrase.join(" ")} `, group]));
}

/**
 * Reads a query as a list of concepts; each is a list of ways to say it; each way is a list of words.
 * @param {string} query
 */
function read(query) {
  const typed = words(query);
  const { phrases, groups } = self.SEARCH_WORDS || { phrases: {}, groups: [] };
  const gists = (self.SEARCH_WORDS && (self.SEARCH_WORDS.gists ??= gistsOf(phrases))) || {};
  const concepts = [];
  for (let at = 0; at < typed.length; ) {
    // The longest phrase we know that starts here. "truancy officer" is one thing, not two.
    let length = Math.min(6, typed.length - at);
    let own;
    let group;
    for (; length > 0 && group === undefined; length -= 1) {
      own = typed.slice(at, at + length);
      group = phrases[own.map(stem).join(" ")];
      if (group === undefined && gist([own[0], own.at(-1)]).length === 2) [own, group] = [gist(own), gists[row(own)]];
    }
    if (group !== undefined) {
      concepts.push([own, ...group.flatMap((number) => groups[number])]);
      at += length + 1;
    } else {
      if (!isFiller(typed, at)) concepts.push([[spelt(typed[at])]]);
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

/** Words in a row, to find one row in another: without filler, cut to their stems. @param {string[]} list */
const row = (list) => ` ${gist(list).map(stem).join(" ")} `;
/** A row to look for: the last word may go on, unless it is too short for that. @param {string[]} way */
const sought = (way) => (way.at(-1).length < 3 ? row(way) : row(way).trimEnd());

/**
 * How well one concept is met, 0 to 1: by its best way of being said. A way that is filler all through, such as "who do I
 * tell", goes by all of its words.
 * @param {(word: string) => boolean} has @param {string[][]} ways @param {string} said all of the entry, as a row
 */
const met = (has, ways, said) => Math.max(...ways.map((way) => {
  const weighty = way.filter((word) => !FILLER.has(word));
  const meant = weighty.length ? weighty : way;
  return (meant.filter(has).length / meant.length) ** 2 * (way.length > 1 && said && !said.includes(sought(way)) ? APART : 1);
}));

/** How much each concept tells: one that few entries speak of tells most. */
function telling() {
  const all = [...entries.values()].map(([, , said]) => said);
  return reading.map((ways) => {
    const rows = ways.map(sought);
    return Math.log(2 + all.length / (1 + all.filter((said) => rows.some((one) => said.includes(one))).length));
  });
}

/**
 * How much of the question's own wording a result has, 0 to 1. @param {string[]} pieces its words, two and two
 * @param {[string, string, string]} entry
 */
const worded = (pieces, [name, text]) =>
  pieces.reduce((sum, piece) => sum + (name.includes(piece) ? 1 : text.includes(piece) ? 0.5 : 0), 0) / pieces.length;

/**
 * Orders results by how much of the question they answer, then by the engine's own score. That score counts a word in a
 * title a thousand times, so only its size (a logarithm) is used: a title helps, it does not outweigh the question. What an
 * author says that people type counts as a title does.
 */
function improve(items) {
  if (!entries.size) entries = new Map([...docs].map(([at, doc]) => [at, parts(doc)]));
  const weights = telling();
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const sum = (/** @type {number[]} */ degrees) => degrees.reduce((total, degree, at) => total + degree * weights[at], 0) / all;
  const typed = reading.flatMap(([own]) => own);
  const asked = gist(typed).length ? gist(typed) : typed;
  const pieces = (asked.length < 2 ? [asked] : asked.slice(1).map((word, at) => [asked[at], word])).map(sought);
  const rows = reading.map((ways) => ways.map(sought));
  for (const item of items.flat()) {
    const found = Object.keys(item.terms).filter((term) => item.terms[term]);
    if (!found.length) continue;
    const entry = entries.get(item.location) || ["", "", ""];
    const has = (word) => item.terms[word] || item.terms[stem(word)] || false;
    const degrees = reading.map((ways) => met(has, ways, entry[2]));
    const named = sum(rows.map((ways) => Number(ways.some((one) => entry[0].includes(one))))) ** 2;
    item.score = sum(degrees) * (4 + Math.max(Math.log10(1 + item.score), NAMED * named));
    item.score *= whose(item) * (1 + WORDED * worded(pieces, entry));
    if (role && self.SEARCH_ROLES?.[item.location.split("#")[0]]?.includes(role)) item.tags = [YOURS, ...(item.tags || [])];
    // "Missing: ..." below a result names what was typed and not met, never the words we added.
    const missing = reading.filter((_, at) => degrees[at] < APART).flatMap(([own]) => own.filter((word) => !has(word)));
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

/** What an entry is called, with what its author says that people type for it; its text; and both. @returns {[string, string, string]} */
function parts({ title, text }) {
  const typed = [...text.matchAll(/<sub>(.*?)<\/sub>/gs)].map(([, inside]) => inside);
  // Between two names a sign that is in no word, so that nothing is found across them.
  const name = (/** @type {string} */ one) => row(words(one.replace(/<[^>]+>/g, " ")));
  const [names, rest] = [[title, ...typed.join(",").split(",")].map(name).join("|"), name(text.replace(/<sub>.*?<\/sub>/gs, " "))];
  return [names, rest, names + rest];
}

/** Says of a page found what kind of thing it is, before whose: its title seldom does. */
function label(item) {
  const [, kind] = Object.entries(self.SEARCH_KINDS ?? {}).find(([part]) => item.location.includes(part)) ?? [];
  if (kind && !item.location.includes("#")) item.tags = [kind, ...(item.tags ?? [])];
}

/**
 * Shows of a result what the page shows: not the words that stand there for search alone (macros/pages/statement.py). And
 * whatever part of it was met, what keeps a child safe is read first.
 */
function tidy(item) {
  const whole = docs.get(item.location)?.text || "";
  if (item.text?.includes("<sub>")) {
    const shown = (/** @type {string} */ text) => text.replace(/<p>\s*<sub>.*?<\/sub>\s*<\/p>/gs, "").trim();
    item.text = shown(item.text) || shown(whole).match(/<p>.*?<\/p>/s)?.[0] || "";
  }
  const care = whole.match(CARE)?.[0];
  if (care && !CARE.test(item.text.replace(/<\/?mark>/g, ""))) item.text = care + item.text;
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
  }
  if (data.type !== QUERY) return;
  // Quotes and the engine's own signs are for those who mean them: pass them on as they are.
  reading = /["+~^*]|(^|\s)-|\w:\w/.test(data.data) ? null : read(data.data);
  if (reading) data.data = write(reading);
});
const post = self.postMessage.bind(self);
self.postMessage = (message) => {
  if (message.type === RESULT) {
    if (reading?.length) improve(message.data.items); // an empty field asks too
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
