import { type Names, namesIn } from '../../casework/names.ts';
import { entryWithId } from '../../casework/read-entry.ts';
import { sentenceOf } from '../../casework/sentence.ts';
import type { Compared, Preview } from '../../contract/merge.ts';
import { fromHex } from '../../domain/bytes.ts';
import { textField } from '../../domain/entry.ts';
import { keyWords } from '../../domain/fingerprint.ts';
import { isKindName } from '../../domain/kinds/index.ts';
import { evidenceOfCopy } from '../../share/own-copy.ts';
import type { ReadableDb } from '../../store/db.ts';
import { authorOf } from '../../store/queries/author.ts';
import { hasEntry } from '../../store/queries/entry.ts';
import { branchRows } from '../../store/queries/standing.ts';
import type { EngineHost } from '../host.ts';
import type { Job } from '../jobs.ts';
import { comparedClocks } from './compared-clocks.ts';
import { previewedExhibits } from './previewed-exhibits.ts';
import { aboutOf } from './report.ts';
import type { Survey } from './survey.ts';
import { type OfUnion, idsInUnion } from './union-ids.ts';
import type { United } from './unite.ts';

interface Parts {
  readonly host: EngineHost;
  readonly db: ReadableDb;
  readonly other: ReadableDb;
  readonly job: Job;
}

/** What a merge would bring, as it was united a moment ago; nothing of either file changes. */
export async function previewOf(
  parts: Parts,
  united: United,
  survey: Survey,
): Promise<Omit<Preview, keyof Compared>> {
  if (united.problems.length > 0) return NOTHING;
  const { db, other } = parts;
  const [here, there] = [namesIn(db), namesIn(other)];
  const nameOf = (key: string): string => (authorOf(db, key) === undefined ? there : here).nameOf(key);
  const spans = survey.authors;
  return {
    entries: united.accepted.length,
    first: spans.map(({ first }) => first).toSorted()[0] ?? null,
    last:
      spans
        .map(({ last }) => last)
        .toSorted()
        .at(-1) ?? null,
    kinds: survey.kinds.map((counted) => ({ ...counted, known: isKindName(counted.kind) })),
    authors: spans.map((span) => ({
      ...span,
      name: nameOf(span.key),
      words: keyWords(span.key),
      trust: authorOf(db, span.key) === undefined ? null : here.trustOf(span.key),
    })),
    branches: newBranches(parts, united),
    conflicts: newConflicts(parts, united, { here, there }),
    clocks: comparedClocks(parts, survey).map((clock) => ({ ...clock, name: nameOf(clock.key) })),
    ...(await previewedExhibits(parts, united, evidenceOfCopy(db))),
  };
}

/** Of a file with a fault nothing would come in. */
const NOTHING: Omit<Preview, keyof Compared> = {
  entries: 0,
  first: null,
  last: null,
  kinds: [],
  authors: [],
  exhibits: [],
  exhibitsInAll: 0,
  stored: { exhibits: 0, bytes: 0 },
  branches: [],
  conflicts: [],
  clocks: [],
};

const entryIn = ({ db, other }: Parts, { side, id }: OfUnion) =>
  entryWithId(side === 'here' ? db : other, id);

/** Where the record would be continued in more copies than it is now. */
function newBranches(parts: Parts, united: United): Preview['branches'] {
  const idOf = idsInUnion(parts.db, united);
  const now = new Map(branchRows(parts.db).map(({ entry, followed_by: followers }) => [entry, followers]));
  return [...united.standing.branches].flatMap(([number, followers]) => {
    const place = idOf(number);
    if (now.get(place.id) === followers) return [];
    const entry = entryIn(parts, place);
    const arrived = united.branches.find(({ from }) => from === place.id)?.arrived ?? 0;
    return [{ from: place.id, recorded: entry.header.recorded, text: wordsOf(entry), entries: arrived }];
  });
}

/** What would stand beside each other; judgements of different people about a key are no conflict. */
function newConflicts(
  parts: Parts,
  united: United,
  names: { readonly here: Names; readonly there: Names },
): Preview['conflicts'] {
  const { db, other } = parts;
  const idOf = idsInUnion(db, united);
  return [...united.standing.present].flatMap(([slot, numbers]) => {
    if (numbers.length < 2 || slot.startsWith('trust/')) return [];
    const places = numbers.map((number) => idOf(number));
    if (places.every(({ side }) => side === 'here')) return [];
    const values = places.map((place) => {
      const entry = entryIn(parts, place);
      const name = names[place.side].nameOf(entry.header.author);
      return { side: place.side, text: sentenceOf(entry), name, recorded: entry.header.recorded };
    });
    const named = slot.split('/')[1] ?? '';
    const inOther = /^[0-9a-f]{64}$/.test(named) && !hasEntry(db, fromHex(named));
    return [{ what: slot, about: aboutOf(inOther ? other : db, slot), values }];
  });
}

const wordsOf = (entry: Parameters<typeof sentenceOf>[0] & Parameters<typeof textField>[0]): string =>
  (textField(entry, 'text') ?? sentenceOf(entry)).slice(0, 240);
