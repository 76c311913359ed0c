import { fullTime } from '../../format/time.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import type { MenuPart, Part } from '../../state/timeline-filter.ts';
import { en } from '../../strings/en.ts';
import { kindName } from '../../format/entry-words.ts';

/** What a value of a menu is called. */
export function valueName(part: MenuPart, value: string): string {
  if (part === 'kinds') return kindName(value);
  if (part === 'phases') return en.caseFrame.phases[value] ?? visibleName(value);
  return part === 'tags' ? `#${visibleName(value)}` : visibleName(value);
}

/** A condition in a few words. @param looked when somebody looked last, UTC; null where nobody did */
export function partName(part: Part, zone: string, looked: string | null): string {
  const text = en.timeline.filter;
  switch (part.of) {
    case 'search':
      return text.found(visibleText(part.text));
    case 'authors':
      return visibleName(part.person.name);
    case 'unseen':
      return looked === null ? text.unseen : text.since(fullTime(new Date(looked), zone, 'minute'));
    case 'span':
      return text.span(
        fullTime(new Date(part.span.from), zone, 'minute'),
        fullTime(new Date(part.span.to), zone, 'minute'),
      );
    default:
      return valueName(part.of, part.value);
  }
}
