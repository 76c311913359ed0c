import { useState } from 'react';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import type { EvidenceType } from '../../../src-main/contract/evidence.ts';
import { guessType } from '../../../src-main/domain/evidence-type.ts';
import { count } from '../../format/number.ts';
import { fileName } from '../../format/path.ts';
import { visibleName } from '../../format/visible.ts';
import { addEvidence, openIntake } from '../../state/evidence.ts';
import { timesProblem } from '../../state/intake.ts';
import { en } from '../../strings/en.ts';
import { Choice } from '../../ui/choice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { KindField } from './kind-field.tsx';
import { SaidFields } from './said-fields.tsx';
import { offsetIsWrong, type SaidName, saidNames, saidOf, type SaidValues } from './said-values.ts';
import { SideForm } from './side-form.tsx';
import { WhenField } from './when-field.tsx';

/** Names that are listed; the rest is counted. */
const LISTED = 5;

/** The kind that all names agree on, or none. */
function guessed(paths: readonly string[], folders: boolean): EvidenceType | '' {
  const guesses = new Set(paths.map((path) => guessType(fileName(path), folders ? 'folder' : 'file')));
  const [guess, other] = guesses;
  return guess === undefined || other !== undefined ? '' : guess;
}

interface Props {
  readonly paths: readonly string[];
  readonly folders: boolean;
}

/** How chosen files become evidence. Everything has a sensible start: Enter is enough. */
export function AddForm({ paths, folders }: Props) {
  const text = en.intake;
  const [asOne, setAsOne] = useState<'many' | 'one'>('many');
  const [keep, setKeep] = useState<'default' | 'stored' | 'reference'>('default');
  const [type, setType] = useState(() => guessed(paths, folders));
  const [title, setTitle] = useState('');
  const [at, setAt] = useState('');
  const [values, setValues] = useState<SaidValues>({});
  const [error, setError] = useState<ErrorData | null>(null);
  const single = paths.length === 1;
  const one = single || asOne === 'one';
  const names: readonly SaidName[] = type === '' ? ['source', 'collectedBy'] : saidNames(type, true);
  const stays = folders ? text.keep.folder : !single && one ? text.keep.asOne : null;

  const submit = async (): Promise<void> => {
    if (offsetIsWrong(values)) return;
    const { covers = '', zone = '' } = values;
    const asked = names.some((name) => name === 'covers');
    const wrong = await timesProblem({ at, span: asked ? covers : '', zone: asked ? zone : '' });
    setError(wrong);
    if (wrong !== null) return;
    openIntake(null);
    await addEvidence({
      paths: [...paths],
      ...saidOf(values, names),
      ...(type === '' ? {} : { type }),
      ...(stays !== null || keep === 'default' ? {} : { mode: keep }),
      ...(one && title.trim() !== '' ? { title: title.trim() } : {}),
      ...(at.trim() === '' ? {} : { at: at.trim() }),
      ...(!single && one ? { asOne: true } : {}),
    });
  };
  const shown = paths.slice(0, LISTED);
  return (
    <SideForm
      title={text.title}
      submit={single ? text.add : one ? text.addOne : text.addMany(count(paths.length))}
      saving={false}
      error={error}
      failedHint={text.failedHint}
      onSubmit={submit}
      onClose={() => openIntake(null)}
      startAtSubmit
    >
      <div>
        <span className="label">
          {folders ? text.folders(count(paths.length)) : text.files(count(paths.length))}
        </span>
        <ul className="intake-files">
          {shown.map((path) => (
            <li key={path} className="mono" title={visibleName(path)}>
              {visibleName(fileName(path))}
            </li>
          ))}
          {paths.length > shown.length ? (
            <li className="meta">{text.moreFiles(count(paths.length - shown.length))}</li>
          ) : null}
        </ul>
      </div>
      {single ? null : (
        <Choice
          legend={text.number.legend}
          value={asOne}
          options={[
            { value: 'many', label: text.number.many, hint: text.number.manyHint },
            { value: 'one', label: text.number.one, hint: text.number.oneHint },
          ]}
          onChange={setAsOne}
        />
      )}
      {stays === null ? (
        <Choice
          legend={text.keep.legend}
          value={keep}
          options={[
            { value: 'default', label: text.keep.default, hint: text.keep.defaultHint },
            { value: 'stored', label: text.keep.stored, hint: text.keep.storedHint },
            { value: 'reference', label: text.keep.reference, hint: text.keep.referenceHint },
          ]}
          onChange={setKeep}
        />
      ) : (
        <p className="meta">{stays}</p>
      )}
      <KindField value={type} empty={text.byName} onChange={setType} />
      {one ? (
        <TextField
          label={text.name}
          value={title}
          onChange={setTitle}
          placeholder={single ? text.nameOfFile : ''}
        />
      ) : null}
      <SaidFields names={names} values={values} onChange={setValues} />
      <WhenField value={at} onChange={setAt} label={text.collectedAt} />
    </SideForm>
  );
}
