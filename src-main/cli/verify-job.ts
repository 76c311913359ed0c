import type { RecordCheck } from '../contract/record.ts';
import { freeJob } from '../engine/jobs.ts';
import { checkFile } from '../engine/usecases/check-file.ts';
import type { CliContext } from './context.ts';

/** Checks a file in this process: it is opened for checking only, so that changed tables do not stop it. */
export async function verifyInProcess(
  context: CliContext,
  given: { readonly path: string; readonly passphrase: string; readonly quick: boolean },
): Promise<RecordCheck> {
  const started = performance.now();
  return checkFile(
    context.process.engine,
    given,
    freeJob('verify', ({ item, unit, done, total }) => {
      const seconds = (performance.now() - started) / 1000;
      const rate = seconds > 0.2 ? done / seconds : null;
      const eta = rate !== null && total !== null ? (total - done) / rate : null;
      context.output.progress({ job: 'verify', kind: 'record.verify', item, unit, done, total, rate, eta });
    }),
  );
}
