import { useEffect, useState } from 'react';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import type { ReviewItemView } from '../../../src-main/contract/review.ts';
import { errorWords } from '../../format/error-words.ts';
import { dueTime } from '../../format/time.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { useShownZone } from '../../state/case.ts';
import { type NextPlanDone, isPrepared, putIntoPreparation, saveNextPlan } from '../../state/next-plan.ts';
import { openReviewForm } from '../../state/review.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useMinute } from '../../ui/use-now.ts';

const close = (): void => openReviewForm(null);

interface Props {
  /** Those that are open. */
  readonly improvements: readonly ReviewItemView[];
}

/** What is to be improved goes into the next version of the plan: as a file, or into the preparation of this laptop. */
export function NextPlanForm({ improvements }: Props) {
  const text = en.review.nextPlan;
  const zone = useShownZone();
  const now = useMinute();
  const [prepared, setPrepared] = useState<boolean | null>(null);
  const [error, setError] = useState<ErrorData | null>(null);
  useEffect(() => void isPrepared().then(setPrepared), []);
  const after = (done: NextPlanDone): void => {
    if (done === 'written') close();
    else setError(done === 'not-chosen' ? null : done);
  };
  return (
    <Dialog title={text.title} onClose={close} size={520}>
      <div className="form-dialog">
        <p className="t2">{text.text(improvements.length)}</p>
        <ul className="next-plan-list">
          {improvements.map(({ item, text: said, owner, due }) => (
            <li key={item}>
              {text.line(
                visibleText(said),
                visibleName(owner ?? ''),
                due === null ? '' : dueTime(new Date(due), zone, now),
              )}
            </li>
          ))}
        </ul>
        {error === null ? null : (
          <Notice tone="danger" role="alert" title={text.failed}>
            {errorWords(error)} <ErrorCode code={error.code} />
          </Notice>
        )}
        {prepared === true ? (
          <>
            <p className="meta">{text.putHint}</p>
            <div className="row">
              <Button look="primary" onClick={() => void putIntoPreparation().then(after)}>
                {text.put}
              </Button>
            </div>
          </>
        ) : null}
        <p className="meta">{prepared === false ? `${text.none} ${text.fileHint}` : text.fileHint}</p>
        <div className="row">
          <Button
            look={prepared === false ? 'primary' : 'plain'}
            onClick={() => void saveNextPlan().then(after)}
          >
            {text.file}
          </Button>
          <Button look="quiet" keys={['Esc']} onClick={close}>
            {en.common.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
