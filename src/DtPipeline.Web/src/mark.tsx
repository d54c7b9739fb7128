interface Marked {
  readonly class?: string | null;
  readonly mark?: string | null;
  readonly text?: string;
}

/** The sign of a class, which tells it where colours do not. The word stands beside it, so it is not read out. Where the text has the sign itself it is not repeated. */
export const Mark = ({ of }: { of: Marked }) =>
  of.mark && !of.text?.endsWith(` ${of.mark}`) ? (
    <span class={`mark ${of.class ?? ''}`} aria-hidden="true">
      {of.mark}
    </span>
  ) : null;
