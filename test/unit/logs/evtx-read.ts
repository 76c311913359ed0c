import type { Found } from '../../../src-main/logs/evtx/record-chain.ts';
import { type EvtxProblem, EvtxReader, type EvtxSummary } from '../../../src-main/logs/evtx/read-evtx.ts';
import type { EvtxRecord } from '../../../src-main/logs/evtx/record.ts';

export interface ReadEvtx {
  readonly records: readonly EvtxRecord[];
  readonly problems: readonly EvtxProblem[];
  readonly summary: EvtxSummary;
}

/** @param piece bytes that are fed at a time, from a buffer that is spoilt afterwards */
export function readEvtx(file: Buffer, piece = 1 << 20): ReadEvtx {
  const problems: EvtxProblem[] = [];
  const reader = new EvtxReader((problem) => void problems.push(problem));
  const records: EvtxRecord[] = [];
  for (let at = 0; at < file.length; at += piece) {
    const part = Buffer.from(file.subarray(at, at + piece));
    records.push(...reader.feed(part));
    part.fill(0xee);
  }
  records.push(...reader.end());
  return { records, problems, summary: reader.summary() };
}

export const kinds = ({ problems }: ReadEvtx): string[] => problems.map(({ kind }) => kind);

/** How many records were found in each way, without those of which there is none. */
export const foundCounts = ({ summary }: ReadEvtx): Partial<Record<Found, number>> =>
  Object.fromEntries(Object.entries(summary.records).filter(([, count]) => count > 0));

/** Values of the first record, by name. */
export const dataOf = (record: EvtxRecord | undefined): Record<string, string> =>
  Object.fromEntries((record?.data ?? []).map(({ name, value }) => [name, value]));
