/** An element with attributes and content; text is never read as markup. */
export function el(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...content: readonly (Node | string)[]
): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...content);
  return element;
}

export const paragraph = (text: string, kind = ''): HTMLElement =>
  el('p', kind === '' ? {} : { class: kind }, text);

export const list = (items: readonly (Node | string)[], name: 'ul' | 'ol' = 'ul'): HTMLElement =>
  el(name, {}, ...items.map((item) => el('li', {}, item)));
