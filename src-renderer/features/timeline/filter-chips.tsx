import { useShownZone } from '../../state/case.ts';
import { useSurvey } from '../../state/survey.ts';
import { setFilter, useTimeline } from '../../state/timeline.ts';
import { NO_FILTER, partsOf, withoutPart } from '../../state/timeline-filter.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconX } from '../../ui/icons.ts';
import { partName } from './filter-words.ts';

/** Each condition with a way to drop it; the search stands in its own box unless all are wanted. */
export function FilterChips({ all = false }: { readonly all?: boolean }) {
  const filter = useTimeline((state) => state.filter);
  const looked = useSurvey((state) => state.survey?.looked ?? null);
  const zone = useShownZone();
  const parts = partsOf(filter).filter(({ of }) => all || of !== 'search');
  if (parts.length === 0) return null;
  return (
    <ul className="filter-chips" aria-label={en.timeline.filter.chips}>
      {parts.map((part) => {
        const name = partName(part, zone, looked);
        return (
          <li key={`${part.of} ${name}`}>
            <button
              type="button"
              className="chip accent filter-chip"
              title={en.timeline.filter.drop(name)}
              aria-label={en.timeline.filter.drop(name)}
              onClick={() => void setFilter(withoutPart(filter, part))}
            >
              <span className="clip">{name}</span>
              <Ic of={IconX} size={12} />
            </button>
          </li>
        );
      })}
      {all || parts.length < 2 ? null : (
        <li>
          <Button look="quiet" className="small" keys={['Shift+F']} onClick={() => void setFilter(NO_FILTER)}>
            {en.timeline.filter.dropAll}
          </Button>
        </li>
      )}
    </ul>
  );
}
