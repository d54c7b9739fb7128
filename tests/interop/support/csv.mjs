/** The records of a comma-separated text by their header, read without the reader that is tested. */
export function parseCsv(text) {
  const [header, ...records] = split(text.replace(/^\uFEFF/, ''));
  return records.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])));
}

function split(text) {
  const records = [];
  let cells = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ',') {
      if (cells.some((cell) => cell !== '')) {
        records.push(cells);
      }
      cells = [];
    }
  }
  return records;
}
