// Only on a script: hide the words of a point, say it, show them again. Nothing is kept, and paper always has all of it.

/** Makes the buttons answer. @param {HTMLElement} all The element with the buttons for all points. */
export function mount(all) {
  if (!all.hidden) return;
  const buttons = [...document.querySelectorAll("button[data-says]")];

  /** @param {HTMLButtonElement} button @param {boolean} shown */
  const set = (button, shown) => {
    document.getElementById(button.dataset.says).classList.toggle("said--hidden", !shown);
    button.setAttribute("aria-expanded", String(shown));
    button.querySelector("[data-verb]").textContent = shown ? "Hide" : "Show";
  };

  for (const button of buttons) {
    set(button, true);
    button.hidden = false;
    button.addEventListener("click", () => set(button, button.getAttribute("aria-expanded") === "false"));
  }
  all.addEventListener("click", (event) => {
    const pressed = /** @type {Element} */ (event.target).closest("[data-all]");
    if (!pressed) return;
    for (const button of buttons) set(button, pressed.dataset.all === "show");
    const shown = pressed.dataset.all === "show" ? "All the words are shown" : "All the words are hidden";
    all.querySelector("[role=status]").textContent = shown;
  });
  all.hidden = false;
}
