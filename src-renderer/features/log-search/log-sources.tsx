import { useEffect } from 'react';
import type { LogSource } from '../../../src-main/contract/log-index.ts';
import { errorWords } from '../../format/error-words.ts';
import { valueTerm } from '../../format/log-query.ts';
import { formatName } from '../../format/log-row.ts';
import { count, size } from '../../format/number.ts';
import { fullTime } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { useCase, useShownZone } from '../../state/case.ts';
import { coverSource } from '../../state/log-cover.ts';
import { chooseLogs, readAgain } from '../../state/log-intake.ts';
import { showExhibit } from '../../state/log-links.ts';
import { searchFor } from '../../state/log-search.ts';
import {
  loadLogSources,
  openSourceDialog,
  showLogTab,
  sourceName,
  useLogSources,
} from '../../state/log-sources.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ExhibitChip } from '../../ui/chip.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Ic } from '../../ui/ic.tsx';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconFileSearch,
  IconHelpCircle,
  IconPlus,
} from '../../ui/icons.ts';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ReadDone } from './read-done.tsx';
import { useSourceSpan } from './use-source-span.ts';

const LOOKS = {
  indexed: { icon: IconCircleCheck, tone: 'ok-text' },
  partial: { icon: IconAlertTriangle, tone: 'warn-text' },
  missing: { icon: IconCircleDashed, tone: 'warn-text' },
  'not-here': { icon: IconHelpCircle, tone: 'warn-text' },
  changed: { icon: IconAlertTriangle, tone: 'danger-text' },
} as const;

function actionsOf(source: LogSource, writable: boolean): MenuItem[] {
  const text = en.logSearch.source;
  const isSearched = source.state === 'indexed' || source.state === 'partial';
  const name = source.member === '' ? source.exhibit : `${source.exhibit}/${source.member}`;
  return [
    ...(isSearched
      ? [
          {
            label: text.onlyThis,
            onChoose: () => {
              searchFor(valueTerm('source', name), null);
              showLogTab('search');
            },
          },
        ]
      : []),
    ...(writable
      ? [
          ...(source.first === null ? [] : [{ label: text.cover, onChoose: () => coverSource(source) }]),
          { label: text.clock, onChoose: () => openSourceDialog({ kind: 'clock', source }) },
          ...(source.state === 'indexed'
            ? [{ label: text.again, onChoose: () => void readAgain([source]) }]
            : []),
        ]
      : []),
    { label: text.openExhibit, onChoose: () => showExhibit(source.exhibit) },
  ];
}

function State({ source, writable }: { readonly source: LogSource; readonly writable: boolean }) {
  const text = en.logSearch.source;
  const state = source.proof === 'changed' ? 'changed' : source.state;
  const { icon, tone } = LOOKS[state];
  const isOpen = source.state === 'partial' || source.state === 'missing';
  return (
    <td>
      <span className={tone}>
        <Ic of={icon} size={14} /> {text.states[state]}
      </span>
      <span className="meta log-second">{text.hints[state]}</span>
      {isOpen && writable ? (
        <Button className="small" onClick={() => void readAgain([source])}>
          {source.state === 'partial' ? text.goOn : text.again}
        </Button>
      ) : null}
    </td>
  );
}

function Covered({ source }: { readonly source: LogSource }) {
  const text = en.logSearch.source;
  const zone = useShownZone();
  const span = useSourceSpan();
  const at = (utc: string): string => fullTime(new Date(utc), zone, 'minute');
  const gaps = source.gaps.map(({ from, to }) => text.span(at(from), at(to))).join('\n');
  return (
    <td className="num">
      {span(source)}
      <span className="meta log-second" title={gaps}>
        {source.gaps.length === 0 ? text.noGaps : text.gaps(count(source.gaps.length))}
        {source.undated === 0 ? '' : `, ${text.undated(count(source.undated))}`}
        {source.repeats.map(({ of, rows }) => `, ${text.repeats(count(rows), visibleName(of))}`).join('')}
      </span>
    </td>
  );
}

function Source({ source, writable }: { readonly source: LogSource; readonly writable: boolean }) {
  const text = en.logSearch.source;
  const { readAs } = source;
  const problems = source.problems.reduce((sum, one) => sum + one.count, 0);
  const name = sourceName(source);
  return (
    <tr>
      <th scope="row">
        <ExhibitChip exhibit={source.exhibit} /> {visibleName(source.title)}
        {source.member === '' ? null : <span className="meta log-second">{visibleName(source.member)}</span>}
      </th>
      <td>
        {formatName(readAs.reader)}
        <span className="meta log-second">
          {[
            ...(readAs.zone === null ? [] : [text.times(readAs.zone)]),
            ...(source.clockOffset === 0 ? [] : [text.offset(String(-source.clockOffset))]),
            ...(readAs.reader === 'fusionreactor' ? [text.fusion] : []),
          ].join(', ')}
        </span>
      </td>
      <td className="num count">{count(source.rows)}</td>
      <Covered source={source} />
      <td className="num">
        {problems === 0 ? (
          <span className="t3">{text.noProblems}</span>
        ) : (
          <button
            type="button"
            className="link"
            aria-label={text.showProblems(text.problemsOf(count(problems)), name)}
            onClick={() => openSourceDialog({ kind: 'problems', source })}
          >
            {text.problemsOf(count(problems))}
          </button>
        )}
      </td>
      <State source={source} writable={writable} />
      <td className="log-menu">
        <Menu label={text.actions(name)} items={actionsOf(source, writable)} />
      </td>
    </tr>
  );
}

function Table({
  sources,
  writable,
}: {
  readonly sources: readonly LogSource[];
  readonly writable: boolean;
}) {
  const text = en.logSearch.source;
  return (
    <table className="log-table source-table" aria-label={text.table}>
      <thead>
        <tr>
          <th scope="col">{text.log}</th>
          <th scope="col">{text.as}</th>
          <th scope="col" className="count">
            {text.rows}
          </th>
          <th scope="col">{text.covered}</th>
          <th scope="col">{text.problems}</th>
          <th scope="col">{text.state}</th>
          <th scope="col">
            <span className="sr">{text.menu}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <Source key={`${source.exhibit} ${source.member}`} source={source} writable={writable} />
        ))}
      </tbody>
    </table>
  );
}

/** Each log that was read: as what, how far, what it covers, what was wrong with it. */
export function LogSources() {
  const { sources, size: bytes, error } = useLogSources();
  const writable = useCase(({ info }) => info !== null && !info.readOnly && !info.sealed);
  const text = en.logSearch.source;
  useEffect(() => void loadLogSources(), []);
  return (
    <div className="body">
      <div className="logs-main">
        <ReadDone />
        {error === null ? null : (
          <Notice tone="danger" role="alert" title={text.failed}>
            {errorWords(error)} <ErrorCode code={error.code} />
          </Notice>
        )}
        {sources === null ? null : sources.length === 0 ? (
          <Empty icon={IconFileSearch} title={en.logSearch.empty.title} hint={en.logSearch.empty.hint}>
            {writable ? (
              <Button look="primary" icon={IconPlus} onClick={() => void chooseLogs()}>
                {en.logSearch.add}
              </Button>
            ) : null}
          </Empty>
        ) : (
          <Table sources={sources} writable={writable} />
        )}
        {bytes === null ? null : (
          <p className="row meta">
            {text.size(size(bytes))}
            <Button look="quiet" className="small" onClick={() => openSourceDialog({ kind: 'drop' })}>
              {text.drop}
            </Button>
          </p>
        )}
      </div>
    </div>
  );
}
