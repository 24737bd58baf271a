// Putting what Python rendered into the page without touching what the reader is at.

import { Idiomorph } from "./idiomorph.js";

/** What Python wants in a control that was left alone because the focus was in it. */
const wanted = new WeakMap();

/**
 * A form's command is on its way: what stands in its controls goes with it, and what is typed from now on does not.
 * @param {HTMLFormElement | null} form
 */
export function sent(form) {
  form?.querySelectorAll("[data-dirty]").forEach((control) => control.setAttribute("data-dirty", "sent"));
}

/**
 * Morph patches in.
 * @param {{target: string, html: string}[]} patches
 * @param {import("./fields.js").Fields} fields knows whose text is not stored yet
 * @param {HTMLFormElement | null} [submitted] a form whose command was just stored: what was sent of it takes what Python
 *   rendered; what was typed while Python was at it stays
 */
export function applyPatches(patches, fields, submitted = null) {
  submitted?.querySelectorAll("[data-dirty=sent]").forEach((control) => control.removeAttribute("data-dirty"));
  const at = document.activeElement;
  const before = at?.closest("[data-widget]") ? headingsBefore(at) : [];
  const fold = at?.localName === "summary" ? at.parentElement.id : "";
  for (const { target, html } of patches) {
    const element = document.getElementById(target);
    if (!element) continue; // of a page that was left meanwhile
    Idiomorph.morph(element, html, {
      morphStyle: "innerHTML",
      callbacks: {
        beforeNodeMorphed: (old, fresh) => mayMorph(old, fresh, fields, submitted),
        beforeAttributeUpdated: (name, owner, change) => !(name === "open" && owner.localName === "details") || opensOnce(owner, change),
      },
    });
  }
  if (before.length && !at.isConnected && !stayOn(fold)) stayNear(before);
}

/** A fold that opens by itself is another element (`reveal` in views/parts.py): who was on it stays on it. */
function stayOn(fold) {
  const other = fold.replace(/-(folded|opened)$/, (_, was) => (was === "folded" ? "-opened" : "-folded"));
  const summary = other === fold ? null : document.querySelector(`#${CSS.escape(other)} > summary`);
  summary?.focus();
  return summary !== null;
}

/** @returns {Element[]} the headings of the page that come before an element, the nearest first */
function headingsBefore(element) {
  const all = [...document.querySelectorAll(".md-content :is(h1, h2, h3, h4)")];
  return all.filter((one) => one.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING).reverse();
}

/** What had the focus is gone, a button with what it did: without this the next Tab would begin at the top of the page. */
function stayNear(headings) {
  const heading = headings.find((one) => one.isConnected);
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
}

const opened = new WeakSet();

/** Whether a reader has something open is the reader's; Python may open it once, when it has something to show. */
function opensOnce(details, change) {
  if (change === "remove" || opened.has(details)) return false;
  opened.add(details);
  return true;
}

/**
 * A control lost the focus with nothing unsaved: show what Python has wanted there since.
 * @param {Element} control
 */
export function release(control) {
  if (wanted.has(control) && control.value !== wanted.get(control)) control.value = wanted.get(control);
  wanted.delete(control);
}

/**
 * The reader typed: what Python wanted before is out of date.
 * @param {Element} control
 */
export function retake(control) {
  wanted.delete(control);
}

/** @returns {boolean} true for a control one types in */
export function isText(control) {
  if (control.localName === "textarea") return true;
  return control.localName === "input" && !/^(radio|checkbox|button|submit|reset|file|image|hidden)$/.test(control.type);
}

function mayMorph(old, fresh, fields, submitted) {
  if (old.nodeType !== Node.ELEMENT_NODE) return true;
  if (old.hasAttribute("data-induction-problem")) return false; // the page's own words
  if (!/^(input|textarea|select)$/.test(old.localName)) return true;
  const held = old.hasAttribute("data-dirty") || fields.isHeld(old);
  // A link to a field puts the focus into it before Python has shown what stands there; nobody can have typed in it yet.
  // Nor does anybody type in a field that closes: the words of a record that was closed do not stay in it.
  const typed = !old.readOnly && !fresh.readOnly && !fields.yields(old) && !(submitted && old.form === submitted);
  const focused = old === document.activeElement && isText(old) && typed;
  if (!held && !focused) {
    if (isText(old)) fields.took(old, fresh.value);
    return true;
  }
  if (fresh.localName === old.localName) {
    if (!held) wanted.set(old, fresh.value);
    else if (fresh.value === old.value) fields.agreed(old);
  }
  copyState(old, fresh);
  return false;
}

/** Everything about a control but what stands in it: read-only, described by, invalid. */
function copyState(old, fresh) {
  const own = new Set(["value", "checked", "data-dirty", "id"]);
  for (const { name, value } of fresh.attributes) if (!own.has(name) && old.getAttribute(name) !== value) old.setAttribute(name, value);
  for (const { name } of [...old.attributes]) if (!own.has(name) && !fresh.hasAttribute(name)) old.removeAttribute(name);
}
