// How a question is read: which of its words say something, what else they are called here, how they were meant to be spelt.
// search.js brings it in; all of these share one scope.
/* global nearest */
/* exported read, write, sought */

// English filler. Negatives, "only", "must" and "may" stay: in this handbook they carry meaning.
const FILLER = new Set(
  ("a about actually am an and any are as at be been being but by can could did do does doing for from get gets give go goes going had has have he her " +
    "him his how i if in into is it its just many me much my need of on or our out really she should so some somebody someone tell that the their them " +
    "then there they this to up us want wants was we were what when where which who whom whose why will with would you your " +
    // Short forms, and what asks for a word's meaning.
    "hes id im ive shes theyre whats wheres whos know knows anyone anybody something away definition mean meaning means stand stands").split(" "),
);
const NOT = /^(are|ca|could|did|do|does|has|have|is|must|should|was|were|wo|would)nt$/; // "won't", as it is typed and as `words` leaves it

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
  for (const known of vocabulary) if (known.startsWith(begin)) return word;
  return nearest(word, vocabulary);
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
      const phrase = own.map(stem).join(" ");
      group = Object.hasOwn(phrases, phrase) ? phrases[phrase] : undefined; // "constructor" is a word, and what every object has
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
