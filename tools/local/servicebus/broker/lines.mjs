/** One line of the journal: the changes of one operation, which hold together or not at all. */
export function toLine(changes) {
  return `${JSON.stringify(changes.map((change) => ({ ...change, body: change.body?.toString('base64') })))}\n`;
}

export function fromLine(text) {
  return JSON.parse(text).map((change) => (change.body ? { ...change, body: Buffer.from(change.body, 'base64') } : change));
}

/** The operations in a journal. A last line that a crash cut short was never acknowledged and does not count. */
export function* readLines(content, path) {
  let start = 0;
  for (let number = 1, end; (end = content.indexOf(10, start)) >= 0; number++, start = end + 1) {
    let changes;
    try {
      changes = fromLine(content.toString('utf8', start, end));
    } catch {
      throw new Error(`Line ${number} of ${path} is damaged.`);
    }
    yield changes;
  }
}
