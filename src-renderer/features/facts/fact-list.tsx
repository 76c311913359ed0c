import type { Fact } from '../../../src-main/contract/case.ts';
import { factName, factValue, PLAN_FACTS } from '../../format/fact.ts';
import { nearTime } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { useShownZone } from '../../state/case.ts';
import { selectFact } from '../../state/course.ts';
import { extentSummary, useExtent } from '../../state/extent.ts';
import { en } from '../../strings/en.ts';
import { classNames } from '../../ui/class-names.ts';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertTriangle, IconHelpCircle } from '../../ui/icons.ts';
import { useMinute } from '../../ui/use-now.ts';

function Value({ fact, name }: { readonly fact: Fact | undefined; readonly name: string }) {
  const zone = useShownZone();
  const named = useExtent(extentSummary);
  if (fact === undefined && name === 'extent' && named !== '') {
    return <span className="fact-value">{named}</span>;
  }
  if (fact === undefined) {
    return (
      <span className="warn-text">
        <Ic of={IconHelpCircle} size={14} /> {en.facts.unknown}
      </span>
    );
  }
  const all = [fact, ...fact.conflict];
  return (
    <>
      {all.length === 1 ? null : (
        <b className="warn-text nowrap">
          <Ic of={IconAlertTriangle} size={14} /> {en.facts.conflict}:{' '}
        </b>
      )}
      <span className="fact-value">{all.map(({ value }) => factValue(name, value, zone)).join(' | ')}</span>
    </>
  );
}

function Row({ name, fact, selected }: { name: string; fact: Fact | undefined; selected: boolean }) {
  const zone = useShownZone();
  const now = useMinute();
  const who =
    fact === undefined ? '' : (fact.by.length > 0 ? fact.by : [fact.author.name]).map(visibleName).join(', ');
  return (
    <li>
      <button
        type="button"
        className={classNames('fact-row', selected && 'selected')}
        aria-pressed={selected}
        onClick={() => selectFact(selected ? null : name)}
      >
        <span className="fact-name">{factName(name)}</span>
        <span className="fact-said">
          <Value fact={fact} name={name} />
        </span>
        <span className="fact-who">
          {fact === undefined ? null : (
            <>
              <span className="num nowrap">{nearTime(new Date(fact.since), zone, 'minute', now)}</span>
              <span className="clip">{who}</span>
            </>
          )}
        </span>
      </button>
    </li>
  );
}

interface Props {
  readonly facts: readonly Fact[];
  readonly selected: string | null;
}

/** The questions of the plan with what is known, also where nothing is; then the facts of one's own. */
export function FactList({ facts, selected }: Props) {
  const byName = new Map(facts.map((fact) => [fact.name, fact]));
  const plan: readonly string[] = PLAN_FACTS;
  const own = facts.map(({ name }) => name).filter((name) => !plan.includes(name));
  return (
    <section aria-labelledby="facts-known">
      <h2 id="facts-known">{en.facts.know}</h2>
      <ul className="fact-list">
        {[...plan, ...own].map((name) => (
          <Row key={name} name={name} fact={byName.get(name)} selected={name === selected} />
        ))}
      </ul>
    </section>
  );
}
