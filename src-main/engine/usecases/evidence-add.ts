import { step } from '../../casework/append.ts';
import { zoneOf } from '../../casework/case-facts.ts';
import type { WritingSession } from '../../casework/session.ts';
import type { EvidenceAdded, Exhibit, ReferenceReason } from '../../contract/evidence.ts';
import type { RequestOf } from '../../contract/index.ts';
import type { Entry } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import { guessType } from '../../domain/evidence-type.ts';
import { fileName, visibleText } from '../../domain/file-name.ts';
import { understandTime } from '../../domain/time/understand.ts';
import { exhibitView } from '../../evidence/exhibit-view.ts';
import { exhibitOf } from '../../evidence/find-exhibit.ts';
import { type Registration, registerExhibit } from '../../evidence/register-exhibit.ts';
import { errorData } from '../error-data.ts';
import type { Job } from '../jobs.ts';
import { writing } from '../open-case.ts';
import { progressOfAll } from '../progress-of-all.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { FinishedPaths } from '../take-in/finished-paths.ts';
import { namedPaths } from '../take-in/named-paths.ts';
import { takerIn } from '../take-in/take-in.ts';
import type { TakenIn } from '../take-in/taken-in.ts';
import { detailsOf } from './evidence-details.ts';
import { mailListing } from './mail-listing.ts';

type Given = RequestOf<'evidence.add'>;

/** Starts the job that reads, hashes and registers each path in turn; one that fails does not stop the rest. */
export function add(engine: Engine, given: Given): { job: string } {
  const opened = openCaseOf(engine);
  const session = writing(opened);
  // Everything that can be refused is refused before the first byte is read.
  const common = understood(session, given, engine.host.clock.now());
  const paths = namedPaths(given);
  if (given.asOne === true && given.mode === 'stored') {
    throw new CaseError('wrong-use', {
      reason: 'Several paths as one exhibit stay where they are. Add them one by one to store them.',
    });
  }
  return engine.jobs.start('evidence.add', async (job): Promise<EvidenceAdded> => {
    const added: EvidenceAdded = { exhibits: [], failed: [], byReference: [], resumed: [] };
    const finished = new FinishedPaths(
      session,
      given,
      paths.map(({ bytes }) => bytes),
    );
    const take = (exhibit: Exhibit, byReference: ReferenceReason | null, resumedFrom: number): void => {
      added.exhibits.push(exhibit);
      const label = exhibit.exhibit;
      if (byReference !== null) added.byReference.push({ exhibit: label, why: byReference });
      if (resumedFrom > 0) added.resumed.push({ exhibit: label, from: resumedFrom });
    };
    const taker = takerIn(engine.host, session, { mode: given.mode, also: given.also ?? [] }, job);
    try {
      const tell = progressOfAll(job, await taker.sizes(paths.map(({ bytes }) => bytes)));
      for (const [i, { absolute, bytes, parts }] of paths.entries()) {
        await job.turn();
        try {
          const looked = await taker.look(bytes);
          const before = finished.of(i, looked.identity);
          if (before !== undefined) {
            const exhibit = exhibitView(session.db, exhibitOf(session.db, before.entry));
            take(exhibit, before.byReference, exhibit.size ?? 0);
            continue;
          }
          const taken = await taker.take({ path: bytes, parts, looked }, (at) => tell(i, at));
          const registration = {
            ...common,
            ...(parts === undefined ? {} : partsGiven(common, parts)),
            from: { path: bytes },
          };
          const exhibit = await record(engine, session, job, taken, registration, (entry) =>
            finished.add(i, { identity: looked.identity, entry, byReference: taken.byReference }),
          );
          take(exhibit, taken.byReference, taken.resumedFrom);
        } catch (error) {
          const { code, message } = errorData(error);
          // These concern the case or the whole job; going on with the next path would fail the same way.
          if (code === 'cancelled' || code === 'disk-full' || code === 'bug') throw error;
          added.failed.push({ path: absolute, code, message });
        }
      }
      finished.drop();
      return added;
    } catch (error) {
      // What a person ended is over; after a kill, a lock or a full disk the same job may be given again and goes on.
      if (!job.closing && errorData(error).code === 'cancelled') finished.drop();
      throw error;
    } finally {
      taker.end();
    }
  });
}

async function record(
  engine: Engine,
  session: WritingSession,
  job: Job,
  taken: TakenIn,
  registration: Registration & { readonly from: { readonly path: Buffer } },
  note: (entry: string) => void,
): Promise<Exhibit> {
  const [entry, collected] = await registered(engine, session, job, taken, registration, note);
  taken.recorded();
  engine.wrote([entry.id, collected.id]);
  return exhibitView(session.db, exhibitOf(session.db, entry.id));
}

/**
 * Once this has returned, what was stored belongs to the record: nothing that fails later may remove it.
 * @param note called in the transaction of the exhibit, with the id of its entry
 */
async function registered(
  engine: Engine,
  session: WritingSession,
  job: Job,
  taken: TakenIn,
  registration: Registration & { readonly from: { readonly path: Buffer } },
  note: (entry: string) => void,
): Promise<readonly [Entry, Entry]> {
  try {
    const mail = await mailListing(engine.host, registration.from.path, taken.examined);
    await job.turn();
    taken.giveName();
    return step(session, () => {
      const entries = registerExhibit(session, taken.examined, { ...registration, mail });
      note(entries[0].id);
      return entries;
    });
  } catch (error) {
    taken.discard();
    throw error;
  }
}

function understood(session: WritingSession, given: Given, now: number) {
  const zone = zoneOf(session.db);
  return {
    title: given.title,
    type: given.type,
    details: detailsOf(given, zone, now),
    seal: given.seal,
    occurred: given.at === undefined ? undefined : understandTime(given.at, given.zone ?? zone, now),
  };
}

/** Title and type of several paths taken as one, where they were not given. */
function partsGiven({ title, type }: ReturnType<typeof understood>, parts: readonly Buffer[]) {
  const names = parts.map((part) => fileName(part));
  const shown = names.slice(0, 3).map(({ text }) => visibleText(text.split('/').at(-1) ?? text));
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
  const guesses = new Set(names.map(({ text }) => guessType(text, 'file')));
  const [guess, other] = guesses;
  return {
    parts: names,
    title: title ?? `${shown.join(', ')}${more}`,
    type: type ?? (other === undefined ? guess : undefined),
  };
}
