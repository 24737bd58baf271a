// Which tab is writing. A draft belongs to one tab; when that tab is gone its drafts may be sealed by another.

/**
 * Claim an id for this tab: a new one for every page load, so that a duplicated tab (which copies session
 * storage) can never share one, and a reload counts as leaving the page. A Web Lock of that name is held as long
 * as the page lives; the browser lets go of it however the page ends.
 * @param {string} service id of the service
 * @param {{locks?: LockManager}} [nav] the navigator; another in tests
 * @returns {Promise<{id: string, leave: () => void, gone: () => Promise<(tab: string, event: {at: string}) => boolean>}>}
 *   `gone` finds out which tabs live now, and answers a test for drafts whose tab does not; `leave` gives the id up
 */
export async function claimTab(service, nav = globalThis.navigator) {
  const id = Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const name = (tab) => `induction/${service}/tab/${tab}`;
  // Locks are missing on plain http; there a tab that has not written for ten minutes is taken for gone.
  if (!nav?.locks) return { id, leave: () => {}, gone: async () => (tab, event) => tab !== id && olderThanTenMinutes(event.at) };
  let leave;
  await new Promise((resolve) => {
    nav.locks
      .request(name(id), () => {
        resolve();
        return new Promise((done) => (leave = done)); // held until the page goes
      })
      .catch(resolve);
  });
  return {
    id,
    leave: () => leave?.(),
    gone: async () => {
      const alive = new Set((await nav.locks.query()).held.map((lock) => lock.name));
      return (tab) => tab !== id && !alive.has(name(tab));
    },
  };
}

/**
 * @param {string} at an instant, as events carry it
 * @returns {boolean} true when it is more than ten minutes ago, or cannot be read
 */
export function olderThanTenMinutes(at) {
  return !(Date.now() - Date.parse(at) < 10 * 60 * 1000);
}
