import { type RefObject, useRef } from 'react';
import type { EntryView } from '../../../src-main/contract/entry.ts';
import { errorWords } from '../../format/error-words.ts';
import { citation } from '../../format/citation.ts';
import { count } from '../../format/number.ts';
import { setZoneMode, shownZone, useCase } from '../../state/case.ts';
import { copyText } from '../../state/clipboard.ts';
import { openCorrect, openLink } from '../../state/entry-action.ts';
import { dismissExportError, useExport } from '../../state/export-timeline.ts';
import { beginChord, endChord } from '../../state/filter-menu.ts';
import { zoomStrip } from '../../state/strip-zoom.ts';
import { loadEnd, selectEntry, setFilter, setOrder, useTimeline } from '../../state/timeline.ts';
import { NO_FILTER, isNarrowed } from '../../state/timeline-filter.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconPencil, IconRefresh, IconSearch } from '../../ui/icons.ts';
import { useKeys } from '../../ui/keyboard.ts';
import { Notice } from '../../ui/notice.tsx';
import { EntryPane } from './entry-pane.tsx';
import { DensityStrip } from './density-strip.tsx';
import { ExportMenu } from './export-menu.tsx';
import { FilterChips } from './filter-chips.tsx';
import { FilterMenus } from './filter-menus.tsx';
import { FindBox } from './find-box.tsx';
import { zoomIn } from './strip-tools.tsx';
import { FoundKinds } from './found-kinds.tsx';
import { TimelineHead } from './timeline-head.tsx';
import { TimelineList } from './timeline-list.tsx';
import { UnseenButton } from './unseen-button.tsx';
import './css/index.ts';

function selectedEntry(): EntryView | undefined {
  const { rows, selected } = useTimeline.getState();
  return rows.find((row) => row?.id === selected);
}

function withSelected(action: (entry: EntryView) => void): void {
  const entry = selectedEntry();
  if (entry !== undefined) action(entry);
}

function copySelected(): void {
  const entry = selectedEntry();
  if (entry === undefined) return;
  void copyText(citation(entry, shownZone(useCase.getState())), en.timeline.pane.copied);
}

function useTimelineKeys(find: RefObject<HTMLInputElement | null>): void {
  const focusFind = (): void => {
    find.current?.focus();
    find.current?.select();
  };
  useKeys({
    '/': focusFind,
    'mod+f': focusFind,
    f: beginChord,
    k: () => endChord('kinds') && undefined,
    a: () => endChord('authors') && undefined,
    p: () => endChord('phases') && undefined,
    t: () => endChord('tags') && undefined,
    'shift+f': () => void setFilter(NO_FILTER),
    o: () => setOrder(useTimeline.getState().by === 'occurred' ? 'recorded' : 'occurred'),
    z: () => setZoneMode(useCase.getState().zoneMode === 'case' ? 'utc' : 'case'),
    y: copySelected,
    '+': zoomIn,
    '-': () => zoomStrip(null),
    c: () => withSelected((entry) => void openCorrect(entry)),
    l: () => withSelected(openLink),
    escape: () => {
      const state = useTimeline.getState();
      if (state.paneOpen) selectEntry(state.selected, false);
      else if (state.filter.search !== '') void setFilter({ search: '' });
      else return false;
      return undefined;
    },
  });
}

function Nothing() {
  const text = en.timeline.filter;
  return (
    <Empty icon={IconSearch} title={text.nothing} hint={text.nothingHint}>
      <FilterChips all />
      <Button onClick={() => void setFilter(NO_FILTER)}>{text.dropAll}</Button>
    </Empty>
  );
}

function Body() {
  const rows = useTimeline((state) => state.rows.length);
  const loaded = useTimeline((state) => state.loaded);
  const narrowed = useTimeline((state) => isNarrowed(state.filter));
  if (rows > 0) return <TimelineList />;
  if (!loaded) return <div className="grow skeletons" aria-label={en.timeline.loading} role="status" />;
  return (
    <div className="grow">
      {narrowed ? (
        <Nothing />
      ) : (
        <Empty icon={IconPencil} title={en.timeline.emptyTitle} hint={en.timeline.emptyHint} />
      )}
    </div>
  );
}

function ExportFailed() {
  const error = useExport((state) => state.error);
  if (error === null) return null;
  return (
    <Notice
      tone="danger"
      role="alert"
      className="screen-notice"
      title={en.timeline.export.failed}
      actions={<Button onClick={dismissExportError}>{en.common.close}</Button>}
    >
      {errorWords(error)} <ErrorCode code={error.code} />
    </Notice>
  );
}

/** From the search box to what it found: the newest is selected, the keys are the list's. */
function toFound(): void {
  const { rows } = useTimeline.getState();
  const last = rows.at(-1);
  if (last === undefined) return;
  selectEntry(last.id);
  document.querySelector<HTMLElement>('.timeline-scroll')?.focus();
}

/** What happened, in which order? */
export function Timeline() {
  const find = useRef<HTMLInputElement>(null);
  const error = useTimeline((state) => state.error);
  const selected = useTimeline((state) => state.selected);
  const paneOpen = useTimeline((state) => state.paneOpen);
  const shown = useTimeline((state) => state.rows.length);
  const narrowed = useTimeline((state) => isNarrowed(state.filter));
  const all = useCase((state) => state.info?.entries ?? 0);
  useTimelineKeys(find);
  return (
    <>
      <TimelineHead />
      <div className="tools">
        <FindBox ref={find} onEnter={toFound} />
        <FilterMenus />
        <UnseenButton />
        <FilterChips />
        <span className="right row">
          <span className="meta num" role="status">
            {narrowed ? en.timeline.shown(count(shown), count(all)) : ''}
          </span>
          <ExportMenu />
        </span>
      </div>
      <FoundKinds />
      <DensityStrip />
      {error === null ? null : (
        <Notice
          tone="danger"
          role="alert"
          className="screen-notice"
          title={en.timeline.failed}
          actions={
            <Button icon={IconRefresh} onClick={() => void loadEnd()}>
              {en.common.tryAgain}
            </Button>
          }
        >
          {errorWords(error)} {en.timeline.failedHint} <ErrorCode code={error.code} />
        </Notice>
      )}
      <ExportFailed />
      <div className="body">
        <Body />
        {paneOpen && selected !== null ? <EntryPane key={selected} id={selected} /> : null}
      </div>
    </>
  );
}
