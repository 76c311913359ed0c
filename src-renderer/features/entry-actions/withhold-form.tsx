import { useState } from 'react';
import type { EntryView } from '../../../src-main/contract/entry.ts';
import { isKindName, kinds } from '../../../src-main/domain/kinds/index.ts';
import { count } from '../../format/number.ts';
import { preview } from '../../format/cut.ts';
import { visibleText } from '../../format/visible.ts';
import { closeEntryAction, withhold } from '../../state/entry-action.ts';
import { useMentioned } from '../../state/mentioned.ts';
import { en } from '../../strings/en.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';

const NOTHING: readonly string[] = [];

function hasValue(value: unknown): boolean {
  return (
    value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
  );
}

/** The fields of an entry that may be withheld and still have their text. */
function fieldsOf(entry: EntryView, gone: ReadonlySet<unknown>): readonly string[] {
  const personal: readonly string[] = isKindName(entry.kind) ? kinds[entry.kind].personal : [];
  return personal.filter((name) => hasValue(entry[name]) && !gone.has(name));
}

function sample(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return visibleText(preview(text, 1, 90).text);
}

function shownValue(entry: EntryView, field: string): string {
  if (field === 'occurred') return sample(entry.occurred?.typed);
  const value = entry[field];
  return Array.isArray(value) ? sample(value.join(', ')) : sample(value);
}

/** Takes the text of one field away for good. Says so before, and what it cannot reach. */
export function WithholdForm({ entry }: { readonly entry: EntryView }) {
  const text = en.entryActions.withhold;
  const earlier = useMentioned(entry.withheldBy ?? NOTHING);
  const fields = fieldsOf(entry, new Set(earlier.map((other) => other?.['field'])));
  const [chosen, setChosen] = useState('');
  const [why, setWhy] = useState('');
  const [sure, setSure] = useState(false);
  const field = fields.includes(chosen) ? chosen : (fields[0] ?? '');
  const { busy, error, submit } = useSubmit(async () => withhold(entry, field, why.trim()), closeEntryAction);
  return (
    <FormDialog
      title={text.title(count(entry.number))}
      action={text.action}
      danger
      ready={field !== '' && why.trim() !== '' && sure}
      busy={busy}
      error={error}
      failed={text.failed}
      onSubmit={submit}
      onClose={closeEntryAction}
    >
      {fields.length === 0 ? (
        <p className="t2">{text.nothing}</p>
      ) : (
        <fieldset className="pick">
          <legend className="label">{text.field}</legend>
          {fields.map((name) => (
            <label key={name} className="pick-row">
              <input
                type="radio"
                name="withhold-field"
                checked={name === field}
                onChange={() => setChosen(name)}
              />
              <b>{en.entries.fields[name] ?? name.replaceAll('_', ' ')}</b>
              <span className="clip t2">{shownValue(entry, name)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <TextField label={text.why} value={why} required onChange={setWhy} help={text.whyHint} autoFocus />
      <Notice tone="danger" title={text.warning}>
        {text.warningRest}
      </Notice>
      <label className="pick-row">
        <input type="checkbox" checked={sure} onChange={(event) => setSure(event.currentTarget.checked)} />
        {text.sure}
      </label>
    </FormDialog>
  );
}
