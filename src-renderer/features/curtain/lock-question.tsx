import { hideCase } from '../../state/curtain.ts';
import { lockCase } from '../../state/lock.ts';
import { askAboutJob, useLockQuestion } from '../../state/lock-question.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconEyeOff, IconLock } from '../../ui/icons.ts';

/** Before a lock that would end a job: what becomes of it. */
export function LockQuestion() {
  const { asked } = useLockQuestion();
  const text = en.curtain.question;
  if (!asked) return null;
  return (
    <Dialog title={text.title} onClose={() => askAboutJob(false)}>
      <div className="col">
        <p className="t2">{text.text}</p>
        <p className="meta">{en.curtain.holdHint}</p>
        <div className="row lock-choices">
          <Button look="primary" icon={IconEyeOff} data-autofocus onClick={() => void hideCase('menu')}>
            {text.curtain}
          </Button>
          <Button icon={IconLock} onClick={() => void lockCase('menu')}>
            {text.now}
          </Button>
          <Button look="quiet" keys={['Esc']} onClick={() => askAboutJob(false)}>
            {en.common.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
