/** The views of the rail, in the order of the day; the first four stand in the bar of a phone. */
export const Views = [
  { name: 'today', href: '/today', sign: '☀' },
  { name: 'compliance', href: '/compliance', sign: '▦' },
  { name: 'submit', href: '/submit', sign: '⇧' },
  { name: 'alerts', href: '/alerts', sign: '⚠' },
  { name: 'indicators', href: '/indicators', sign: '↗' },
  { name: 'files', href: '/files', sign: '▤' },
  { name: 'tasks', href: '/tasks', sign: '☑' },
  { name: 'briefs', href: '/briefs', sign: '¶' },
] as const;
