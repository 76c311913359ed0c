import { type SubmitEvent, useRef, useState } from 'react';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import { errorWords } from '../../format/error-words.ts';
import { createCase } from '../../state/open.ts';
import { showScreen } from '../../state/session.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { useKeys } from '../../ui/keyboard.ts';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CaseFilePanel } from './case-file-panel.tsx';
import { NewIncidentFoot } from './foot.tsx';
import './new-incident.css';
import { DoneToServer } from './done-to-server.tsx';
import { FirstFiles } from './first-files.tsx';
import { Noticed } from './noticed.tsx';
import { SourceChoice, allSources } from './source-choice.tsx';
import { SourceQuestions } from './source-questions.tsx';
import { useCasePlace } from './use-case-place.ts';
import { useIntake } from './use-intake.ts';
import { usePassphrase } from './use-passphrase.ts';

/** One page, nothing that has to be answered: Enter in the title creates the case. */
export function NewIncident() {
  const text = en.start.create;
  const titleField = useRef<HTMLInputElement>(null);
  const place = useCasePlace(titleField);
  const passphrase = usePassphrase();
  const intake = useIntake();
  const [creating, setCreating] = useState(false);
  const [error, setError] = useState<ErrorData | null>(null);
  const [titleError, setTitleError] = useState('');

  // A second Enter while the first is still on its way must not make a second case.
  const underWay = useRef(false);
  const create = async (): Promise<void> => {
    if (underWay.current) return;
    underWay.current = true;
    await createNow();
    underWay.current = false;
  };
  const createNow = async (): Promise<void> => {
    const secret = await passphrase.take();
    const { title, file } = await place.take();
    if (title.trim() === '') setTitleError(text.titleEmpty);
    if (title.trim() === '' || secret === null) return;
    if (!file.ok) {
      setError(file.error);
      return;
    }
    setCreating(true);
    setError(null);
    const failure = await createCase({
      path: file.data.path,
      title,
      passphrase: secret.passphrase,
      words: secret.words,
      known: intake.request(),
      files: intake.known.files,
    });
    setCreating(false);
    setError(failure);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void create();
  };
  const sources = allSources().map(
    (source, at) => [String(at + 1), () => intake.change({ source })] as const,
  );
  useKeys({
    escape: () => showScreen({ kind: 'welcome' }),
    'mod+enter': () => void create(),
    ...Object.fromEntries(sources),
  });

  return (
    <form className="stand" onSubmit={submit} noValidate>
      <div className="new-incident">
        <main className="new-main" aria-labelledby="new-heading">
          <h1 id="new-heading">{text.heading}</h1>
          <p className="t2 new-intro">{text.intro}</p>
          <TextField
            ref={titleField}
            label={text.title}
            value={place.title}
            onChange={(title) => {
              setTitleError('');
              place.setTitle(title);
            }}
            error={titleError}
            large
            autoFocus
          />
          <div>
            <SourceChoice value={intake.known.source} onChange={(source) => intake.change({ source })} />
            <SourceQuestions intake={intake} />
          </div>
          <Noticed intake={intake} />
          <DoneToServer intake={intake} />
          <FirstFiles intake={intake} />
          {error === null ? null : (
            <Notice tone="danger" role="alert" title={text.failed}>
              {errorWords(error)} <ErrorCode code={error.code} />
            </Notice>
          )}
        </main>
        <CaseFilePanel passphrase={passphrase} place={place}>
          <Button type="submit" look="primary" big keys={['Ctrl', 'Enter']} aria-disabled={creating}>
            {creating ? text.creating : text.create}
          </Button>
          <Button look="quiet" keys={['Esc']} onClick={() => showScreen({ kind: 'welcome' })}>
            {text.cancel}
          </Button>
        </CaseFilePanel>
      </div>
      <NewIncidentFoot />
    </form>
  );
}
