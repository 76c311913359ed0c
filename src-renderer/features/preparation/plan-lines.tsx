import { useEffect, useState } from 'react';
import type { Plan } from '../../../src-main/domain/plan/plan.ts';
import { ask } from '../../api/client.ts';
import { visibleName } from '../../format/visible.ts';
import { en } from '../../strings/en.ts';

interface Item {
  readonly id: string;
  readonly title: string;
}

interface Group {
  readonly title: string;
  readonly items: readonly Item[];
  /** What is answered before the next phase. */
  readonly gate?: readonly Item[];
}

/** Every line of a plan: the phases with their gates, then all that they rest on. */
function groupsOf(plan: Plan): readonly Group[] {
  const text = en.preparation.plan.lines;
  return [
    ...plan.phases.map(({ title, steps, gate }) => ({ title, items: steps, gate })),
    { title: text.roles, items: plan.roles },
    { title: text.defences, items: plan.defences },
    ...plan.sources.map(({ id, title, questions }) => ({
      title: text.noticed,
      items: [{ id, title }, ...questions],
    })),
    { title: text.logs, items: plan.logs },
    { title: text.actions, items: plan.actions },
    { title: text.deadlines, items: plan.deadlines },
    { title: text.recipients, items: plan.recipients },
  ];
}

const Line = ({ item: { id, title }, mark }: { readonly item: Item; readonly mark: string }) => (
  <li data-plan-id={id}>
    <span className="t3 num">{mark}</span> <span>{visibleName(title)}</span>
  </li>
);

/** The whole plan as a new case would copy it. @param version another one is read when it grows */
export function PlanLines({ version }: { readonly version: number }) {
  const [plan, setPlan] = useState<Plan | null>(null);
  useEffect(() => {
    let current = true;
    void ask('preparation.plan', {}).then((answer) => {
      if (current && answer.ok) setPlan(JSON.parse(answer.data.document) as Plan);
    });
    return () => {
      current = false;
    };
  }, [version]);
  if (plan === null) return null;
  return (
    <ul className="prep-phases">
      {groupsOf(plan).map(({ title, items, gate }) => (
        <li key={`${title} ${items[0]?.id ?? ''}`}>
          <h3>{visibleName(title)}</h3>
          <ol>
            {items.map((item, at) => (
              <Line key={item.id} item={item} mark={String(at + 1)} />
            ))}
          </ol>
          {gate === undefined || gate.length === 0 ? null : (
            <>
              <p className="meta">{en.preparation.plan.lines.gate}</p>
              <ol>
                {gate.map((item) => (
                  <Line key={item.id} item={item} mark="?" />
                ))}
              </ol>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
