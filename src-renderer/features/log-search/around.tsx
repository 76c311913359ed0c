import { useEffect, useRef, useState } from 'react';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import type { LogRow } from '../../../src-main/contract/log-search.ts';
import { ask } from '../../api/client.ts';
import { errorWords } from '../../format/error-words.ts';
import { rowText, shortFormat } from '../../format/log-row.ts';
import { count } from '../../format/number.ts';
import { clock } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { zoneName } from '../../format/zone.ts';
import { useShownZone } from '../../state/case.ts';
import { showLogRow } from '../../state/log-found-rows.ts';
import { searchFor } from '../../state/log-search.ts';
import { sourceOf } from '../../state/log-sources.ts';
import { en } from '../../strings/en.ts';
import { classNames } from '../../ui/class-names.ts';
import { Segmented } from '../../ui/segmented.tsx';

const MINUTES = [1, 2, 10, 60] as const;
const MOST = 60;
const MINUTE = 60_000;

interface Neighbours {
  readonly page: readonly LogRow[];
  readonly at: number;
}

type Found = Neighbours | { readonly error: ErrorData };

function Neighbour({ row, isOwn }: { readonly row: LogRow; readonly isOwn: boolean }) {
  const zone = useShownZone();
  const reader = sourceOf(row.source)?.readAs.reader ?? '';
  const time = row.time === null ? '' : clock(new Date(row.time), zone, 'second');
  return (
    <li>
      <button
        type="button"
        className={classNames('around-row', isOwn && 'on')}
        aria-current={isOwn ? 'true' : undefined}
        onClick={() => showLogRow(row.ref)}
      >
        <span className="num">{time}</span>
        <span className="t3">{shortFormat(reader)}</span>
        <span className="clip t2">{visibleName(rowText(row, reader).slice(0, 200))}</span>
      </button>
    </li>
  );
}

function Rows({ found }: { readonly found: Found | null }) {
  const text = en.logSearch.pane;
  const list = useRef<HTMLUListElement>(null);
  // The line itself in the middle of what it stands among.
  useEffect(() => {
    const own = list.current?.querySelector<HTMLElement>('[aria-current]');
    if (list.current === null || own === null || own === undefined) return;
    list.current.scrollTop = own.offsetTop - list.current.clientHeight / 2;
  }, [found]);
  if (found === null) return null;
  if ('error' in found) {
    return (
      <p role="alert" className="warn-text">
        {errorWords(found.error)}
      </p>
    );
  }
  if (found.page.length < 2) return <p className="t3">{text.aroundNone}</p>;
  return (
    <>
      {found.page.length < MOST ? null : <p className="meta">{text.aroundMore(count(MOST))}</p>}
      <ul ref={list} className="around">
        {found.page.map((row, i) => (
          <Neighbour key={row.ref} row={row} isOwn={i === found.at} />
        ))}
      </ul>
    </>
  );
}

/** What happened just before and after a line, in all logs. */
export function Around({ row }: { readonly row: LogRow }) {
  const [minutes, setMinutes] = useState('2');
  const [found, setFound] = useState<Found | null>(null);
  const zone = useShownZone();
  const text = en.logSearch.pane;
  const { ref, time } = row;
  useEffect(() => {
    let wanted = true;
    if (time === null) return undefined;
    void ask('log.around', { ref, minutes: Number(minutes), limit: MOST }).then((answer) => {
      if (wanted) setFound(answer.ok ? answer.data : { error: answer.error });
    });
    return () => {
      wanted = false;
    };
  }, [ref, time, minutes]);
  const toList = (): void => {
    if (time === null) return;
    const at = Date.parse(time);
    const reach = Number(minutes) * MINUTE;
    searchFor('', { from: at - reach, to: at + reach });
  };
  return (
    <section className="pane-section log-around" aria-label={text.around} tabIndex={-1}>
      <h2>
        {text.around}
        {time === null ? '' : `, ${zoneName(zone, new Date(time))}`}
      </h2>
      {time === null ? (
        <p className="t3">{text.aroundTime}</p>
      ) : (
        <>
          <div className="row">
            <Segmented
              label={text.minutesLabel}
              value={minutes}
              options={MINUTES.map((n) => ({ value: String(n), label: text.minutes(n) }))}
              onChange={setMinutes}
            />
            <span className="meta">{text.minutesUnit}</span>
          </div>
          <Rows found={found} />
          <button type="button" className="link" onClick={toList}>
            {text.aroundList}
          </button>
        </>
      )}
    </section>
  );
}
