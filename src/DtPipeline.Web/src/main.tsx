import { render } from 'preact';
import { address, followLinks, viewAt } from './address';
import { language } from './language';
import { askFirst } from './live';
import { meet } from './me';
import { Shell } from './shell';

/** Longer than this nobody looks at nothing. */
const Moment = 250;

followLinks();
// What is shown is asked for first; who asks, once it stands there.
void askFirst(viewAt(address.value, language.value), language.value, Moment).then(() => {
  render(<Shell />, document.getElementById('page')!);
  requestAnimationFrame(() => setTimeout(() => void meet()));
});
