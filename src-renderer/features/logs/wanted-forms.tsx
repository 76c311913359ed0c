import { useState } from 'react';
import type { WantedLogView } from '../../../src-main/contract/log.ts';
import { visibleName } from '../../format/visible.ts';
import { openLogForm, writeLog } from '../../state/logs.ts';
import { en } from '../../strings/en.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { WhyDialog } from '../../ui/why-dialog.tsx';
import { labelsIn, typed } from './given.ts';

const close = (): void => openLogForm(null);

/** One more log is wanted. */
export function WantForm() {
  const text = en.logs.forms;
  const [title, setTitle] = useState('');
  const [host, setHost] = useState('');
  const { busy, error, submit } = useSubmit(
    async () => writeLog('log.want', { title, ...typed('host', host) }),
    close,
  );
  return (
    <FormDialog
      title={text.want.title}
      action={text.save}
      ready={title.trim() !== ''}
      busy={busy}
      error={error}
      failed={text.failed}
      onSubmit={submit}
      onClose={close}
    >
      <TextField
        label={text.want.log}
        value={title}
        onChange={setTitle}
        help={text.want.logHint}
        required
        autoFocus
      />
      <TextField label={text.want.host} value={host} onChange={setHost} />
    </FormDialog>
  );
}

interface Props {
  readonly log: WantedLogView;
}

/** A log was downloaded: as which exhibits, by whom. */
export function DownloadedForm({ log }: Props) {
  const text = en.logs.forms;
  const [exhibits, setExhibits] = useState('');
  const [by, setBy] = useState('');
  const [at, setAt] = useState('');
  const { busy, error, submit } = useSubmit(async () => {
    const request = { log: log.id, event: 'downloaded' as const, evidence: labelsIn(exhibits) };
    return writeLog('log.state', { ...request, ...typed('by', by), ...typed('at', at) });
  }, close);
  return (
    <FormDialog
      title={text.downloaded.title}
      action={text.save}
      ready={exhibits.trim() !== ''}
      busy={busy}
      error={error}
      failed={text.failed}
      onSubmit={submit}
      onClose={close}
    >
      <p className="b">{visibleName(log.title)}</p>
      <TextField
        label={text.downloaded.exhibits}
        value={exhibits}
        onChange={setExhibits}
        help={text.downloaded.exhibitsHint}
        required
        autoFocus
      />
      <div className="two-columns">
        <TextField label={text.downloaded.by} value={by} onChange={setBy} help={text.byHint} />
        <TextField label={text.at} value={at} onChange={setAt} help={text.atHint} />
      </div>
    </FormDialog>
  );
}

/** A log was read: by whom, and what that gave. */
export function ReviewedForm({ log }: Props) {
  const text = en.logs.forms;
  const [result, setResult] = useState('');
  const [by, setBy] = useState('');
  const [at, setAt] = useState('');
  const { busy, error, submit } = useSubmit(async () => {
    const request = { log: log.id, event: 'reviewed' as const, result: result.trim() };
    return writeLog('log.state', { ...request, ...typed('by', by), ...typed('at', at) });
  }, close);
  return (
    <FormDialog
      title={text.reviewed.title}
      action={text.save}
      ready={result.trim() !== ''}
      busy={busy}
      error={error}
      failed={text.failed}
      onSubmit={submit}
      onClose={close}
    >
      <p className="b">{visibleName(log.title)}</p>
      <TextArea label={text.reviewed.result} value={result} onChange={setResult} autoFocus />
      <div className="two-columns">
        <TextField label={text.reviewed.by} value={by} onChange={setBy} help={text.byHint} />
        <TextField label={text.at} value={at} onChange={setAt} help={text.atHint} />
      </div>
      <p className="meta">{text.reviewed.hint}</p>
    </FormDialog>
  );
}

/** A log is not to be had, or is wanted again: both say why. */
export function WhyForm({ log, event }: Props & { readonly event: 'not-available' | 'wanted' }) {
  const text = en.logs.forms;
  const words = event === 'wanted' ? text.wanted : text.notAvailable;
  return (
    <WhyDialog
      title={words.title}
      action={text.save}
      failed={text.failed}
      why={words.why}
      whyExample=""
      work={async (why) => writeLog('log.state', { log: log.id, event, why })}
      onClose={close}
    >
      <p className="b">{visibleName(log.title)}</p>
    </WhyDialog>
  );
}
