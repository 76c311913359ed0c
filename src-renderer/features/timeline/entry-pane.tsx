import { useEffect, useState } from 'react';
import type { EntryView } from '../../../src-main/contract/entry.ts';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import type { ResponseOf } from '../../../src-main/contract/index.ts';
import { ask } from '../../api/client.ts';
import { errorWords } from '../../format/error-words.ts';
import { citation } from '../../format/citation.ts';
import { count } from '../../format/number.ts';
import { useShownZone } from '../../state/case.ts';
import { copyText } from '../../state/clipboard.ts';
import { selectEntry, useTimeline } from '../../state/timeline.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconCopy, IconX } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { CitedRows } from './cited-rows.tsx';
import { EntryFacts } from './entry-facts.tsx';
import { entryIcon } from '../../ui/entry-icon.ts';
import { EntryProof } from './entry-proof.tsx';
import { EntryWholeText } from './entry-whole-text.tsx';
import { kindName } from '../../format/entry-words.ts';
import { PaneActions } from './pane-actions.tsx';
import { PaneMarks } from './pane-marks.tsx';

type Shown = ResponseOf<'entry.show'>;

function PaneHead({ entry }: { readonly entry: EntryView }) {
  const zone = useShownZone();
  const text = en.timeline.pane;
  return (
    <div className="row">
      <Chip>
        <Ic of={entryIcon(entry)} size={14} />
        {kindName(entry.kind)}
      </Chip>
      <span className="meta num">{text.title(count(entry.number))}</span>
      <span className="right row pane-buttons">
        <Button
          look="quiet"
          icon={IconCopy}
          aria-label={text.copyCitation}
          title={text.copyCitation}
          onClick={() => void copyText(citation(entry, zone), text.copied)}
        />
        <Button
          look="quiet"
          icon={IconX}
          aria-label={en.common.closeEsc}
          title={en.common.closeEsc}
          onClick={() => selectEntry(entry.id, false)}
        />
      </span>
    </div>
  );
}

/** Everything about one entry. What the list knows is there at once; the proof follows from the engine. */
export function EntryPane({ id }: { readonly id: string }) {
  const listed = useTimeline((state) => state.rows.findLast((row) => row?.id === id));
  const [shown, setShown] = useState<Shown | null>(null);
  const [error, setError] = useState<ErrorData | null>(null);
  useEffect(() => {
    let current = true;
    void ask('entry.show', { entry: id }).then((answer) => {
      if (!current) return;
      if (answer.ok) setShown(answer.data);
      else setError(answer.error);
    });
    return () => {
      current = false;
    };
  }, [id, listed]);
  const entry = shown?.entry ?? listed;
  return (
    <aside
      className="pane"
      data-region
      aria-label={en.timeline.pane.label(entry === undefined ? id.slice(0, 8) : count(entry.number))}
    >
      {entry === undefined ? null : (
        <>
          <div className="pane-section">
            <PaneHead entry={entry} />
            <EntryWholeText entry={entry} />
            <PaneMarks entry={entry} />
          </div>
          <CitedRows entry={entry} />
          <EntryFacts entry={entry} />
          <PaneActions key={entry.id} entry={entry} />
          <EntryProof entry={entry} shown={shown} />
        </>
      )}
      {error === null ? null : (
        <div className="pane-section">
          <Notice tone="danger" role="alert" title={en.timeline.failed}>
            {errorWords(error)} <ErrorCode code={error.code} />
          </Notice>
        </div>
      )}
    </aside>
  );
}
