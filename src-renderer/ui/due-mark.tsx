import { en } from '../strings/en.ts';
import { Ic, type IconType } from './ic.tsx';
import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck, IconCircleDashed } from './icons.ts';

type State = keyof typeof en.preparation.states;

const LOOK: Readonly<Record<State, readonly [icon: IconType, tone: string]>> = {
  never: [IconCircleDashed, 'warn-text'],
  none: [IconCircleDashed, 't3'],
  ok: [IconCircleCheck, 't2'],
  soon: [IconAlertTriangle, 'warn-text'],
  overdue: [IconAlertOctagon, 'danger-text'],
};

interface Props {
  readonly state: State;
  /** When it is due, or was done: what stands beside the word. */
  readonly when?: string;
  /** Stands in the place of the word. */
  readonly word?: string;
}

/** Whether something that recurs is in time: a shape, a word, and when. */
export function DueMark({ state, when, word }: Props) {
  const [icon, tone] = LOOK[state];
  return (
    <span className={`due-mark ${tone}`}>
      <Ic of={icon} size={14} /> {word ?? en.preparation.states[state]}
      {when === undefined ? null : <span className="num">, {when}</span>}
    </span>
  );
}
