// What the page itself has to know of an event; all else is Python's.

/**
 * @param {{content: string}} event
 * @returns {boolean} false for a raw draft: written at the key press, not yet completed by Python with prompt and content
 */
export function isWhole(event) {
  return event.content !== "";
}

/** @returns {boolean} true for plain values that the store takes for an event; Python reads it strictly */
export function isEvent(event) {
  return typeof event?.id === "string" && typeof event.type === "string" && typeof event.data === "object" && event.data !== null;
}

/**
 * @param {{data: {ids: unknown}}} event an erasure
 * @returns {string[]} the ids whose payload goes
 */
export function idsOf(event) {
  return Array.isArray(event.data?.ids) ? event.data.ids.filter((id) => typeof id === "string") : [];
}
