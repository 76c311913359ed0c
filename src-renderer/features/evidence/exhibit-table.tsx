import { type KeyboardEvent, useRef } from 'react';
import type { Exhibit } from '../../../src-main/contract/evidence.ts';
import { shortHash } from '../../format/hash.ts';
import { size } from '../../format/number.ts';
import { visibleName } from '../../format/visible.ts';
import { zoneName } from '../../format/zone.ts';
import { useShownZone } from '../../state/case.ts';
import { selectExhibit, useEvidence } from '../../state/evidence.ts';
import type { RunningJob } from '../../state/jobs.ts';
import { en } from '../../strings/en.ts';
import { ExhibitChip } from '../../ui/chip.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconCircleDashed } from '../../ui/icons.ts';
import { MiddleName } from '../../ui/middle-name.tsx';
import { useMinute } from '../../ui/use-now.ts';
import { exhibitIcon } from './exhibit-icon.ts';
import { coversShort, missingText } from './exhibit-words.ts';
import { ExhibitState } from './exhibit-state.tsx';
import { JobRow } from './job-row.tsx';

interface RowProps {
  readonly exhibit: Exhibit;
  readonly selected: boolean;
  /** The one row that Tab reaches. */
  readonly reachable: boolean;
  readonly zone: string;
  readonly now: Date;
  readonly onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => void;
}

function ExhibitRow({ exhibit, selected, reachable, zone, now, onKeyDown }: RowProps) {
  const title = visibleName(exhibit.title);
  const choose = (): void => selectExhibit(exhibit.exhibit);
  return (
    <tr aria-selected={selected} onClick={choose}>
      <td>
        <button
          type="button"
          className="exhibit-button"
          data-exhibit={exhibit.exhibit}
          tabIndex={reachable ? 0 : -1}
          aria-pressed={selected}
          aria-label={`${exhibit.exhibit}, ${title}`}
          onClick={choose}
          onKeyDown={onKeyDown}
        >
          <ExhibitChip exhibit={exhibit.exhibit} />
        </button>
      </td>
      <td className="exhibit-what" title={title}>
        <span>
          <Ic of={exhibitIcon(exhibit.type)} className="t3" />
          <span className="exhibit-title grow">
            <MiddleName name={title} />
          </span>
          {exhibit.missing.length === 0 ? null : (
            <span className="warn-text" title={missingText(exhibit.missing)}>
              <Ic of={IconCircleDashed} size={14} />
              <span className="sr">{missingText(exhibit.missing)}</span>
            </span>
          )}
        </span>
      </td>
      <td className="num t2 hide-narrow exhibit-covers-column">{coversShort(exhibit, zone)}</td>
      <td className="r">{exhibit.size === null ? '–' : size(exhibit.size)}</td>
      <td className="mono t2 hide-narrow exhibit-hash-column" title={exhibit.sha256 ?? undefined}>
        {exhibit.sha256 === null ? '–' : shortHash(exhibit.sha256)}
      </td>
      <td className="clip exhibit-holder">{visibleName(exhibit.holder)}</td>
      <td>
        <ExhibitState exhibit={exhibit} zone={zone} now={now} />
      </td>
    </tr>
  );
}

/** The exhibits and the jobs that make new ones. */
export function ExhibitTable({ jobs }: { readonly jobs: readonly RunningJob[] }) {
  const exhibits = useEvidence((state) => state.exhibits);
  const selected = useEvidence((state) => state.selected);
  const zone = useShownZone();
  const now = useMinute();
  const body = useRef<HTMLTableSectionElement>(null);
  const text = en.evidence.columns;

  const move = (event: KeyboardEvent<HTMLButtonElement>): void => {
    const at = exhibits.findIndex((exhibit) => exhibit.exhibit === selected);
    const last = exhibits.length - 1;
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(at + 1, last),
      j: Math.min(at + 1, last),
      ArrowUp: Math.max(at - 1, 0),
      k: Math.max(at - 1, 0),
      Home: 0,
      End: last,
    };
    const target = exhibits[targets[event.key] ?? -1];
    if (target === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    selectExhibit(target.exhibit);
    body.current?.querySelector<HTMLElement>(`[data-exhibit="${target.exhibit}"]`)?.focus();
  };
  return (
    <div className="exhibits" data-region>
      <table aria-label={en.evidence.table}>
        <thead>
          <tr>
            <th scope="col">{text.number}</th>
            <th scope="col">{text.what}</th>
            <th scope="col" className="hide-narrow exhibit-covers-column">
              {text.covers}
            </th>
            <th scope="col" className="r">
              {text.size}
            </th>
            <th scope="col" className="hide-narrow exhibit-hash-column">
              {text.hash}
            </th>
            <th scope="col">{text.holder}</th>
            <th scope="col">{text.state(zoneName(zone, now))}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {exhibits.map((exhibit) => (
            <ExhibitRow
              key={exhibit.exhibit}
              exhibit={exhibit}
              selected={exhibit.exhibit === selected}
              reachable={exhibit.exhibit === (selected ?? exhibits[0]?.exhibit)}
              zone={zone}
              now={now}
              onKeyDown={move}
            />
          ))}
        </tbody>
        <tbody className="exhibit-jobs">
          {jobs.map((job) => (
            <JobRow key={job.job} job={job} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
