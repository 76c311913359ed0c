import * as fc from 'fast-check';
import type { CustodyStep } from '../../src-main/domain/custody/step.ts';

/**
 * Custody as the paper form has it: the sheet is read from the top for every question, nothing is kept beside it.
 * Written apart from src-main/domain/custody, to be compared with it.
 */
export type Line = CustodyStep;

/** A name without what people type differently. */
const plain = (name: string): string => name.toLowerCase().split(/\s+/u).filter(Boolean).join(' ');
export const plainOrNull = (name: string | null | undefined): string | null =>
  name == null ? null : plain(name);
const is = (a: string | null | undefined, b: string | null | undefined): boolean =>
  a != null && b != null && plain(a) === plain(b);
const speaker = (line: Pick<Line, 'to' | 'performedBy'>): string => line.to ?? line.performedBy;
const isHandOver = ({ event }: Line): boolean => event === 'transferred' || event === 'returned';

/** What the hand-over on one line of the sheet says, with what a reader fills in from the lines above. */
const handOverOn = (sheet: readonly Line[], at: number): { id: string; from?: string; to?: string } => {
  const line = sheet[at] as Line;
  const above = sheet.slice(0, at);
  const earlier = above.findLastIndex(isHandOver);
  const back = line.event === 'returned' && earlier >= 0 ? handOverOn(sheet, earlier).from : undefined;
  const from = line.from ?? holder(above);
  const to = line.to ?? back;
  return { id: line.id, ...(from == null ? {} : { from }), ...(to === undefined ? {} : { to }) };
};

/** The waiting hand-over that a receipt means. */
function meant(sheet: readonly Line[], receipt: Pick<Line, 'to' | 'performedBy' | 'acknowledges'>) {
  const waiting = waits(sheet);
  return receipt.acknowledges === undefined
    ? waiting.findLast(({ to }) => is(to, speaker(receipt)))
    : waiting.find(({ id }) => id === receipt.acknowledges);
}

export function waits(sheet: readonly Line[]): { id: string; to?: string }[] {
  if (isGone(sheet)) return [];
  const at = sheet.length - 1;
  const line = sheet[at];
  if (line === undefined) return [];
  const before = waits(sheet.slice(0, at));
  if (isHandOver(line)) return [...before, handOverOn(sheet, at)];
  if (line.event !== 'acknowledged') return before;
  const done = meant(sheet.slice(0, at), line)?.id;
  return before.filter(({ id }) => id !== done);
}

const isGone = (sheet: readonly Line[]): boolean => sheet.some(({ event }) => event === 'disposed');

export function holder(sheet: readonly Line[]): string | null {
  if (isGone(sheet)) return null;
  const at = sheet.findLastIndex((line, i) => {
    if (line.event !== 'acknowledged') return line.event === 'collected' || isHandOver(line);
    const above = sheet.slice(0, i);
    const id = line.acknowledges ?? meant(above, line)?.id;
    return id === undefined || id === above.findLast(isHandOver)?.id;
  });
  const line = sheet[at];
  if (line === undefined) return null;
  return isHandOver(line) ? (handOverOn(sheet, at).to ?? null) : speaker(line);
}

/** The seal on it: its number, '' for one without, null while it is open. */
export function seal(sheet: readonly Line[]): string | null {
  const puts = ({ event, seal: no }: Line): boolean =>
    event === 'sealed' ||
    (no !== undefined &&
      (event === 'collected' || event === 'acknowledged' || event === 'transferred' || event === 'returned'));
  if (isGone(sheet)) return null;
  const line = sheet.findLast((one) => puts(one) || ['examined', 'copied'].includes(one.event));
  return line !== undefined && puts(line) ? (line.seal ?? '') : null;
}

/** Whether a line may follow without a word of explanation. */
export function mayFollow(sheet: readonly Line[], next: Omit<Line, 'id' | 'despite' | 'whole'>): boolean {
  const has = (event: string): boolean => sheet.some((line) => line.event === event);
  if (isGone(sheet)) return false;
  if (next.event === 'collected') return !has('collected');
  if (next.event === 'verified') return true;
  if (!has('collected')) return false;
  const on = seal(sheet);
  const used = sheet.some(
    (line) =>
      line.seal !== undefined &&
      line.seal === next.seal &&
      !['examined', 'copied', 'disposed', 'verified'].includes(line.event),
  );
  const fits = next.seal === undefined || on === '' || on === next.seal;
  const now = holder(sheet);
  switch (next.event) {
    case 'transferred':
    case 'returned': {
      const line = { ...next, id: 'next', despite: undefined, whole: true };
      const { to } = handOverOn([...sheet, line], sheet.length);
      const hands = now === null || ((next.from === undefined || is(next.from, now)) && !is(to, now));
      return hands && (on === null ? next.seal === undefined || !used : fits);
    }
    case 'acknowledged': {
      const hand = meant(sheet, next);
      return (
        hand !== undefined &&
        (hand.to === undefined || is(hand.to, speaker(next))) &&
        (next.seal === undefined || (on !== null && fits))
      );
    }
    case 'sealed':
      return on === null && !used;
    case 'examined':
    case 'copied':
      return on === null
        ? next.seal === undefined
        : next.seal === undefined
          ? next.condition !== undefined
          : fits;
    case 'disposed':
      return true;
  }
}

const name = fc.constantFrom('Ada', 'ada ', 'Hosting security', 'hosting  Security', 'Insurer');
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined, freq: 2 });

/** Any event at all, possible or not. */
export const anyLine = fc.record({
  event: fc.constantFrom(
    'sealed',
    'transferred',
    'transferred',
    'acknowledged',
    'acknowledged',
    'examined',
    'copied',
    'returned',
    'verified',
    'collected',
    'disposed',
  ),
  performedBy: name,
  from: maybe(name),
  to: maybe(name),
  location: maybe(fc.constantFrom('safe', 'desk')),
  seal: maybe(fc.constantFrom('4471', '4472')),
  condition: maybe(fc.constantFrom('unbroken', 'cut')),
});
