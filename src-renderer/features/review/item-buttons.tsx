import { useState } from 'react';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import type { ReviewItemView } from '../../../src-main/contract/review.ts';
import { errorWords } from '../../format/error-words.ts';
import { visibleName } from '../../format/visible.ts';
import { openReviewForm, settleItem } from '../../state/review.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';

/** What can be said of an item now. */
export function ItemButtons({ item }: { readonly item: ReviewItemView }) {
  const text = en.review;
  const [error, setError] = useState<ErrorData | null>(null);
  const settle = async (state: 'open' | 'done'): Promise<void> =>
    setError(await settleItem({ item: item.item, state }, text.saved.settled));
  const words = visibleName(item.text);
  return (
    <span className="row review-buttons">
      {error === null ? null : (
        <span role="alert" className="danger-text">
          {errorWords(error)}
        </span>
      )}
      {item.state === 'open' ? (
        <>
          {item.list === 'cause' ? null : (
            <Button className="small" aria-label={text.doneName(words)} onClick={() => void settle('done')}>
              {text.done}
            </Button>
          )}
          <Button
            look="quiet"
            className="small"
            aria-label={text.dropName(words)}
            onClick={() => openReviewForm({ kind: 'drop', item })}
          >
            {text.drop}
          </Button>
        </>
      ) : (
        <Button
          look="quiet"
          className="small"
          aria-label={text.reopenName(words)}
          onClick={() => void settle('open')}
        >
          {text.reopen}
        </Button>
      )}
    </span>
  );
}
