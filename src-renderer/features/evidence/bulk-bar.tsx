import { useState } from 'react';
import { count } from '../../format/number.ts';
import { useCase } from '../../state/case.ts';
import { copyHashes, extractExhibits, holdExhibits, saveForms } from '../../state/bulk-evidence.ts';
import { useEvidence, verifyExhibits } from '../../state/evidence.ts';
import { unmarkAll, useExhibitTable } from '../../state/exhibit-table.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { IconCopy, IconDownload, IconFileText, IconLock, IconLockOpen, IconRefresh } from '../../ui/icons.ts';
import { Menu } from '../../ui/menu.tsx';
import { WhyDialog } from '../../ui/why-dialog.tsx';

/** What can be done to all marked exhibits at once. */
export function BulkBar() {
  const text = en.evidence.bulk;
  const all = useExhibitTable((state) => state.marked);
  const exhibits = useEvidence((state) => state.exhibits);
  const readOnly = useCase((state) => state.info?.readOnly ?? false);
  const [hold, setHold] = useState<'on' | 'off' | null>(null);
  // In the order of the record, and only those that are there.
  const marked = exhibits.flatMap(({ exhibit }) => (all.has(exhibit) ? [exhibit] : []));
  if (marked.length === 0) return null;
  const n = count(marked.length);
  return (
    <div className="bulk-bar" role="toolbar" aria-label={text.label}>
      <b className="num" role="status">
        {text.marked(n)}
      </b>
      {readOnly ? null : (
        <Button icon={IconRefresh} onClick={() => void verifyExhibits(marked)}>
          {en.evidence.verify}
        </Button>
      )}
      <Button icon={IconCopy} onClick={() => void copyHashes(marked)}>
        {text.copyHashes}
      </Button>
      <Button icon={IconDownload} onClick={() => void extractExhibits(marked)}>
        {text.extract}
      </Button>
      <Menu
        label={text.more}
        items={[
          { label: text.forms, icon: IconFileText, onChoose: () => void saveForms(marked) },
          ...(readOnly
            ? []
            : [
                { label: text.holdOn, icon: IconLock, onChoose: () => setHold('on') },
                { label: text.holdOff, icon: IconLockOpen, onChoose: () => setHold('off') },
              ]),
        ]}
      />
      <Button look="quiet" className="right" onClick={unmarkAll}>
        {text.unmark}
      </Button>
      {hold === null ? null : (
        <WhyDialog
          title={hold === 'on' ? text.holdOnTitle(n) : text.holdOffTitle(n)}
          action={hold === 'on' ? text.holdOn : text.holdOff}
          failed={text.holdFailed}
          why={text.why}
          whyExample={text.whyExample}
          work={async (why) => holdExhibits(marked, hold === 'on', why)}
          onClose={() => setHold(null)}
        >
          <p className="num">{marked.slice(0, 20).join(', ')}</p>
        </WhyDialog>
      )}
    </div>
  );
}
