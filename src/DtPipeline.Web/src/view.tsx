import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Acting } from './acting';
import { Chart } from './chart';
import { Filters } from './filters';
import { useWords } from './language';
import { Mark } from './mark';
import type { LegendEntry, ViewChart, ViewModel, ViewNumber, ViewTable } from './model';
import { type Choice, Table } from './table';

interface ViewProps {
  readonly model: ViewModel;
  /** Stands between the filters and the tables. */
  readonly children?: ComponentChildren;
  /** How a row of a table is chosen, where the page does more with it than show it. */
  readonly choiceOf?: (table: ViewTable) => Choice | undefined;
  /** Shown within another view: its title is a lesser one. */
  readonly isWithin?: boolean;
}

/** A view as the server says it. */
export function View({ model, children, choiceOf, isWithin = false }: ViewProps) {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const tables = model.tables ?? [];
  const charts = (model.charts ?? []).filter((c) => !c.row);
  const placed = new Set(tables.map((t) => t.id));
  const choices = model.filters ?? [];
  const find = <Filters filters={choices} typed={tables.some((t) => t.rows.length > 3) ? typed : null} onType={setTyped} />;
  const Title = isWithin ? 'h2' : 'h1';
  return (
    <>
      <header class="title">
        <Title tabIndex={-1} id={isWithin ? undefined : 'title'}>
          {model.title}
        </Title>
        {model.subtitle && <p class="subtitle">{model.subtitle}</p>}
        {model.asOf && <p class="soft">{model.asOf}</p>}
        <Links model={model} />
      </header>
      {!isWithin && choices.length > 0 && find}
      {model.empty && <p class="empty">{model.empty}</p>}
      {(model.numbers?.length ?? 0) > 0 && (
        <ul class="numbers">
          {model.numbers!.map((n) => (
            <Figure key={n.label} number={n} />
          ))}
        </ul>
      )}
      {children}
      <Legend entries={model.legend ?? []} label={words.legend} />
      {!isWithin && choices.length === 0 && find}
      <Charts charts={charts.filter((c) => !placed.has(c.table))} />
      {tables.map((table) => {
        const choice = choiceOf?.(table);
        return (
          <div key={table.id} class={`beside ${table.kind}`}>
            <Charts charts={charts.filter((c) => c.table === table.id)} />
            {choice ? <Table table={table} charts={model.charts ?? []} typed={typed} choice={choice} /> : <Acting table={table} charts={model.charts ?? []} typed={typed} />}
          </div>
        );
      })}
      {(model.notes?.length ?? 0) > 0 && (
        <ul class="notes">
          {model.notes!.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </>
  );
}

const Charts = ({ charts }: { charts: readonly ViewChart[] }) =>
  charts.length === 0 ? null : (
    <div class="charts">
      {charts.map((c) => (
        <Chart key={c.kind + c.title} chart={c} />
      ))}
    </div>
  );

function Figure({ number }: { number: ViewNumber }) {
  const text = (
    <span class={`figure ${number.class ?? ''}`}>
      <Mark of={number} />
      {number.text}
    </span>
  );
  return (
    <li>
      <span class="of">{number.label}</span>
      {number.href ? <a href={number.href}>{text}</a> : text}
      {number.change && <span class="soft">{number.change}</span>}
    </li>
  );
}

const Legend = ({ entries, label }: { entries: readonly LegendEntry[]; label: string }) =>
  entries.length === 0 ? null : (
    <ul class="legend" aria-label={label}>
      {entries.map((e) => (
        <li key={e.class}>
          <span class={`swatch state ${e.class}`}>
            <Mark of={e} />
          </span>
          {e.label}
        </li>
      ))}
    </ul>
  );

function Links({ model }: { model: ViewModel }) {
  const words = useWords();
  return (
    <nav class="links" aria-label={model.title}>
      {model.links?.map((link) => (
        <a key={link.href} href={link.href} download={/^[^?]*\.(?:csv|xlsx)(?:$|\?)/.test(link.href) ? '' : undefined}>
          {link.label}
        </a>
      ))}
      <button type="button" class="quiet" onClick={() => print()}>
        {words.print}
      </button>
    </nav>
  );
}
