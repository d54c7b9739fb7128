import { useWords } from './language';
import type { ViewModel } from './model';

/** The first brief of the list, as it prints. It is served with a policy of its own, and has no script. */
export function NewestBrief({ model }: { model: ViewModel }) {
  const words = useWords();
  const href = model.tables?.flatMap((t) => t.rows).flatMap((r) => [r.href, ...r.cells.map((c) => c.href)]).find((h) => h?.endsWith('.html'));
  return href ? (
    <section class="framed">
      <h2>{words.frame}</h2>
      <iframe src={href} title={words.frame} sandbox="allow-same-origin allow-popups allow-top-navigation-by-user-activation" />
    </section>
  ) : null;
}
