// Signs in a question that a child may be at risk now: the page for that comes first then, whatever else answers.
// search.js brings it in, and all of these share one scope. The signs are content/search.yml's.
/* global docs, vocabulary, words, nearest, stem, BLOCK, HIDDEN */
/* exported harmIn, front */

const BETWEEN = 3; // so many other words may stand between two of a phrase: "not (think she is) safe"
const GOOD = 3; // among so many results an answer counts as found

/** @type {{known: Set<string>, long: string[], signs: {part: string, phrases: string[][], acts: Set<string>, by: Set<string>}[]} | null} */
let harms = null;

/** The signs, cut into words once. */
function signs() {
  const { people, signs: listed } = self.SEARCH_HARM;
  const known = new Set();
  const cut = listed.map(({ part, words: own, acts, by }) => {
    const phrases = own.map(words);
    [...phrases.flat(), ...acts].forEach((word) => known.add(word));
    return { part, phrases, acts: new Set(acts), by: new Set(by.length ? by : people) };
  });
  for (const word of people) known.add(word);
  return { known, long: [...known].filter((word) => word.length > 3), signs: cut };
}

/** @type {Set<string> | null} the stems of all words of the index */
let stems = null;

/**
 * The sign that a slip of spelling stood for; a word that the handbook has is none, nor one that is still being typed.
 * @param {string} word @param {boolean} last
 */
function meantSign(word, last) {
  if (harms.known.has(word) || word.length < 3 || /\d/.test(word)) return word;
  stems ??= new Set([...vocabulary].map(stem));
  if (vocabulary.has(word) || stems.has(stem(word))) return word;
  if (last) for (const one of vocabulary) if (one.startsWith(word)) return word;
  return nearest(word, harms.long);
}

/** Whether the words of a phrase stand in a list, in order and near each other. @param {string[]} list @param {string[]} phrase */
function stands(list, phrase) {
  const from = (/** @type {number} */ at, /** @type {number} */ nth) =>
    nth === phrase.length ||
    list.slice(at, at + 1 + BETWEEN).some((word, ahead) => word === phrase[nth] && from(at + ahead + 1, nth + 1));
  return list.some((word, at) => word === phrase[0] && from(at + 1, 1));
}

/** The parts of the page that a question's signs lead to, the best first; none without a sign. @param {string} query */
function harmIn(query) {
  if (!self.SEARCH_HARM) return [];
  harms ??= signs();
  const typed = words(query).map((word, at, { length }) => meantSign(word, at === length - 1));
  const met = harms.signs.filter(({ phrases, acts, by }) =>
    phrases.some((phrase) => stands(typed, phrase)) ||
    // Beside somebody, or all that was typed.
    typed.some((word, at) => acts.has(word) && (typed.length === 1 || typed.some((one, other) => other !== at && by.has(one)))));
  return [...new Set(met.map(({ part }) => part))];
}

/** An entry that the engine did not find, with the first that its page shows of it: what to do. */
const opening = (doc) => ({ ...doc, text: (doc.text.match(BLOCK) ?? []).find((one) => !HIDDEN.test(one)) ?? "" });

/**
 * Puts the page in front of all results; the engine need not have found it. Where it was among the best, its parts stand as
 * the engine has them; else the parts that the signs lead to come first.
 */
function front(items, parts) {
  const { page } = self.SEARCH_HARM;
  const at = items.findIndex(([first]) => first.location.split("#")[0] === page);
  const found = at < 0 ? [] : items.splice(at, 1)[0];
  const best = Math.max(1, ...items.slice(0, 1).map(([first]) => first.score), ...found.map(({ score }) => score));
  const own = [...parts.map((part) => `${page}#${part}`), page].filter((address) => docs.has(address));
  const put = own.map((address) => {
    const { terms = {}, ...rest } = found.find(({ location }) => location === address) ?? opening(docs.get(address));
    // So that these parts stand open below the page, and nothing is said to be missing.
    return { ...rest, terms: Object.fromEntries(Object.entries(terms).filter(([, has]) => has)), score: best };
  });
  const rest = found.filter(({ location }) => !own.includes(location));
  const made = at >= 0 && at < GOOD ? found.map((one) => put.find(({ location }) => location === one.location) ?? one) : [...put, ...rest];
  if (made.length) items.unshift(made);
}
