// Only on the page for addresses that do not exist: its words are what is looked for.

/**
 * @param {HTMLInputElement} query the search box
 * @param {boolean} room false on a phone, where the open search would hide what the page says
 */
export function mount(query, room) {
  if (query.value) return;
  const path = decoded(location.pathname).slice(decoded(window.__md_scope.pathname).length);
  query.value = (path.replace(/\.\w+$/, "").match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
  query.dispatchEvent(new Event("input"));
  if (room) query.select();
}

/** Whoever mistyped an address may have typed what is no escape. @param {string} path */
function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
