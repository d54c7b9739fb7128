import { useLayoutEffect, useRef } from 'preact/hooks';
import { drawn } from './svg';
import type { ViewChart } from './model';

export function Drawing({ svg }: { svg: string }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const picture = drawn(svg);
    place.current?.replaceChildren(...(picture ? [picture] : []));
  }, [svg]);
  return <div class="drawing" ref={place} />;
}

/** A picture with its title; its figures stand in the table beside it. */
export function Chart({ chart }: { chart: ViewChart }) {
  return (
    <figure class={`chart-of kind-${chart.kind}`}>
      <figcaption>{chart.title}</figcaption>
      <Drawing svg={chart.svg} />
    </figure>
  );
}
