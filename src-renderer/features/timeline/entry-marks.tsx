import { Fragment } from 'react';
import type { EntryView } from '../../../src-main/contract/entry.ts';
import { preview } from '../../format/cut.ts';
import { count } from '../../format/number.ts';
import { visibleText } from '../../format/visible.ts';
import { useMentioned } from '../../state/mentioned.ts';
import { en } from '../../strings/en.ts';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertTriangle } from '../../ui/icons.ts';
import { EntryLink } from './entry-link.tsx';
import { correctionsOf, isStruck } from '../../format/entry-words.ts';

const REASON_CHARS = 160;

function Links({ entries }: { readonly entries: readonly (EntryView | undefined)[] }) {
  const known = entries.filter((entry) => entry !== undefined);
  return known.map((entry, at) => (
    <Fragment key={entry.id}>
      {at === 0 ? '' : at === known.length - 1 ? ` ${en.timeline.corrected.and} ` : ', '}
      <EntryLink entry={entry} inRow />
    </Fragment>
  ));
}

function reasonOf(entry: EntryView | undefined, field: 'reason' | 'why'): string {
  const reason = entry?.[field];
  if (typeof reason !== 'string') return '';
  return en.timeline.corrected.reason(visibleText(preview(reason, 1, REASON_CHARS).text));
}

function Corrected({ entry }: { readonly entry: EntryView }) {
  const text = en.timeline.corrected;
  const corrections = useMentioned(correctionsOf(entry));
  const several = corrections.length > 1 || !isStruck(entry);
  return (
    <span className="entry-mark">
      {several ? (
        <b className="warn-text">
          <Ic of={IconAlertTriangle} size={14} /> {text.conflict}
        </b>
      ) : null}{' '}
      {several ? text.differently : text.by} <Links entries={corrections} />
      {several ? '' : reasonOf(corrections[0], 'reason')}
    </span>
  );
}

function Corrects({ id }: { readonly id: string }) {
  const note = useMentioned([id]);
  return (
    <span className="entry-mark">
      {en.timeline.corrected.corrects} <Links entries={note} />
    </span>
  );
}

function Withheld({ ids }: { readonly ids: readonly string[] }) {
  const entries = useMentioned(ids);
  return (
    <span className="entry-mark">
      {en.timeline.withheld.by} <Links entries={entries} />
      {reasonOf(entries.at(-1), 'why')}
    </span>
  );
}

/** A row of another timeline says so, and where it stood there. */
function Imported({ entry }: { readonly entry: EntryView }) {
  const from = entry['from'];
  const line = typeof from === 'object' && from !== null && 'line' in from ? Number(from.line) : 0;
  return <span className="entry-mark">{en.timelineImport.mark(count(line))}</span>;
}

/** What later entries say about the one in this row, in a few quiet words behind its text. */
export function EntryMarks({ entry }: { readonly entry: EntryView }) {
  return (
    <>
      {entry.kind === 'imported' ? <Imported entry={entry} /> : null}
      {correctionsOf(entry).length === 0 ? null : <Corrected entry={entry} />}
      {entry.corrects === undefined ? null : <Corrects id={entry.corrects} />}
      {entry.withheldBy === undefined ? null : <Withheld ids={entry.withheldBy} />}
    </>
  );
}
