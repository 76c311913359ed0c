import { type Attachment, removeAttachment, useAttachments } from '../../state/attachments.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ExhibitChip } from '../../ui/chip.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconHourglass, IconLink, IconX } from '../../ui/icons.ts';

function One({ attachment, onRemoved }: { readonly attachment: Attachment; readonly onRemoved: () => void }) {
  const { id, name, exhibits } = attachment;
  const text = en.noteLine.attached;
  const called = exhibits?.join(', ') ?? name;
  return (
    <span
      className="pasted"
      role="group"
      aria-label={exhibits === null ? text.takingIn(name) : text.label(called)}
    >
      <Ic of={exhibits === null ? IconHourglass : IconLink} size={14} />
      {exhibits === null ? (
        <span className="clip">{name}</span>
      ) : (
        exhibits.slice(0, 3).map((exhibit) => <ExhibitChip key={exhibit} exhibit={exhibit} />)
      )}
      {(exhibits?.length ?? 0) > 3 ? <span>+{(exhibits?.length ?? 0) - 3}</span> : null}
      <Button
        look="quiet"
        className="small"
        icon={IconX}
        aria-label={text.remove(called)}
        title={text.remove(called)}
        onClick={() => {
          removeAttachment(id);
          onRemoved();
        }}
      />
    </span>
  );
}

/** What was pasted or dropped into the line: it is linked to the note with the same Enter. */
export function Attached({ onRemoved }: { readonly onRemoved: () => void }) {
  const waiting = useAttachments((state) => state.waiting);
  return waiting.map((attachment) => (
    <One key={attachment.id} attachment={attachment} onRemoved={onRemoved} />
  ));
}
