import type { RecordSource } from '../../../casework/record-source.ts';
import type { Entry } from '../../../domain/entry.ts';
import { rowsOf } from '../../../domain/projection/rows.ts';
import type { Standing } from '../../../domain/projection/standing.ts';

type About = {
  readonly about: string;
  readonly number: number;
  readonly kind: string;
  readonly entry: string;
};

/**
 * Entries that no database holds, looked up as if one did: by the rows that follow from each.
 * @param order all of them in their total order: the number of the first is 1
 */
export function sourceOfEntries(order: readonly Entry[], { present }: Standing): RecordSource {
  const byId = new Map<string, Entry>(order.map((entry) => [entry.id, entry]));
  const authors = new Map<string, { name: string | null; number: number }>();
  const about: About[] = [];
  order.forEach((entry, i) => {
    for (const { table, values } of rowsOf(entry, i + 1)) {
      if (table === 'about') {
        about.push({ about: String(values[1]), number: i + 1, kind: entry.header.kind, entry: entry.id });
      } else if (table === 'author') {
        const name = values[3];
        authors.set(entry.header.author, { name: typeof name === 'string' ? name : null, number: i + 1 });
      }
    }
  });
  const byKind = Map.groupBy(about, ({ kind }) => kind);
  const bySubject = Map.groupBy(about, (row) => `${row.kind}/${row.about}`);
  const slots = [...present.keys()].toSorted();
  const at = (number: number): Entry | undefined => order[number - 1];
  return {
    founder: order[0]?.header.author ?? '',
    entryWithId: (id) => {
      const entry = byId.get(id);
      if (entry === undefined) throw new RangeError(`no entry ${id}`);
      return entry;
    },
    authorOf: (key) => authors.get(key),
    aboutOfKind: (kind) => byKind.get(kind) ?? [],
    entriesAbout: (subject, kind) => bySubject.get(`${kind}/${subject}`) ?? [],
    claimsAbout: (subject, kind) =>
      (bySubject.get(`${kind}/${subject}`) ?? []).flatMap(({ number }) => {
        const header = at(number)?.header;
        return header === undefined ? [] : [{ author: header.author, recorded: Date.parse(header.recorded) }];
      }),
    standingUnder: (prefix) =>
      slots
        .filter((slot) => slot.startsWith(prefix))
        .flatMap((slot) =>
          (present.get(slot) ?? []).flatMap((number) => {
            const entry = at(number)?.id;
            return entry === undefined ? [] : [{ slot, entry }];
          }),
        ),
  };
}
