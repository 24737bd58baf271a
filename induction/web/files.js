// Files a reader hands over: chosen in a window, or dropped on a place that says so.

import { say, unsay } from "./problems.js";

const MOST = 5_000_000; // bytes; Python refuses a larger file, so there is no use in reading it
const MANY = 60; // files at once; the rest can come with the next choice

/**
 * Ask for a file, or for several, then send a command with them: `args` {name, text, size}, or {files} of those.
 * @param {{accept?: string, multiple?: boolean, command: string | object}} effect
 * @param {import("./effects.js").Page} page
 */
export function openFile({ accept = "", multiple = false, command }, page) {
  const pick = () => {
    unsay("file");
    const input = document.createElement("input");
    input.type = "file";
    input.accept = accept;
    input.multiple = multiple;
    input.addEventListener("change", async () => {
      if (!input.files.length) return;
      const { type, subject, args } = asCommand(command);
      const files = multiple ? await read(input.files) : [await one(input.files[0], accept.includes("csv") ? sheetOf : textOf)];
      page.send({ type, subject, args: { ...args, ...(multiple ? { files } : files[0]) } });
    });
    input.click();
  };
  // Browsers open a file window only shortly after a click; after a long wait the reader clicks once more.
  if (navigator.userActivation && !navigator.userActivation.isActive) say("file", [{ label: "Choose a file", run: pick }]);
  else pick();
}

/**
 * Files dropped on an element with `data-drop` (a command's type; `data-args` goes along). A button beside it does the same.
 * @param {(command: {type: string, subject: string, args: object}) => void} send
 */
export function dropFiles(send) {
  const place = (event) => (event.target instanceof Element ? event.target.closest("[data-widget] [data-drop]") : null);
  document.addEventListener("dragover", (event) => {
    if (place(event) && event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  document.addEventListener("drop", async (event) => {
    const on = place(event);
    if (!on || !event.dataTransfer?.files.length) return;
    event.preventDefault(); // or the browser would leave the page for the file
    const { drop: type, args } = on.dataset;
    const files = await read(event.dataTransfer.files);
    send({ type, subject: "", args: { ...(args ? JSON.parse(args) : {}), files } });
  });
}

async function read(files) {
  const readable = [...files].slice(0, MANY);
  return Promise.all(readable.map(async (file) => ({ name: file.name, size: file.size, text: file.size > MOST ? "" : await textOf(file) })));
}

/** One file alone: of a larger one so much that Python sees that it is too large. */
async function one(file, text = textOf) {
  return { name: file.name, size: file.size, text: await text(file.slice(0, MOST + 1)) };
}

/** What cannot be read (a folder, a file gone meanwhile) is null: Python says so. */
function textOf(file) {
  return file.text().catch(() => null);
}

/** The text of a CSV file. Excel writes some as Windows-1252 or UTF-16, where an accent would be lost. */
export async function sheetOf(file) {
  const bytes = await file.arrayBuffer().catch(() => null);
  if (!bytes) return null;
  const [a, b] = new Uint8Array(bytes);
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return new TextDecoder(a === 0xff ? "utf-16le" : "utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** A command named by its type, or given whole. */
function asCommand(command) {
  return typeof command === "string" ? { type: command, subject: "", args: {} } : { subject: "", args: {}, ...command };
}
