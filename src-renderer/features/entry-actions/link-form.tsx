import { useState } from 'react';
import type { EntryView } from '../../../src-main/contract/entry.ts';
import { count } from '../../format/number.ts';
import { visibleName } from '../../format/visible.ts';
import { closeEntryAction, link } from '../../state/entry-action.ts';
import { useEvidence } from '../../state/evidence.ts';
import { en } from '../../strings/en.ts';
import { ExhibitChip } from '../../ui/chip.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';

/** More exhibits than this are found by typing. */
const SHORT_LIST = 8;

/** Says that an exhibit belongs to an entry. */
export function LinkForm({ entry }: { readonly entry: EntryView }) {
  const text = en.entryActions.link;
  const all = useEvidence((state) => state.exhibits);
  const linked = new Set(entry.exhibits);
  const exhibits = all.filter(({ exhibit }) => !linked.has(exhibit));
  const [chosen, setChosen] = useState('');
  const [find, setFind] = useState('');
  const wanted = find.trim().toLowerCase();
  const shown = exhibits.filter(({ exhibit, title }) => `${exhibit} ${title}`.toLowerCase().includes(wanted));
  const picked = shown.some(({ exhibit }) => exhibit === chosen) ? chosen : (shown[0]?.exhibit ?? '');
  const { busy, error, submit } = useSubmit(async () => link(entry, picked), closeEntryAction);
  return (
    <FormDialog
      title={text.title(count(entry.number))}
      action={picked === '' ? text.action : text.actionWith(picked)}
      ready={picked !== ''}
      busy={busy}
      error={error}
      failed={text.failed}
      onSubmit={submit}
      onClose={closeEntryAction}
    >
      {exhibits.length > SHORT_LIST ? (
        <TextField label={text.find} value={find} onChange={setFind} autoFocus />
      ) : null}
      {shown.length === 0 ? (
        <p className="t2">
          {all.length === 0 ? text.none : exhibits.length === 0 ? text.allLinked : text.notFound}
        </p>
      ) : (
        <fieldset className="pick">
          <legend className="label">{text.exhibit}</legend>
          {shown.map(({ exhibit, title }) => (
            <label key={exhibit} className="pick-row">
              <input
                type="radio"
                name="link-exhibit"
                checked={exhibit === picked}
                onChange={() => setChosen(exhibit)}
              />
              <ExhibitChip exhibit={exhibit} />
              <span className="clip">{visibleName(title)}</span>
            </label>
          ))}
        </fieldset>
      )}
    </FormDialog>
  );
}
