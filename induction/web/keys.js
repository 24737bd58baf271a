// The keys of local storage, as docs/contracts.md has them. Ids need no escape; what does is escaped all the same.

/** The keys of one service. */
export class Keys {
  /** @param {string} service */
  constructor(service) {
    /** What every key begins with. */
    this.all = `induction/${encodeURIComponent(service)}/`;
  }

  /** @param {string} id @returns {string} what every key of a record begins with */
  record(id) {
    return `${this.all}${encodeURIComponent(id)}/`;
  }

  /** @returns {string} */
  about(record) {
    return `${this.record(record)}about`;
  }

  /** @returns {string} */
  event(record, id) {
    return `${this.record(record)}event/${encodeURIComponent(id)}`;
  }

  /** @returns {string} what the key of every draft of a record begins with */
  drafts(record) {
    return `${this.record(record)}draft/`;
  }

  /** @returns {string} the key of a draft: one for each tab and field */
  draft(record, tab, { subject, data: { field, entry, part } }) {
    return this.drafts(record) + [tab, subject, field ?? `${entry}.${part}`].map(encodeURIComponent).join("/");
  }

  /** @returns {string} where an entry goes that cannot be read; without `key`, what all of those begin with */
  damaged(record, key = this.record(record)) {
    return `${this.record(record)}damaged/${key.slice(this.record(record).length)}`;
  }

  /**
   * @param {string} key one of this service
   * @returns {{record: string, kind: string, part: string}} `part`: the id of an event, the tab of a draft
   */
  read(key) {
    const [record, kind = "", part = ""] = key.slice(this.all.length).split("/").map(decoded);
    return { record, kind, part };
  }
}

/** A key that somebody else wrote may hold what is no escape. */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
