import { useState } from 'react';
import type { EntryView } from '../../../src-main/contract/entry.ts';
import { preview } from '../../format/cut.ts';
import { size } from '../../format/number.ts';
import { visibleText } from '../../format/visible.ts';
import { copyText } from '../../state/clipboard.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { IconCopy } from '../../ui/icons.ts';
import { entryText, isStruck } from '../../format/entry-words.ts';

/** Laying out more than this in one go makes the window stutter. */
const AT_ONCE = 20_000;
const STEP = 200_000;

/** The whole text as typed. A very long one is shown in steps. */
export function EntryWholeText({ entry }: { readonly entry: EntryView }) {
  const text = entryText(entry);
  const [shown, setShown] = useState(AT_ONCE);
  const part = preview(text, Number.POSITIVE_INFINITY, shown);
  const words = en.timeline.pane;
  const Words = isStruck(entry) ? 's' : 'span';
  return (
    <>
      <p className={text.length > 400 || text.includes('\n') ? 'pane-text long' : 'pane-text'} dir="auto">
        <Words>
          {visibleText(part.text)}
          {part.cut ? '…' : ''}
        </Words>
      </p>
      {part.cut ? (
        <div className="row pane-more">
          <span className="meta num">{words.textStart(size(shown), size(text.length))}</span>
          <Button look="quiet" onClick={() => setShown(shown + STEP)}>
            {words.wholeText(size(Math.min(text.length, shown + STEP)))}
          </Button>
          <Button
            look="quiet"
            icon={IconCopy}
            aria-label={words.copyText}
            title={words.copyText}
            onClick={() => void copyText(text, en.common.copied)}
          />
        </div>
      ) : null}
    </>
  );
}
