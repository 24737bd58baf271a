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
// Making the search index takes half a second of one core, and Python needs both to come up. So where the page has a tracker
// the index waits until that is there, or has failed, or until somebody turns to the search box: whichever comes first.
{
  const box = (/** @type {EventTarget | null} */ target) => target instanceof Element && target.matches("input[name=query]");
  const html = document.documentElement;
  let held = [];
  let holding = !new URLSearchParams(location.search).has("q");
  const release = () => {
    holding = false;
    for (const send of held) send();
    held = [];
  };
  const waits = () => holding && !/ready|failed/.test(html.dataset.induction ?? "") && document.querySelector("[data-widget]");
  for (const kind of ["focusin", "input", "keyup"]) addEventListener(kind, ({ target }) => box(target) && release(), true);
  new MutationObserver(() => waits() || release()).observe(html, { attributeFilter: ["data-induction"] });
  window.Worker = class extends Worker {
    #isSearch;
    constructor(address, options) {
      super(address, options);
      this.#isSearch = new URL(address, location.href).pathname.endsWith("/assets/search.js");
    }
    postMessage(...message) {
      const send = () => super.postMessage(...message);
      if (this.#isSearch && waits()) held.push(send);
      else send();
    }
  };
}
