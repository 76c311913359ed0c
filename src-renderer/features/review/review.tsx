import { useEffect } from 'react';
import type { ReviewView } from '../../../src-main/contract/review.ts';
import { errorWords } from '../../format/error-words.ts';
import { dueTime, nearTime } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { useCase, useShownZone } from '../../state/case.ts';
import { loadReview, openImprovementsOf, openReviewForm, useReview } from '../../state/review.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconCircleCheck } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { useMinute } from '../../ui/use-now.ts';
import { CourseLine } from './course-line.tsx';
import { Excerpts } from './excerpts.tsx';
import { ItemList } from './item-list.tsx';
import { ReviewForms } from './review-forms.tsx';
import { TextParts } from './text-parts.tsx';
import './review.css';

function Hint({ review: { approval, due } }: { readonly review: ReviewView }) {
  const text = en.review;
  const zone = useShownZone();
  const now = useMinute();
  const words =
    approval !== null
      ? text.hintApproved(visibleName(approval.by), nearTime(new Date(approval.at), zone, 'minute', now))
      : due === null
        ? text.hintOpen
        : text.hintDue(dueTime(new Date(due), zone, now));
  return <span className="meta clip">{words}</span>;
}

/** What do we learn from it, who sees to it, and who says so? */
export function Review() {
  const { review, error } = useReview();
  const writable = useCase(({ info }) => info !== null && !info.readOnly && !info.sealed);
  const text = en.review;
  useEffect(() => void loadReview(), []);
  if (review === null) {
    return error === null ? null : (
      <Notice tone="danger" role="alert" title={text.loadFailed}>
        {errorWords(error)} <ErrorCode code={error.code} />
      </Notice>
    );
  }
  const { approval, due } = review;
  const changed = approval === null ? 0 : approval.changedSince;
  return (
    <>
      <div className="head">
        <h1 id="screen-heading">{text.title}</h1>
        <Hint review={review} />
        <span className="right row">
          {openImprovementsOf(review).length === 0 ? null : (
            <Button onClick={() => openReviewForm({ kind: 'next-plan' })}>{text.nextPlan.button}</Button>
          )}
          {writable && due !== null && (approval === null || changed > 0) ? (
            <Button look="primary" icon={IconCircleCheck} onClick={() => openReviewForm({ kind: 'approve' })}>
              {text.approve}
            </Button>
          ) : null}
        </span>
      </div>
      <div className="body review">
        {changed === 0 ? null : (
          <Notice tone="warn" title={text.changed(changed)}>
            {text.changedHint}
          </Notice>
        )}
        <CourseLine milestones={review.milestones} writable={writable} />
        <div className="review-columns">
          <TextParts texts={review.texts} writable={writable} />
          <div className="review-lists">
            <ItemList list="cause" items={review.items} writable={writable} />
            <ItemList list="question" items={review.items} writable={writable} />
            <ItemList list="improvement" items={review.items} writable={writable} />
            <Excerpts excerpts={review.excerpts} writable={writable} />
          </div>
        </div>
      </div>
      <ReviewForms review={review} />
    </>
  );
}
