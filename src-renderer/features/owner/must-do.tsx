import type { OwnerView } from '../../../src-main/contract/document.ts';
import { fullTime } from '../../format/time.ts';
import { visibleName, visibleText } from '../../format/visible.ts';
import { showSection, useCase, useShownZone } from '../../state/case.ts';
import { askSent } from '../../state/plan.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Ic } from '../../ui/ic.tsx';
import { IconAlertOctagon, IconChecklist, IconClipboardText, IconMail, IconScale } from '../../ui/icons.ts';

type Task = OwnerView['must'][number];

const ICONS = {
  tell: IconMail,
  decide: IconScale,
  review: IconClipboardText,
  step: IconChecklist,
} as const;

/** What only the owner can do, the most urgent first. */
export function MustDo({ tasks }: { readonly tasks: readonly Task[] }) {
  const text = en.owner;
  return (
    <section className="owner-must" aria-labelledby="owner-must">
      <h2 id="owner-must">{text.must}</h2>
      {tasks.length === 0 ? <p>{text.nothingToDo}</p> : null}
      <ul>
        {tasks.map((task) => (
          <TaskRow key={`${task.kind}-${task.id}`} task={task} />
        ))}
      </ul>
    </section>
  );
}

function TaskRow({ task }: { readonly task: Task }) {
  const { kind, due, late, drafted } = task;
  const text = en.owner;
  const zone = useShownZone();
  const time = due === null ? null : fullTime(new Date(due), zone, 'minute');
  return (
    <li>
      <Ic
        of={late ? IconAlertOctagon : ICONS[kind]}
        size={20}
        className={late ? 'danger-text' : 'accent-text'}
      />
      <span className="grow">
        <span className="b">
          {titleOf(task)}
          {time === null || late ? '' : ` ${text.by(time)}`}
        </span>
        {late && time !== null ? <span className="danger-text"> {text.late(time)}</span> : null}
        {drafted ? <span className="owner-quiet owner-block">{text.drafted}</span> : null}
      </span>
      <TaskButton task={task} />
    </li>
  );
}

function titleOf({ kind, title }: Task): string {
  const text = en.owner;
  switch (kind) {
    case 'tell':
      return text.tell(visibleName(title));
    case 'decide':
      return text.decide(visibleName(title));
    case 'review':
      return text.review;
    case 'step':
      return visibleText(title);
  }
}

function TaskButton({ task: { kind, id } }: { readonly task: Task }) {
  const writable = useCase(({ info }) => info !== null && !info.readOnly && !info.sealed);
  const text = en.owner;
  if (kind === 'review') return <Button onClick={() => showSection('review')}>{text.read}</Button>;
  if (kind === 'tell' && writable) return <Button onClick={() => askSent(id)}>{text.sent}</Button>;
  return null;
}
