import { type Proposal, proposals } from '../../logs/readers/find-reader.ts';
import { SAMPLE_BYTES, sampleOf } from '../../logs/reading/sample.ts';
import { unpackLog } from '../../logs/reading/unpack.ts';
import { type LogBytes, sourceOf } from '../logs/log-bytes.ts';
import { serve } from '../worker-serve.ts';

export interface InspectRequest {
  readonly bytes: LogBytes;
}

/** One log in a file: the file itself, unpacked, or a member of an archive. */
export interface InspectedMember {
  /** Name inside an archive; empty for the file itself. */
  readonly member: string;
  readonly proposals: readonly Proposal[];
}

/** Members of an archive that are looked at. */
const MOST = 1000;

serve<InspectRequest, readonly InspectedMember[]>(async ({ bytes }) => {
  const source = await sourceOf(bytes);
  try {
    const found: InspectedMember[] = [];
    // What cannot be unpacked is told when it is read.
    for await (const { name, modified, pieces, isMember } of unpackLog(source, () => undefined)) {
      const head: Buffer[] = [];
      let size = 0;
      for await (const piece of pieces) {
        head.push(Buffer.from(piece.subarray(0, SAMPLE_BYTES - size)));
        size += Math.min(piece.length, SAMPLE_BYTES - size);
        if (size >= SAMPLE_BYTES) break;
      }
      const sample = sampleOf(name, Buffer.concat(head), modified);
      found.push({ member: isMember ? name : '', proposals: size === 0 ? [] : proposals(sample) });
      if (found.length === MOST) break;
    }
    return found;
  } finally {
    await source.places?.close();
  }
});
