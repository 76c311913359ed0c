import { hex } from '../../domain/bytes.ts';
import { entryIdOf } from '../../domain/entry-hash.ts';
import { positionOf } from '../../domain/forks.ts';
import type { ReadableDb } from '../../store/db.ts';
import type { QuarantineRow } from '../../store/queries/quarantine.ts';
import { readBatches } from '../record/read-batches.ts';
import { unpack } from '../record/unpack.ts';
import type { Pause } from './stage.ts';
import type { United } from './unite.ts';

/** The entries of another file that have to wait here, as they are kept until somebody admits them. */
export async function asWaiting(
  other: ReadableDb,
  { forks, followers }: Pick<United, 'forks' | 'followers'>,
  { path, at }: { readonly path: string; readonly at: string },
  pause: Pause,
): Promise<QuarantineRow[]> {
  const reasons = new Map<string, string>(followers.map((id) => [id, '']));
  for (const fork of forks) for (const id of fork.waiting) reasons.set(id, positionOf(fork));
  const rows: QuarantineRow[] = [];
  if (reasons.size === 0) return rows;
  for (const batch of readBatches(other, 'nothing')) {
    for (const { hash, header, signature, fields } of unpack(batch)) {
      const reason = reasons.get(entryIdOf(hash));
      if (reason === undefined) continue;
      const kept = fields.map(([name, salt, value, digest]) => [name, salt, value, hex(digest)]);
      rows.push({ hash, header, signature, fields: JSON.stringify(kept), reason, origin: path, arrived: at });
    }
    await pause();
  }
  return rows;
}
