import { useState } from 'react';
import type { EntryView } from '../../../src-main/contract/entry.ts';
import type { PlanStepView } from '../../../src-main/contract/plan.ts';
import { preview } from '../../format/cut.ts';
import { entryClock } from '../../format/occurred.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { useShownZone } from '../../state/case.ts';
import { openPlanForm, saveLinks } from '../../state/plan.ts';
import { useTimeline } from '../../state/timeline.ts';
import { en } from '../../strings/en.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { labelsIn } from './labels-in.ts';

const close = (): void => openPlanForm(null);

/** So many of the last entries are offered; an older one is linked on the command line. */
const OFFERED = 40;

/** Links exhibits, and one of the last entries, to a step. */
export function LinkForm({ step }: { readonly step: PlanStepView }) {
  const text = en.plan.linkForm;
  const zone = useShownZone();
  const rows = useTimeline((state) => state.rows);
  const last = rows
    .slice(-OFFERED)
    .filter((row): row is EntryView => row !== undefined && row !== null)
    .toReversed();
  const [exhibits, setExhibits] = useState('');
  const [entry, setEntry] = useState('');
  const evidence = labelsIn(exhibits);
  const { busy, error, submit } = useSubmit(
    async () => saveLinks({ step: step.id, evidence, entries: entry === '' ? [] : [entry] }, text.done),
    close,
  );
  return (
    <FormDialog
      title={text.title}
      action={text.save}
      ready={evidence.length > 0 || entry !== ''}
      busy={busy}
      error={error}
      failed={en.plan.failed}
      onSubmit={submit}
      onClose={close}
    >
      <p className="b">{visibleName(step.title)}</p>
      <TextField
        label={text.exhibits}
        value={exhibits}
        onChange={setExhibits}
        help={text.exhibitsHint}
        autoFocus
      />
      <SelectField
        label={text.entry}
        value={entry}
        empty={text.noEntry}
        options={last.map((one) => ({
          value: one.id,
          label: `${entryClock(one, 'recorded', zone)}  ${visibleText(preview(one.text, 1, 90).text)}`,
        }))}
        onChange={setEntry}
      />
    </FormDialog>
  );
}
