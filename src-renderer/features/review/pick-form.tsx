import { useEffect, useState } from 'react';
import type { EntryView } from '../../../src-main/contract/entry.ts';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import { entryText } from '../../format/entry-words.ts';
import { errorWords } from '../../format/error-words.ts';
import { useShownZone } from '../../state/case.ts';
import { entriesWith, openReviewForm, showExcerpt } from '../../state/review.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { cutEntry, whenOf } from './excerpt-words.ts';

const close = (): void => openReviewForm(null);
/** Typing goes on for so long before the record is searched, in ms. */
const PAUSE = 200;

interface Found {
  readonly entries: readonly EntryView[];
  readonly total: number;
}

/** Picks entries of the timeline by their words. */
export function PickForm({ shown }: { readonly shown: ReadonlySet<string> }) {
  const text = en.review;
  const [words, setWords] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const [error, setError] = useState<ErrorData | null>(null);
  const zone = useShownZone();
  useEffect(() => {
    let stopped = false;
    const timer = setTimeout(() => {
      void entriesWith(words).then((answer) => {
        if (stopped) return;
        if ('code' in answer) setError(answer);
        else setFound(answer);
      });
    }, PAUSE);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [words]);
  const pick = async (id: string): Promise<void> => setError(await showExcerpt(id, true, text.saved.excerpt));
  return (
    <Dialog title={text.pickTitle} size={640} onClose={close}>
      <div className="col">
        <TextField label={text.pickSearch} value={words} onChange={setWords} autoFocus />
        {error === null ? null : (
          <Notice tone="danger" role="alert" title={text.failed}>
            {errorWords(error)}
          </Notice>
        )}
        {found?.entries.length === 0 ? <p className="t2">{text.pickNone}.</p> : null}
        <ul className="review-items review-offered">
          {(found?.entries ?? []).map((entry) => (
            <li key={entry.id} className="review-item">
              <div className="grow">
                <span className="meta num">{whenOf(entry, zone)}</span>
                <p className="review-text" dir="auto">
                  {cutEntry(entryText(entry))}
                </p>
              </div>
              {shown.has(entry.id) ? (
                <span className="meta">{text.saved.excerpt}</span>
              ) : (
                <Button
                  className="small"
                  aria-label={text.pickAddName(cutEntry(entryText(entry)))}
                  onClick={() => void pick(entry.id)}
                >
                  {text.pickAdd}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {found !== null && found.total > found.entries.length ? (
          <p className="meta">{text.pickMore}</p>
        ) : null}
        <div className="row">
          <Button look="primary" onClick={close}>
            {text.pickDone}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
