import { useState } from 'preact/hooks';
import { useWords } from './language';
import type { ViewModel } from './model';

/** The first brief of the list, as it prints. It is served with a policy of its own, and has no script. */
export function NewestBrief({ model }: { model: ViewModel }) {
  const href = model.tables.flatMap((t) => t.rows).flatMap((r) => [r.href, ...r.cells.map((c) => c.href)]).find((h) => h?.endsWith('.html'));
  return href ? <Framed key={href} href={href} /> : null;
}

/** The paper comes after the view: until it is there it is said that it is waited for. */
function Framed({ href }: { href: string }) {
  const words = useWords();
  const [isThere, setThere] = useState(false);
  return (
    <section class="framed" aria-busy={!isThere}>
      <h2>{words.frame}</h2>
      {!isThere && <p class="soft">{words.waiting(words.frame)}</p>}
      <iframe src={href} title={words.frame} sandbox="allow-same-origin allow-popups allow-top-navigation-by-user-activation" onLoad={() => setThere(true)} />
    </section>
  );
}
