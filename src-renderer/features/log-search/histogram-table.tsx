import { count } from '../../format/number.ts';
import { fullTime } from '../../format/time.ts';
import { setLogSpan } from '../../state/log-search.ts';
import { sourceName, useLogSources } from '../../state/log-sources.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { HistogramData } from '../../ui/histogram-plot.ts';

/** Rows that the table has at most. */
const MOST = 48;

interface Row {
  readonly from: number;
  readonly to: number;
  readonly all: number;
  readonly found: number;
}

/** The bars put together to few enough rows; times without a line are left out. */
export function tableRows({
  from,
  to,
  all,
  found,
}: Pick<HistogramData, 'from' | 'to' | 'all' | 'found'>): Row[] {
  const step = Math.ceil(all.length / MOST);
  const width = (to - from) / Math.max(1, all.length);
  const sum = (counts: readonly number[], at: number): number =>
    counts.slice(at, at + step).reduce((total, n) => total + n, 0);
  return Array.from({ length: Math.ceil(all.length / step) }, (_, i) => ({
    from: Math.round(from + i * step * width),
    to: Math.round(Math.min(to, from + (i + 1) * step * width)),
    all: sum(all, i * step),
    found: sum(found, i * step),
  })).filter((row) => row.all > 0);
}

function Silences({ zone }: { readonly zone: string }) {
  const sources = useLogSources((state) => state.sources ?? []);
  const text = en.logSearch;
  const at = (utc: string): string => fullTime(new Date(utc), zone, 'minute');
  const gaps = sources.flatMap((source) =>
    source.gaps.map((gap) => ({ name: sourceName(source), from: gap.from, to: gap.to })),
  );
  if (gaps.length === 0) return <p className="t2">{text.source.noGaps}</p>;
  return (
    <>
      <p className="label">{text.source.gapsTitle}</p>
      <ul className="notice-list num">
        {gaps.map(({ name, from, to }) => (
          <li key={`${name} ${from}`}>
            {name}: {text.source.span(at(from), at(to))}
          </li>
        ))}
      </ul>
    </>
  );
}

interface Props {
  readonly data: HistogramData;
  readonly zone: string;
  readonly onClose: () => void;
}

/** The histogram for whoever reads it rather than sees it. */
export function HistogramTable({ data, zone, onClose }: Props) {
  const text = en.logSearch.histogram;
  const rows = tableRows(data);
  const at = (ms: number): string => fullTime(new Date(ms), zone, 'second');
  return (
    <Dialog title={text.tableTitle} onClose={onClose} size={760}>
      <p className="t2">{rows.length === 0 ? text.none : text.empty}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard */}
      <div className="log-dialog-table" tabIndex={0} role="region" aria-label={text.tableTitle}>
        <table className="log-table num">
          <thead>
            <tr>
              <th scope="col">{text.columns.from}</th>
              <th scope="col">{text.columns.to}</th>
              <th scope="col" className="count">
                {text.columns.all}
              </th>
              <th scope="col" className="count">
                {text.columns.found}
              </th>
              <th scope="col">
                <span className="sr">{en.timeline.strip.tableActions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.from}>
                <th scope="row">{at(row.from)}</th>
                <td>{at(row.to)}</td>
                <td className="count">{count(row.all)}</td>
                <td className="count">{count(row.found)}</td>
                <td>
                  <Button
                    className="small"
                    aria-label={en.timeline.strip.showThese(at(row.from))}
                    onClick={() => {
                      onClose();
                      // The end of a part is the start of the next one.
                      setLogSpan({ from: row.from, to: row.to - 1 });
                    }}
                  >
                    {en.timeline.strip.show}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <Silences zone={zone} />
      </div>
    </Dialog>
  );
}
