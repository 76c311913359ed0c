import { useState } from 'react';
import { visibleName } from '../../format/visible.ts';
import { type CoverGiven, openLogForm, useLogs, writeLog } from '../../state/logs.ts';
import { en } from '../../strings/en.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';
import { WhyDialog } from '../../ui/why-dialog.tsx';
import { labelsIn, typed } from './given.ts';

const close = (): void => openLogForm(null);

interface CoverProps {
  /** Id of a wanted log; empty where none is chosen yet. */
  readonly source: string;
  readonly host: string;
  readonly given?: CoverGiven;
}

/** Which log of which host was read, from when to when, by whom, and what was found. */
export function CoverForm({ source: chosen, host: knownHost, given }: CoverProps) {
  const text = en.logs.forms.cover;
  const all = useLogs((state) => state.wanted ?? []);
  const [source, setSource] = useState(chosen);
  const [name, setName] = useState(given?.name ?? '');
  const [host, setHost] = useState(knownHost);
  const [from, setFrom] = useState(given?.from ?? '');
  const [to, setTo] = useState(given?.to ?? '');
  const [by, setBy] = useState('');
  const [found, setFound] = useState<'nothing' | 'something'>('nothing');
  const [finding, setFinding] = useState('');
  const [exhibits, setExhibits] = useState(given?.exhibits ?? '');
  const { busy, error, submit } = useSubmit(
    async () =>
      writeLog('log.cover', {
        source: source === '' ? name : source,
        host,
        from,
        to,
        found: found === 'nothing' ? 'nothing' : finding.trim(),
        evidence: labelsIn(exhibits),
        ...typed('by', by),
      }),
    close,
  );
  const named = source !== '' || name.trim() !== '';
  const ready =
    named &&
    [host, from, to].every((one) => one.trim() !== '') &&
    (found === 'nothing' || finding.trim() !== '');
  return (
    <FormDialog
      title={text.title}
      action={en.logs.forms.save}
      ready={ready}
      busy={busy}
      error={error}
      failed={en.logs.forms.failed}
      onSubmit={submit}
      onClose={close}
    >
      <p className="meta">{text.hint}</p>
      <div className="two-columns">
        <SelectField
          label={text.source}
          value={source}
          empty={text.other}
          options={all.map(({ id, title, host: of }) => ({
            value: id,
            label:
              of === null ? visibleName(title) : en.logs.wanted.ofHost(visibleName(title), visibleName(of)),
          }))}
          onChange={setSource}
          autoFocus
        />
        <TextField label={en.logs.forms.host} value={host} onChange={setHost} required />
      </div>
      {source === '' ? <TextField label={text.name} value={name} onChange={setName} required /> : null}
      <div className="two-columns">
        <TextField label={text.from} value={from} onChange={setFrom} help={text.spanHint} required />
        <TextField label={text.to} value={to} onChange={setTo} required />
      </div>
      <div className="field">
        <span className="label">{text.found}</span>
        <Segmented
          label={text.found}
          value={found}
          options={[
            { value: 'nothing', label: text.nothing },
            { value: 'something', label: text.something },
          ]}
          onChange={setFound}
        />
      </div>
      {found === 'something' ? <TextArea label={text.finding} value={finding} onChange={setFinding} /> : null}
      <div className="two-columns">
        <TextField
          label={en.logs.forms.reviewed.by}
          value={by}
          onChange={setBy}
          help={en.logs.forms.byHint}
        />
        <TextField label={text.exhibits} value={exhibits} onChange={setExhibits} />
      </div>
    </FormDialog>
  );
}

/** A statement that does not hold is taken back; it stays in the record. */
export function UncoverForm({ entry, what }: { readonly entry: string; readonly what: string }) {
  const text = en.logs.forms.uncover;
  return (
    <WhyDialog
      title={text.title}
      action={text.action}
      failed={en.logs.forms.failed}
      why={text.why}
      whyExample=""
      work={async (why) => writeLog('log.uncover', { entry, why })}
      onClose={close}
    >
      <p className="b">{what}</p>
    </WhyDialog>
  );
}
