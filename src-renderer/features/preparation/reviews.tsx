import type { Preparation } from '../../../src-main/contract/preparation.ts';
import { clock, dayKey } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { openPreparationForm } from '../../state/preparation.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { IconPlus, IconSearch } from '../../ui/icons.ts';

const add = (): void => openPreparationForm({ kind: 'review' });

/** Logs that were read outside an incident, the newest first. */
export function Reviews({ shown }: { readonly shown: Preparation }) {
  const text = en.preparation.reviews;
  if (shown.reviews.length === 0) {
    return (
      <Empty icon={IconSearch} title={text.none} hint={text.noneHint}>
        <Button look="primary" icon={IconPlus} onClick={add}>
          {text.add}
        </Button>
      </Empty>
    );
  }
  const moment = (utc: string): string => {
    const at = new Date(utc);
    return `${dayKey(at, shown.zone)} ${clock(at, shown.zone, 'minute')}`;
  };
  return (
    <>
      <ul className="prep-list" aria-label={en.preparation.tabs.reviews}>
        {shown.reviews.map(({ entry, source, from, to, found, by }) => (
          <li key={entry} className="prep-row prep-review">
            <span className="prep-what">
              <span className="b">{visibleName(source)}</span>
              <span className={found === null ? 'meta' : 'warn-text'}>
                {found === null ? text.nothing : visibleName(found)}
              </span>
            </span>
            <span className="num">{text.span(moment(from), moment(to))}</span>
            <span dir="auto">{visibleName(by)}</span>
          </li>
        ))}
      </ul>
      <div className="row prep-foot">
        <Button icon={IconPlus} onClick={add}>
          {text.add}
        </Button>
      </div>
    </>
  );
}
