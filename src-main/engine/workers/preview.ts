import { type Preview, previewOf } from '../../evidence/preview/preview-of.ts';
import type { Kept } from '../../evidence/read-back.ts';
import { serve } from '../worker-serve.ts';

export interface PreviewRequest {
  readonly kept: Kept;
  /** As the record has them. */
  readonly size: number;
  readonly sha256: string;
}

// Nobody asks it to stop: the engine ends the thread when it takes too long.
serve<PreviewRequest, Preview>(async ({ kept, size, sha256 }) => previewOf(kept, size, sha256, () => {}));
