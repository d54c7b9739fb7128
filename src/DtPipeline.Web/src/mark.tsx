interface Marked {
  readonly class?: string | null;
  readonly mark?: string | null;
}

/** The sign of a class, which tells it where colours do not. The word stands beside it, so it is not read out. */
export const Mark = ({ of }: { of: Marked }) =>
  of.mark ? (
    <span class={`mark ${of.class ?? ''}`} aria-hidden="true">
      {of.mark}
    </span>
  ) : null;
