import { useState } from 'react';
import {
  type ExtentKind,
  type ExtentState,
  extentKinds,
  extentStates,
} from '../../../src-main/domain/plan/extent.ts';
import { askExtent, stateExtent } from '../../state/extent.ts';
import { en } from '../../strings/en.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';

const close = (): void => askExtent(null);

interface Props {
  readonly of: ExtentKind;
  /** Empty for one that has no name yet. */
  readonly item: string;
}

/** What is known of one system, account, kind of data or group of customers, and who decided it. */
export function ExtentForm({ of: given, item: named }: Props) {
  const text = en.facts.extent;
  const [of, setOf] = useState<ExtentKind>(given);
  const [item, setItem] = useState(named);
  const [state, setState] = useState<ExtentState>('suspected');
  const [by, setBy] = useState('');
  const [grounds, setGrounds] = useState('');
  const [at, setAt] = useState('');
  const { busy, error, submit } = useSubmit(
    async () =>
      stateExtent({
        of,
        item,
        state,
        by: by
          .split(',')
          .map((person) => person.trim())
          .filter((person) => person !== ''),
        ...(grounds.trim() === '' ? {} : { grounds: grounds.trim() }),
        ...(at.trim() === '' ? {} : { at: at.trim() }),
      }),
    close,
  );
  return (
    <FormDialog
      title={text.form.title}
      action={text.form.save}
      ready={item.trim() !== ''}
      busy={busy}
      error={error}
      failed={text.form.failed}
      onSubmit={submit}
      onClose={close}
    >
      <div className="two-columns">
        <SelectField
          label={text.form.kind}
          value={of}
          options={extentKinds.map((kind) => ({ value: kind, label: text.kinds[kind] }))}
          onChange={(value) => setOf(extentKinds.find((kind) => kind === value) ?? given)}
        />
        <SelectField
          label={text.form.state}
          value={state}
          options={extentStates.map((one) => ({ value: one, label: text.states[one] ?? one }))}
          onChange={(value) => setState(extentStates.find((one) => one === value) ?? 'suspected')}
          autoFocus={named !== ''}
        />
      </div>
      <TextField
        label={text.form.item}
        value={item}
        onChange={setItem}
        help={text.form.itemHint}
        required
        autoFocus={named === ''}
      />
      <TextField label={text.form.by} value={by} onChange={setBy} help={text.form.byHint} />
      <TextField label={text.form.grounds} value={grounds} onChange={setGrounds} />
      <TextField label={text.form.at} value={at} onChange={setAt} help={text.form.atHint} />
    </FormDialog>
  );
}
