import { tzOffset } from '@date-fns/tz';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { clock, dayAndMonth, fullTime } from '../../format/time.ts';
import { isZone, zoneName } from '../../format/zone.ts';
import { useShownZone } from '../../state/case.ts';
import { BUCKETS, useSurvey } from '../../state/survey.ts';
import { goToInstant, setFilter, useTimeline } from '../../state/timeline.ts';
import type { Span } from '../../state/timeline-filter.ts';
import { en } from '../../strings/en.ts';
import { drawStrip } from './draw-strip.ts';
import { StripTools } from './strip-tools.tsx';
import { type Scale, instantAt, movedEdge, shareOf, ticksOf } from '../../format/strip-scale.ts';
import { onLookChange } from '../../ui/on-look-change.ts';

/** A press that moves less than this is a click, px. */
const CLICK = 4;
/** A label takes so much room, px. */
const LABEL = 110;
/** Closer to the end than this a label would be cut, px. */
const HALF = 60;

const percent = (share: number): string => `${(share * 100).toFixed(3)}%`;

function useDrawing(scale: Scale | null, counts: readonly number[], span: Span | null) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = canvas.current;
    if (element === null || scale === null) return;
    const draw = (): void => {
      setWidth(element.clientWidth);
      drawStrip(element, { from: scale.from, to: scale.to, counts, span });
    };
    draw();
    const sizes = new ResizeObserver(draw);
    sizes.observe(element);
    const end = onLookChange(draw);
    return () => {
      sizes.disconnect();
      end();
    };
  }, [scale, counts, span]);
  return { canvas, width };
}

interface EdgeProps {
  readonly edge: 'from' | 'to';
  readonly scale: Scale;
  readonly span: Span;
  readonly zone: string;
  readonly onChange: (span: Span) => void;
}

/** One end of the span, moved by arrow keys. */
function Edge({ edge, scale, span, zone, onChange }: EdgeProps) {
  const piece = (scale.to - scale.from) / BUCKETS;
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = movedEdge(event.key, span[edge], scale, event.shiftKey ? 10 * piece : piece);
    if (at === null) return;
    event.preventDefault();
    onChange(
      edge === 'from'
        ? { from: Math.min(at, span.to), to: span.to }
        : { from: span.from, to: Math.max(at, span.from) },
    );
  };
  return (
    <span
      role="slider"
      tabIndex={0}
      className="strip-edge"
      aria-label={en.timeline.strip[edge]}
      aria-valuemin={scale.from}
      aria-valuemax={scale.to}
      aria-valuenow={Math.min(scale.to, Math.max(scale.from, span[edge]))}
      aria-valuetext={fullTime(new Date(span[edge]), zone, 'second')}
      style={{ left: percent(shareOf(scale, span[edge])) }}
      onKeyDown={onKeyDown}
    />
  );
}

function Axis({
  scale,
  zone,
  width,
}: {
  readonly scale: Scale;
  readonly zone: string;
  readonly width: number;
}) {
  const offset = isZone(zone) ? tzOffset(zone, new Date(scale.from)) * 60_000 : 0;
  const ticks = ticksOf(scale, Math.max(1, Math.floor(width / LABEL)), offset);
  return (
    <div className="strip-axis num" aria-hidden="true">
      {ticks.at
        .filter((ms) => (1 - shareOf(scale, ms)) * width > HALF)
        .map((ms, i) => {
          const at = new Date(ms);
          const label = ticks.days ? dayAndMonth(at, zone) : clock(at, zone, 'minute');
          return (
            <span key={ms} style={{ left: percent(shareOf(scale, ms)) }}>
              {i === 0 ? `${label} ${zoneName(zone, at)}` : label}
            </span>
          );
        })}
    </div>
  );
}

/** Entries over time: a click goes there, a brush narrows the list to a span. */
export function DensityStrip() {
  const strip = useSurvey((state) => state.survey?.strip ?? null);
  const span = useTimeline((state) => state.filter.span);
  const zone = useShownZone();
  const [brush, setBrush] = useState<Span | null>(null);
  const started = useRef<{ readonly x: number; readonly at: number } | null>(null);
  const shown = brush ?? span;
  const { canvas, width } = useDrawing(strip, strip?.counts ?? [], shown);
  if (strip === null) return <div className="strip-row strip" aria-hidden="true" />;

  const instant = (event: PointerEvent): number => {
    const { left, width: whole } = event.currentTarget.getBoundingClientRect();
    return instantAt(strip, (event.clientX - left) / whole);
  };
  const spanTo = (event: PointerEvent): Span | null => {
    const { current } = started;
    if (current === null || Math.abs(event.clientX - current.x) < CLICK) return null;
    const at = instant(event);
    return { from: Math.min(at, current.at), to: Math.max(at, current.at) };
  };
  const { whole } = strip;
  const edges = shown ?? whole;
  const change = (next: Span): void =>
    void setFilter({ span: next.from <= whole.from && next.to >= whole.to ? null : next });
  return (
    <div className="strip-row" role="group" aria-label={en.timeline.strip.label}>
      <div className="strip">
        <div
          className="strip-area"
          title={en.timeline.strip.hint}
          onPointerDown={(event) => {
            if (event.button !== 0) return;
            event.currentTarget.setPointerCapture(event.pointerId);
            started.current = { x: event.clientX, at: instant(event) };
          }}
          onPointerMove={(event) => setBrush(spanTo(event))}
          onPointerUp={(event) => {
            const brushed = spanTo(event);
            const clicked = started.current;
            started.current = null;
            setBrush(null);
            if (brushed !== null) change(brushed);
            else if (clicked !== null) void goToInstant(clicked.at);
          }}
          onPointerCancel={() => {
            started.current = null;
            setBrush(null);
          }}
        >
          <canvas ref={canvas} className="strip-bars" />
          {shown === null ? null : (
            <span
              className="strip-span"
              style={{
                left: percent(shareOf(strip, shown.from)),
                right: percent(1 - shareOf(strip, shown.to)),
              }}
            />
          )}
        </div>
        <Edge edge="from" scale={strip} span={edges} zone={zone} onChange={change} />
        <Edge edge="to" scale={strip} span={edges} zone={zone} onChange={change} />
        <Axis scale={strip} zone={zone} width={width} />
      </div>
      <StripTools strip={strip} />
    </div>
  );
}
