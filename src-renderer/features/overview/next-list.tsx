import { useState } from 'react';
import { useCase } from '../../state/case.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconCircleCheck } from '../../ui/icons.ts';
import { useMinute } from '../../ui/use-now.ts';
import { doNext } from './do-next.ts';
import { nextWords } from './next-words.ts';
import { useSituation } from './use-situation.ts';
import { type NextStep, whatIsNext } from './what-is-next.ts';

/** More than three are no help at 02:00. */
const SHOWN = 3;

function Step({ step, first }: { readonly step: NextStep; readonly first: boolean }) {
  const { icon, tone, title, hint, action } = nextWords(step, useMinute());
  return (
    <li className="next-step">
      <span className={tone === 'plain' ? 't2' : `${tone}-text`}>
        <Ic of={icon} size={18} />
      </span>
      <span className="grow">
        <span className="next-title">{title}</span>
        <span className="meta">{hint}</span>
      </span>
      <Button
        look={first ? 'primary' : 'plain'}
        aria-label={`${action}: ${title}`}
        onClick={() => doNext(step)}
      >
        {action}
      </Button>
    </li>
  );
}

function Steps({ steps }: { readonly steps: readonly NextStep[] }) {
  const [all, setAll] = useState(false);
  const text = en.overview.next;
  const shown = all ? steps : steps.slice(0, SHOWN);
  const more = steps.length - SHOWN;
  return (
    <>
      <ol className="next-list">
        {shown.map((step, at) => (
          <Step key={JSON.stringify(step)} step={step} first={at === 0} />
        ))}
      </ol>
      {more > 0 ? (
        <button type="button" className="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? text.fewer : text.more(more)}
        </button>
      ) : null}
    </>
  );
}

/** What is to be done next. */
export function NextList() {
  const info = useCase((state) => state.info);
  const situation = useSituation();
  const text = en.overview.next;
  if (info === null || situation === null) return null;
  const closed = info.readOnly ? text.readOnly : info.sealed ? text.sealed : null;
  const all = whatIsNext(situation);
  // Where nothing can be written, only what makes the record doubtful is left to be said.
  const steps = closed === null ? all : all.filter(({ kind }) => kind === 'changed' || kind === 'forks');
  return (
    <section aria-labelledby="overview-next">
      <div className="section-head">
        <h2 id="overview-next">{text.title}</h2>
        {steps.length > 1 ? <span className="meta">{text.hint}</span> : null}
      </div>
      {steps.length > 0 ? <Steps steps={steps} /> : null}
      {steps.length > 0 && closed === null ? null : (
        <p className="next-none t2">
          {closed === null ? (
            <>
              <span className="ok-text">
                <Ic of={IconCircleCheck} size={18} />
              </span>{' '}
              {text.none} {text.noneHint}
            </>
          ) : (
            closed
          )}
        </p>
      )}
    </section>
  );
}
