import { useEffect, useState } from 'preact/hooks';

/** A value that several parts of the page show: who uses it is drawn again when it changes. */
export interface Signal<T> {
  readonly value: T;
  set(value: T): void;
  /** Calls at once, and after each change, until the returned function is called. */
  watch(see: (value: T) => void): () => void;
}

export function signal<T>(first: T): Signal<T> {
  let value = first;
  const watchers = new Set<(value: T) => void>();
  return {
    get value() {
      return value;
    },
    set(next) {
      if (next !== value) {
        value = next;
        watchers.forEach((see) => see(next));
      }
    },
    watch(see) {
      watchers.add(see);
      see(value);
      return () => watchers.delete(see);
    },
  };
}

export function useSignal<T>(source: Signal<T>): T {
  const [value, setValue] = useState(source.value);
  useEffect(() => source.watch(setValue), [source]);
  return value;
}
