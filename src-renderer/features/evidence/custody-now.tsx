import type { Exhibit } from '../../../src-main/contract/evidence.ts';
import { visibleName } from '../../format/visible.ts';
import { openForm } from '../../state/evidence.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

interface Props {
  readonly exhibit: Exhibit;
  readonly readOnly: boolean;
}

/** Whatever about its custody is not as it should be. */
export function CustodyNow({ exhibit, readOnly }: Props) {
  const text = en.evidence.now;
  const { custodyState: state } = exhibit;
  return (
    <div className="custody-now">
      {state.disposed === true ? <p>{text.disposed}</p> : null}
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
