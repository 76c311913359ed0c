import { count } from '../../format/number.ts';
import { useSurvey } from '../../state/survey.ts';
import { setFilter, useTimeline } from '../../state/timeline.ts';
import { en } from '../../strings/en.ts';
import { Ic } from '../../ui/ic.tsx';
import { kindIcon } from '../../ui/entry-icon.ts';
import { kindName } from '../../format/entry-words.ts';

/** What a search found, by kind; each narrows it to that kind. */
export function FoundKinds() {
  const search = useTimeline((state) => state.filter.search);
  const kinds = useTimeline((state) => state.filter.kinds);
  const found = useSurvey((state) => state.survey?.kinds);
  const some = found?.filter((kind) => kind.count > 0) ?? [];
  if (search === '' || kinds.length > 0 || some.length < 2) return null;
  return (
    <ul className="filter-chips found-kinds" aria-label={en.timeline.filter.foundKinds}>
      {some.map((kind) => (
        <li key={kind.value}>
          <button
            type="button"
            className="chip filter-chip"
            onClick={() => void setFilter({ kinds: [kind.value] })}
          >
            <Ic of={kindIcon(kind.value)} size={14} />
            {kindName(kind.value)} <span className="num">{count(kind.count)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
