// In what order the results stand: search.js brings it in, and all of these share one scope.
/* global reading, role, docs, entries, gist, row, sought, words, stem, FILLER */
/* exported improve, YOURS */

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
const TEXT = 0.9; // a word that stands in the text, beside one in a heading
const LONG = 0.2; // and in a text ten times as long as most it tells so much less
const MOST = 300; // letters
const AROUND = 0.6; // a word that stands only in the page's own heading, or among its labels
const UNFINISHED = 0.8; // the beginning of a word, where it is the last that was typed
const SECOND = 0.1; // what a page's second best part adds to its best
const CALLED = 1.05; // what is called exactly what was typed

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

/** What an entry is called, with what its author says that people type for it; its text; and both. @returns {[string, string, string]} */
function parts({ title, text }) {
  const typed = [...text.matchAll(/<sub>(.*?)<\/sub>/gs)].map(([, inside]) => inside);
  // Between two names a sign that is in no word, so that nothing is found across them.
  const name = (/** @type {string} */ one) => row(words(one.replace(/<[^>]+>/g, " ")));
  const [names, rest] = [[title, ...typed.join(",").split(",")].map(name).join("|"), name(text.replace(/<sub>.*?<\/sub>/gs, " "))];
  return [names, rest, names + rest];
}

/**
 * How well one concept is met, 0 to 1: by its best way of being said. A way that is filler all through, such as "who do I
 * tell", or most of the way, goes by all of its words.
 * @param {(word: string) => number} has @param {string[][]} ways @param {string} said all of the entry, as a row
 */
const met = (has, ways, said) => Math.max(...ways.map((way) => {
  const weighty = way.filter((word) => !FILLER.has(word));
  const meant = weighty.length * 2 < way.length ? way : weighty;
  const share = meant.reduce((total, word) => total + has(word), 0) / meant.length;
  return share ** 2 * (way.length > 1 && said && !said.includes(sought(way)) ? APART : 1);
}));

/**
 * How far a word stands in a row, 0 to 1: whole, or as the beginning of another. The last word may not be typed to its end.
 * @param {string} said @param {string} begin its stem @param {boolean} last
 */
function standing(said, begin, last) {
  if (said.includes(` ${begin} `)) return 1;
  let best = 0;
  for (let at = said.indexOf(` ${begin}`); at >= 0; at = said.indexOf(` ${begin}`, at + 1)) {
    const end = said.indexOf(" ", at + 1);
    best = Math.max(best, begin.length / ((end < 0 ? said.length : end) - at - 1));
  }
  return last && best ? Math.max(best, UNFINISHED) : best;
}

/**
 * How well an entry has a word, 0 to 1: in its heading, in its text, or in the heading of its page.
 * @param {string} word @param {object} item @param {boolean} last
 */
function degree(word, { terms, location = "" }, last) {
  const [name, text, both] = entries.get(location) ?? ["", "", ""];
  const begin = stem(word);
  const filler = FILLER.has(word);
  if (!terms[word] && !terms[begin]) {
    return filler ? 0 : AROUND * standing(entries.get(location.split("#")[0])?.[0] ?? "", begin, false);
  }
  if (filler || !both) return 1; // rows have no filler
  const long = LONG * Math.min(1, Math.max(0, Math.log10(text.length / MOST)));
  return Math.max(standing(name, begin, last), TEXT * (1 - long) * standing(text, begin, last), AROUND);
}

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
  const latest = reading.at(-1)?.[0].at(-1);
  const whole = row(typed);
  for (const item of items.flat()) {
    const found = Object.keys(item.terms).filter((term) => item.terms[term]);
    if (!found.length) continue;
    const entry = entries.get(item.location) || ["", "", ""];
    const has = (/** @type {string} */ word) => degree(word, item, word === latest);
    const degrees = reading.map((ways) => met(has, ways, entry[2]));
    const named = sum(rows.map((ways) => Number(ways.some((one) => entry[0].includes(one))))) ** 2;
    item.score = sum(degrees) * (4 + Math.max(Math.log10(1 + item.score), NAMED * named));
    item.score *= whose(item) * (1 + WORDED * worded(pieces, entry)) * (entry[0].split("|")[0] === whole ? CALLED : 1);
    // "Missing: ..." below a result names what was typed and not met, never the words we added.
    const missing = reading.filter((_, at) => degrees[at] < APART).flatMap(([own]) => own.filter((word) => !has(word)));
    item.terms = Object.fromEntries([...found.map((term) => [term, true]), ...missing.map((term) => [term, false])]);
  }
  for (const group of items) group.sort((a, b) => b.score - a.score);
  const worth = (/** @type {{score: number}[]} */ group) => group[0].score + SECOND * (group[1]?.score ?? 0);
  return items.sort((a, b) => worth(b) - worth(a));
}
