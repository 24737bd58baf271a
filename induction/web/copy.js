// The file of last resort: made by the page alone, from what is stored and what stands in the fields.

import { download } from "./effects.js";
import { now, today } from "./ids.js";

/**
 * Hand out the record as a file, also when Python is dead or the store is full.
 * @param {{service: string, record: string | null, store: import("./store.js").Store, unsaved: object[]}} from
 */
export function saveCopy({ service, record, store, unsaved }) {
  const { events, drafts } = record ? store.load(record) : { events: [], drafts: [] };
  const { name = "", programme = "" } = store.records().find((one) => one.record === record)?.about ?? {};
  const byId = new Map();
  // Later texts of one id win: an event, its draft, what stands in the field.
  for (const text of [...events, ...drafts]) byId.set(JSON.parse(text).id, text);
  for (const event of unsaved) byId.set(event.id, JSON.stringify(event));
  const head = { format: "induction-record", version: 1, kind: "record", service, record: record ?? "", name, programme, saved: now() };
  const text = `${JSON.stringify(head).slice(0, -1)},"events":[\n${[...byId.values()].join(",\n")}\n]}\n`;
  const who = name.replace(/[^\p{L}\p{N} .'-]/gu, "").trim();
  download(["Induction record", who, today()].filter(Boolean).join(" - ") + ".json", text);
}
