import type { EntryView } from '../../../src-main/contract/entry.ts';
import { useCase } from '../../state/case.ts';
import { isCorrectable, openCorrect, openLink, openWithhold } from '../../state/entry-action.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { IconEyeOff, IconLink, IconPencil } from '../../ui/icons.ts';

/** What can be done to the entry in the pane. A sealed record takes nothing but withholding. */
export function PaneActions({ entry }: { readonly entry: EntryView }) {
  const text = en.entryActions;
  const readOnly = useCase((state) => state.info?.readOnly ?? true);
  const sealed = useCase((state) => state.info?.sealed ?? false);
  if (readOnly) return null;
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
      <Button look="quiet" icon={IconEyeOff} onClick={() => openWithhold(entry)}>
        {text.withholdButton}
      </Button>
    </div>
  );
}
