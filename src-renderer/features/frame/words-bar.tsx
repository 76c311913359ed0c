import { useCase, wordsWrittenDown } from '../../state/case.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertTriangle, IconCheck } from '../../ui/icons.ts';

/** The words of a new case, in sight until somebody says that they are on paper. Blocks nothing. */
export function WordsBar() {
  const words = useCase((state) => state.unwrittenWords);
  const text = en.caseFrame.words;
  if (words === null) return null;
  return (
    <section className="words-bar" aria-label={text.label}>
      <Ic of={IconAlertTriangle} />
      <div className="grow">
        <p>{text.text}</p>
        <p className="words-bar-words select">{words.join(' ')}</p>
      </div>
      <Button icon={IconCheck} onClick={wordsWrittenDown}>
        {text.done}
      </Button>
    </section>
  );
}
