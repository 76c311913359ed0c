import type { Preview } from '../../../src-main/contract/merge.ts';
import { kindName } from '../../format/entry-words.ts';
import { count } from '../../format/number.ts';
import { fullTime } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { useShownZone } from '../../state/case.ts';
import { en } from '../../strings/en.ts';

/** How many entries of each kind come in and are only here, and from when to when those that come were recorded. */
export function PreviewKinds({ kinds, first, last }: Pick<Preview, 'kinds' | 'first' | 'last'>) {
  const text = en.merge.preview;
  const zone = useShownZone();
  const time = (utc: string): string => fullTime(new Date(utc), zone, 'minute');
  if (kinds.length === 0) return null;
  return (
    <section className="col" aria-labelledby="preview-kinds">
      <h2 id="preview-kinds">{text.what}</h2>
      <table className="preview-kinds num" aria-labelledby="preview-kinds">
        <thead>
          <tr>
            <th scope="col">{text.kind}</th>
            <th scope="col" className="count">
              {text.kindHere}
            </th>
            <th scope="col" className="count">
              {text.kindComes}
            </th>
          </tr>
        </thead>
        <tbody>
          {kinds.map(({ kind, entries, onlyHere, known }) => (
            <tr key={kind}>
              <th scope="row">
                {known ? kindName(kind) : visibleName(kind)}
                {known ? null : <span className="warn-text"> {text.unknownKind}</span>}
              </th>
              <td className="count">{count(onlyHere)}</td>
              <td className="count comes">{count(entries)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {first === null || last === null ? null : (
        <p className="meta num">{text.span(time(first), time(last))}</p>
      )}
    </section>
  );
}
