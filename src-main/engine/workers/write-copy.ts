import { type CopiedFile, type CopyPlace, type CopyStart, beginCopy } from '../../share/copied-file.ts';
import { type KeyBytes, keyFrom } from '../../store/case-key.ts';
import { useNativeBinding } from '../../store/open-encrypted.ts';
import type { EvidenceKeyRow } from '../../store/queries/evidence-key.ts';
import type { BlobRow } from '../../store/queries/exhibit.ts';
import { type PackedBatch, unpack } from '../record/unpack.ts';
import { serve } from '../worker-serve.ts';

export type WriteCopyRequest =
  | {
      readonly kind: 'begin';
      readonly place: CopyPlace;
      readonly key: KeyBytes;
      readonly nativeBinding: string | undefined;
    }
  | { readonly kind: 'start'; readonly given: CopyStart }
  | { readonly kind: 'entries'; readonly batch: PackedBatch }
  | { readonly kind: 'blob'; readonly entry: Uint8Array; readonly blob: BlobRow }
  | { readonly kind: 'key'; readonly entry: Uint8Array; readonly row: EvidenceKeyRow }
  | { readonly kind: 'settle' | 'name' | 'end' };

let file: CopiedFile | null = null;

serve<WriteCopyRequest, null>((request) => {
  switch (request.kind) {
    case 'begin':
      useNativeBinding(request.nativeBinding);
      file = beginCopy(request.place, keyFrom(request.key));
      return null;
    case 'start':
      file?.start(request.given);
      return null;
    case 'entries':
      file?.take(unpack(request.batch));
      return null;
    case 'blob':
      file?.takeBlob(request.entry, request.blob);
      return null;
    case 'key':
      file?.takeKey(request.entry, request.row);
      return null;
    case 'settle':
      file?.settle();
      return null;
    case 'name':
      file?.name();
      file = null;
      return null;
    case 'end':
      file?.abandon();
      file = null;
      return null;
  }
});
