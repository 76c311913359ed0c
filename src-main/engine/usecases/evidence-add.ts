import { isAbsolute, resolve } from 'node:path';
import { zoneOf } from '../../casework/case-facts.ts';
import type { WritingSession } from '../../casework/session.ts';
import type { EvidenceAdded, Exhibit } from '../../contract/evidence.ts';
import type { RequestOf } from '../../contract/index.ts';
import { CaseError } from '../../domain/errors.ts';
import { LIMITS } from '../../domain/limits.ts';
import { guessType } from '../../domain/evidence-type.ts';
import { fileName, visibleText } from '../../domain/file-name.ts';
import { understandTime } from '../../domain/time/understand.ts';
import { commonFolder } from '../../evidence/common-folder.ts';
import type { Examined } from '../../evidence/examine.ts';
import { exhibitView } from '../../evidence/exhibit-view.ts';
import { exhibitOf } from '../../evidence/find-exhibit.ts';
import { registerExhibit } from '../../evidence/register-exhibit.ts';
import { resolvePath } from '../../evidence/resolve-path.ts';
import { errorData } from '../error-data.ts';
import { writing } from '../open-case.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { startWorker } from '../worker.ts';
import type { ExamineRequest } from '../workers/examine.ts';
import { detailsOf } from './evidence-details.ts';
import { mailListing } from './mail-listing.ts';

type Given = RequestOf<'evidence.add'>;

/** Starts the job that reads, hashes and registers each path in turn; one that fails does not stop the rest. */
export function add(engine: Engine, given: Given): { job: string } {
  const opened = openCaseOf(engine);
  const session = writing(opened);
  // Everything that can be refused is refused before the first byte is read.
  const common = understood(session, given, engine.host.clock.now());
  const named = given.paths.map((path) => {
    const absolute = isAbsolute(path) ? path : resolve(path);
    return { absolute, bytes: resolvePath(absolute), parts: undefined };
  });
  if (given.asOne === true && given.mode === 'stored') {
    throw new CaseError('wrong-use', {
      reason: 'Several paths as one exhibit are not stored: leave that out.',
    });
  }
  const paths = given.asOne === true ? [asOne(named.map(({ bytes }) => bytes))] : named;
  return engine.jobs.start('evidence.add', async (job): Promise<EvidenceAdded> => {
    const exhibits: Exhibit[] = [];
    const failed: EvidenceAdded['failed'] = [];
    const worker = startWorker(engine.host, 'examine');
    try {
      for (const { absolute, bytes, parts } of paths) {
        job.check();
        try {
          const examined = await worker.ask<ExamineRequest, Examined>(
            {
              path: bytes,
              parts,
              also: given.also ?? [],
              keep: given.mode !== 'reference',
              caseFile: opened.path,
              cancelFlag: job.cancelFlag,
            },
            (at) => job.progress({ ...at, unit: 'bytes' }),
          );
          job.check();
          requireStored(given, examined, absolute);
          const mail = await mailListing(engine.host, bytes, examined);
          job.check();
          const [entry, collected] = registerExhibit(session, examined, {
            ...common,
            ...(parts === undefined ? {} : partsGiven(common, parts)),
            from: { path: bytes },
            mail,
          });
          engine.wrote([entry.id, collected.id]);
          exhibits.push(exhibitView(opened.db, exhibitOf(opened.db, entry.id)));
        } catch (error) {
          const { code, message } = errorData(error);
          // These concern the case or the whole job; going on with the next path would fail the same way.
          if (code === 'cancelled' || code === 'disk-full' || code === 'bug') throw error;
          failed.push({ path: absolute, code, message });
        }
      }
    } finally {
      worker.end();
    }
    return { exhibits, failed };
  });
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

function asOne(paths: readonly Buffer[]) {
  const { folder, parts } = commonFolder(paths);
  return { absolute: folder.toString('utf8'), bytes: folder, parts };
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

function requireStored(given: Given, examined: Examined, path: string): void {
  if (given.mode !== 'stored' || examined.packed !== null) return;
  if (examined.kind === 'folder') {
    throw new CaseError('wrong-use', {
      reason: `${path} is a folder: add it with --reference, or add its files one by one to store them.`,
    });
  }
  throw new CaseError('evidence-too-large', {
    path,
    size: examined.packedSize ?? examined.size,
    limit: LIMITS.storedInCase,
  });
}
