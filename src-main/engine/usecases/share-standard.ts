import { existsSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { RequestOf } from '../../contract/index.ts';
import type { StandardMade } from '../../contract/standard.ts';
import { CaseError } from '../../domain/errors.ts';
import { asFileError } from '../../domain/file-error.ts';
import { syncFolder } from '../../evidence/sealed/evidence-folder.ts';
import { caseUcoWriter } from '../../share/case-uco/case-uco-writer.ts';
import { ListFile } from '../../share/standards/list-file.ts';
import { recordHead } from '../../share/standards/record-head.ts';
import { stixWriter } from '../../share/stix/stix-writer.ts';
import { temporaryName } from '../../store/create-case.ts';
import { giveName } from '../../store/give-name.ts';
import { beginExport } from '../begun-exports.ts';
import { ruleFacts } from '../standards/rule-facts.ts';
import { writeRecord } from '../standards/write-record.ts';
import { type Engine, openCaseOf } from '../state.ts';

/** Whom the incident concerns, and nobody else, as long as nobody decided otherwise. */
const USUAL = 'amber';

/**
 * Starts the job that writes the record for other tools: under its name only when all of it is there. Nothing of it is
 * encrypted, and nothing is written anywhere else.
 * @throws CaseError `already-exists`, `file-missing` (the folder), `wrong-use`
 */
export function standard(engine: Engine, given: RequestOf<'share.standard'>): { job: string } {
  const { db, writable } = openCaseOf(engine);
  const { format } = given;
  if (format !== 'stix' && given.tlp !== undefined) {
    throw new CaseError('wrong-use', { reason: 'A TLP marking belongs to STIX.' });
  }
  const tlp = format === 'stix' ? (given.tlp ?? USUAL) : null;
  const path = resolve(given.path);
  if (existsSync(path)) throw new CaseError('already-exists', { path });
  const folder = dirname(path);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new CaseError('file-missing', { path: folder });
  }
  return engine.jobs.start('share.standard', async (job): Promise<StandardMade> => {
    const part = temporaryName(path);
    const done = beginExport(engine, { temporary: part, path, plain: true }, writable);
    let file: ListFile | null = null;
    try {
      const head = recordHead(db);
      const writer = tlp === null ? caseUcoWriter(head) : stixWriter(head, tlp, ruleFacts);
      file = new ListFile(part, writer.begin);
      const content = await writeRecord(db, writer, {
        file,
        async pause(done) {
          job.progress({ item: 'entries', unit: 'rows', done, total: head.entries });
          // A turn of the event loop: notes that came meanwhile are written before the next slice.
          await new Promise<void>((resume) => setImmediate(resume));
          await job.turn();
        },
      });
      const { size, sha256 } = file.finish(writer.end);
      job.check();
      giveName(part, path);
      syncFolder(folder);
      const { entries, fingerprint } = head;
      return { path, format, size, sha256, tlp, entries, ...content, fingerprint };
    } catch (error) {
      throw asFileError(error, path);
    } finally {
      file?.close();
      rmSync(part, { force: true });
      done();
    }
  });
}
