import type { EntryView } from '../../../src-main/contract/entry.ts';
import { preview } from '../../format/cut.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { useMentioned } from '../../state/mentioned.ts';
import { en } from '../../strings/en.ts';
import { Notice } from '../../ui/notice.tsx';
import { EntryLink } from './entry-link.tsx';
import { correctionsOf, fieldName, isStruck } from '../../format/entry-words.ts';

const SHOWN_LINES = 12;
const SHOWN_CHARS = 1200;

/** One correction as it reads, who wrote it and why. */
function Correction({ entry }: { readonly entry: EntryView }) {
  const reason = entry['reason'];
  return (
    <li className="pane-correction">
      <p className="pane-correction-text" dir="auto">
        {visibleText(preview(entry.text, SHOWN_LINES, SHOWN_CHARS).text)}
      </p>
      <p className="meta">
        {en.timeline.entryN('')}
        <EntryLink entry={entry} />, {visibleName(entry.author.name)}
        {typeof reason === 'string' ? en.timeline.corrected.reason(visibleText(reason)) : ''}
      </p>
    </li>
  );
}

function Corrections({ entry }: { readonly entry: EntryView }) {
  const text = en.timeline.corrected;
  const others = useMentioned(correctionsOf(entry));
  const conflict = others.length > 1 || !isStruck(entry);
  return (
    <div className="pane-marks">
      {conflict ? (
        <Notice tone="warn" title={`${text.standing}.`}>
          {text.standingHint}
        </Notice>
      ) : (
        <p className="label">{text.readsNow}</p>
      )}
      <ul>
        {others.map((other) => (other === undefined ? null : <Correction key={other.id} entry={other} />))}
      </ul>
    </div>
  );
}

function Corrects({ id }: { readonly id: string }) {
  const [note] = useMentioned([id]);
  if (note === undefined) return null;
  return (
    <p className="meta pane-marks">
      {en.timeline.corrected.corrects} {en.timeline.entryN('')}
      <EntryLink entry={note} />
      {en.timeline.corrected.reason(visibleText(preview(note.text, 1, 120).text))}
    </p>
  );
}

function Withheld({ ids }: { readonly ids: readonly string[] }) {
  const entries = useMentioned(ids);
  const text = en.timeline.withheld;
  return (
    <ul className="pane-marks">
      {entries.map((entry) =>
        entry === undefined ? null : (
          <li key={entry.id} className="meta">
            {text.field(fieldName(String(entry['field'])))}, {en.timeline.entryN('')}
            <EntryLink entry={entry} />
            {typeof entry['why'] === 'string' ? en.timeline.corrected.reason(visibleText(entry['why'])) : ''}
          </li>
        ),
      )}
    </ul>
  );
}

/** What later entries say about this one: how it reads now, what was withheld, what it corrects itself. */
export function PaneMarks({ entry }: { readonly entry: EntryView }) {
  return (
    <>
      {correctionsOf(entry).length === 0 ? null : <Corrections entry={entry} />}
      {entry.corrects === undefined ? null : <Corrects id={entry.corrects} />}
      {entry.withheldBy === undefined ? null : <Withheld ids={entry.withheldBy} />}
    </>
  );
}
