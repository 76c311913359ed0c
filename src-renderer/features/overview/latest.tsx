import { useEffect, useState } from 'react';
import type { EntryView } from '../../../src-main/contract/entry.ts';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import { ask } from '../../api/client.ts';
import { preview } from '../../format/cut.ts';
import { errorWords } from '../../format/error-words.ts';
import { clock, shortDay } from '../../format/time.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { zoneName } from '../../format/zone.ts';
import { showSection, useCase, useShownZone } from '../../state/case.ts';
import { openEntry } from '../../state/timeline.ts';
import { en } from '../../strings/en.ts';
import { Ic } from '../../ui/ic.tsx';
import { TrustMark } from '../../ui/trust-mark.tsx';
import { entryIcon } from '../../ui/entry-icon.ts';
import { entryText, isStruck } from '../../format/entry-words.ts';

const SHOWN = 4;
const LINES = 2;
const CHARS = 120;

/** What was written last; asked again when something is added. */
function useLatest(entries: number): { rows: readonly EntryView[] | null; error: ErrorData | null } {
  const [rows, setRows] = useState<readonly EntryView[] | null>(null);
  const [error, setError] = useState<ErrorData | null>(null);
  useEffect(() => {
    let current = true;
    void ask('timeline.list', { by: 'recorded', limit: SHOWN }).then((answer) => {
      if (!current) return;
      setError(answer.ok ? null : answer.error);
      if (answer.ok) setRows(answer.data.entries.toReversed());
    });
    return () => {
      current = false;
    };
  }, [entries]);
  return { rows, error };
}

function Row({ entry }: { readonly entry: EntryView }) {
  const zone = useShownZone();
  const at = new Date(entry.recorded);
  const { text, cut } = preview(entryText(entry), LINES, CHARS);
  const Words = isStruck(entry) ? 's' : 'span';
  return (
    <li>
      <button type="button" onClick={() => void openEntry(entry.id)}>
        <time className="num" dateTime={entry.recorded} title={shortDay(at, zone)}>
          {clock(at, zone, 'minute')}
        </time>
        <Ic of={entryIcon(entry)} />
        <span className="grow">
          <Words className="latest-text" dir="auto">
            {visibleText(text)}
            {cut ? '…' : ''}
          </Words>
          <span className="meta latest-by">
            <TrustMark trust={entry.author.trust} />
            <span className="clip">{visibleName(entry.author.name)}</span>
          </span>
        </span>
      </button>
    </li>
  );
}

/** The newest entries, newest first; each leads to its place in the timeline. */
export function Latest() {
  const entries = useCase((state) => state.info?.entries ?? 0);
  const zone = useShownZone();
  const { rows, error } = useLatest(entries);
  const text = en.overview.latest;
  return (
    <section aria-labelledby="overview-latest">
      <div className="section-head">
        <h2 id="overview-latest">{text.title}</h2>
        <span className="meta">{zoneName(zone, new Date(rows?.[0]?.recorded ?? 0))}</span>
        <button type="button" className="link right" onClick={() => showSection('timeline')}>
          {text.all}
        </button>
      </div>
      {error === null ? null : (
        <p className="danger-text" role="alert">
          {text.failed} {errorWords(error)}
        </p>
      )}
      {rows?.length === 0 ? <p className="t2">{text.empty}</p> : null}
      <ul className="latest">
        {rows?.map((entry) => (
          <Row key={entry.id} entry={entry} />
        ))}
      </ul>
    </section>
  );
}
