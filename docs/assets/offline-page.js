// Only on the page about the saved copy: what is kept, how large, of when, and the two switches.
import { keepAll, keepNothing, state, whyNot, wish } from "./offline.js";

const NAMES = { pages: "All pages, and the search", tracker: "Your induction: what answers on its pages need" };
const WHY = {
  full: "There is no room for it on this device, so nothing half was kept. Make some room, then try again.",
  network: "Not everything could be fetched, so the copy is not complete and is not used. Check your connection, then try again.",
  refused: "This browser does not let the handbook keep a copy. A private window often does not.",
  unsupported: "This browser, or this private window, cannot keep a copy. The handbook works here with a connection.",
  never: "No copy is kept at this address: it is one for writing the handbook.",
};

/** @param {string} at an instant or a day */
const day = (at) => new Date(at.length > 10 ? at : `${at}T12:00`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
const size = (/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;

/** @param {string} name @param {...(Node | string)} inside */
function make(name, ...inside) {
  const element = document.createElement(name);
  element.append(...inside);
  return element;
}

function button(label, run, kind = "") {
  const element = make("button", label);
  element.type = "button";
  element.className = `button ${kind}`.trim();
  element.addEventListener("click", run);
  return element;
}

/** Fills the page's place. @param {HTMLElement} place */
export async function mount(place) {
  const status = make("p");
  status.setAttribute("role", "status");
  const inside = make("div");
  place.replaceChildren(inside, status);

  const show = async (said = "") => {
    const wanted = wish();
    const has = wanted === "unsupported" || wanted === "never" ? null : await state().catch(() => null);
    inside.replaceChildren(...lines(wanted, has));
    status.textContent = said || WHY[wanted] || WHY[whyNot()] || "";
  };

  const keep = async () => {
    for (const one of inside.querySelectorAll("button")) one.disabled = true;
    status.textContent = "Fetching the handbook.";
    let told = 0;
    const done = await keepAll((now, total) => {
      if (now !== total && now - told < total / 4) return; // a few times, not at each file: it is read out
      told = now;
      status.textContent = `${now} of ${total} files are here.`;
    });
    await show(done ? "The whole handbook is kept on this device." : WHY[whyNot()] || WHY.network);
    inside.querySelector("button")?.focus();
  };

  const off = async () => {
    await keepNothing();
    await show("Nothing of the handbook is kept on this device. Your own record is still here.");
    inside.querySelector("button")?.focus();
  };

  function lines(wanted, has) {
    if (wanted === "unsupported" || wanted === "never") return [];
    const kept = has?.kept ?? { pages: null, tracker: null };
    const found = [];
    if (kept.pages) {
      found.push(make("p", make("strong", `The handbook of ${day(has.built)} is kept on this device.`)));
      found.push(
        make(
          "ul",
          ...Object.entries(NAMES).map(([group, name]) =>
            make("li", `${name} (${size(has.bytes[group])}): `, kept[group] ? `kept since ${day(kept[group])}` : "not kept yet"),
          ),
        ),
      );
    } else if (wanted === "off") found.push(make("p", "You chose to keep nothing. Without a connection the handbook does not open here."));
    else found.push(make("p", "Nothing is kept on this device yet."));
    if (!kept.pages || !kept.tracker) found.push(button("Keep the whole handbook on this device", keep));
    if (kept.pages) found.push(button("Keep nothing on this device", off, "button--secondary"));
    return found;
  }

  await show();
}
