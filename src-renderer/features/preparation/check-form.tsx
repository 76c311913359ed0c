import { useState } from 'react';
import type { Defence, Preparation } from '../../../src-main/contract/preparation.ts';
import { ask } from '../../api/client.ts';
import { fileName } from '../../format/path.ts';
import { visibleName } from '../../format/visible.ts';
import { openPreparationForm, writePreparation } from '../../state/preparation.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useSubmit } from '../../ui/use-submit.ts';

const close = (): void => openPreparationForm(null);

interface ProofProps {
  readonly path: string;
  readonly onChange: (path: string) => void;
}

/** A file that shows the check, by its name alone: what is recorded of it is the hash. */
function Proof({ path, onChange }: ProofProps) {
  const text = en.preparation.defences;
  const choose = async (): Promise<void> => {
    const answer = await ask('dialog.evidence', { folders: false });
    const chosen = answer.ok ? answer.data.paths[0] : undefined;
    if (chosen !== undefined) onChange(chosen);
  };
  return (
    <div className="col">
      <span className="label">{text.file}</span>
      <span className="row">
        <Button onClick={() => void choose()}>{text.fileChoose}</Button>
        {path === '' ? (
          <span className="meta">{text.fileNone}</span>
        ) : (
          <>
            <span className="mono clip" title={path}>
              {visibleName(fileName(path))}
            </span>
            <Button look="quiet" onClick={() => onChange('')}>
              {text.fileDrop}
            </Button>
          </>
        )}
      </span>
    </div>
  );
}

interface Props {
  readonly defence: Defence | null;
  readonly shown: Preparation;
}

/** A layer of defence was checked: by whom, when, with which result, and what shows it. */
export function CheckForm({ defence, shown }: Props) {
  const text = en.preparation.defences;
  const [which, setWhich] = useState(defence?.id ?? shown.defences[0]?.id ?? '');
  const [result, setResult] = useState<'good' | 'problem'>('good');
  const [given, setGiven] = useState({ note: '', by: '', at: 'now', next: '', file: '' });
  const change = (part: Partial<typeof given>): void => setGiven({ ...given, ...part });
  const { busy, error, submit } = useSubmit(async () => {
    const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value.trim() !== ''));
    return writePreparation(
      'preparation.record-check',
      { defence: which, result, ...said },
      en.preparation.saved.check,
    );
  }, close);
  return (
    <FormDialog
      title={text.formCheck}
      action={text.record}
      ready={which !== '' && (result === 'good' || given.note.trim() !== '')}
      busy={busy}
      error={error}
      failed={en.preparation.failed}
      onSubmit={submit}
      onClose={close}
    >
      <SelectField
        label={text.which}
        value={which}
        options={shown.defences.map(({ id, title }) => ({ value: id, label: visibleName(title) }))}
        onChange={setWhich}
        autoFocus
      />
      <Choice
        legend={text.result}
        value={result}
        options={[
          { value: 'good', label: text.resultGood, hint: text.resultGoodHint },
          { value: 'problem', label: text.resultProblem, hint: text.resultProblemHint },
        ]}
        onChange={setResult}
      />
      <TextArea label={text.checkNote} value={given.note} onChange={(note) => change({ note })} />
      <div className="two-columns">
        <TextField label={text.checkBy} value={given.by} onChange={(by) => change({ by })} />
        <TextField label={text.at} value={given.at} onChange={(at) => change({ at })} help={text.atHint} />
      </div>
      <TextField
        label={text.next}
        value={given.next}
        onChange={(next) => change({ next })}
        help={text.nextHint}
      />
      <Proof path={given.file} onChange={(file) => change({ file })} />
    </FormDialog>
  );
}
