import { duration } from '../../format/duration.ts';
import { errorWords } from '../../format/error-words.ts';
import { chooseMirror, mirrorNow, putReminderOff, useBackup, workAtRisk } from '../../state/backup.ts';
import { showSection, useCase } from '../../state/case.ts';
import { showTask } from '../../state/merge.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertTriangle, IconInfoCircle, IconX } from '../../ui/icons.ts';

/** One line: the second copy could not be written, or the work of half an hour is in this file only. Blocks nothing. */
export function BackupBar() {
  const text = en.backup.bar;
  const fault = useCase((state) => state.info?.backup.mirror?.fault ?? null);
  // What it is made of: the line is computed again when one of them changes.
  const atRisk = useCase(() => workAtRisk());
  const { putOff, writing } = useBackup();
  if (fault !== null) {
    return (
      <section className="place-bar" aria-label={text.label} role="status">
        <Ic of={IconAlertTriangle} />
        <p className="grow">
          <b>{text.failed}</b> {errorWords(fault)} <ErrorCode code={fault.code} />
        </p>
        {writing ? null : (
          <>
            <Button className="small" onClick={() => void mirrorNow()}>
              {text.again}
            </Button>
            <Button className="small" onClick={() => void chooseMirror()}>
              {en.backup.other}
            </Button>
          </>
        )}
      </section>
    );
  }
  if (atRisk === null || putOff) return null;
  return (
    <section className="place-bar quiet" aria-label={text.label} role="status">
      <Ic of={IconInfoCircle} />
      <p className="grow num">{text.remind(duration(atRisk / 1000))}</p>
      <Button
        className="small"
        onClick={() => {
          showTask('copy');
          showSection('share');
        }}
      >
        {text.copy}
      </Button>
      <Button className="small" onClick={() => void chooseMirror()}>
        {text.folder}
      </Button>
      <Button look="quiet" icon={IconX} aria-label={text.later} onClick={putReminderOff} />
    </section>
  );
}
