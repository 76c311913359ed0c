import { useState } from 'react';
import { askSent, saveSent, usePlan } from '../../state/plan.ts';
import { en } from '../../strings/en.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';

const close = (): void => askSent(null);
const EMPTY = { via: 'e-mail', by: '', at: '', messageId: '', message: '', lateWhy: '' };

function SentForm({ recipient, late }: { readonly recipient: string; readonly late: boolean }) {
  const text = en.plan.deadline.sentForm;
  const [given, setGiven] = useState(EMPTY);
  const change = (part: Partial<typeof EMPTY>): void => setGiven({ ...given, ...part });
  const { busy, error, submit } = useSubmit(async () => {
    const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value.trim() !== ''));
    return saveSent({ recipient, event: 'sent', ...said }, text.done);
  }, close);
  return (
    <FormDialog
      title={text.title}
      action={text.save}
      ready={given.via.trim() !== '' && (!late || given.lateWhy.trim() !== '' || given.at.trim() !== '')}
      busy={busy}
      error={error}
      failed={en.plan.failed}
      onSubmit={submit}
      onClose={close}
    >
      <p className="t2">{text.hint}</p>
      <div className="two-columns">
        <TextField
          label={text.via}
          value={given.via}
          onChange={(via) => change({ via })}
          required
          autoFocus
        />
        <TextField
          label={text.at}
          value={given.at}
          onChange={(at) => change({ at })}
          help={en.plan.doneForm.atHint}
        />
        <TextField
          label={text.by}
          value={given.by}
          onChange={(by) => change({ by })}
          help={en.plan.doneForm.byHint}
        />
        <TextField
          label={text.messageId}
          value={given.messageId}
          onChange={(messageId) => change({ messageId })}
        />
      </div>
      <TextArea label={text.message} value={given.message} onChange={(message) => change({ message })} />
      {late ? (
        <TextField label={text.lateWhy} value={given.lateWhy} onChange={(lateWhy) => change({ lateWhy })} />
      ) : null}
    </FormDialog>
  );
}

/** Records that somebody was told, over whichever screen asked for it; it stops the clock. */
export function Sent() {
  const recipient = usePlan((state) => state.sending);
  const late = usePlan(({ deadlines, sending }) =>
    deadlines.some(({ recipient: whom, state }) => whom === sending && state === 'overdue'),
  );
  return recipient === null ? null : <SentForm recipient={recipient} late={late} />;
}
