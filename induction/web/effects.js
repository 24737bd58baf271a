// What Python may ask the page to do. One table; the kinds are in docs/contracts.md.

import { openFile } from "./files.js";
import { isText } from "./patch.js";
import { CallError } from "./runtime.js";

/**
 * @typedef {object} Page what an effect may use of the page
 * @property {() => URL} root the root of the site
 * @property {(command: {type: string, subject: string, args: object}) => void} send
 * @property {(ids: {open?: string | null, forget?: string | null}) => Promise<boolean>} record
 */

/** @type {Record<string, (effect: object, page: Page, at: Element | null) => void | Promise<boolean>>} */
const EFFECTS = {
  "save-file": ({ name, text, type }) => download(name, text, type),
  "open-file": openFile,
  focus: ({ target }, page, at) => hasMovedOn(at) || focus(document.getElementById(target)),
  "go-to": ({ page: address }, page) => follow(new URL(address, page.root()).href),
  announce: ({ text }) => announce(text),
  "copy-text": (effect) => void copyText(effect), // a browser may ask first; the queue must not wait for that
  print: () => void setTimeout(() => window.print()), // printing blocks; the queue must not
  record: (effect, page) => page.record(effect),
};

/**
 * Run effects, one after the other. One that is not known or fails does not stop the next; one that says false,
 * or on which Python fails, does.
 * @param {object[]} effects
 * @param {Page} page
 * @param {Element | null} [at] what had the focus when the command was given
 */
export async function runEffects(effects, page, at = null) {
  for (const effect of effects) {
    try {
      if ((await EFFECTS[effect.kind](effect, page, at)) === false) return;
    } catch (error) {
      if (error instanceof CallError) throw error;
      console.error(`effect ${effect.kind}`, error);
    }
  }
}

/**
 * Offer a file.
 * @param {string} name
 * @param {string} text
 * @param {string} [type]
 */
export function download(name, text, type = "application/json") {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * Say something to people who listen rather than look.
 * @param {string} text
 */
export function announce(text) {
  let region = document.getElementById("induction-live");
  if (!region) {
    region = document.createElement("div");
    region.id = "induction-live";
    region.className = "md-sr-only";
    region.setAttribute("role", "status");
    document.body.append(region);
  }
  region.textContent = "";
  setTimeout(() => (region.textContent = text), 100); // a region must be there, and change, to be read out
}

/** On the clipboard where the browser lets us; selected for the reader's own copying in any case. */
async function copyText({ text, target }) {
  const box = document.getElementById(target);
  focus(box);
  box?.select?.();
  try {
    await navigator.clipboard.writeText(text);
    announce("Copied. Paste it into a mail");
  } catch {
    announce("Selected. Copy it now, and paste it into a mail");
  }
}

let placed = null; // what an effect put the focus on last

/** A slow answer must not take the focus out of the field in which the reader types by now: the next letters would go elsewhere. */
function hasMovedOn(at) {
  const now = document.activeElement;
  return at !== null && now !== null && now !== at && now !== placed && isText(now);
}

function focus(element) {
  if (!element) return;
  placed = element;
  if (!element.matches("a[href], button, input, select, textarea, summary, [tabindex]")) element.tabIndex = -1;
  element.focus();
}

/**
 * On a page reached by a link to a place in it the focus is there, as it is after a page load. Where the page is put in place of
 * another the browser may lose it on the way, and the next key would do nothing; and what only Python shows was not there yet
 * when the browser looked for it, so the page still stands at its top.
 */
export function arrive() {
  const target = document.getElementById(location.hash.slice(1));
  if (document.activeElement !== document.body || !target?.closest("[data-widget]")) return;
  if (!target.matches("a[href], button, input, select, textarea, summary, [tabindex]")) target.tabIndex = -1;
  target.focus({ preventScroll: scrollY > 0 });
}

/** A link that is clicked, so that instant navigation sees it and the worker lives on. */
function follow(address) {
  const link = document.createElement("a");
  link.href = address;
  document.body.append(link);
  link.click();
  link.remove();
}
