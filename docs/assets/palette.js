// Sets light or dark before the page is drawn: the kept choice, else what the device asks for (no white flash at night).
(() => {
  const kept = window.__md_get("__palette");
  const follows = !kept || !kept.color || kept.color.media === "(prefers-color-scheme)";
  const device = matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default";
  document.body.setAttribute("data-md-color-scheme", follows ? device : kept.color.scheme);
})();
