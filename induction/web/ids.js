// Ids and times: the one place where the page mints them.

let lastMs = 0;

/**
 * A new UUIDv7, always later than the one before from this tab.
 * @returns {string} lower-case text form
 */
export function uuid7() {
  // Two ids of one millisecond would sort at random, so the clock is pushed on by one instead.
  lastMs = Math.max(Date.now(), lastMs + 1);
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(lastMs / 2 ** (8 * (5 - i))) % 256;
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/**
 * This instant in UTC, to the second: `2026-11-22T09:30:00Z`.
 * @returns {string}
 */
export function now() {
  return new Date().toISOString().slice(0, 19) + "Z";
}

/**
 * The reader's own date, by the clock on the wall: `2026-11-22`.
 * @returns {string}
 */
export function today() {
  const date = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** @returns {{now: string, today: string}} both, as every call of Python carries them */
export function clock() {
  return { now: now(), today: today() };
}
