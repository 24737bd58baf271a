// Only on the page of all duties: the selects at its top choose which rows show. Nothing is kept.

/** A moment takes in its narrower ones: "after each session" also "after each session with a primary pupil". */
const isAt = (/** @type {string} */ moment, /** @type {string} */ chosen) => moment === chosen || moment.startsWith(`${chosen} `);

/** @param {HTMLElement} row @param {[string, string][]} wanted */
const fits = (row, wanted) =>
  wanted.every(([name, value]) => (name === "moment" ? isAt(row.dataset.moment, value) : row.dataset[name].split(" ").includes(value)));

/** Makes the form answer. @param {HTMLFormElement} form @param {string} [mine] the role chosen under "My role" */
export function mount(form, mine = "") {
  if (!form.hidden) return;
  const rows = [...document.querySelectorAll("tr[data-role]")];
  const count = form.querySelector("[data-count]");
  const moment = form.elements.namedItem("moment");
  const role = form.elements.namedItem("role");
  const moments = [...moment.options];

  /** Moments of the chosen holder only: all of them together are too many to look through. */
  const narrow = () => {
    const held = new Set(rows.filter((row) => !role.value || row.dataset.role === role.value).map((row) => row.dataset.moment));
    const chosen = moment.value;
    moment.replaceChildren(...moments.filter(({ value }) => !value || held.has(value)));
    moment.value = held.has(chosen) ? chosen : "";
  };

  const show = () => {
    narrow();
    const wanted = [...new FormData(form)].filter(([, value]) => value);
    for (const row of rows) row.hidden = !fits(row, wanted);
    for (const wrap of new Set(rows.map((row) => row.closest(".table-wrap")))) {
      const heading = wrap.previousElementSibling;
      wrap.hidden = !wrap.querySelector("tr[data-role]:not([hidden])");
      if (heading?.matches("h2")) {
        heading.hidden = wrap.hidden;
        const links = document.querySelectorAll(`.md-content li > a[href$="#${CSS.escape(heading.id)}"]`);
        for (const link of links) link.parentElement.hidden = wrap.hidden;
      }
    }
    const ours = mine && role.value === mine;
    const own = ours ? `: those of your role, ${role.selectedOptions[0].text.toLowerCase()}` : "";
    count.textContent = `Showing ${rows.filter((row) => !row.hidden).length} of ${rows.length}${own}`;
  };

  /** An address leads to its row or heading, whatever is chosen. */
  const follow = () => {
    if (!form.isConnected) return removeEventListener("hashchange", follow);
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target?.hidden) return;
    form.reset();
    setTimeout(() => target.scrollIntoView());
  };

  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(show)); // the fields are empty only after this event
  addEventListener("hashchange", follow);
  form.hidden = false;
  if (mine) role.value = mine;
  if (role.selectedIndex < 0) role.value = ""; // a role that holds no duty
  show();
  if (location.hash) follow();
}
