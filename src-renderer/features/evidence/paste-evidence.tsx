import { useEffect, useEffectEvent } from 'react';
import { attachPicture } from '../../state/attachments.ts';
import { useCase } from '../../state/case.ts';
import { sayDone } from '../../state/done.ts';
import { addPicture } from '../../state/intake.ts';
import { en } from '../../strings/en.ts';
import { inNoteLine } from './in-note-line.ts';

/** The picture of a paste. Office programs give a picture beside the text: then the text is meant. */
function pictureIn(data: DataTransfer | null): File | undefined {
  if (data === null || data.getData('text/plain') !== '') return undefined;
  return Array.from(data.files).find(({ type }) => type.startsWith('image/'));
}

/** A picture pasted anywhere in a case, such as a screenshot, becomes a stored exhibit. */
export function PasteEvidence() {
  const readOnly = useCase((state) => state.info?.readOnly ?? false);
  const paste = useEffectEvent((event: ClipboardEvent): void => {
    const picture = pictureIn(event.clipboardData);
    if (picture === undefined) return;
    event.preventDefault();
    if (readOnly) sayDone(en.evidence.dropReadOnly);
    else if (inNoteLine(event.target)) void attachPicture(picture);
    else void addPicture(picture);
  });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => paste(event);
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, []);
  return null;
}
