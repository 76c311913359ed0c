import { tzOffset } from '@date-fns/tz';
import { useEffect, useState } from 'react';
import type { TimelineSurvey } from '../../../src-main/contract/timeline.ts';
import { count } from '../../format/number.ts';
import { fullTime } from '../../format/time.ts';
import { isZone } from '../../format/zone.ts';
import { useShownZone } from '../../state/case.ts';
import { piecesOf, zoomStrip } from '../../state/strip-zoom.ts';
import { setFilter } from '../../state/timeline.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { type Scale, piecesIn } from '../../format/strip-scale.ts';

type Strip = NonNullable<TimelineSurvey['strip']>;

/** Rows that a table has at most. */
const MOST = 48;
/** Shorter times are not taken apart any more, ms. */
const SHORTEST = 1000;
const MINUTE = 60_000;

interface Row extends Scale {
  readonly n: number;
}

function rowsOf({ from, to, counts }: Strip): Row[] {
  const step = (to - from) / counts.length;
  return counts.flatMap((n, i) => (n === 0 ? [] : [{ n, from: from + i * step, to: from + (i + 1) * step }]));
}

/** Counts on round clock times: `undefined` while they are asked for, null where they cannot be had. */
function useCounts(stretch: Scale, zone: string): Strip | null | undefined {
  const [counted, setCounted] = useState<{ readonly of: Scale; readonly strip: Strip | null }>();
  useEffect(() => {
    let wanted = true;
    const offset = isZone(zone) ? tzOffset(zone, new Date(stretch.from)) * 60_000 : 0;
    const { pieces, ...round } = piecesIn(stretch, MOST, offset);
    void piecesOf(round, pieces).then((strip) => {
      if (wanted) setCounted({ of: stretch, strip });
    });
    return () => {
      wanted = false;
    };
  }, [stretch, zone]);
  return counted?.of === stretch ? counted.strip : undefined;
}

interface RowsProps {
  readonly rows: readonly Row[];
  readonly zone: string;
  readonly onShow: (row: Row) => void;
  readonly onCloser: (row: Row) => void;
}

function Rows({ rows, zone, onShow, onCloser }: RowsProps) {
  const text = en.timeline.strip;
  // Pieces of whole minutes need no seconds.
  const isFine = rows.some((row) => row.from % MINUTE !== 0 || row.to % MINUTE !== 0);
  const at = (ms: number): string => fullTime(new Date(ms), zone, isFine ? 'second' : 'minute');
  return (
    <table>
      <caption className="sr">{text.tableTitle}</caption>
      <thead>
        <tr>
          <th scope="col">{text.tableFrom}</th>
          <th scope="col">{text.tableTo}</th>
          <th scope="col" className="count">
            {text.tableEntries}
          </th>
          <th scope="col">
            <span className="sr">{text.tableActions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.from}>
            <th scope="row" className="num">
              {at(row.from)}
            </th>
            <td className="num">{at(row.to)}</td>
            <td className="num count">{count(row.n)}</td>
            <td>
              <span className="row">
                <Button
                  className="small"
                  aria-label={text.showThese(at(row.from))}
                  onClick={() => onShow(row)}
                >
                  {text.show}
                </Button>
                {row.to - row.from > SHORTEST ? (
                  <Button
                    className="small"
                    look="quiet"
                    aria-label={text.closerTo(at(row.from))}
                    onClick={() => onCloser(row)}
                  >
                    {text.closer}
                  </Button>
                ) : null}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface Props {
  readonly strip: Strip;
  /** What the strip is to show now: `strip` itself may still be what it showed before. */
  readonly shown: Scale;
  readonly onClose: () => void;
}

/** The strip for whoever reads it rather than sees it: counts on round times, taken apart by steps. */
export function StripTable({ strip, shown, onClose }: Props) {
  const text = en.timeline.strip;
  const zone = useShownZone();
  const [stretch, setStretch] = useState<Scale>(shown);
  const counted = useCounts(stretch, zone);
  const rows = counted === null || counted === undefined ? [] : rowsOf(counted);
  const look = (next: Scale): void => {
    setStretch(next);
    zoomStrip(next === strip.whole ? null : { from: next.from, to: next.to });
  };
  const at = (ms: number): string => fullTime(new Date(ms), zone, 'second');
  const isWhole = stretch.from <= strip.whole.from && stretch.to >= strip.whole.to;
  return (
    <Dialog title={text.tableTitle} onClose={onClose} size={760}>
      <p className="t2" role="status">
        {counted === undefined
          ? text.counting
          : counted === null
            ? text.notCounted
            : `${text.tableRange(at(counted.from), at(counted.to))} ${rows.length === 0 ? text.tableNone : text.tableEmpty}`}
      </p>
      {isWhole ? null : (
        <p>
          <Button className="small" onClick={() => look(strip.whole)}>
            {text.wholeTable}
          </Button>
        </p>
      )}
      {rows.length === 0 ? null : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard
        <div className="strip-table" tabIndex={0} role="region" aria-label={text.tableTitle}>
          <Rows
            rows={rows}
            zone={zone}
            onShow={(row) => {
              onClose();
              // The end of a piece is the start of the next one.
              void setFilter({ span: { from: row.from, to: row.to - 1 } });
            }}
            onCloser={(row) => look({ from: row.from, to: row.to - 1 })}
          />
        </div>
      )}
    </Dialog>
  );
}
