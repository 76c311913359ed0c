import type { ReviewPart, ReviewView } from '../../../src-main/contract/review.ts';
import { nearTime } from '../../format/time.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { useShownZone } from '../../state/case.ts';
import { openReviewForm } from '../../state/review.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useMinute } from '../../ui/use-now.ts';

const PARTS = [
  'summary',
  'retrospective',
  'worked',
  'not-worked',
  'containment',
  'investigation',
] as const satisfies readonly ReviewPart[];

interface Props {
  readonly texts: ReviewView['texts'];
  readonly writable: boolean;
}

/** The parts that are written in whole sentences. */
export function TextParts({ texts, writable }: Props) {
  return (
    <section aria-labelledby="review-parts" className="review-parts">
      <h2 id="review-parts">{en.review.partsTitle}</h2>
      {PARTS.map((part) => (
        <TextPart key={part} part={part} text={texts.find((one) => one.part === part)} writable={writable} />
      ))}
    </section>
  );
}

interface PartProps {
  readonly part: ReviewPart;
  readonly text: ReviewView['texts'][number] | undefined;
  readonly writable: boolean;
}

function TextPart({ part, text: written, writable }: PartProps) {
  const text = en.review;
  const zone = useShownZone();
  const now = useMinute();
  const title = text.parts[part];
  return (
    <div className="review-part">
      <div className="row">
        <h3>{title}</h3>
        {writable ? (
          <Button
            look="quiet"
            className="small right"
            aria-label={written === undefined ? text.writeName(title) : text.changeName(title)}
            onClick={() => openReviewForm({ kind: 'part', part })}
          >
            {written === undefined ? text.write : text.change}
          </Button>
        ) : null}
      </div>
      {written === undefined ? (
        <p className="t2">
          {text.notWritten}. {text.partHints[part]}
        </p>
      ) : (
        <>
          <p className="review-text" dir="auto">
            {visibleText(written.text)}
          </p>
          {written.others.map((other) => (
            <Notice key={other} tone="warn" title={text.otherCopy}>
              <span className="review-text">{visibleText(other)}</span>
            </Notice>
          ))}
          <p className="meta num">
            {visibleName(written.author.name)}, {nearTime(new Date(written.at), zone, 'minute', now)}
          </p>
        </>
      )}
    </div>
  );
}
