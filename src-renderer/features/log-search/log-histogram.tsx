import { tzOffset } from '@date-fns/tz';
import { type KeyboardEvent, useCallback, useMemo, useState } from 'react';
import { silencesIn } from '../../format/log-silences.ts';
import { ticksOf } from '../../format/strip-scale.ts';
import { clock, dayAndMonth, fullTime } from '../../format/time.ts';
import { isZone, zoneName } from '../../format/zone.ts';
import { useShownZone } from '../../state/case.ts';
import { zoomLogs } from '../../state/log-counts.ts';
import { type LogSpan, useLogSearch } from '../../state/log-search-state.ts';
import { setLogSpan } from '../../state/log-search.ts';
import { useLogSources } from '../../state/log-sources.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Histogram } from '../../ui/histogram.tsx';
import type { HistogramData, HistogramTicks } from '../../ui/histogram-plot.ts';
import { IconTable, IconX, IconZoomIn, IconZoomOut } from '../../ui/icons.ts';
import { HistogramTable } from './histogram-table.tsx';
import { spanAfter } from './span-keys.ts';

const HEIGHT = 84;
/** A label takes so much room, px. */
const LABEL = 110;
/** Closer to an end than this a label would be cut, as a share. */
const MARGIN = 0.05;

function useData(): HistogramData | null {
  const histogram = useLogSearch((state) => state.histogram);
  const sources = useLogSources((state) => state.sources);
  return useMemo(() => {
    if (histogram === null || histogram.from === null || histogram.to === null) return null;
    const whole = { from: Date.parse(histogram.from), to: Date.parse(histogram.to) };
    const searched = (sources ?? []).filter(({ state }) => state === 'indexed' || state === 'partial');
    // Where everything was found, nothing stands out.
    const isAll = histogram.found.every((n, i) => n === histogram.all[i]);
    const found = isAll ? histogram.found.map(() => 0) : histogram.found;
    return { ...whole, all: histogram.all, found, ...silencesIn(searched, whole) };
  }, [histogram, sources]);
}

function useTicks({ from, to }: LogSpan, zone: string): (width: number) => HistogramTicks {
  return useCallback(
    (width) => {
      const offset = isZone(zone) ? tzOffset(zone, new Date(from)) * 60_000 : 0;
      const ticks = ticksOf({ from, to }, Math.max(1, Math.floor(width / LABEL)), offset);
      const share = (ms: number): number => (ms - from) / (to - from);
      const at = ticks.at.filter((ms) => share(ms) > MARGIN && share(ms) < 1 - MARGIN);
      const labels = at.map((ms, i) => {
        const label = ticks.days ? dayAndMonth(new Date(ms), zone) : clock(new Date(ms), zone, 'minute');
        if (i > 0) return label;
        const day = ticks.days ? '' : `${dayAndMonth(new Date(ms), zone)} `;
        return `${day}${label} ${zoneName(zone, new Date(ms))}`;
      });
      return { at, labels };
    },
    [from, to, zone],
  );
}

/** The span as one control: the arrows move and widen it. */
function Slider({ data, zone }: { readonly data: HistogramData; readonly zone: string }) {
  const span = useLogSearch((state) => state.span);
  const text = en.logSearch.histogram;
  const at = (ms: number): string => fullTime(new Date(ms), zone, 'second');
  const part = (data.to - data.from) / Math.max(1, data.all.length);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && span !== null) {
      event.preventDefault();
      setLogSpan(null);
      return;
    }
    const next = spanAfter(event.key, event.shiftKey, span, data, part);
    if (next === null) return;
    event.preventDefault();
    setLogSpan(next);
  };
  return (
    <span
      role="slider"
      tabIndex={0}
      className="log-slider"
      aria-label={text.slider}
      aria-valuemin={data.from}
      aria-valuemax={data.to}
      aria-valuenow={span === null ? data.from : Math.max(data.from, Math.min(data.to, span.from))}
      aria-valuetext={span === null ? text.whole : text.span(at(span.from), at(span.to))}
      onKeyDown={onKeyDown}
    />
  );
}

function Tools({ data, zone }: { readonly data: HistogramData; readonly zone: string }) {
  const span = useLogSearch((state) => state.span);
  const zoomed = useLogSearch((state) => state.zoom !== null);
  const [table, setTable] = useState(false);
  const text = en.logSearch.histogram;
  const spanText =
    span === null
      ? ''
      : text.span(fullTime(new Date(span.from), zone, 'second'), fullTime(new Date(span.to), zone, 'second'));
  return (
    <div className="log-span-row row">
      {span === null ? null : (
        <button
          type="button"
          className="chip accent filter-chip num"
          aria-label={text.drop(spanText)}
          title={text.drop(spanText)}
          onClick={() => setLogSpan(null)}
        >
          {spanText} <IconX size={12} aria-hidden />
        </button>
      )}
      <span className="log-legend meta right" aria-hidden="true">
        <i className="legend-all" /> {text.legend.all}
        <i className="legend-found" /> {text.legend.found}
        {data.silent.length > 0 || data.partly.length > 0 ? (
          <>
            <i className="legend-silent" /> {data.silent.length > 0 ? text.legend.silent : text.legend.partly}
          </>
        ) : null}
      </span>
      <Button
        icon={IconZoomIn}
        look="quiet"
        className="small"
        aria-label={text.closer}
        title={text.closer}
        aria-disabled={span === null}
        onClick={() => (span === null ? undefined : void zoomLogs(span))}
      />
      <Button
        icon={IconZoomOut}
        look="quiet"
        className="small"
        aria-label={text.wide}
        title={text.wide}
        aria-disabled={!zoomed}
        onClick={() => void zoomLogs(null)}
      />
      <Button
        icon={IconTable}
        look="quiet"
        className="small"
        aria-label={text.table}
        title={text.table}
        onClick={() => setTable(true)}
      />
      {table ? <HistogramTable data={data} zone={zone} onClose={() => setTable(false)} /> : null}
    </div>
  );
}

function Drawn({ data }: { readonly data: HistogramData }) {
  const span = useLogSearch((state) => state.span);
  const zone = useShownZone();
  const ticks = useTicks(data, zone);
  return (
    <div className="log-histogram" role="group" aria-label={en.logSearch.histogram.label} data-region>
      <div className="log-plot" title={en.logSearch.histogram.hint}>
        <Histogram data={data} span={span} ticks={ticks} height={HEIGHT} onSpan={setLogSpan} />
        <Slider data={data} zone={zone} />
      </div>
      <Tools data={data} zone={zone} />
    </div>
  );
}

/** All lines over time, what was found among them, and where logs are silent. */
export function LogHistogram() {
  const data = useData();
  if (data === null) return <div className="log-histogram" aria-hidden="true" />;
  return <Drawn data={data} />;
}
