import { useState } from 'react';
import { useCase } from '../../state/case.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconInfoCircle, IconX } from '../../ui/icons.ts';

/** One calm line each: where the file lies, that it is older than seen, that it is open for reading only. */
export function PlaceBar() {
  const notice = useCase((state) => state.info?.notice ?? null);
  const older = useCase((state) => state.info?.olderThanSeen ?? null);
  const readOnly = useCase((state) => state.info?.readOnly ?? false);
  const readingCopy = useCase((state) => state.info?.readingCopy ?? false);
  const [hidden, setHidden] = useState(false);
  if (hidden) return null;
  const lines = [
    ...(readOnly ? [readingCopy ? en.caseFrame.readingCopyBar : en.caseFrame.readOnlyBar] : []),
    ...(older !== null && !readOnly ? [en.caseFrame.older] : []),
    ...(notice === null ? [] : [notice]),
  ];
  if (lines.length === 0) return null;
  return (
    <section className="place-bar" aria-label={en.caseFrame.words.fileNotice}>
      <Ic of={IconInfoCircle} />
      <p className="grow">{lines.join(' ')}</p>
      <Button look="quiet" icon={IconX} aria-label={en.common.dismiss} onClick={() => setHidden(true)} />
    </section>
  );
}
