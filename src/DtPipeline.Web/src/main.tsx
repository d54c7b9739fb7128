import { render } from 'preact';
import { followLinks } from './address';
import { meet } from './me';
import { Shell } from './shell';

followLinks();
void meet();
render(<Shell />, document.getElementById('page')!);
