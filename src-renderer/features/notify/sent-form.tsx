import { useState } from 'react';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import { ask } from '../../api/client.ts';
import { visibleName } from '../../format/visible.ts';
import { useNotify } from '../../state/notify.ts';
import { askSent, saveNotice, usePlan } from '../../state/plan.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { IconFile } from '../../ui/icons.ts';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';

const close = (): void => askSent(null);
const EMPTY = { via: 'e-mail', by: '', at: '', messageId: '', lateWhy: '' };

interface File {
  readonly name: string;
  readonly message: string;
  readonly sha256: string;
}

interface Props {
  readonly recipient: string;
  readonly late: boolean;
}

function SentForm({ recipient, late }: Props) {
  const text = en.plan.deadline.sentForm;
  const prepared = useNotify(({ message, messageError }) =>
    message?.recipient === recipient && messageError === null ? message : null,
  );
  const [given, setGiven] = useState(EMPTY);
  const [message, setMessage] = useState(prepared?.body ?? '');
  const [file, setFile] = useState<File | null>(null);
  const [fileError, setFileError] = useState<ErrorData | null>(null);
  const change = (part: Partial<typeof EMPTY>): void => setGiven({ ...given, ...part });
  const takeFile = async (): Promise<void> => {
    const answer = await ask('notice.read-file', {});
    setFileError(answer.ok ? null : answer.error);
    if (!answer.ok || answer.data.file === null) return;
    setFile(answer.data.file);
    setMessage(answer.data.file.message);
  };
  const { busy, error, submit } = useSubmit(async () => {
    const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value.trim() !== ''));
    const asPrepared = prepared !== null && message === prepared.body;
    return saveNotice(
      {
        recipient,
        event: 'sent',
        ...said,
        ...(message.trim() === '' ? {} : { message }),
        ...(file === null || message !== file.message ? {} : { sha256: file.sha256 }),
        ...(asPrepared ? { to: prepared.to, cc: prepared.cc, subject: prepared.subject } : {}),
      },
      text.done,
    );
  }, close);
  const more = en.notify.sentForm;
  return (
    <FormDialog
      title={text.title}
      action={text.save}
      ready={given.via.trim() !== '' && (!late || given.lateWhy.trim() !== '' || given.at.trim() !== '')}
      busy={busy}
      error={error ?? fileError}
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
      <TextArea
        label={text.message}
        value={message}
        onChange={setMessage}
        help={
          file !== null && message === file.message
            ? more.fileTaken(visibleName(file.name))
            : prepared === null
              ? undefined
              : more.prepared
        }
      />
      <div className="row">
        <Button icon={IconFile} onClick={() => void takeFile()}>
          {more.file}
        </Button>
      </div>
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
