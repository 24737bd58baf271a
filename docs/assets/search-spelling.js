// Slips of spelling: how far two words are from each other, and which is nearest. search.js brings it in.
/* exported nearest */

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

/**
 * The nearest of some words that begin with the same letter: one edit away, or two from a longer word; else the word itself.
 * @param {string} word @param {Iterable<string>} known @returns {string}
 */
function nearest(word, known) {
  let [best, least] = [word, word.length > 6 ? 3 : 2];
  for (const one of known) {
    const edits = one[0] === word[0] ? distance(word, one, least - 1) : least;
    if (edits < least) [best, least] = [one, edits];
  }
  return best;
}
