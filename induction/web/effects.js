// What Python may ask the page to do. One table; the kinds are in docs/contracts.md.

import { say, unsay } from "./problems.js";
import { CallError } from "./runtime.js";

const ENOUGH = 6_000_000; // bytes; Python refuses a file of more than 5 MB, so there is no use in reading on

/**
 * @typedef {object} Page what an effect may use of the page
 * @property {() => URL} root the root of the site
 * @property {(command: {type: string, subject: string, args: object}) => void} send
 * @property {(ids: {open?: string | null, forget?: string | null}) => Promise<boolean>} record
 */

/** @type {Record<string, (effect: object, page: Page) => void | Promise<boolean>>} */
const EFFECTS = {
  "save-file": ({ name, text, type }) => download(name, text, type),
  "open-file": openFile,
  focus: ({ target }) => focus(document.getElementById(target)),
  "go-to": ({ page: address }, page) => follow(new URL(address, page.root()).href),
  announce: ({ text }) => announce(text),
  print: () => void setTimeout(() => window.print()), // printing blocks; the queue must not
  record: (effect, page) => page.record(effect),
};

/**
 * Run effects, one after the other. One that is not known or fails does not stop the next; one that says false,
 * or on which Python fails, does.
 * @param {object[]} effects
 * @param {Page} page
 */
export async function runEffects(effects, page) {
  for (const effect of effects) {
    try {
      if ((await EFFECTS[effect.kind](effect, page)) === false) return;
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

function openFile({ accept = "", command }, page) {
  const pick = () => {
    unsay("file");
    const input = document.createElement("input");
    input.type = "file";
    input.accept = accept;
    input.addEventListener("change", async () => {
      const [file] = input.files;
      if (!file) return;
      const text = await file.slice(0, ENOUGH).text();
      const { type, subject, args } = asCommand(command);
      page.send({ type, subject, args: { ...args, name: file.name, text } });
    });
    input.click();
  };
  // Browsers open a file window only shortly after a click; after a long wait the reader clicks once more.
  if (navigator.userActivation && !navigator.userActivation.isActive) say("file", [{ label: "Choose a file", run: pick }]);
  else pick();
}

/** A command named by its type, or given whole. */
function asCommand(command) {
  return typeof command === "string" ? { type: command, subject: "", args: {} } : { subject: "", args: {}, ...command };
}

function focus(element) {
  if (!element) return;
  if (!element.matches("a[href], button, input, select, textarea, summary, [tabindex]")) element.tabIndex = -1;
  element.focus();
}

/** A link that is clicked, so that instant navigation sees it and the worker lives on. */
function follow(address) {
  const link = document.createElement("a");
  link.href = address;
  document.body.append(link);
  link.click();
  link.remove();
}
