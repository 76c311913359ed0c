import { type Preview, previewOf } from '../../evidence/preview/preview-of.ts';
import { type Original, previewOriginal } from '../../evidence/preview/preview-original.ts';
import type { Kept } from '../../evidence/read-back.ts';
import { serve } from '../worker-serve.ts';

/** Stored bytes, with size and hash as the record has them, or an original that stayed where it was. */
export type PreviewRequest =
  | { readonly kept: Kept; readonly size: number; readonly sha256: string }
  | { readonly original: Original };

// Nobody asks it to stop: the engine ends the thread when it takes too long.
serve<PreviewRequest, Preview>(async (request) =>
  'original' in request
    ? previewOriginal(request.original)
    : previewOf(request.kept, request.size, request.sha256, () => {}),
);
