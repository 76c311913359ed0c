import { useState } from 'react';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import { errorWords } from '../../format/error-words.ts';
import { nearTime } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { useShownZone } from '../../state/case.ts';
import { openHandover, saveHandover, useHandover } from '../../state/handover.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconCircleCheck, IconCircleDashed } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { useMinute } from '../../ui/use-now.ts';

/** Who has it: the last hand-over, and whether both signed. */
export function HandoverLines({ writable }: { readonly writable: boolean }) {
  const { handovers, error: unread } = useHandover();
  const zone = useShownZone();
  const now = useMinute();
  const [error, setError] = useState<ErrorData | null>(null);
  const text = en.handover;
  const [last] = handovers;
  const waiting = last !== undefined && last.accepted.length === 0;
  return (
    <section aria-labelledby="overview-handover">
      <div className="section-head">
        <h2 id="overview-handover">{text.title}</h2>
        <span className="right row">
          {last === undefined ? null : (
            <Button className="small" look="quiet" onClick={() => void saveHandover().then(setError)}>
              {text.print}
            </Button>
          )}
          {writable ? (
            <Button className="small" onClick={() => openHandover(waiting ? 'accept' : 'give')}>
              {waiting ? text.accept : text.give}
            </Button>
          ) : null}
        </span>
      </div>
      {unread === null ? null : (
        <p className="danger-text" role="alert">
          {text.loadFailed} {errorWords(unread)}
        </p>
      )}
      {last === undefined ? (
        <p className="t2">{text.none}</p>
      ) : (
        <ul className="summary-lines">
          <li>
            <span className={waiting ? 'warn-text' : 'ok-text'}>
              <Ic of={waiting ? IconCircleDashed : IconCircleCheck} />
            </span>
            <span className="grow">
              <b className={waiting ? 'warn-text' : undefined}>
                {waiting
                  ? text.waiting
                  : text.taken(last.accepted.map(({ by }) => visibleName(by.name)).join(', '))}
              </b>
              <br />
              <span className="meta num">
                {text.waitingLine(
                  visibleName(last.from.name),
                  visibleName(last.to),
                  nearTime(new Date(last.at), zone, 'minute', now),
                )}
              </span>
            </span>
          </li>
        </ul>
      )}
      {error === null ? null : (
        <Notice tone="danger" role="alert" title={text.printFailed}>
          {errorWords(error)} <ErrorCode code={error.code} />
        </Notice>
      )}
    </section>
  );
}
