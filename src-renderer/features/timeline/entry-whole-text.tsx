import { useMemo, useState } from 'react';
import type { EntryView } from '../../../src-main/contract/entry.ts';
import { preview } from '../../format/cut.ts';
import { size } from '../../format/number.ts';
import { visibleText } from '../../format/visible.ts';
import { copyText } from '../../state/clipboard.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { IconCopy } from '../../ui/icons.ts';
import { Markdown, marksIn } from '../../ui/markdown.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { entryText, isStruck } from '../../format/entry-words.ts';

/** Laying out more than this in one go makes the window stutter. */
const AT_ONCE = 20_000;
const STEP = 200_000;

/** The whole text as typed. A very long one is shown in steps. */
function AsTyped({ entry }: { readonly entry: EntryView }) {
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

/** Kinds whose text a person typed. */
const TYPED = new Set(['note', 'correction']);

/** The whole text: where it has Markdown marks, as what they mean or as it was typed. */
export function EntryWholeText({ entry }: { readonly entry: EntryView }) {
  const [look, setLook] = useState<'formatted' | 'typed'>('formatted');
  const text = entryText(entry);
  const marks = useMemo(() => (TYPED.has(entry.kind) ? marksIn(text) : null), [entry.kind, text]);
  if (marks === null || isStruck(entry)) return <AsTyped entry={entry} />;
  const words = en.timeline.pane;
  return (
    <>
      <Segmented
        label={words.textLook}
        value={look}
        options={[
          { value: 'formatted', label: words.formatted },
          { value: 'typed', label: words.typedLook },
        ]}
        onChange={setLook}
      />
      {look === 'formatted' ? <Markdown tokens={marks} /> : <AsTyped entry={entry} />}
    </>
  );
}
