// What Material's own inline script defines, as a file, so that the content policy needs no exception for it.
// Runs before the page is drawn. The site's root is one folder above this file.
window.__md_scope = new URL("../", document.currentScript.src);
window.__md_hash = (text) => [...text].reduce((sum, letter) => (sum << 5) - sum + letter.charCodeAt(0), 0);
/** Read a kept setting. A blocked or damaged store counts as empty. */
window.__md_get = (key, store, scope = window.__md_scope) => {
  try {
    // Asked for here, inside: where cookies are blocked, the mere mention of localStorage throws.
    return JSON.parse((store ?? window.localStorage).getItem(`${scope.pathname}.${key}`));
  } catch {
    return null;
  }
};
/** Keep a setting, where the browser allows it. */
window.__md_set = (key, value, store, scope = window.__md_scope) => {
  try {
    (store ?? window.localStorage).setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
  } catch {
    // A blocked store only means that the choice of colours is not remembered.
  }
};
// A jump within the page is the browser's own work. Material would fetch the page once more for the first one, and all that
// Python showed and that stands in a form would go. This has to be listening before Material is. site.js keeps __shown.
window.__shown = location.pathname;
addEventListener("popstate", (event) => {
  if (location.pathname !== window.__shown) return;
  event.stopImmediatePropagation();
  if (history.scrollRestoration === "manual" && history.state) scrollTo(0, history.state.y);
});
