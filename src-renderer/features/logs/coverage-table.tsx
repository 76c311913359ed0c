import { millisecondsInMinute } from 'date-fns/constants';
import type { LogCoverageView, ReadingView } from '../../../src-main/contract/log.ts';
import { fullTime } from '../../format/time.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { useShownZone } from '../../state/case.ts';
import { openLogForm } from '../../state/logs.ts';
import { openEntry } from '../../state/timeline.ts';
import { en } from '../../strings/en.ts';
import { ExhibitChip } from '../../ui/chip.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconCircleDashed } from '../../ui/icons.ts';
import { logName } from './log-name.ts';

const SHORT = 2 * millisecondsInMinute;

type Part =
  | { readonly from: string; readonly to: string; readonly reading: ReadingView }
  | { readonly from: string; readonly to: string; readonly reading: null };

/** What was read and what was not, in the order of time. */
function partsOf({ readings, gaps }: LogCoverageView): Part[] {
  const parts: Part[] = [
    ...readings.map((reading) => ({ from: reading.from, to: reading.to, reading })),
    ...gaps.map(({ from, to }) => ({ from, to, reading: null })),
  ];
  return parts.toSorted((a, b) => a.from.localeCompare(b.from));
}

function Result({
  reading,
  log,
  span,
  writable,
}: {
  readonly reading: ReadingView;
  readonly log: string;
  readonly span: string;
  readonly writable: boolean;
}) {
  const text = en.logs.coverage;
  return (
    <>
      {reading.finding === null ? text.nothing : visibleText(reading.finding)}{' '}
      {reading.exhibits.map((exhibit) => (
        <ExhibitChip key={exhibit} exhibit={exhibit} />
      ))}{' '}
      <button type="button" className="link mono" onClick={() => void openEntry(reading.entry)}>
        {reading.entry.slice(0, 8)}
      </button>
      {writable ? (
        <>
          {' '}
          <button
            type="button"
            className="link"
            aria-label={text.takeBackOf(log, span)}
            onClick={() => openLogForm({ kind: 'uncover', entry: reading.entry, what: `${log}: ${span}` })}
          >
            {text.takeBack}
          </button>
        </>
      ) : null}
    </>
  );
}

interface Props {
  readonly logs: readonly LogCoverageView[];
  readonly writable: boolean;
}

/** The same as the bars for whoever reads rather than sees, with who read it and what was found. */
export function CoverageTable({ logs, writable }: Props) {
  const zone = useShownZone();
  const { columns, gap, to: toText } = en.logs.coverage;
  /** Of a moment that is shorter than a minute, the seconds tell its ends apart. */
  const spanText = (from: string, to: string): string => {
    const style = Date.parse(to) - Date.parse(from) < SHORT ? 'second' : 'minute';
    const at = (utc: string): string => fullTime(new Date(utc), zone, style);
    return toText(at(from), at(to));
  };
  return (
    <table className="log-table coverage-table num" aria-labelledby="logs-coverage">
      <thead>
        <tr>
          <th scope="col">{columns.log}</th>
          <th scope="col">{columns.span}</th>
          <th scope="col">{columns.by}</th>
          <th scope="col">{columns.result}</th>
        </tr>
      </thead>
      <tbody>
        {logs.flatMap((log) =>
          partsOf(log).map(({ from, to, reading }, i) => (
            <tr key={`${log.log} ${log.source} ${log.host} ${from} ${reading?.entry ?? ''}`}>
              <th scope="row">{i === 0 ? logName(log) : <span className="sr">{logName(log)}</span>}</th>
              <td>{spanText(from, to)}</td>
              <td>{reading === null ? '' : visibleName(reading.by)}</td>
              <td>
                {reading === null ? (
                  <span className="warn-text">
                    <Ic of={IconCircleDashed} size={14} /> {gap}
                  </span>
                ) : (
                  <Result
                    reading={reading}
                    log={logName(log)}
                    span={spanText(from, to)}
                    writable={writable}
                  />
                )}
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
