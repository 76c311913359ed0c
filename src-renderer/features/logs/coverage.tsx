import { useState } from 'react';
import type { LogCoverageView } from '../../../src-main/contract/log.ts';
import { fullTime } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { useShownZone } from '../../state/case.ts';
import type { CoverageView } from '../../state/logs.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed } from '../../ui/icons.ts';
import { CoverageTable } from './coverage-table.tsx';
import { logName } from './log-name.ts';

const LOOKS = {
  whole: { icon: IconCircleCheck, tone: 'ok-text' },
  part: { icon: IconAlertTriangle, tone: 'warn-text' },
  none: { icon: IconCircleDashed, tone: 'warn-text' },
} as const;

interface BarProps {
  readonly log: LogCoverageView;
  /** UTC. */
  readonly whole: { readonly from: string; readonly to: string };
}

/** The time of the incident as a line: what was read is full, what nobody read is hatched. */
function Bar({ log, whole }: BarProps) {
  const text = en.logs.coverage;
  const { icon, tone } = LOOKS[log.read];
  const start = Date.parse(whole.from);
  const length = Date.parse(whole.to) - start;
  const percent = (utc: string): number => (100 * (Date.parse(utc) - start)) / length;
  return (
    <li>
      <span className="cover-name" title={logName(log)}>
        {logName(log)}
      </span>
      <span
        className="cover-bar"
        role="img"
        aria-label={text.bar(logName(log), text.read[log.read], log.gaps.length)}
      >
        {log.gaps.map(({ from, to }) => (
          <i
            key={from}
            className="cover-gap"
            style={{ left: `${percent(from)}%`, width: `${percent(to) - percent(from)}%` }}
          />
        ))}
      </span>
      <span className={`cover-state ${tone}`}>
        <Ic of={icon} size={14} /> {text.read[log.read]}
      </span>
    </li>
  );
}

interface Props {
  readonly coverage: CoverageView;
  readonly writable: boolean;
}

/** What “we saw nothing” rests on: of each log of each host, what of the time of the incident was read. */
export function Coverage({ coverage, writable }: Props) {
  const { whole, begins, ended, logs } = coverage;
  const zone = useShownZone();
  const [table, setTable] = useState(false);
  const text = en.logs.coverage;
  const n = (read: LogCoverageView['read']): number => logs.filter((log) => log.read === read).length;
  const at = (utc: string): string => fullTime(new Date(utc), zone, 'minute');
  return (
    <section aria-labelledby="logs-coverage">
      <div className="section-head">
        <h2 id="logs-coverage">{text.title}</h2>
        <span className="meta">{text.hint}</span>
        {whole === null ? null : (
          <Button className="small right" onClick={() => setTable(!table)}>
            {table ? text.noTable : text.table}
          </Button>
        )}
      </div>
      {whole === null ? (
        <p className="t2">{text.none}</p>
      ) : (
        <>
          <p>{text.claim(n('whole'), n('part'), n('none'))}</p>
          <p className="meta num">
            {text.span(at(whole.from), at(whole.to))}: {text.begins[begins]},{' '}
            {ended ? text.ends.ended : text.ends.now}
          </p>
          {table ? (
            <CoverageTable logs={logs} writable={writable} />
          ) : (
            <>
              <ul className="cover-bars">
                {logs.map((log) => (
                  <Bar key={`${log.log} ${visibleName(log.source)} ${log.host}`} log={log} whole={whole} />
                ))}
              </ul>
              <p className="cover-axis meta num" aria-hidden="true">
                <span>{at(whole.from)}</span>
                <span>{at(whole.to)}</span>
              </p>
            </>
          )}
        </>
      )}
    </section>
  );
}
