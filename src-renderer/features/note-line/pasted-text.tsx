import { preview } from '../../format/cut.ts';
import { size } from '../../format/number.ts';
import { visibleName } from '../../format/visible.ts';
import { draftChanged } from '../../state/draft.ts';
import { type PastedBlock, useNoteLine } from '../../state/note-line.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { IconX } from '../../ui/icons.ts';

/** A long pasted text: kept whole, shown by its first words. */
export function PastedText({
  block,
  onRemoved,
}: {
  readonly block: PastedBlock;
  readonly onRemoved: () => void;
}) {
  const amount = size(block.text.length);
  const remove = (): void => {
    useNoteLine.setState((state) => ({ text: state.text + block.after, block: null }));
    draftChanged();
    onRemoved();
  };
  return (
    <span className="pasted" role="group" aria-label={en.noteLine.pastedLabel(amount)}>
      <b className="num nowrap">{en.noteLine.pasted(amount)}</b>
      <span className="clip t2">{visibleName(preview(block.text.trimStart(), 1, 80).text)}…</span>
      <Button
        look="quiet"
        className="small"
        icon={IconX}
        aria-label={en.noteLine.removePasted}
        title={en.noteLine.removePasted}
        onClick={remove}
      />
    </span>
  );
}
