import type { FileCheck } from '../../../src-main/contract/file-check.ts';
import { count } from '../../format/number.ts';
import { en } from '../../strings/en.ts';
import { Ic, type IconType } from '../../ui/ic.tsx';
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed } from '../../ui/icons.ts';

interface Row {
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

/** Which row a kind of problem belongs to, by how its code begins. */
const BELONGS: readonly (readonly [RegExp, 'pages' | 'evidence' | 'projections'])[] = [
  [/^(?:page-|file-)/u, 'pages'],
  [/^evidence-/u, 'evidence'],
  [/^(?:projection|schema)-/u, 'projections'],
];

function rowsOf({ check, authors, exhibits, elsewhere }: FileCheck): readonly Row[] {
  const text = en.check.checked;
  const { checked, anchored } = check;
  const codes = Object.keys(check.counts);
  const placeOf = (code: string): string => BELONGS.find(([pattern]) => pattern.test(code))?.[1] ?? 'entries';
  const bad = new Set(codes.map(placeOf));
  const state = (row: string): Row['state'] => (bad.has(row) ? 'bad' : 'good');
  const stored = exhibits - elsewhere;
  return [
    { name: text.pages, value: count(checked.pages), state: state('pages') },
    { name: text.entries, value: text.entriesUnit(count(checked.entries)), state: state('entries') },
    { name: text.authors, value: count(authors), state: state('entries') },
    { name: text.projections, value: text.rows(count(checked.projections)), state: state('projections') },
    ...(stored === 0 && !bad.has('evidence')
      ? []
      : [
          {
            name: text.evidence,
            value: text.exhibitsUnit(count(checked.evidence)),
            state: state('evidence'),
          },
        ]),
    ...(elsewhere === 0
      ? []
      : [{ name: text.elsewhere, value: text.exhibitsUnit(count(elsewhere)), state: 'not' as const }]),
    {
      name: anchored?.kind === 'timestamp' ? text.timestamp : text.witness,
      value: anchored === null ? text.nobody : text.entriesUnit(count(anchored.fixes)),
      state: anchored === null ? 'not' : 'good',
    },
  ];
}

/** What was read, with its number; a sign and a word say how it came out. */
export function CheckedRows({ result }: { readonly result: FileCheck }) {
  const text = en.check.checked;
  const words = { good: text.done, bad: en.check.bad.one, not: text.notDone };
  return (
    <>
      <h2>{text.heading}</h2>
      <ul className="check-rows">
        {rowsOf(result).map(({ name, value, state }) => (
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
