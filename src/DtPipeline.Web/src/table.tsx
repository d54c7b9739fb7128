import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Drawing } from './chart';
import { Mark } from './mark';
import type { ViewCell, ViewChart, ViewColumn, ViewGroup, ViewRow, ViewTable } from './model';
import { found, nameOf, type Order, pasted, sorted, together } from './rows';
import { say } from './say';
import { language, useWords } from './language';

/** Letters of a cell that is not broken into lines, such as a period or a day. */
const Short = 12;

/** Letters from which on a cell is read as a sentence. */
const Long = 40;

/** How rows are chosen: several, to act on them together, or one. */
export interface Choice {
  readonly kind: 'several' | 'one';
  readonly keys: ReadonlySet<string>;
  readonly set: (keys: ReadonlySet<string>) => void;
  readonly may: (row: ViewRow) => boolean;
}

interface TableProps {
  readonly table: ViewTable;
  readonly charts: readonly ViewChart[];
  readonly typed: string;
  readonly choice?: Choice | undefined;
  /** Stands between the title and the rows. */
  readonly children?: ComponentChildren;
}

export function Table({ table, charts, typed, choice, children }: TableProps) {
  const words = useWords();
  const [order, setOrder] = useState<Order | null>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const rows = sorted(table, found(table, typed), order, language.value);
  const pictures = new Map(charts.filter((c) => c.table === table.id && c.row).map((c) => [c.row!, c]));
  const groups = new Map((table.groups ?? []).map((g) => [g.key, g]));
  const place = useNewest(table);
  const toggle = (key: string) => setOpen(open.has(key) ? new Set([...open].filter((k) => k !== key)) : new Set([...open, key]));
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(pasted(table, rows));
      say(words.copied(rows.length));
    } catch {
      say(words.notCopied);
    }
  };

  if (table.rows.length === 0) {
    return (
      <section class="table">
        <h2 id={`title-${table.id}`}>{table.title}</h2>
        {children}
        <p class="empty">{table.empty}</p>
      </section>
    );
  }

  const line = (row: ViewRow) => <Row key={row.key} row={row} table={table} picture={pictures.size > 0 ? (pictures.get(row.key) ?? null) : undefined} choice={choice} />;
  const width = table.columns.length + (choice ? 1 : 0) + (pictures.size > 0 ? 1 : 0);
  return (
    <section class="table">
      <header>
        <h2 id={`title-${table.id}`}>{table.title}</h2>
        {typed !== '' && <span class="soft">{words.found(rows.length, table.rows.length)}</span>}
        <button type="button" class="quiet aside" onClick={copy}>
          {words.copy}
        </button>
      </header>
      {children}
      <div class={`scroll ${table.kind}`} ref={place} tabIndex={0} role="region" aria-labelledby={`title-${table.id}`}>
        <table id={table.id}>
          <thead>
            <tr>
              {choice && <td class="choose">{choice.kind === 'several' ? <ChooseAll rows={rows} choice={choice} /> : <span class="aloud">{words.owed}</span>}</td>}
              {table.columns.map((column, i) => (
                <Header key={column.key} column={column} order={order?.column === i ? order : null} onOrder={(isDown) => setOrder(isDown === null ? null : { column: i, isDown })} />
              ))}
              {pictures.size > 0 && <th scope="col">{words.trend}</th>}
            </tr>
          </thead>
          {(order === null ? together(rows) : [rows]).map((below) => {
            const group = order === null ? groups.get(below[0]?.group ?? '') : undefined;
            const isOpen = !group || open.has(group.key) || typed !== '';
            return (
              <tbody key={group?.key ?? below[0]?.key}>
                {group && <GroupRow group={group} isOpen={isOpen} width={width} rows={below} choice={choice} onToggle={() => toggle(group.key)} />}
                {isOpen && below.map(line)}
              </tbody>
            );
          })}
        </table>
      </div>
      {rows.length === 0 && <p class="empty">{words.nothingFound}</p>}
      {table.next && (
        <a class="next" href={table.next}>
          {words.next}
        </a>
      )}
    </section>
  );
}

/** The newest period of a matrix is its last column: it begins in sight. */
function useNewest(table: ViewTable) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (table.kind === 'matrix') {
      place.current?.scrollTo({ left: place.current.scrollWidth });
    }
  }, [table.id, table.kind]);
  return place;
}

function Header({ column, order, onOrder }: { column: ViewColumn; order: Order | null; onOrder: (isDown: boolean | null) => void }) {
  const words = useWords();
  const name = (
    <>
      {column.href ? <a href={column.href}>{column.label}</a> : column.label}
      {column.unit && <span class="unit"> {column.unit}</span>}
    </>
  );
  return column.label === '' ? (
    <td />
  ) : (
    <th scope="col" class={column.align ?? 'start'} aria-sort={order ? (order.isDown ? 'descending' : 'ascending') : undefined}>
      {column.sort === 'none' || column.href ? (
        name
      ) : (
        <button type="button" class="sort" title={words.sortBy(column.label)} onClick={() => onOrder(order === null ? false : order.isDown ? null : true)}>
          {name}
          <span class="arrow" aria-hidden="true">
            {order ? (order.isDown ? '▼' : '▲') : ''}
          </span>
        </button>
      )}
    </th>
  );
}

function GroupRow({ group, isOpen, width, rows, choice, onToggle }: { group: ViewGroup; isOpen: boolean; width: number; rows: readonly ViewRow[]; choice?: Choice | undefined; onToggle: () => void }) {
  return (
    <tr class="group">
      {choice && <td class="choose">{choice.kind === 'several' && <ChooseAll rows={rows} choice={choice} name={group.label} />}</td>}
      <th scope="rowgroup" colSpan={width - (choice ? 1 : 0)}>
        <button type="button" class="opens" data-row aria-expanded={isOpen} onClick={onToggle}>
          <span class="arrow" aria-hidden="true">
            {isOpen ? '▾' : '▸'}
          </span>
          <Mark of={group} />
          {group.label} <span class="count">({group.count})</span>
        </button>
      </th>
    </tr>
  );
}

function ChooseAll({ rows, choice, name }: { rows: readonly ViewRow[]; choice: Choice; name?: string }) {
  const words = useWords();
  const keys = rows.filter(choice.may).map((r) => r.key);
  const chosen = keys.filter((k) => choice.keys.has(k)).length;
  const flip = () => choice.set(chosen === keys.length ? new Set([...choice.keys].filter((k) => !keys.includes(k))) : new Set([...choice.keys, ...keys]));
  return keys.length === 0 ? null : (
    <input
      type="checkbox"
      aria-label={name ? words.choose(name) : words.chooseAll}
      checked={chosen === keys.length}
      ref={(box) => {
        if (box) {
          box.indeterminate = chosen > 0 && chosen < keys.length;
        }
      }}
      onChange={flip}
    />
  );
}

function Row({ row, table, picture, choice }: { row: ViewRow; table: ViewTable; picture: ViewChart | null | undefined; choice?: Choice | undefined }) {
  const words = useWords();
  const flip = () => {
    if (choice?.kind === 'one') {
      choice.set(new Set([row.key]));
    } else if (choice) {
      choice.set(choice.keys.has(row.key) ? new Set([...choice.keys].filter((k) => k !== row.key)) : new Set([...choice.keys, row.key]));
    }
  };
  return (
    <tr data-row data-key={row.key} tabIndex={-1} class={choice?.keys.has(row.key) ? 'chosen' : undefined}>
      {choice && (
        <td class="choose">
          {choice.may(row) && (
            <input
              type={choice.kind === 'one' ? 'radio' : 'checkbox'}
              name={`choose-${table.id}`}
              aria-label={words.choose(nameOf(row))}
              checked={choice.keys.has(row.key)}
              onChange={flip}
            />
          )}
        </td>
      )}
      {row.cells.map((cell, i) => {
        const column = table.columns[i];
        const href = cell.href ?? (i === 0 && !row.cells.some((c) => c.href === row.href) ? row.href : null);
        const look = `${column?.align ?? 'start'} ${cell.text.length <= Short ? 'short' : cell.text.length >= Long ? 'long' : ''} ${cell.class ? `state ${cell.class}` : ''}`;
        return i === 0 && table.kind !== 'list' ? (
          <th key={i} scope="row" class={look}>
            <Cell cell={cell} href={href} isMarkAlone={false} />
          </th>
        ) : (
          <td key={i} class={look} data-label={column?.label} title={table.kind === 'list' ? undefined : ([cell.class ? cell.text : '', cell.title].filter(Boolean).join(': ') || undefined)}>
            <Cell cell={cell} href={href} isMarkAlone={table.kind === 'matrix' && Boolean(cell.mark)} />
          </td>
        );
      })}
      {picture !== undefined && <td class="spark">{picture && <Drawing svg={picture.svg} />}</td>}
    </tr>
  );
}

function Cell({ cell, href, isMarkAlone }: { cell: ViewCell; href: string | null | undefined; isMarkAlone: boolean }) {
  const text = (
    <>
      <Mark of={isMarkAlone ? { ...cell, text: '' } : cell} />
      <span class={isMarkAlone ? 'aloud' : undefined}>{cell.text}</span>
    </>
  );
  return (
    <>
      {href ? <a href={href}>{text}</a> : text}
      {cell.title && <span class={isMarkAlone || cell.text === '' ? 'aloud' : 'more'}>{cell.title}</span>}
    </>
  );
}
