const Namespace = 'http://www.w3.org/2000/svg';

const Elements = new Set(['svg', 'g', 'defs', 'pattern', 'clipPath', 'rect', 'line', 'circle', 'ellipse', 'path', 'polyline', 'polygon', 'text', 'tspan', 'title', 'desc', 'a']);

const Attributes = new Set(
  ('xmlns viewBox role aria-label aria-labelledby aria-describedby aria-hidden class id x y x1 y1 x2 y2 cx cy r rx ry width height d points dx dy transform ' +
    'patternTransform patternUnits clip-path text-anchor dominant-baseline fill fill-opacity stroke stroke-width stroke-dasharray stroke-linecap stroke-linejoin opacity font-size ' +
    'font-weight preserveAspectRatio').split(' '),
);

/** A picture of the server as elements of this document, or null where it has anything in it that a drawing does not need: then its table stands alone. */
export function drawn(text: string): SVGElement | null {
  const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  const picture = root.localName === 'svg' ? (copied(root) as SVGElement | null) : null;
  if (picture?.querySelector('a')) {
    // As an image it would hide the links in it from a screen reader.
    picture.setAttribute('role', 'group');
  }

  return picture;
}

function copied(source: Element): Element | null {
  if (source.namespaceURI !== Namespace || !Elements.has(source.localName)) {
    return null;
  }

  const copy = document.createElementNS(Namespace, source.localName);
  for (const { name, value } of source.attributes) {
    if (!isHarmless(source.localName, name, value)) {
      return null;
    }

    if (name !== 'xmlns') {
      copy.setAttribute(name, value);
    }
  }

  for (const child of source.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      copy.append(child.nodeValue ?? '');
    } else if (child.nodeType === Node.ELEMENT_NODE) {
      const below = copied(child as Element);
      if (below === null) {
        return null;
      }

      copy.append(below);
    }
  }

  return copy;
}

function isHarmless(element: string, name: string, value: string): boolean {
  if (name === 'href') {
    return element === 'a' && /^\/(?![/\\])/.test(value);
  }

  return (Attributes.has(name) || /^data-[a-z-]+$/.test(name)) && !/url\((?!#)/i.test(value);
}
