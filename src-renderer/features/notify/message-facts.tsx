import { factName } from '../../format/fact.ts';
import { visibleText } from '../../format/visible.ts';
import { showSection } from '../../state/case.ts';
import { openStating, selectFact } from '../../state/course.ts';
import { useNotify } from '../../state/notify.ts';
import { openPlanForm, showPhase } from '../../state/plan.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconCircleCheck, IconHelpCircle } from '../../ui/icons.ts';

/** Goes to where a gap is filled, with its form open. What was typed here stays. */
function fillIn(name: string): void {
  if (name === 'done') {
    showSection('plan');
    showPhase('containment');
    openPlanForm('action');
    return;
  }
  const fact = name === 'detected-day' ? 'detected' : name;
  showSection('facts');
  selectFact(fact);
  openStating(fact);
}

/** What the message is made of; what is not known yet is marked, and the message says so. */
export function MessageFacts({ id, writable }: { readonly id: string; readonly writable: boolean }) {
  const message = useNotify((state) => state.message);
  const text = en.notify;
  if (message?.recipient !== id) return null;
  return (
    <section aria-labelledby="message-says">
      <h2 id="message-says">
        {text.says} <span className="meta">{text.saysHint}</span>
      </h2>
      <ul className="message-facts">
        {message.facts
          .filter(({ name }) => name !== 'detected-day')
          .map(({ name, value }) => {
            const label = text.facts[name] ?? factName(name);
            return (
              <li key={name} className={value === null ? 'gap' : undefined}>
                <Ic of={value === null ? IconHelpCircle : IconCircleCheck} />
                <span className="t2">{label}</span>
                <span className="message-fact">{value === null ? text.gap : visibleText(value)}</span>
                {value === null && writable ? (
                  <Button look="quiet" aria-label={text.fillLabel(label)} onClick={() => fillIn(name)}>
                    {text.fill}
                  </Button>
                ) : null}
              </li>
            );
          })}
      </ul>
    </section>
  );
}
