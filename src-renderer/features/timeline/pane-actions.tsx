import { useState } from 'react';
import type { EntryView } from '../../../src-main/contract/entry.ts';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import { errorWords } from '../../format/error-words.ts';
import { useCase } from '../../state/case.ts';
import { isCorrectable, openCorrect, openLink, openWithhold } from '../../state/entry-action.ts';
import { showExcerpt } from '../../state/review.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { IconClipboardText, IconEyeOff, IconLink, IconPencil } from '../../ui/icons.ts';

/** What can be done to the entry in the pane. A sealed record takes nothing but withholding. */
export function PaneActions({ entry }: { readonly entry: EntryView }) {
  const text = en.entryActions;
  const readOnly = useCase((state) => state.info?.readOnly ?? true);
  const sealed = useCase((state) => state.info?.sealed ?? false);
  const [error, setError] = useState<ErrorData | null>(null);
  if (readOnly) return null;
  const excerpt = async (): Promise<void> =>
    setError(await showExcerpt(entry.id, true, en.review.saved.excerpt));
  return (
    <div className="pane-section pane-actions">
      {isCorrectable(entry) && !sealed ? (
        <Button icon={IconPencil} keys={['C']} onClick={() => void openCorrect(entry)}>
          {text.correctButton}
        </Button>
      ) : null}
      {sealed ? null : (
        <Button icon={IconLink} keys={['L']} onClick={() => openLink(entry)}>
          {text.linkButton}
        </Button>
      )}
      {sealed ? null : (
        <Button look="quiet" icon={IconClipboardText} onClick={() => void excerpt()}>
          {en.review.inPane}
        </Button>
      )}
      <Button look="quiet" icon={IconEyeOff} onClick={() => openWithhold(entry)}>
        {text.withholdButton}
      </Button>
      {error === null ? null : (
        <p role="alert" className="danger-text">
          {errorWords(error)}
        </p>
      )}
    </div>
  );
}
