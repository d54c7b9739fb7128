import { fold } from './fold';
import type { ViewRow, ViewTable } from './model';

export interface Order {
  readonly column: number;
  readonly isDown: boolean;
}

const textOf = (row: ViewRow): string => row.cells.map((c) => `${c.text} ${c.title ?? ''}`).join(' ');

/** Tells a row from the others: its first two cells that are more than a state. */
export const nameOf = (row: ViewRow): string =>
  row.cells
    .filter((c) => !c.class && c.text !== '')
    .slice(0, 2)
    .map((c) => c.text)
    .join(': ') || row.key;

/** Rows of which each has all the words that were typed, in itself or in the name of its group. */
export function found(table: ViewTable, typed: string): readonly ViewRow[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) {
    return table.rows;
  }

  const groups = new Map(table.groups?.map((g) => [g.key, g.label]));
  return table.rows.filter((row) => {
    const text = fold(`${textOf(row)} ${groups.get(row.group ?? '') ?? ''} ${row.key}`);
    return words.every((word) => text.includes(word));
  });
}

export function sorted(table: ViewTable, rows: readonly ViewRow[], order: Order | null, language: string): readonly ViewRow[] {
  const column = order ? table.columns[order.column] : undefined;
  if (!order || !column) {
    return rows;
  }

  const sign = order.isDown ? -1 : 1;
  const compareTexts = new Intl.Collator(language, { numeric: true }).compare;
  return rows.toSorted((a, b) => {
    const [x, y] = [a.cells[order.column], b.cells[order.column]];
    if (column.sort === 'number') {
      const [p, q] = [x?.value ?? null, y?.value ?? null];
      return p === null || q === null ? Number(p === null) - Number(q === null) : sign * (p - q);
    }

    return sign * compareTexts(x?.text ?? '', y?.text ?? '');
  });
}

/** As a spreadsheet takes it from the clipboard. What it would take for a formula has an apostrophe before it. */
export function pasted(table: ViewTable, rows: readonly ViewRow[]): string {
  const cell = (text: string) => {
    const line = text.replace(/\s+/g, ' ');
    return /^[=+\-@]/.test(line) && !/^[+-]?[\d.,\s]+(?:%|$)/.test(line) ? `'${line}` : line;
  };
  const header = table.columns.map((c) => (c.unit ? `${c.label} (${c.unit})` : c.label));
  return [header, ...rows.map((r) => r.cells.map((c) => c.text))].map((line) => line.map(cell).join('\t')).join('\n');
}

/** Rows of one group, or of none, that follow each other. */
export function together(rows: readonly ViewRow[]): readonly (readonly ViewRow[])[] {
  const all: ViewRow[][] = [];
  for (const row of rows) {
    const last = all.at(-1);
    if (last && (last[0]!.group ?? '') === (row.group ?? '')) {
      last.push(row);
    } else {
      all.push([row]);
    }
  }

  return all;
}
