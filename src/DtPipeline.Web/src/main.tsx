import { render } from 'preact';
import { followLinks } from './address';
import { meet } from './me';
import { Shell } from './shell';

followLinks();
// What is shown is asked for first; who asks, after it.
render(<Shell />, document.getElementById('page')!);
void meet();
