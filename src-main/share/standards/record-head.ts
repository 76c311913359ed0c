import { beginningOf, titleOutside, zoneOf } from '../../casework/case-facts.ts';
import { type FactView, factsOf } from '../../casework/facts.ts';
import { isSealed } from '../../casework/is-sealed.ts';
import { entryWithId } from '../../casework/read-entry.ts';
import { fingerprint } from '../../casework/witness.ts';
import { textField } from '../../domain/entry.ts';
import type { ReadableDb } from '../../store/db.ts';
import { entriesAbout } from '../../store/queries/standing.ts';
import { entriesOfKind, newestRecorded } from '../../store/queries/timeline.ts';
import { newestOf } from './newest-of.ts';
import type { RecordHead, Signer } from './record-writer.ts';

/** What is told in few words: facts with a value of a short list. */
const TOLD = ['detection-source', 'penetrated', 'data-reached', 'severity'] as const;

export function recordHead(db: ReadableDb): RecordHead {
  const { id, founder, created } = beginningOf(db);
  const { head, entries } = fingerprint(db);
  const facts = new Map(factsOf(db).map((fact) => [fact.name, fact]));
  const organisation = facts.get('organisation');
  const name = sureText(organisation);
  return {
    title: titleOutside(db),
    caseId: id,
    founder,
    created,
    newest: new Date(newestRecorded(db)).toISOString(),
    zone: zoneOf(db),
    entries,
    fingerprint: head,
    ended: endOf(facts.get('ended')),
    sealed: isSealed(db),
    known: TOLD.flatMap((fact) => {
      const value = sureText(facts.get(fact));
      return value === null ? [] : [`${fact}: ${value}`];
    }),
    organisation: name === null || organisation === undefined ? null : { name, since: organisation.since },
    signers: signersOf(db),
  };
}

/** Values that stand against each other, and a withheld one, are none. */
const sureText = (fact: FactView | undefined): string | null =>
  fact !== undefined && fact.conflict.length === 0 && typeof fact.value === 'string' ? fact.value : null;

function endOf(fact: FactView | undefined): string | null {
  const ended = sureText(fact);
  return ended === null || Number.isNaN(Date.parse(ended)) ? null : new Date(ended).toISOString();
}

/** The keys of a record in the order in which they introduced themselves, each with its newest name. */
function signersOf(db: ReadableDb): Signer[] {
  const signers = new Map<string, Signer>();
  for (const id of entriesOfKind(db, 'author')) {
    const entry = entryWithId(db, id);
    const { author: key, recorded } = entry.header;
    signers.set(key, {
      key,
      name: textField(entry, 'name') ?? null,
      role: textField(entry, 'role') ?? null,
      first: signers.get(key)?.first ?? recorded,
      last: newestOf(
        db,
        entriesAbout(db, id, 'withholding').map(({ entry: by }) => by),
        recorded,
      ),
    });
  }
  return [...signers.values()];
}
