import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { type Entry, numberField, textField } from '../../domain/entry.ts';
import { custodyEventView } from '../../evidence/custody-events.ts';
import type { BagProblem } from '../../share/bagit/read-manifest.ts';
import { zoneIn } from '../../share/report/self-check/check-carried.ts';
import { custodyData } from '../custody-data.ts';
import { CUSTODY_FORMAT } from './bag-places.ts';

const eventSchema = z.looseObject({ entry: z.string(), author: z.looseObject({ id: z.string() }) });

const custodySchema = z.looseObject({
  format: z.literal(CUSTODY_FORMAT),
  exhibits: z.array(
    z.looseObject({
      file: z.string().nullable(),
      leftOut: z.string().nullable(),
      exhibit: z.looseObject({
        exhibit: z.string(),
        title: z.string(),
        entry: z.string(),
        size: z.number().nullable(),
        sha256: z.string().nullable(),
      }),
      custody: z.array(eventSchema),
    }),
  ),
});

export type BagCustody = z.infer<typeof custodySchema>;

/** Reads custody.json; null where it is not in the shape that Holdfast writes. */
export function readCustody(text: string): BagCustody | null {
  try {
    return custodySchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/**
 * Compares the exhibits and the chain of custody of each with the record, event by event.
 * @param order the entries of the record
 * @param sha256 of the files in the bag, hex, by path
 */
export function checkCustody(
  { exhibits }: BagCustody,
  order: readonly Entry[],
  sha256: ReadonlyMap<string, string>,
): BagProblem[] {
  const problems: BagProblem[] = [];
  const say = (message: string): void => void problems.push({ code: 'custody-otherwise', message });
  const registered = order.filter(({ header }) => header.kind === 'evidence');
  const listed = new Map(exhibits.map((one) => [one.exhibit.entry, one]));
  const missing = registered.filter(({ id }) => !listed.has(id)).length;
  if (missing > 0 || listed.size !== registered.length || listed.size !== exhibits.length) {
    say(
      `custody.json lists ${exhibits.length} exhibits, and the record has ${registered.length}: one was taken away or added.`,
    );
  }
  const chains = chainsIn(order);
  for (const entry of registered) {
    const one = listed.get(entry.id);
    if (one === undefined) continue;
    const { exhibit: label } = one.exhibit;
    const hash = textField(entry, 'sha256') ?? null;
    if (one.exhibit.sha256 !== hash || one.exhibit.size !== (numberField(entry, 'size') ?? null)) {
      say(`custody.json names another hash or size of ${label} than the record.`);
    }
    // Paths of the lists are bytes, one a character.
    const path = one.file === null ? null : Buffer.from(one.file).toString('latin1');
    if (path !== null && sha256.get(path) !== hash) {
      say(`${one.file ?? ''} does not have the hash that the record says of ${label}.`);
    }
    const chain = chains.get(entry.id) ?? [];
    const expected = custodyData(chain, label, {
      signedBy: ({ author }) => ({ id: author, name: '', trust: 'unconfirmed' }),
    });
    if (one.custody.length !== expected.length) {
      say(
        `custody.json has ${one.custody.length} events of ${label}, and the record ${expected.length}: one was taken away or added.`,
      );
    }
    for (const [i, event] of expected.entries()) {
      const shown = one.custody[i];
      if (shown !== undefined && !isDeepStrictEqual(wordsOf(shown), wordsOf(event))) {
        say(`Event ${i + 1} of ${label} in custody.json is not what the record says.`);
      }
    }
  }
  return problems;
}

function chainsIn(order: readonly Entry[]): Map<string, ReturnType<typeof custodyEventView>[]> {
  const caseZone = zoneIn(order);
  const chains = new Map<string, ReturnType<typeof custodyEventView>[]>();
  for (const [i, entry] of order.entries()) {
    if (entry.header.kind !== 'custody') continue;
    const of = textField(entry, 'evidence') ?? '';
    const chain = chains.get(of) ?? [];
    chain.push(custodyEventView(entry, { number: i + 1, sequence: chain.length + 1, caseZone }));
    chains.set(of, chain);
  }
  return chains;
}

/** All that an event says. Of its author the key: names and trust are what whoever wrote the bag knew then. */
const wordsOf = ({ author, ...rest }: { readonly author: { readonly id: string } }): object => ({
  ...rest,
  author: author.id,
});
