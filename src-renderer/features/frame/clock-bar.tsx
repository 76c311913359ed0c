import { forgetClockMoved, useClockMoved } from '../../state/clock-moved.ts';
import { openCourseForm } from '../../state/course.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconClockExclamation, IconX } from '../../ui/icons.ts';

/** One amber line above the note line: the clock of this device moved. It is in the record, with its remedy beside it. */
export function ClockBar() {
  const { entry } = useClockMoved();
  const text = en.caseFrame.clockMoved;
  if (entry === null) return null;
  return (
    <section className="place-bar" aria-label={text.label} role="status">
      <Ic of={IconClockExclamation} />
      <p className="grow">
        <b>{entry.text}.</b> {text.recorded}
      </p>
      <Button className="small" onClick={() => openCourseForm('clock')}>
        {text.compare}
      </Button>
      <Button look="quiet" icon={IconX} aria-label={en.common.dismiss} onClick={forgetClockMoved} />
    </section>
  );
}
