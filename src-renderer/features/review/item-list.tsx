import type { ReviewItemView, ReviewList } from '../../../src-main/contract/review.ts';
import { dueTime } from '../../format/time.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { useShownZone } from '../../state/case.ts';
import { openReviewForm } from '../../state/review.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertOctagon, IconCircle, IconCircleCheck, IconCircleMinus, IconPlus } from '../../ui/icons.ts';
import { useMinute } from '../../ui/use-now.ts';
import { ItemButtons } from './item-buttons.tsx';

const ICONS = { open: IconCircle, done: IconCircleCheck, dropped: IconCircleMinus } as const;

interface Props {
  readonly list: ReviewList;
  /** Of all lists. */
  readonly items: readonly ReviewItemView[];
  readonly writable: boolean;
}

/** Causes, open questions or improvements, with what became of each. */
export function ItemList({ list, items, writable }: Props) {
  const text = en.review;
  const own = items.filter((item) => item.list === list);
  return (
    <section aria-labelledby={`review-${list}`}>
      <div className="row">
        <h2 id={`review-${list}`}>{text.lists[list]}</h2>
        {writable ? (
          <Button
            look="quiet"
            className="small right"
            icon={IconPlus}
            onClick={() => openReviewForm({ kind: 'add', list })}
          >
            {text.add[list]}
          </Button>
        ) : null}
      </div>
      {own.length === 0 ? (
        <p className="t2">
          {text.none[list]}. {text.listHints[list]}
        </p>
      ) : (
        <ul className="review-items">
          {own.map((item) => (
            <ItemRow key={item.item} item={item} writable={writable} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ItemRow({ item, writable }: { readonly item: ReviewItemView; readonly writable: boolean }) {
  const text = en.review;
  const zone = useShownZone();
  const now = useMinute();
  const { list, state, owner, due, why, unsure } = item;
  const late = state === 'open' && due !== null && Date.parse(due) < now.getTime();
  const quiet = [
    owner === null ? null : visibleName(owner),
    due === null ? null : text.until(dueTime(new Date(due), zone, now)),
    why === null ? null : visibleText(why),
    unsure ? text.unsure : null,
  ].filter((part) => part !== null);
  return (
    <li className={state === 'open' ? 'review-item' : 'review-item behind'}>
      <Ic of={late ? IconAlertOctagon : ICONS[state]} className={late ? 'danger-text' : 't3'} />
      <div className="grow">
        <p className="review-text" dir="auto">
          {visibleText(item.text)}
        </p>
        <p className="meta num">
          {list === 'cause' && state === 'open' ? null : <Chip>{late ? text.late : text.states[state]}</Chip>}{' '}
          {quiet.join(' · ')}
        </p>
      </div>
      {writable ? <ItemButtons item={item} /> : null}
    </li>
  );
}
