import { type Proposal, proposals } from '../../logs/readers/find-reader.ts';
import { sampleOf } from '../../logs/reading/sample.ts';
import { type LogBytes, eachPieceOf } from '../logs/log-bytes.ts';
import { serve } from '../worker-serve.ts';

export interface InspectRequest {
  readonly bytes: LogBytes;
  readonly name: string;
  /** ms since 1970 UTC. */
  readonly modified: number | null;
}

/** Bytes at the beginning of a file that are looked at. */
const HEAD = 64 * 1024;

class Enough extends Error {}

serve<InspectRequest, readonly Proposal[]>(async ({ bytes, name, modified }) => {
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    await eachPieceOf(bytes, (piece) => {
      pieces.push(Buffer.from(piece.subarray(0, HEAD - size)));
      size += Math.min(piece.length, HEAD - size);
      if (size >= HEAD) throw new Enough();
    });
  } catch (error) {
    if (!isEnough(error)) throw error;
  }
  return proposals(sampleOf(name, Buffer.concat(pieces), modified));
});

/** What a reader of stored bytes is stopped by comes back wrapped. */
const isEnough = (error: unknown): boolean =>
  error instanceof Enough || (error instanceof Error && error.cause instanceof Enough);
