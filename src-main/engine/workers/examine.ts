import { CaseError } from '../../domain/errors.ts';
import { type Examined, examine } from '../../evidence/examine.ts';
import type { OtherHash } from '../../evidence/hash-source.ts';
import { serve } from '../worker-serve.ts';

export interface ExamineRequest {
  /** Bytes of the path. */
  readonly path: Uint8Array;
  /** Of a folder, only these paths below it. */
  readonly parts?: readonly Uint8Array[] | undefined;
  readonly also: readonly OtherHash[];
  readonly keep: boolean;
  readonly caseFile: string | null;
  readonly cancelFlag: Int32Array;
}

/** Progress is told after this many bytes. */
const TELL_EVERY = 16 * 1024 * 1024;

serve<ExamineRequest, Examined>(({ path, parts, also, keep, caseFile, cancelFlag }, tell) => {
  const item = Buffer.from(path).toString('utf8');
  let done = 0;
  let told = 0;
  let total: number | null = null;
  const watcher = {
    progress(bytes: number) {
      done += bytes;
      if (done - told < TELL_EVERY) return;
      told = done;
      tell({ done, total, item });
    },
    check() {
      if (Atomics.load(cancelFlag, 0) === 1) throw new CaseError('cancelled');
    },
  };
  const request = {
    path: Buffer.from(path),
    parts: parts?.map((part) => Buffer.from(part)),
    also,
    keep,
    caseFile,
  };
  return examine(request, watcher, (bytes) => {
    total = bytes;
    tell({ done: 0, total, item });
  });
});
