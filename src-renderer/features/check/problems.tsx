import type { RecordCheck } from '../../../src-main/contract/record.ts';
import { count } from '../../format/number.ts';
import { visibleName } from '../../format/visible.ts';
import { en } from '../../strings/en.ts';
import { ErrorCode } from '../../ui/error-code.tsx';
import { TwoHashes } from './two-hashes.tsx';
import { problemCount } from './verdict-words.ts';

/** The first of each kind, with its place; how many more there are. */
export function Problems({ check }: { readonly check: RecordCheck }) {
  const text = en.check.bad;
  return (
    <>
      <h2>{text.first(count(problemCount(check)))}</h2>
      <ul className="check-problems">
        {check.problems.map(({ code, message, exhibit, entry, hashes }) => {
          const more = (check.counts[code] ?? 1) - 1;
          return (
            <li key={code} className="select">
              {exhibit === undefined ? null : <b className="mono">{visibleName(exhibit)} </b>}
              {visibleName(message)}{' '}
              {entry === undefined ? null : <span className="mono t2">{entry.slice(0, 8)} </span>}
              {more === 0 ? null : <b>{text.more(count(more))} </b>}
              <ErrorCode code={code} />
              {hashes === undefined ? null : <TwoHashes {...hashes} />}
            </li>
          );
        })}
      </ul>
    </>
  );
}
