import { useState } from 'react';
import type { ErrorData } from '../../../src-main/contract/error.ts';
import { errorWords } from '../../format/error-words.ts';
import { useCase } from '../../state/case.ts';
import { saveKeySheet } from '../../state/key-sheet.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertTriangle, IconPrinter } from '../../ui/icons.ts';
import { TypeWords } from './type-words.tsx';

/** The words of a new case, in sight until they were typed once or stand on a key sheet. Blocks nothing. */
export function WordsBar() {
  const words = useCase((state) => state.unwrittenWords);
  const areNew = useCase((state) => state.wordsAreNew);
  const [typing, setTyping] = useState(false);
  const [error, setError] = useState<ErrorData | null>(null);
  const text = en.caseFrame.words;
  if (words === null) return null;
  if (typing) return <TypeWords onClose={() => setTyping(false)} />;
  return (
    <section className="words-bar" aria-label={text.label}>
      <Ic of={IconAlertTriangle} />
      <div className="grow">
        <p>{areNew ? text.changed : text.text}</p>
        <p className="words-bar-words select">{words.join(' ')}</p>
        {error === null ? null : (
          <p role="alert">
            <b>{text.sheetFailed}</b> {errorWords(error)} <ErrorCode code={error.code} />
          </p>
        )}
      </div>
      <Button icon={IconPrinter} onClick={() => void saveKeySheet().then(setError)}>
        {text.sheet}
      </Button>
      <Button onClick={() => setTyping(true)}>{text.type}</Button>
    </section>
  );
}
