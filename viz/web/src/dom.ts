// Elements are made here and nowhere else. Names of the input are hostile: they become text, never
// markup, and only attributes on this list are set.

const kAttributes = new Set([
  'aria-describedby', 'aria-expanded', 'aria-label', 'aria-pressed', 'aria-selected', 'aria-sort', 'class', 'data-id',
  'download', 'hidden', 'href', 'id', 'role', 'tabindex', 'title', 'type', 'viewBox', 'width', 'height', 'x', 'fill',
]);

export function set(node: Element, name: string, value: string): void {
  if (!kAttributes.has(name)) throw new Error('not an attribute of ours: ' + name);
  if (name === 'href' && !value.startsWith('#') && !value.startsWith('blob:')) throw new Error('a link to elsewhere');
  node.setAttribute(name, value);
}

type Tag = 'a' | 'b' | 'button' | 'details' | 'div' | 'h2' | 'h3' | 'li' | 'mark' | 'p' | 'span' | 'summary' | 'td' | 'th' | 'tr' | 'ul';

/** An element with attributes and with texts or elements in it. */
export function element<T extends Tag>(
  tag: T,
  attributes: Record<string, string> = {},
  ...content: (Node | string)[]
): HTMLElementTagNameMap[T] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) set(node, name, value);
  node.append(...content);
  return node;
}

export function button(label: string, act: () => void, attributes: Record<string, string> = {}): HTMLButtonElement {
  const node = element('button', {type: 'button', ...attributes}, label);
  node.addEventListener('click', act);
  return node;
}

export function all<T extends Element = HTMLElement>(selector: string, within: ParentNode = document): T[] {
  return [...within.querySelectorAll<T>(selector)];
}

export function byId<T extends HTMLElement = HTMLElement>(id: string): T | null {
  return document.getElementById(id) as T | null;
}
