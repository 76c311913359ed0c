import type { Preview } from '../../../src-main/contract/merge.ts';
import { count, size } from '../../format/number.ts';
import { visibleName } from '../../format/visible.ts';
import { en } from '../../strings/en.ts';
import { ExhibitChip } from '../../ui/chip.tsx';
import { Ic, type IconType } from '../../ui/ic.tsx';
import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck, IconCircleDashed } from '../../ui/icons.ts';

type Bytes = Preview['exhibits'][number]['bytes'];

const LOOKS: Readonly<Record<Bytes, readonly [IconType, string]>> = {
  come: [IconCircleCheck, 'ok-text'],
  wrong: [IconAlertOctagon, 'danger-text'],
  missing: [IconAlertTriangle, 'warn-text'],
  left: [IconCircleDashed, 't2'],
  none: [IconCircleDashed, 't2'],
};

/** Exhibits that would come in, and what became of their bytes. */
export function PreviewExhibits({
  exhibits,
  exhibitsInAll,
  stored,
}: Pick<Preview, 'exhibits' | 'exhibitsInAll' | 'stored'>) {
  const text = en.merge.preview;
  if (exhibitsInAll === 0) return null;
  return (
    <section className="col" aria-labelledby="preview-exhibits">
      <div className="row">
        <h2 id="preview-exhibits">{text.exhibits}</h2>
        {stored.exhibits === 0 ? null : (
          <span className="meta num right">{text.stored(count(stored.exhibits), size(stored.bytes))}</span>
        )}
      </div>
      <ul className="preview-exhibits">
        {exhibits.map(({ entry, exhibit, title, size: bytes, isNew, bytes: state }) => {
          const [icon, look] = LOOKS[state];
          return (
            <li key={entry}>
              <ExhibitChip exhibit={exhibit} />
              <span className="grow clip" title={visibleName(title)}>
                {visibleName(title)}
                {isNew ? null : <span className="meta"> {text.knownExhibit}</span>}
              </span>
              <span className="num t2 nowrap">{bytes === null ? '' : size(bytes)}</span>
              <span className={look}>
                <Ic of={icon} /> {text.bytes[state]}
              </span>
            </li>
          );
        })}
      </ul>
      {exhibitsInAll > exhibits.length ? (
        <p className="t2 num">{text.exhibitsMore(count(exhibitsInAll - exhibits.length))}</p>
      ) : null}
    </section>
  );
}
