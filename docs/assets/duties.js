// Only on the page of all duties: the selects at its top choose which rows show. Nothing is kept.

/** @param {HTMLElement} row @param {[string, string][]} wanted */
const fits = (row, wanted) =>
  wanted.every(([name, value]) => (name === "moment" ? row.dataset.moment === value : row.dataset[name].split(" ").includes(value)));

/** Makes the form answer. @param {HTMLFormElement} form */
export function mount(form) {
  if (!form.hidden) return;
  const rows = [...document.querySelectorAll("tr[data-role]")];
  const count = form.querySelector("[data-count]");
  const moment = form.elements.namedItem("moment");
  const moments = [...moment.options];

  /** Moments of the chosen holder only: all of them together are too many to look through. */
  const narrow = () => {
    const role = form.elements.namedItem("role").value;
    const held = new Set(rows.filter((row) => !role || row.dataset.role === role).map((row) => row.dataset.moment));
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
    count.textContent = `Showing ${rows.filter((row) => !row.hidden).length} of ${rows.length}`;
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
  show();
}
