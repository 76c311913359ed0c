import { useState } from 'react';
import type { TimelineSurvey } from '../../../src-main/contract/timeline.ts';
import { count } from '../../format/number.ts';
import { zoomStrip, zoomToEntries } from '../../state/strip-zoom.ts';
import { useSurvey } from '../../state/survey.ts';
import { useTimeline } from '../../state/timeline.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { IconTable, IconZoomIn, IconZoomOut } from '../../ui/icons.ts';
import { toastDone } from '../../ui/toast.ts';
import { StripTable } from './strip-table.tsx';

/** Spreads the chosen span over the strip; without one, the time in which most entries are. */
export function zoomIn(): void {
  const { span } = useTimeline.getState().filter;
  if (span !== null && span.to > span.from) {
    zoomStrip(span);
    return;
  }
  void zoomToEntries().then((isCloser) => {
    if (!isCloser) toastDone(en.timeline.strip.spread);
  });
}

/** What the strip shows of the time: a part of it, all of it, or its counts as a table. */
export function StripTools({ strip }: { readonly strip: NonNullable<TimelineSurvey['strip']> }) {
  const text = en.timeline.strip;
  const zoom = useSurvey((state) => state.zoom);
  const zoomed = zoom !== null;
  const hasSpan = useTimeline((state) => state.filter.span !== null);
  const [table, setTable] = useState(false);
  const closer = hasSpan ? text.zoomSpan : text.zoomEntries;
  const outside = count(strip.outside);
  return (
    <div className="strip-tools">
      <Button icon={IconZoomIn} look="quiet" aria-label={closer} title={closer} onClick={zoomIn} />
      <Button
        icon={IconZoomOut}
        look="quiet"
        aria-label={text.whole}
        title={text.whole}
        aria-disabled={!zoomed}
        onClick={() => zoomStrip(null)}
      />
      <Button
        icon={IconTable}
        look="quiet"
        aria-label={text.table}
        title={text.table}
        onClick={() => setTable(true)}
      />
      <span className="meta num" role="status" title={zoomed ? text.outsideTitle(outside) : undefined}>
        {zoomed ? text.outside(outside) : ''}
      </span>
      {table ? (
        <StripTable strip={strip} shown={zoom ?? strip.whole} onClose={() => setTable(false)} />
      ) : null}
    </div>
  );
}
