import { useState } from 'react';
import type { EntryView } from '../../../src-main/contract/entry.ts';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import { entryText } from '../../format/entry-words.ts';
import { errorWords } from '../../format/error-words.ts';
import { cutEntry, whenOf } from './excerpt-words.ts';
import { useShownZone } from '../../state/case.ts';
import { openReviewForm, showExcerpt } from '../../state/review.ts';
import { openEntry } from '../../state/timeline.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { IconPlus, IconX } from '../../ui/icons.ts';

interface Props {
  readonly excerpts: readonly EntryView[];
  readonly writable: boolean;
}

/** Entries of the timeline that the retrospective shows. */
export function Excerpts({ excerpts, writable }: Props) {
  const text = en.review;
  const zone = useShownZone();
  const [error, setError] = useState<ErrorData | null>(null);
  const remove = async (id: string): Promise<void> =>
    setError(await showExcerpt(id, false, text.saved.removed));
  return (
    <section aria-labelledby="review-excerpts">
      <div className="row">
        <h2 id="review-excerpts">{text.excerpts}</h2>
        {writable ? (
          <Button
            look="quiet"
            className="small right"
            icon={IconPlus}
            onClick={() => openReviewForm({ kind: 'pick' })}
          >
            {text.pick}
          </Button>
        ) : null}
      </div>
      {error === null ? null : (
        <p role="alert" className="danger-text">
          {errorWords(error)}
        </p>
      )}
      {excerpts.length === 0 ? (
        <p className="t2">{text.noExcerpts}.</p>
      ) : (
        <ul className="review-items">
          {excerpts.map((entry) => (
            <li key={entry.id} className="review-item">
              <div className="grow">
                <button type="button" className="link num" onClick={() => void openEntry(entry.id)}>
                  {whenOf(entry, zone)}
                </button>
                <p className="review-text" dir="auto">
                  {cutEntry(entryText(entry))}
                </p>
              </div>
              {writable ? (
                <Button
                  look="quiet"
                  className="small"
                  icon={IconX}
                  aria-label={text.removeName(cutEntry(entryText(entry)))}
                  onClick={() => void remove(entry.id)}
                />
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
