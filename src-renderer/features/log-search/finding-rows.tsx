import { useEffect, useState } from 'react';
import type { LogRow } from '../../../src-main/contract/log-search.ts';
import { ask } from '../../api/client.ts';
import { rowText } from '../../format/log-row.ts';
import { count } from '../../format/number.ts';
import { fullTime } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { useShownZone } from '../../state/case.ts';
import { openInLogs } from '../../state/log-links.ts';
import { sourceOf } from '../../state/log-sources.ts';
import { en } from '../../strings/en.ts';
import { ExhibitChip } from '../../ui/chip.tsx';

/** Rows that are listed. */
const FEW = 12;

/** The first rows of a finding that no search finds, such as a silence. */
export function FindingRows({ refs }: { readonly refs: readonly string[] }) {
  const zone = useShownZone();
  const [rows, setRows] = useState<readonly LogRow[]>([]);
  useEffect(() => {
    let wanted = true;
    void Promise.all(refs.slice(0, FEW).map(async (ref) => ask('log.row', { ref }))).then((answers) => {
      if (wanted) setRows(answers.flatMap((answer) => (answer.ok ? [answer.data.row] : [])));
    });
    return () => {
      wanted = false;
    };
  }, [refs]);
  if (rows.length === 0) return null;
  return (
    <>
      <p className="label">{en.logFindings.evidence}</p>
      <ul className="finding-rows">
        {rows.map((row) => (
          <li key={row.ref}>
            <button type="button" className="around-row" onClick={() => openInLogs(row.ref)}>
              <span>
                <ExhibitChip exhibit={row.exhibit} /> {en.logSearch.pane.line(count(row.line))}
              </span>
              <span className="num">
                {row.time === null ? en.logSearch.list.noTime : fullTime(new Date(row.time), zone, 'second')}
              </span>
              <span className="mono clip t2">
                {visibleName(rowText(row, sourceOf(row.source)?.readAs.reader ?? '').slice(0, 300))}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
