// The page's events, caught once on the document, so that controls that are patched in work too.

import { isText } from "./patch.js";

/**
 * @param {{
 *   fields: import("./fields.js").Fields,
 *   command: (element: HTMLElement, submitter?: HTMLElement | null) => void,
 *   hidden: () => void,
 *   lost: () => boolean,
 *   thawed: () => void,
 * }} on `lost`: whether leaving the page loses words
 */
export function listen({ fields, command, hidden, lost, thawed }) {
  const inWidget = (handler) => (event) => {
    if (event.target instanceof Element && event.target.closest("[data-widget]")) handler(event, event.target);
  };
  document.addEventListener(
    "input",
    inWidget((event, control) => {
      if (fields.owns(control)) {
        if (isText(control)) fields.changed(control);
      } else if ("value" in control) markDirty(control);
    }),
  );
  document.addEventListener(
    "change",
    inWidget((event, control) => {
      if (fields.owns(control)) fields.changed(control);
    }),
  );
  document.addEventListener(
    "focusout",
    inWidget((event, control) => fields.left(control)),
  );
  document.addEventListener(
    "click",
    inWidget((event, target) => {
      const element = target.closest("[data-command]");
      if (!element || element.localName === "form") return;
      event.preventDefault();
      if (!element.disabled) command(element);
    }),
  );
  document.addEventListener(
    "submit",
    inWidget((event, form) => {
      event.preventDefault(); // a form in a widget never leaves the page
      if ("command" in form.dataset) command(form, event.submitter);
    }),
  );
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && hidden());
  window.addEventListener("pagehide", hidden);
  // It is stored nowhere: the browser asks before it goes.
  window.addEventListener("beforeunload", (event) => lost() && event.preventDefault());
  window.addEventListener("pageshow", (event) => event.persisted && thawed());
}

/** Python leaves it alone until its form is submitted; of radio buttons, the whole group. */
function markDirty(control) {
  const group = control.type === "radio" && control.form ? control.form.elements.namedItem(control.name) : null;
  for (const one of group instanceof RadioNodeList ? group : [control]) one.setAttribute("data-dirty", "");
}
