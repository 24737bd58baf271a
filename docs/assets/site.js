// Loaded on every page. Small jobs: the menu, search and colour buttons; what a new page needs after instant navigation
// (the age of its review date too); fetching the induction runtime, only where a page has a widget; and the saved copy, later.
/* global document$ */
const root = document.documentElement;
root.dataset.induction = "idle";

const wide = matchMedia("(min-width: 76.25em)"); // Material's own limits: the side column shows,
const middle = matchMedia("(min-width: 60em)"); // the search field shows
const menuOf = () => document.querySelector(".md-sidebar--primary");

/** The two things that open over the page: Material's checkbox, our button, and what the closed one must not let in. */
const overlays = {
  drawer: { body: menuOf, always: wide, first: () => menuOf()?.querySelector("[data-closes]") },
  search: {
    body: () => document.querySelector(".md-search"),
    always: middle,
    first: () => document.querySelector("input[name=query]"),
  },
};
for (const [name, overlay] of Object.entries(overlays)) {
  overlay.toggle = document.querySelector(`[data-md-toggle=${name}]`);
  overlay.button = document.querySelector(`[data-opens=${name}]`);
  overlay.toggle?.addEventListener("change", () => show(overlay));
  overlay.always.addEventListener("change", () => show(overlay));
}

/**
 * Makes the page say what the checkbox says: a closed overlay takes no focus, an open menu keeps it.
 * @param {typeof overlays.drawer} overlay
 */
function show(overlay) {
  const open = Boolean(overlay.toggle?.checked);
  overlay.button?.setAttribute("aria-expanded", String(open));
  const body = overlay.body();
  if (body) body.inert = !open && !overlay.always.matches;
  if (overlay === overlays.drawer) {
    const behind = open && !wide.matches;
    const parts = ".skip, .md-header, .md-tabs, .urgent-strip, .md-content, .md-sidebar--secondary, .md-top, .md-footer";
    for (const part of document.querySelectorAll(parts)) part.inert = behind;
  } else {
    body?.querySelector(".md-search__scrollwrap")?.setAttribute("tabindex", open ? "0" : "-1");
  }
}

/** @param {typeof overlays.drawer} overlay @param {boolean} open */
function set(overlay, open) {
  if (overlay.toggle && overlay.toggle.checked !== open) overlay.toggle.click();
  show(overlay);
  if (open) overlay.first()?.focus();
  else if (overlay.button?.offsetParent) overlay.button.focus();
}

document.addEventListener("click", (event) => {
  const target = /** @type {Element} */ (event.target);
  const opens = target.closest("[data-opens]");
  const closes = target.closest("[data-closes]");
  if (opens) set(overlays[opens.dataset.opens], true);
  else if (closes) set(overlays[closes.dataset.closes], false);
  else if (target.closest("[data-colours]")) switchColours();
  else if (target.closest("[data-skip]")) {
    // The header outlives instant navigation, so its link would lead to the page first opened.
    event.preventDefault();
    event.stopPropagation();
    document.getElementById("main-content")?.focus();
  }
}, true);

// A jump within the page is the browser's own work: see scope.js, which minds the way back.
const isHere = ({ origin, pathname, search }) => origin === location.origin && pathname === location.pathname && search === location.search;
document.addEventListener("click", (event) => {
  const link = /** @type {Element} */ (event.target).closest("a[href*='#']");
  if (link?.hash && isHere(link)) event.stopPropagation();
}, true);

addEventListener("keydown", (event) => {
  const open = Object.values(overlays).find((overlay) => overlay.toggle?.checked);
  if (event.key === "Escape" && open) {
    event.stopImmediatePropagation(); // Material would leave the focus on nothing
    open.first()?.blur();
    set(open, false);
  } else if (!open && /^[pnfs,./]$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
    // Material turns single letters into commands ("n" leaves the page). WCAG 2.1.4 wants a way to turn that off: it is off.
    event.stopImmediatePropagation();
  }
}, true);

// Material hears keys only: text that is pasted, dictated or picked from a list would find nothing until the next key.
const asked = () => document.querySelector("input[name=query]");
asked()?.addEventListener("input", () => asked().dispatchEvent(new KeyboardEvent("keyup")));

// Where nothing is found, a way on is shown. Material writes the sentence and nothing else.
const foundNone = document.querySelector("[data-search-none]");
const told = document.querySelector(".md-search-result__meta");
if (told && foundNone) {
  new MutationObserver(() => (foundNone.hidden = !told.textContent.startsWith("No "))).observe(told, { childList: true, subtree: true });
}

/** The message about a page names the section, where its address does. */
document.addEventListener("click", (event) => {
  const link = /** @type {Element} */ (event.target).closest("a[data-wrong]");
  const title = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!link || !title || /%0D%0ASection/.test(link.href)) return;
  link.href += encodeURIComponent(`\r\nSection: ${title.textContent.replace("¶", "").trim().slice(0, 80)} (${location.hash})`);
});

/** One button for light and dark. Choosing what the device asks for means following the device again. */
function switchColours() {
  const dark = document.body.dataset.mdColorScheme !== "slate";
  const device = matchMedia("(prefers-color-scheme: dark)").matches;
  const [follow, light, night] = document.querySelectorAll("[data-md-component=palette] input");
  (dark === device ? follow : dark ? night : light)?.click();
}

const colours = document.querySelector("[data-colours]");
const tellColours = () => colours?.setAttribute("aria-pressed", String(document.body.dataset.mdColorScheme === "slate"));
new MutationObserver(tellColours).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
tellColours();

/** Lets the keyboard scroll what is wider than the page, and names it. */
function nameScrollers() {
  for (const box of document.querySelectorAll(".table-wrap, .md-typeset__table, .md-typeset__scrollwrap")) {
    if (box.scrollWidth <= box.clientWidth) continue;
    if (box.parentElement.closest(".table-wrap")) continue;
    const heading = box.querySelector("caption")?.textContent || "Table, scrolls sideways";
    box.tabIndex = 0;
    if (!box.hasAttribute("role")) box.setAttribute("role", "group"); // not "region": landmarks want names of their own
    if (!box.hasAttribute("aria-label") && !box.hasAttribute("aria-labelledby")) box.setAttribute("aria-label", heading.trim());
  }
}

/** Addresses that paper needs: those of other sites. (Material makes every address absolute, so CSS cannot tell.) */
function markAddresses() {
  for (const link of document.querySelectorAll(".md-content a[href^=http]")) {
    if (link.origin !== location.origin) link.dataset.address = link.href.replace(/^https?:\/\/(www\.)?|\/$/g, "");
  }
}

/** Says beside a review date that it lies more than a year back, by the reader's own clock. */
function tellAges() {
  const now = new Date();
  const day = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const yearAgo = `${now.getFullYear() - 1}-${day(now.getMonth() + 1)}-${day(now.getDate())}`;
  for (const date of document.querySelectorAll("[data-reviewed]")) {
    if (date.dataset.reviewed >= yearAgo || date.querySelector("strong")) continue;
    const late = document.createElement("strong");
    late.textContent = "not reviewed for over a year";
    date.append(" (", late, ")");
  }
}

/** Fetches the runtime where a page has a widget, and hands it the page. Elsewhere not one byte of it is loaded. */
async function mountWidgets() {
  const widget = document.querySelector("[data-widget]");
  if (!widget) return;
  try {
    const { runtime, build } = widget.dataset;
    const island = await import(new URL(`${runtime}island.js?b=${build}`, document.baseURI));
    await island.mount(document);
  } catch (problem) {
    root.dataset.induction = "failed"; // the static page still reads; tracker.css shows the sentence that says so
    console.error(problem);
  }
}

const ROLE = "handbook/role"; // an id of a role, nothing of any record
/** Kept where the browser allows it; else the choice holds for this page. @param {string} [role] */
function keptRole(role) {
  try {
    if (role === undefined) return localStorage.getItem(ROLE) ?? "";
    if (role) localStorage.setItem(ROLE, role);
    else localStorage.removeItem(ROLE);
  } catch {
    // Blocked or full.
  }
  return role ?? "";
}

/** The search worker asks for it, and hears of a change. */
const tellRole = typeof BroadcastChannel === "function" ? new BroadcastChannel(ROLE) : null;
if (tellRole) {
  tellRole.onmessage = ({ data }) => {
    if (data === null) tellRole.postMessage(keptRole());
  };
  tellRole.postMessage(keptRole()); // a worker that was quicker than this file
}

/** "My role", asked once: its pages come first in a list and say so, the rest stay, each saying whose it is. */
function mountRole() {
  const form = document.querySelector("[data-my-role]");
  if (!form?.hidden) return;
  const select = form.querySelector("select");
  const said = form.querySelector("[data-chosen]");
  const list = document.querySelector(".list:has(> [data-roles])");
  const entries = [...(list?.children ?? [])];

  const show = () => {
    const role = select.value;
    const isMine = (/** @type {HTMLElement} */ entry) => Boolean(role) && entry.dataset.roles.split(" ").includes(role);
    for (const entry of entries) {
      entry.querySelector("[data-mine]")?.remove();
      if (!isMine(entry)) continue;
      const mark = document.createElement("strong");
      mark.dataset.mine = "";
      mark.textContent = "Your role. ";
      entry.querySelector(".whose").before(mark);
    }
    const mine = entries.filter(isMine);
    // My role first, then everyone's pages, then other roles'; and in each what holds here before examples from elsewhere.
    const rank = (/** @type {HTMLElement} */ entry) =>
      (isMine(entry) ? 0 : entry.dataset.roles ? 2 : 1) + (entry.dataset.standing === "elsewhere" ? (isMine(entry) ? 0.5 : 3) : 0);
    list?.replaceChildren(...(role ? [...entries].sort((one, other) => rank(one) - rank(other)) : entries));
    const option = select.selectedOptions[0];
    said.replaceChildren();
    if (!role) return;
    const link = document.createElement("a");
    link.href = option.dataset.page;
    link.textContent = `${option.text}: duties and where to start`;
    said.append(list ? `${mine.length} of ${entries.length} are for your role and come first. ` : "", link);
  };

  const kept = keptRole();
  if ([...select.options].some(({ value }) => value === kept)) select.value = kept;
  select.addEventListener("change", () => {
    keptRole(select.value);
    tellRole?.postMessage(select.value);
    show();
  });
  form.hidden = false;
  show();
}

/** What only one kind of page needs, fetched there: the choice of duties, rehearsing a script, what a lost reader may look for. */
async function mountRare() {
  const form = document.querySelector("form[data-duties]");
  if (form) (await import("./duties.js")).mount(form, keptRole());
  const rehearsal = document.querySelector("[data-rehearse]");
  if (rehearsal) (await import("./rehearse.js")).mount(rehearsal);
  if (document.querySelector("[data-lost]")) (await import("./lost.js")).mount(asked(), middle.matches);
}

/** The saved copy can wait: where it is what you read, that is said at once; else this comes after all that the page fetches. */
async function mountOffline() {
  if (!navigator.serviceWorker) return;
  if (!navigator.serviceWorker.controller && document.readyState !== "complete") {
    await new Promise((resolve) => addEventListener("load", resolve, { once: true }));
  }
  // A connection lost since the page came leaves a page that reads; keeping a copy waits for the next one.
  const offline = await import("./offline.js").catch(() => null);
  if (!offline) return;
  offline.onPage();
  const place = document.querySelector("[data-offline]");
  if (place) (await import("./offline-page.js")).mount(place);
}

/** Runs for the first page and after each instant navigation. */
function onPage() {
  Object.values(overlays).forEach(show);
  nameScrollers();
  markAddresses();
  tellAges();
  mountWidgets();
  mountRare();
  mountRole();
  mountOffline();
  // Material keeps the header of the page first opened, and makes its links absolute.
  document.querySelector("[data-skip]")?.setAttribute("href", "#main-content");
  if (window.__shown !== location.pathname && !location.hash) {
    // A new page without a reload: without this the focus is lost and a screen reader says nothing.
    const heading = document.querySelector(".md-content h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
  }
  window.__shown = location.pathname;
}

addEventListener("resize", nameScrollers);
addEventListener("beforeprint", () => {
  // Paper shows what was typed, all of it, also where CSS cannot size a field by its text.
  for (const area of document.querySelectorAll("textarea")) area.style.setProperty("--typed", area.value ? `${area.scrollHeight}px` : "0px");
});
addEventListener("afterprint", () => {
  for (const area of document.querySelectorAll("textarea")) area.style.removeProperty("--typed");
});

if (typeof document$ === "undefined") onPage();
else document$.subscribe(onPage);
