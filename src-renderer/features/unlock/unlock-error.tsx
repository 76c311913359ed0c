import type { ErrorData } from '../../../src-main/contract/error.ts';
import { errorWords } from '../../format/error-words.ts';
import { clockWithZone } from '../../format/time.ts';
import { laptopZone } from '../../state/session.ts';
import { en } from '../../strings/en.ts';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertTriangle } from '../../ui/icons.ts';

interface Props {
  readonly error: ErrorData;
  /** When a wrong passphrase was tried on this page. Counted, never limited. */
  readonly tries: readonly Date[];
}

/** Why the file did not open: the engine's own sentence, which tells the kinds of failure apart. */
export function UnlockError({ error, tries }: Props) {
  const text = en.start.unlock;
  const last = tries.at(-1);
  const wrong = error.code === 'wrong-passphrase' && last !== undefined;
  return (
    <span className="unlock-error" role="alert">
      <Ic of={IconAlertTriangle} />
      <span className="select">
        {wrong ? <b>{text.wrong} </b> : null}
        {wrong ? (
          <span className="t2 num">
            {text.tries(
              text.ordinals[tries.length - 1] ?? text.nth(tries.length),
              clockWithZone(last, laptopZone(), 'minute'),
            )}{' '}
          </span>
        ) : null}
        {wrong ? <span className="t2">{text.wrongHelp} </span> : <b>{errorWords(error)} </b>}
        <ErrorCode code={error.code} />
      </span>
    </span>
  );
}
