import { useEffect, useState } from 'react';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import type { Lacked } from '../../../src-main/contract/merge.ts';
import { kindName } from '../../format/entry-words.ts';
import { errorWords } from '../../format/error-words.ts';
import { count } from '../../format/number.ts';
import { fullTime } from '../../format/time.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { useShownZone } from '../../state/case.ts';
import { lackedPage } from '../../state/merge.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertOctagon } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { TrustMark } from '../../ui/trust-mark.tsx';

/** Entries on a page. */
const PAGE = 100;

function Row({ entry }: { readonly entry: Lacked }) {
  const zone = useShownZone();
  const { recorded, kind, author, text, waits } = entry;
  return (
    <tr>
      <td className="num nowrap">{fullTime(new Date(recorded), zone, 'second')}</td>
      <td>
        <span className="nowrap">
          <TrustMark trust={author.trust} /> {visibleName(author.name)}
        </span>
      </td>
      <td className="nowrap">{kindName(kind)}</td>
      <td className="lacked-text">
        {visibleText(text)}
        {waits ? (
          <span className="danger-text lacked-waits">
            <Ic of={IconAlertOctagon} size={14} /> {en.merge.compared.waits}
          </span>
        ) : null}
      </td>
    </tr>
  );
}

interface Props {
  readonly side: 'here' | 'there';
  readonly title: string;
  readonly total: number;
}

/** What only one of two copies has, by the time at which it was recorded, page by page. */
export function LackedList({ side, title, total }: Props) {
  const text = en.merge.compared;
  const [from, setFrom] = useState(0);
  const [entries, setEntries] = useState<readonly Lacked[] | null>(null);
  const [error, setError] = useState<ErrorData | null>(null);
  useEffect(() => {
    if (total === 0) return;
    let current = true;
    void lackedPage(side, from, PAGE).then((page) => {
      if (!current) return;
      setError('error' in page ? page.error : null);
      if ('entries' in page) setEntries(page.entries);
    });
    return () => {
      current = false;
    };
  }, [side, from, total]);
  if (total === 0) return null;
  const heading = `lacked-${side}`;
  const { columns } = text;
  return (
    <section className="col" aria-labelledby={heading}>
      <div className="row">
        <h2 id={heading}>{title}</h2>
        {total <= PAGE ? null : (
          <span className="row right">
            <span className="meta num" role="status">
              {text.page(count(from + 1), count(Math.min(total, from + PAGE)), count(total))}
            </span>
            <Button
              className="small"
              aria-disabled={from === 0}
              onClick={() => setFrom(Math.max(0, from - PAGE))}
            >
              {text.before}
            </Button>
            <Button
              className="small"
              aria-disabled={from + PAGE >= total}
              onClick={() => setFrom(from + PAGE < total ? from + PAGE : from)}
            >
              {text.after}
            </Button>
          </span>
        )}
      </div>
      {error === null ? null : (
        <Notice tone="danger" role="alert" title={text.listFailed}>
          {errorWords(error)} <ErrorCode code={error.code} />
        </Notice>
      )}
      {entries === null ? null : (
        <table className="lacked" aria-labelledby={heading}>
          <thead>
            <tr>
              <th scope="col">{columns.time}</th>
              <th scope="col">{columns.author}</th>
              <th scope="col">{columns.kind}</th>
              <th scope="col">{columns.text}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <Row key={entry.id} entry={entry} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
