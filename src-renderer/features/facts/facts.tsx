import { useCase } from '../../state/case.ts';
import { openStating, selectFact, useCourse } from '../../state/course.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { IconPlus } from '../../ui/icons.ts';
import { useKeys } from '../../ui/keyboard.ts';
import { useExtent } from '../../state/extent.ts';
import { ExtentForm } from './extent-form.tsx';
import { ExtentLists } from './extent-lists.tsx';
import { FactForm } from './fact-form.tsx';
import { FactList } from './fact-list.tsx';
import { FactPane } from './fact-pane.tsx';
import { RecordFacts } from './record-facts.tsx';
import './facts.css';

/** The fact that is shown or stated, beside the list. */
function Side({ writable }: { readonly writable: boolean }) {
  const fact = useCourse((state) => state.fact);
  const stating = useCourse((state) => state.stating);
  if (stating !== null && writable) return <FactForm key={stating} name={stating} />;
  return fact === null ? null : <FactPane key={fact} name={fact} writable={writable} />;
}

/** What do we know, since when, and who decided it? */
export function Facts() {
  const info = useCase((state) => state.info);
  const fact = useCourse((state) => state.fact);
  const stating = useCourse((state) => state.stating);
  const extent = useExtent((state) => state.stating);
  const writable = info !== null && !info.readOnly && !info.sealed;
  useKeys({
    f: () => (writable ? openStating(fact ?? '') : false),
    escape: () => {
      if (stating !== null) openStating(null);
      else if (fact !== null) selectFact(null);
      else return false;
      return undefined;
    },
  });
  if (info === null) return null;
  return (
    <>
      <div className="head">
        <h1 id="screen-heading">{en.facts.title}</h1>
        <span className="meta clip">{en.facts.hint}</span>
        {writable ? (
          <span className="right row">
            <Button look="primary" icon={IconPlus} keys={[en.facts.stateKey]} onClick={() => openStating('')}>
              {en.facts.state}
            </Button>
          </span>
        ) : null}
      </div>
      <div className="body">
        <div className="facts-column">
          <FactList facts={info.facts} selected={fact} />
          <ExtentLists writable={writable} />
          <RecordFacts info={info} />
        </div>
        <Side writable={writable} />
      </div>
      {extent !== null && writable ? <ExtentForm {...extent} /> : null}
    </>
  );
}
