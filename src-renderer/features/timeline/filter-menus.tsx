import type { TimelineSurvey } from '../../../src-main/contract/timeline.ts';
import { closeMenu, toggleMenu, useFilterMenu } from '../../state/filter-menu.ts';
import { useSurvey } from '../../state/survey.ts';
import { setFilter, useTimeline } from '../../state/timeline.ts';
import { type Filter, type MenuPart, partsOf, withoutPart } from '../../state/timeline-filter.ts';
import { en } from '../../strings/en.ts';
import { FilterMenu, type Option } from './filter-menu.tsx';
import { valueName } from './filter-words.ts';

const MENUS = [
  ['kinds', 'K'],
  ['authors', 'A'],
  ['phases', 'P'],
  ['tags', 'T'],
] as const;

function optionsOf(part: MenuPart, survey: TimelineSurvey | null, filter: Filter): readonly Option[] {
  if (survey === null) return [];
  if (part === 'authors') {
    return survey.authors.map(({ name, keys, count }) => ({
      id: keys[0] ?? '',
      label: valueName(part, name),
      count,
      chosen: filter.authors.some((person) => person.keys[0] === keys[0]),
    }));
  }
  return survey[part].map(({ value, count }) => ({
    id: value,
    label: valueName(part, value),
    count,
    chosen: filter[part].includes(value),
  }));
}

function toggle(part: MenuPart, id: string): void {
  const { filter } = useTimeline.getState();
  if (part === 'authors') {
    const left = filter.authors.filter(({ keys }) => keys[0] !== id);
    const person = useSurvey.getState().survey?.authors.find(({ keys }) => keys[0] === id);
    const gone = left.length < filter.authors.length || person === undefined;
    void setFilter({ authors: gone ? left : [...left, person] });
    return;
  }
  const left = filter[part].filter((value) => value !== id);
  void setFilter({ [part]: left.length < filter[part].length ? left : [...left, id] });
}

/** The last condition goes. */
function dropLast(): void {
  const { filter } = useTimeline.getState();
  const last = partsOf(filter).at(-1);
  if (last !== undefined) void setFilter(withoutPart(filter, last));
}

/** Kind, author, phase and tag. */
export function FilterMenus() {
  const survey = useSurvey((state) => state.survey);
  const filter = useTimeline((state) => state.filter);
  const open = useFilterMenu((state) => state.open);
  return MENUS.map(([part, letter]) => (
    <FilterMenu
      key={part}
      label={en.timeline.filter.parts[part]}
      letter={letter}
      options={open === part ? optionsOf(part, survey, filter) : []}
      opened={open === part}
      onToggleOpen={() => toggleMenu(part)}
      onClose={closeMenu}
      onToggle={(id) => toggle(part, id)}
      onDropLast={dropLast}
    />
  ));
}
