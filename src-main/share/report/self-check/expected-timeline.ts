import { entryView } from '../../../casework/entry-view.ts';
import { namesOf } from '../../../casework/names.ts';
import { type Entry, objectField, textIn } from '../../../domain/entry.ts';
import type { Standing } from '../../../domain/projection/standing.ts';
import { timelinePart } from '../timeline.ts';
import { sourceOfEntries } from './entries-source.ts';
import { type PageElement, attributeOf, elementsIn, outlineOf, textOf } from './page-tree.ts';
import { readElement } from './read-markup.ts';

/** What the timeline of a report shows otherwise than the record says. */
export interface ShownOtherwise {
  /** Of the entry, in the record's order; null where it is not about one entry. */
  readonly number: number | null;
  readonly message: string;
}

const quoted = (text: string): string => `“${text.length > 160 ? `${text.slice(0, 160)}…` : text}”`;

/**
 * Compares every line of the timeline with what the record says. Yields after some entries.
 * @param order all entries in their total order
 * @param section as the page has it
 */
export function* compareTimeline(
  order: readonly Entry[],
  standing: Standing,
  zone: string,
  section: PageElement,
): Generator<undefined, ShownOtherwise[]> {
  const names = namesOf(sourceOfEntries(order, standing));
  const part = timelinePart({ zone });
  const found: ShownOtherwise[] = [];
  const say = (number: number | null, message: string): void => void found.push({ number, message });
  const shown = linesIn(section, say);
  const expectedHead = readElement(`${part.begin}${part.close}`);
  if (
    outlineOf({ ...section, children: shown.head }) !==
    outlineOf({ ...expectedHead, children: elementsIn(expectedHead).elements })
  ) {
    say(null, 'The head of the timeline was changed.');
  }
  const sorted = order
    .map((entry, i) => ({ entry, number: i + 1, at: instantMs(entry) }))
    .toSorted((a, b) => a.at - b.at || a.number - b.number);
  let place = 0;
  for (const [i, { entry, number }] of sorted.entries()) {
    const { day, item } = part.line(entryView(entry, number, names));
    const actual = shown.byNumber.get(number);
    if (actual === undefined) say(number, `Entry ${number} is not shown, or not as an entry.`);
    else {
      const expected = readElement(item.markup);
      if (outlineOf(actual.element) !== outlineOf(expected)) {
        const [is, should] = [textOf(actual.element), textOf(expected)];
        say(
          number,
          is === should
            ? `Entry ${number} (${entry.id.slice(0, 8)}) is shown in another way than Holdfast writes it.`
            : `Entry ${number} (${entry.id.slice(0, 8)}) reads ${quoted(is)} here; the record says ${quoted(should)}.`,
        );
      }
      if (actual.place !== place) say(number, `Entry ${number} does not stand where it belongs.`);
      const expectedDay = day === null ? '' : textOf(readElement(day.markup));
      if (actual.day !== expectedDay) {
        say(
          number,
          `The day above entry ${number} reads ${quoted(actual.day)}; the record says ${quoted(expectedDay || 'no new day')}.`,
        );
      }
      place = actual.place + 1;
    }
    if (i % 50 === 49) yield undefined;
  }
  if (shown.count > sorted.length) {
    say(null, `The timeline shows ${shown.count} entries, and the record has ${sorted.length}.`);
  }
  return found;
}

interface Line {
  readonly element: PageElement;
  readonly place: number;
  /** The heading before it, where one stands there. */
  readonly day: string;
}

/** The lines of the timeline by the number of their entry, and what stands before the first. */
function linesIn(section: PageElement, say: (number: number | null, message: string) => void) {
  const byNumber = new Map<number, Line>();
  const { elements, foreign } = elementsIn(section);
  const begin = elements.findIndex(({ name }) => name === 'h3');
  const head = begin === -1 ? elements : elements.slice(0, begin);
  let [day, place] = ['', 0];
  let text = foreign;
  for (const element of begin === -1 ? [] : elements.slice(begin)) {
    if (element.name === 'h3' && element.attributes.length === 0) {
      day = textOf(element);
      continue;
    }
    const list = elementsIn(element);
    text += list.foreign;
    if (outlineOf({ ...element, children: [] }) !== LIST) {
      text += textOf(element) || element.name;
      continue;
    }
    for (const item of list.elements) {
      const number = Number(/^e(\d+)$/.exec(attributeOf(item, 'id') ?? '')?.[1] ?? 0);
      byNumber.set(number, { element: item, place, day });
      day = '';
      place += 1;
    }
  }
  if (text !== '') say(null, `The timeline shows something that is no entry: ${quoted(text)}.`);
  return { byNumber, head, count: place };
}

const LIST = outlineOf({ name: 'ol', attributes: [['class', 'log num']], children: [] });

/** ms since 1970 UTC by which the timeline is ordered. */
function instantMs(entry: Entry): number {
  const at = Date.parse(textIn(objectField(entry, 'occurred'), 'utc'));
  return Number.isNaN(at) ? Date.parse(entry.header.recorded) : at;
}
