// The page's own words when something is wrong, at the top of each widget. Python need not be alive.

/** What the page says by itself. */
const WORDS = {
  unsaved: "Your last change is not saved. Save a copy now.",
  noRoom: "There is no room for it in this browser, so nothing was changed. Remove a record that is no longer needed, or use another browser.",
  fault: "That did not work, and nothing was changed. What you typed is still here.",
  restarted: "The tracker had to start again. Your last step was not done. What was saved before it is still here.",
  restartedSaved: "The tracker had to start again. Your last step is saved.",
  failed:
    "The tracker did not start. You can still read this page, and what you saved on this device is still here. " +
    "Check your connection, then try again. If it fails again, use another browser or another network.",
  file: "Ready for your file.",
  damaged: "Part of this record could not be read. That part is set aside on this device; the rest is here.",
};

const messages = new Map();

/**
 * Say something until it is taken back.
 * @param {keyof typeof WORDS} kind
 * @param {{label: string, run: () => void}[]} [actions] buttons after it
 */
export function say(kind, actions = []) {
  messages.set(kind, { text: WORDS[kind], actions });
  render();
}

/** Take messages back. @param {...string} kinds */
export function unsay(...kinds) {
  const had = kinds.filter((kind) => messages.delete(kind));
  if (had.length) render();
}

/** Show the messages in every widget of the page; called after each patch, as widgets come and go. */
export function render() {
  for (const widget of document.querySelectorAll("[data-widget]:not(span)")) { // one inside a sentence has no room for it
    const box = widget.querySelector("[data-induction-problem]") ?? addBox(widget);
    const shown = [...messages.keys()].join(" ");
    if (box.dataset.inductionProblem === shown) continue; // a status that is filled again is read out again
    box.dataset.inductionProblem = shown;
    box.classList.toggle("widget__problem--shown", messages.size > 0);
    box.replaceChildren(...[...messages.values()].map(paragraph));
  }
}

function addBox(widget) {
  const box = document.createElement("div");
  box.className = "widget__problem";
  box.setAttribute("role", "status");
  box.setAttribute("data-induction-problem", "");
  widget.prepend(box);
  return box;
}

function paragraph({ text, actions }) {
  const element = document.createElement("p");
  element.append(text);
  for (const { label, run } of actions) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button--secondary";
    button.textContent = label;
    button.addEventListener("click", run);
    element.append(" ", button);
  }
  return element;
}
