import { visibleText } from '../../domain/file-name.ts';

/** Markup of ours, or text that was escaped: nothing else goes into a page. */
export interface Html {
  readonly markup: string;
}

type Part = Html | readonly Html[] | string | number;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes text for an element or a quoted attribute; control and direction marks become visible. */
const escaped = (text: string): string =>
  visibleText(text.replace(/\r\n?|\n/gu, ' ')).replace(/[&<>"']/gu, (mark) => ENTITIES[mark] ?? mark);

/** ``html`<td>${text}</td>` ``: a text or number is escaped, markup is put in as it is. */
export function html(parts: TemplateStringsArray, ...values: readonly Part[]): Html {
  const texts = values.map((value) => {
    if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
    return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('');
  });
  return { markup: parts.reduce((all, part, i) => all + (texts[i - 1] ?? '') + part) };
}

/** Words of a person: kept apart, so that a text that runs from right to left does not turn what stands beside it. */
export const words = (text: string): Html => html`<bdi>${text}</bdi>`;

export const NOTHING: Html = { markup: '' };
