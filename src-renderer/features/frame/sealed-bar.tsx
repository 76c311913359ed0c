import { useCase } from '../../state/case.ts';
import { openCourseForm } from '../../state/course.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconLock } from '../../ui/icons.ts';

/** One calm line above the note line: the case is sealed, and what still goes on. */
export function SealedBar() {
  const sealed = useCase((state) => state.info?.sealed ?? false);
  const readOnly = useCase((state) => state.info?.readOnly ?? false);
  const text = en.facts.seal;
  if (!sealed) return null;
  return (
    <section className="sealed-bar" aria-label={text.sealedBar}>
      <Ic of={IconLock} />
      <p className="grow">
        <b>{text.sealedBar}</b> {text.sealedBarRest}
      </p>
      {readOnly ? null : (
        <Button className="small" onClick={() => openCourseForm('unseal')}>
          {text.unsealButton}
        </Button>
      )}
    </section>
  );
}
