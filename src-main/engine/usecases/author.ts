import { viewOfNew } from '../../casework/entry-view.ts';
import { claimSamePerson, confirmKey, disownKey } from '../../casework/judge-key.ts';
import { judgementsIn, namesIn } from '../../casework/names.ts';
import { addAuthor } from '../../casework/profile-author.ts';
import { entryWithId } from '../../casework/read-entry.ts';
import { renameAuthor } from '../../casework/rename-author.ts';
import type { WritingSession } from '../../casework/session.ts';
import type { CaseAuthor } from '../../contract/author.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { type Entry, textField } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import { keyWords } from '../../domain/fingerprint.ts';
import type { ReadableDb } from '../../store/db.ts';
import { authorKeys } from '../../store/profile/author-key.ts';
import { setSetting } from '../../store/profile/setting.ts';
import { authors } from '../../store/queries/author.ts';
import { writing } from '../open-case.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { device } from '../surroundings.ts';
import { writingKey } from '../writing-key.ts';

export function list(engine: Engine): ResponseOf<'author.list'> {
  return { authors: authorsOf(engine, openCaseOf(engine).db), writing: writingKey(engine) };
}

export function add(engine: Engine, given: RequestOf<'author.add'>): ResponseOf<'author.add'> {
  const wish = { name: given.name, role: given.role, device: device().device };
  const { key, name, role, device: on } = addAuthor(engine.profile(), wish, engine.host.clock.now());
  return { author: { id: key, name, role, device: on, key, words: keyWords(key) } };
}

export function rename(engine: Engine, given: RequestOf<'author.rename'>): ResponseOf<'author.rename'> {
  const opened = openCaseOf(engine);
  const entry = renameAuthor(writing(opened), engine.profile(), { name: given.name, role: given.role });
  engine.wrote([entry.id]);
  return { entry: viewOfNew(opened.db, entry) };
}

/** @throws CaseError `author-unknown` where the profile has no such key */
export function choose(engine: Engine, { key }: RequestOf<'author.choose'>): Record<string, never> {
  const profile = engine.profile();
  if (!authorKeys(profile).some((author) => author.key === key)) {
    throw new CaseError('author-unknown', { key });
  }
  setSetting(profile, 'author', key);
  // A job that runs goes on as who started it; what comes next is a writer of its own.
  const { open } = engine;
  if (open !== null && open.session?.signer.key !== key) open.session = null;
  return {};
}

export const confirm = (engine: Engine, given: RequestOf<'author.confirm'>): ResponseOf<'author.confirm'> =>
  judge(engine, (session) => confirmKey(session, { key: given.key, by: given.by, why: given.why }));

export const disown = (engine: Engine, given: RequestOf<'author.disown'>): ResponseOf<'author.disown'> =>
  judge(engine, (session) => {
    const { key, by, why, since, zone } = given;
    return disownKey(session, { key, by, why, since, zone });
  });

export const same = (engine: Engine, given: RequestOf<'author.same'>): ResponseOf<'author.same'> =>
  judge(engine, (session) => claimSamePerson(session, given.key));

/** The entry, and the author whom it is about as the record sees them now. */
function judge(
  engine: Engine,
  work: (session: WritingSession) => Entry,
): { entry: ReturnType<typeof viewOfNew>; author: CaseAuthor } {
  const opened = openCaseOf(engine);
  const entry = work(writing(opened));
  engine.wrote([entry.id]);
  const author = authorsOf(engine, opened.db).find(({ key }) => key === textField(entry, 'key'));
  if (author === undefined) throw new CaseError('bug', { reason: 'a judged key is not in the list' });
  return { entry: viewOfNew(opened.db, entry), author };
}

function authorsOf(engine: Engine, db: ReadableDb): CaseAuthor[] {
  const own = new Set(authorKeys(engine.profile()).map(({ key }) => key));
  const names = namesIn(db);
  const judgements = Map.groupBy(judgementsIn(db), ({ key }) => key);
  return authors(db).map(({ key, role, device: on }) => ({
    id: key,
    name: names.nameOf(key),
    role: role ?? '',
    device: on ?? '',
    key,
    words: keyWords(key),
    trust: names.trustOf(key),
    disownedSince: names.disownedSince(key) || null,
    thisDevice: own.has(key),
    samePersonAs: names.keysOf(key).filter((other) => other !== key),
    judgements: (judgements.get(key) ?? []).map(({ says, since, recorded, judge: by, entry: id }) => {
      const entry = entryWithId(db, id);
      const why = textField(entry, 'why');
      return {
        says,
        judge: names.signedBy({ author: by, recorded }),
        by: textField(entry, 'by') ?? '',
        ...(why === undefined ? {} : { why }),
        since,
        recorded,
        entry: id,
      };
    }),
  }));
}
