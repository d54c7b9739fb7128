import { go, withParameter } from './address';
import { useWords } from './language';
import type { ViewFilter } from './model';

interface FiltersProps {
  readonly filters: readonly ViewFilter[];
  /** What is typed to find rows; null where there is little to search in. */
  readonly typed: string | null;
  readonly onType: (text: string) => void;
}

/** What is shown, chosen in the address: what is chosen can be sent as a link. */
export function Filters({ filters, typed, onType }: FiltersProps) {
  const words = useWords();
  return filters.length === 0 && typed === null ? null : (
    <form class="filters" role="search" aria-label={words.filters} onSubmit={(e) => e.preventDefault()}>
      {filters.map((f) => (
        <label key={f.name}>
          <span>{f.label}</span>
          {f.kind === 'date' ? (
            <input type="date" name={f.name} value={f.value} onChange={(e) => go(withParameter(f.name, e.currentTarget.value))} />
          ) : (
            <select name={f.name} value={f.value} onChange={(e) => go(withParameter(f.name, e.currentTarget.value))}>
              {f.options.map((o) => (
                <option key={o.value} value={o.value} selected={o.value === f.value}>
                  {o.label}
                </option>
              ))}
            </select>
          )}
        </label>
      ))}
      {typed !== null && (
        <label class={typed === '' ? 'unused' : undefined}>
          <span>{words.find}</span>
          <input id="find" type="search" autocomplete="off" value={typed} onInput={(e) => onType(e.currentTarget.value)} />
        </label>
      )}
    </form>
  );
}
