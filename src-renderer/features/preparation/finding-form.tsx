import { useState } from 'react';
import type { Finding, Preparation } from '../../../src-main/contract/preparation.ts';
import { dayKey } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { openPreparationForm, writePreparation } from '../../state/preparation.ts';
import { en } from '../../strings/en.ts';
import { Choice } from '../../ui/choice.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';

const close = (): void => openPreparationForm(null);
const STATES = ['open', 'fixed', 'accepted'] as const;

interface Props {
  readonly finding: Finding | null;
  readonly shown: Preparation;
}

/** What a scan found, who mends it until when, and what became of it. */
export function FindingForm({ finding, shown }: Props) {
  const text = en.preparation.findings;
  const [given, setGiven] = useState({
    title: finding?.title ?? '',
    defence: finding?.defence ?? '',
    owner: finding?.owner ?? '',
    due: finding?.due == null ? '' : dayKey(new Date(finding.due), shown.zone),
    why: finding?.why ?? '',
  });
  const [state, setState] = useState<Finding['state']>(finding?.state ?? 'open');
  const change = (part: Partial<typeof given>): void => setGiven({ ...given, ...part });
  const { busy, error, submit } = useSubmit(async () => {
    const request = { finding: finding?.id ?? given.title, ...given, state };
    return writePreparation(
      'preparation.set-finding',
      finding === null ? { ...request, add: true } : request,
      en.preparation.saved.finding,
    );
  }, close);
  return (
    <FormDialog
      title={finding === null ? text.formAdd : text.formEdit}
      action={text.save}
      ready={given.title.trim() !== '' && (state !== 'accepted' || given.why.trim() !== '')}
      busy={busy}
      error={error}
      failed={en.preparation.failed}
      onSubmit={submit}
      onClose={close}
    >
      <TextField
        label={text.title}
        value={given.title}
        onChange={(title) => change({ title })}
        required
        autoFocus
      />
      <SelectField
        label={text.defence}
        value={given.defence}
        empty={text.defenceNone}
        options={shown.defences.map(({ id, title }) => ({ value: id, label: visibleName(title) }))}
        onChange={(defence) => change({ defence })}
      />
      <div className="two-columns">
        <TextField label={text.owner} value={given.owner} onChange={(owner) => change({ owner })} />
        <TextField
          label={text.due}
          value={given.due}
          onChange={(due) => change({ due })}
          help={text.dueHint}
        />
      </div>
      {finding === null ? null : (
        <>
          <Choice
            legend={text.state}
            value={state}
            options={STATES.map((value) => ({
              value,
              label: text.states[value],
              hint: text.stateHints[value],
            }))}
            onChange={setState}
          />
          <TextField label={text.why} value={given.why} onChange={(why) => change({ why })} />
        </>
      )}
    </FormDialog>
  );
}
