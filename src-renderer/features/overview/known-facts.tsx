import type { Fact } from '../../../src-main/contract/case.ts';
import { BACKGROUND_FACTS, factName, factValue, PLAN_FACTS } from '../../format/fact.ts';
import { nearTime } from '../../format/time.ts';
import { showSection, useCase, useShownZone } from '../../state/case.ts';
import { selectFact } from '../../state/course.ts';
import { extentSummary, useExtent } from '../../state/extent.ts';
import { en } from '../../strings/en.ts';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertTriangle, IconHelpCircle } from '../../ui/icons.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { useMinute } from '../../ui/use-now.ts';

function open(name: string): void {
  showSection('facts');
  selectFact(name);
}

function Said({ fact, name }: { readonly fact: Fact | undefined; readonly name: string }) {
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
  const values = [fact, ...fact.conflict].map(({ value }) => factValue(name, value, zone));
  return (
    <>
      {values.length === 1 ? null : (
        <span className="warn-text">
          <Ic of={IconAlertTriangle} size={14} /> {en.overview.know.conflict}:{' '}
        </span>
      )}
      <span className="fact-value">{values.join(' | ')}</span>
    </>
  );
}

function Since({ fact, name }: { readonly fact: Fact; readonly name: string }) {
  const zone = useShownZone();
  const now = useMinute();
  const when = nearTime(new Date(fact.occurred?.utc ?? fact.since), zone, 'minute', now);
  if (fact.before === null || fact.before === undefined) return when;
  return `${when}, ${en.overview.know.before(factValue(name, fact.before, zone))}`;
}

/** The questions of the plan with what is known, also where nothing is; then the facts of one's own. */
export function KnownFacts() {
  const facts = useCase((state) => state.info?.facts ?? []);
  const text = en.overview.know;
  const byName = new Map(facts.map((fact) => [fact.name, fact]));
  const plan: readonly string[] = PLAN_FACTS;
  const own = facts
    .map(({ name }) => name)
    .filter((name) => !plan.includes(name) && !BACKGROUND_FACTS.has(name));
  return (
    <section aria-labelledby="overview-know">
      <div className="section-head">
        <h2 id="overview-know">{text.title}</h2>
        <span className="meta right">
          {text.hint} <Kbd>F</Kbd> {text.edit}
        </span>
      </div>
      <ul className="known">
        {[...plan, ...own].map((name) => {
          const fact = byName.get(name);
          return (
            <li key={name}>
              <button type="button" onClick={() => open(name)} title={text.open(factName(name))}>
                <span className="known-name">{factName(name)}</span>
                <span className="known-said">
                  <Said fact={fact} name={name} />
                </span>
                <span className="meta num known-since">
                  {fact === undefined ? null : <Since fact={fact} name={name} />}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
