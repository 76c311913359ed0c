import { type SubmitEvent, useState } from 'react';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import type { Fingerprint } from '../../../src-main/contract/witness.ts';
import { errorWords } from '../../format/error-words.ts';
import { count } from '../../format/number.ts';
import { type Compared, compareTold } from '../../state/check-file.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconFingerprint } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { WordsBlock } from '../../ui/words-block.tsx';

function Answer({ answer }: { readonly answer: Compared }) {
  const text = en.check.compare;
  const { entriesUnit } = en.check.checked;
  if (!answer.known) {
    return (
      <Notice tone="danger" role="alert" title={text.unknown}>
        {text.unknownHint}
      </Notice>
    );
  }
  return (
    <Notice tone="ok" role="status" title={text.known(entriesUnit(count(answer.position)))}>
      {answer.since === 0 ? text.nothingLater : text.knownHint(entriesUnit(count(answer.since)))}
    </Notice>
  );
}

interface Props {
  readonly fingerprint: Fingerprint;
  readonly heading: string;
}

/** The ten words of the file, and the comparison with those that somebody outside kept. */
export function CompareWords({ fingerprint, heading }: Props) {
  const text = en.check.compare;
  const [typed, setTyped] = useState('');
  const [empty, setEmpty] = useState(false);
  const [answer, setAnswer] = useState<Compared | ErrorData | null>(null);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (typed.trim() === '') setEmpty(true);
    else void compareTold(typed).then(setAnswer);
  };
  return (
    <>
      <h2>{heading}</h2>
      <WordsBlock label={text.label} words={fingerprint.words} />
      <p className="mono select check-code">{fingerprint.code}</p>
      <form className="check-compare" aria-label={heading} onSubmit={submit} noValidate>
        <TextField
          label={text.field}
          value={typed}
          help={text.means}
          onChange={(value) => {
            setEmpty(false);
            setTyped(value);
          }}
          error={empty ? text.empty : undefined}
        />
        <div className="row">
          <Button type="submit" icon={IconFingerprint}>
            {text.button}
          </Button>
        </div>
      </form>
      {answer === null ? null : 'message' in answer ? (
        <Notice tone="warn" role="alert" title={text.notUnderstood}>
          {errorWords(answer)} <ErrorCode code={answer.code} />
        </Notice>
      ) : (
        <Answer answer={answer} />
      )}
    </>
  );
}
