import { en } from '../../strings/en.ts';
import { Ic, type IconType } from '../../ui/ic.tsx';
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed } from '../../ui/icons.ts';

export interface Row {
  readonly name: string;
  readonly value: string;
  readonly state: 'good' | 'bad' | 'not';
}

const ICONS: Readonly<Record<Row['state'], IconType>> = {
  good: IconCircleCheck,
  bad: IconAlertTriangle,
  not: IconCircleDashed,
};
const TONES: Readonly<Record<Row['state'], string>> = { good: 'ok-text', bad: 'danger-text', not: 't3' };

/** What was read, with its number; a sign and a word say how it came out. */
export function RowList({ rows }: { readonly rows: readonly Row[] }) {
  const text = en.check.checked;
  const words = { good: text.done, bad: en.check.bad.one, not: text.notDone };
  return (
    <>
      <h2>{text.heading}</h2>
      <ul className="check-rows">
        {rows.map(({ name, value, state }) => (
          <li key={name}>
            <Ic of={ICONS[state]} className={TONES[state]} />
            <span className="sr">{words[state]}: </span>
            <span className="grow">{name}</span>
            <span className="num t2 check-value">{value}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
