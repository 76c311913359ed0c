import type { RequestOf } from '../../contract/index.ts';
import type { Job } from '../jobs.ts';
import type { Engine } from '../state.ts';
import { type Place, startWorker } from '../worker.ts';
import type { ReadTimeline, ReadTimelineRequest } from '../workers/read-timeline.ts';
import { rememberedColumns } from './remembered-columns.ts';

export interface Reading {
  readonly show: number;
  /** Where the understood rows go, as JSON text. */
  readonly batches?: string[];
  readonly job?: Job;
}

/** Reads the file, with the columns as they were read the last time where nobody says otherwise. */
export async function readTimeline(
  engine: Engine,
  given: RequestOf<'timeline.import'>,
  path: Buffer,
  { show, batches, job }: Reading,
): Promise<{ read: ReadTimeline; remembered: boolean }> {
  const worker = startWorker(engine.host, 'read-timeline');
  const request = {
    path,
    named: (given.columns ?? []).map(({ name, field }) => [name, field] as const),
    zone: given.zone,
    dates: given.dates,
    show,
    cancelFlag: job?.cancelFlag ?? null,
  };
  const told = (at: Place): void => job?.progress({ ...at, unit: 'rows' });
  const ask = async (mapping: ReadTimelineRequest['mapping'], hand: boolean): Promise<ReadTimeline> =>
    worker.ask<ReadTimelineRequest, ReadTimeline>({ ...request, mapping, hand }, told, (batch) =>
      batches?.push(batch as string),
    );
  try {
    const first = await ask(null, batches !== undefined);
    const known = rememberedColumns(engine.profile(), first.columns);
    if (known === null || JSON.stringify(known) === JSON.stringify(first.mapping)) {
      return { read: first, remembered: known !== null };
    }
    batches?.splice(0);
    return { read: await ask(known, batches !== undefined), remembered: true };
  } finally {
    worker.end();
  }
}
