import { type RefObject, useRef } from 'react';
import type { EntryView } from '../../../src-main/contract/entry.ts';
import { errorWords } from '../../format/error-words.ts';
import { citation } from '../../format/citation.ts';
import { count } from '../../format/number.ts';
import { visibleText } from '../../format/visible.ts';
import { setZoneMode, shownZone, useCase } from '../../state/case.ts';
import { copyText } from '../../state/clipboard.ts';
import { openCorrect, openLink } from '../../state/entry-action.ts';
import { loadEnd, selectEntry, setOrder, setSearch, useTimeline } from '../../state/timeline.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconPencil, IconRefresh, IconSearch } from '../../ui/icons.ts';
import { useKeys } from '../../ui/keyboard.ts';
import { Notice } from '../../ui/notice.tsx';
import { EntryPane } from './entry-pane.tsx';
import { FindBox } from './find-box.tsx';
import { TimelineHead } from './timeline-head.tsx';
import { TimelineList } from './timeline-list.tsx';
import './timeline.css';

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
    o: () => setOrder(useTimeline.getState().by === 'occurred' ? 'recorded' : 'occurred'),
    z: () => setZoneMode(useCase.getState().zoneMode === 'case' ? 'utc' : 'case'),
    y: copySelected,
    c: () => withSelected((entry) => void openCorrect(entry)),
    l: () => withSelected(openLink),
    escape: () => {
      const state = useTimeline.getState();
      if (state.paneOpen) selectEntry(state.selected, false);
      else if (state.search !== '') setSearch('');
      else return false;
      return undefined;
    },
  });
}

function Body() {
  const rows = useTimeline((state) => state.rows.length);
  const loaded = useTimeline((state) => state.loaded);
  const search = useTimeline((state) => state.search);
  if (rows > 0) return <TimelineList />;
  if (!loaded) return <div className="grow skeletons" aria-label={en.timeline.loading} role="status" />;
  return (
    <div className="grow">
      {search === '' ? (
        <Empty icon={IconPencil} title={en.timeline.emptyTitle} hint={en.timeline.emptyHint} />
      ) : (
        <Empty icon={IconSearch} title={en.timeline.nothingFound(visibleText(search))}>
          <Button onClick={() => setSearch('')}>{en.timeline.dropSearch}</Button>
        </Empty>
      )}
    </div>
  );
}

/** What happened, in which order? */
export function Timeline() {
  const find = useRef<HTMLInputElement>(null);
  const error = useTimeline((state) => state.error);
  const selected = useTimeline((state) => state.selected);
  const paneOpen = useTimeline((state) => state.paneOpen);
  const shown = useTimeline((state) => state.rows.length);
  const search = useTimeline((state) => state.search);
  const all = useCase((state) => state.info?.entries ?? 0);
  useTimelineKeys(find);
  return (
    <>
      <TimelineHead />
      <div className="tools">
        <FindBox ref={find} />
        <span className="meta num right" role="status">
          {search === '' ? '' : en.timeline.shown(count(shown), count(all))}
        </span>
      </div>
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
      <div className="body">
        <Body />
        {paneOpen && selected !== null ? <EntryPane key={selected} id={selected} /> : null}
      </div>
    </>
  );
}
