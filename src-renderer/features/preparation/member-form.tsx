import { useState } from 'react';
import type { Preparation, TeamMember } from '../../../src-main/contract/preparation.ts';
import { visibleName } from '../../format/visible.ts';
import { openPreparationForm, writePreparation } from '../../state/preparation.ts';
import { en } from '../../strings/en.ts';
import { Check } from '../../ui/check.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';

const close = (): void => openPreparationForm(null);

interface Props {
  readonly member: TeamMember | null;
  readonly roles: Preparation['roles'];
}

const NOBODY = {
  name: '',
  role: '',
  phone: '',
  outOfHours: '',
  email: '',
  note: '',
  alternate: false,
  contact: false,
};

/** Somebody of the team, and how to reach them. */
export function MemberForm({ member, roles }: Props) {
  const text = en.preparation.team;
  const [given, setGiven] = useState<typeof NOBODY>(member ?? NOBODY);
  const [removed, setRemoved] = useState(false);
  const change = (part: Partial<typeof NOBODY>): void => setGiven({ ...given, ...part });
  const { busy, error, submit } = useSubmit(async () => {
    const { name, role, phone, outOfHours, email, note, alternate, contact } = given;
    const said = { name, role, phone, outOfHours, email, note, alternate, contact };
    return writePreparation(
      'preparation.set-member',
      { member: member?.id ?? name, ...said, ...(removed ? { removed } : {}) },
      en.preparation.saved.member,
    );
  }, close);
  return (
    <FormDialog
      title={member === null ? text.formAdd : text.formEdit}
      action={removed ? text.remove : text.save}
      danger={removed}
      ready={given.name.trim() !== ''}
      busy={busy}
      error={error}
      failed={en.preparation.failed}
      onSubmit={submit}
      onClose={close}
    >
      <TextField
        label={text.name}
        value={given.name}
        onChange={(name) => change({ name })}
        required
        autoFocus
      />
      <SelectField
        label={text.role}
        value={given.role}
        empty={en.preparation.noRole}
        options={roles.map(({ id, title }) => ({ value: id, label: visibleName(title) }))}
        onChange={(role) => change({ role })}
      />
      <div className="two-columns">
        <TextField label={text.phone} value={given.phone} onChange={(phone) => change({ phone })} />
        <TextField
          label={text.outOfHoursLabel}
          value={given.outOfHours}
          onChange={(outOfHours) => change({ outOfHours })}
        />
      </div>
      <TextField label={text.email} value={given.email} onChange={(email) => change({ email })} />
      <TextField label={text.note} value={given.note} onChange={(note) => change({ note })} />
      <Check label={text.contact} checked={given.contact} onChange={(contact) => change({ contact })} />
      <Check
        label={text.alternate}
        checked={given.alternate}
        onChange={(alternate) => change({ alternate })}
      />
      {member === null ? null : <Check label={text.remove} checked={removed} onChange={setRemoved} />}
    </FormDialog>
  );
}
