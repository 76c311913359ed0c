import type { FileCheck } from '../../../src-main/contract/file-check.ts';
import { count } from '../../format/number.ts';
import { en } from '../../strings/en.ts';
import { type Row, RowList } from './row-list.tsx';

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
    ...(check.absent === 0
      ? []
      : [{ name: text.absent, value: text.fieldsUnit(count(check.absent)), state: 'not' as const }]),
    {
      name: anchored?.kind === 'timestamp' ? text.timestamp : text.witness,
      value: anchored === null ? text.nobody : text.entriesUnit(count(anchored.fixes)),
      state: anchored === null ? 'not' : 'good',
    },
  ];
}

/** What was checked of a case file. */
export const CheckedRows = ({ result }: { readonly result: FileCheck }) => <RowList rows={rowsOf(result)} />;
