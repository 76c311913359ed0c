import { useState } from 'react';
import type { Defence } from '../../../src-main/contract/preparation.ts';
import { openPreparationForm, writePreparation } from '../../state/preparation.ts';
import { en } from '../../strings/en.ts';
import { Check } from '../../ui/check.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';

const close = (): void => openPreparationForm(null);

/** A layer of defence: who owns it, where its reports go, how often it is checked. */
export function DefenceForm({ defence }: { readonly defence: Defence | null }) {
  const text = en.preparation.defences;
  const [given, setGiven] = useState({
    title: defence?.title ?? '',
    owner: defence?.owner ?? '',
    reports: defence?.reports ?? '',
    note: defence?.note ?? '',
    every: String(defence?.everyDays ?? ''),
  });
  const [removed, setRemoved] = useState(false);
  const change = (part: Partial<typeof given>): void => setGiven({ ...given, ...part });
  const days = given.every.trim() === '' ? 0 : Number(given.every);
  const { busy, error, submit } = useSubmit(async () => {
    const { title, owner, reports, note } = given;
    return writePreparation(
      'preparation.set-defence',
      {
        defence: defence?.id ?? title,
        title,
        owner,
        reports,
        note,
        everyDays: days,
        ...(removed ? { removed } : {}),
      },
      en.preparation.saved.defence,
    );
  }, close);
  return (
    <FormDialog
      title={defence === null ? text.formAdd : text.formEdit}
      action={removed ? text.remove : en.preparation.team.save}
      danger={removed}
      ready={given.title.trim() !== '' && Number.isSafeInteger(days)}
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
      <div className="two-columns">
        <TextField label={text.owner} value={given.owner} onChange={(owner) => change({ owner })} />
        <TextField
          label={text.every}
          value={given.every}
          onChange={(every) => change({ every })}
          help={text.everyHint}
        />
      </div>
      <TextField
        label={text.reportsLabel}
        value={given.reports}
        onChange={(reports) => change({ reports })}
      />
      <TextField label={text.note} value={given.note} onChange={(note) => change({ note })} />
      {defence === null ? null : <Check label={text.remove} checked={removed} onChange={setRemoved} />}
    </FormDialog>
  );
}
