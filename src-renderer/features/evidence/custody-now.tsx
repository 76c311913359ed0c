import type { Exhibit } from '../../../src-main/contract/evidence.ts';
import { fullTime } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { openForm } from '../../state/evidence.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconLock } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';

interface Props {
  readonly exhibit: Exhibit;
  readonly zone: string;
  readonly readOnly: boolean;
}

/** Who has it and where, its seal, its hold and its retention; and whatever is not as it should be. */
export function CustodyNow({ exhibit, zone, readOnly }: Props) {
  const text = en.evidence.now;
  const { custodyState: state, holder, hold, retainUntil } = exhibit;
  const parts = [
    state.disposed === true ? text.disposed : text.heldBy(visibleName(holder)),
    ...(state.location === undefined ? [] : [visibleName(state.location)]),
    ...(state.seal === undefined
      ? []
      : [state.seal === '' ? text.sealedWithout : text.sealed(visibleName(state.seal))]),
    retainUntil === null ? text.undecided : text.kept(fullTime(new Date(retainUntil), zone, 'minute')),
  ];
  return (
    <div className="custody-now">
      <p className="num select">
        {parts.join(', ')}
        {hold ? (
          <b className="warn-text">
            {' '}
            <Ic of={IconLock} size={14} /> {text.onHold}
          </b>
        ) : null}
      </p>
      {state.contested === undefined ? null : (
        <Notice tone="danger" role="alert" title={text.contested}>
          {text.contestedHint(state.contested.map((who) => visibleName(who)))}
        </Notice>
      )}
      {state.unsure === undefined ? null : (
        <Notice tone="warn" title={text.unsure(state.unsure.map((who) => visibleName(who)))} />
      )}
      {state.doubtful === undefined ? null : (
        <Notice tone="warn" title={text.doubtful(state.doubtful)}>
          {text.doubtfulHint}
        </Notice>
      )}
      {state.awaits === undefined ? null : (
        <Notice
          tone="warn"
          title={text.awaits(visibleName(state.awaits))}
          actions={
            readOnly ? undefined : (
              <Button onClick={() => openForm('acknowledged')}>
                {en.evidence.events.verbs.acknowledged}
              </Button>
            )
          }
        >
          {text.awaitsHint}
        </Notice>
      )}
    </div>
  );
}
