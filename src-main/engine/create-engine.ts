import {
  type Answer,
  type EngineMethodName,
  type RequestOf,
  type ResponseOf,
  engineMethods,
} from '../contract/index.ts';
import { type EntryView, entryView } from '../casework/entry-view.ts';
import { namesIn } from '../casework/names.ts';
import { entryWithId } from '../casework/read-entry.ts';
import { rememberHead } from '../casework/rollback.ts';
import type { ReadableDb } from '../store/db.ts';
import { useNativeBinding } from '../store/open-encrypted.ts';
import { lastNumber, timelineRowOf } from '../store/queries/timeline.ts';
import { errorData } from './error-data.ts';
import type { EngineHost } from './host.ts';
import { createJobs } from './jobs.ts';
import { mirroring } from './mirror/mirroring.ts';
import { profileAccess } from './profile-access.ts';
import { rememberQuietly } from './remember.ts';
import { withSilent } from './silent-entries.ts';
import { handlers } from './engine-handlers.ts';
import type { Engine } from './state.ts';
import { closeOpenCase } from './usecases/case.ts';

export type { EngineHost } from './host.ts';

export interface EngineProcess {
  /** Parses a request, runs it, and answers; never rejects. */
  call<Name extends EngineMethodName>(name: Name, request: unknown): Promise<Answer<Name>>;
  /** Ends running jobs and closes the case. The key goes with the process. */
  close(): Promise<void>;
  /** For the command line, which runs in the same process. */
  readonly engine: Engine;
}

function viewsOf(db: ReadableDb, ids: readonly string[]): EntryView[] {
  const names = namesIn(db);
  return ids.map((id) => entryView(entryWithId(db, id), timelineRowOf(db, id)?.number ?? 0, names));
}

/** The profile learns the newest head this long after a commit, in ms. */
const REMEMBER_AFTER = 500;

export function createEngine(host: EngineHost): EngineProcess {
  useNativeBinding(host.nativeBinding);
  const access = profileAccess(host.profileFolder);
  let remembering: NodeJS.Timeout | null = null;
  let held: Promise<unknown> | null = null;
  const engine: Engine = {
    host,
    get mirroring() {
      return mirrors;
    },
    open: null,
    checked: null,
    other: null,
    document: null,
    access,
    profile: () => access.open(),
    jobs: createJobs((event) => {
      if ('progress' in event) host.emit('job.progress', event.progress);
      else host.emit('job.ended', event.ended);
    }),
    wrote(ids) {
      if (engine.open !== null) engine.tell(viewsOf(engine.open.db, ids));
    },
    tell(views) {
      const { open } = engine;
      if (open === null) return;
      mirrors.written();
      for (const entry of withSilent(open, views, (ids) => viewsOf(open.db, ids))) {
        host.emit('entry.added', { entry, total: open.told });
      }
      remembering ??= setTimeout(() => {
        remembering = null;
        const { open: still } = engine;
        if (still !== null) rememberQuietly(() => rememberHead(engine.profile(), still.db, still.caseId));
      }, REMEMBER_AFTER);
      remembering.unref();
    },
    async hold(work) {
      const done = work();
      held = done.catch(() => undefined);
      try {
        return await done;
      } finally {
        held = null;
      }
    },
    merged() {
      const { open } = engine;
      if (open === null) return;
      // Entries have other numbers now.
      open.index = null;
      open.told = lastNumber(open.db);
      host.emit('record.merged', { total: open.told });
      engine.tell([]);
    },
    changed(ids) {
      const { open } = engine;
      if (open === null || ids.length === 0) return;
      host.emit('entry.changed', { entries: viewsOf(open.db, ids) });
    },
  };
  const mirrors = mirroring(engine);
  return {
    engine,
    async call<Name extends EngineMethodName>(name: Name, request: unknown): Promise<Answer<Name>> {
      try {
        if (held !== null && name !== 'job.cancel') await held;
        const parsed = engineMethods[name].request.parse(request) as RequestOf<Name>;
        const handler: (
          engine: Engine,
          request: RequestOf<Name>,
        ) => ResponseOf<Name> | Promise<ResponseOf<Name>> = handlers[name];
        return { ok: true, data: await handler(engine, parsed) };
      } catch (error) {
        return { ok: false, error: errorData(error) };
      }
    },
    async close() {
      await engine.jobs.end();
      await mirrors.last();
      if (remembering !== null) clearTimeout(remembering);
      closeOpenCase(engine);
      access.close();
    },
  };
}
