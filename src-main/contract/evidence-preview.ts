import * as z from 'zod';
import { method } from './method.ts';

const previewSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('picture'),
    type: z.enum(['png', 'jpeg', 'gif', 'webp']),
    base64: z.string(),
    width: z.int(),
    height: z.int(),
  }),
  z.strictObject({
    kind: z.literal('text'),
    text: z.string(),
    encoding: z.string(),
    /** Bytes that are shown, from the first on. */
    shown: z.int(),
  }),
  z.strictObject({ kind: z.literal('hex'), text: z.string(), shown: z.int() }),
  z.strictObject({ kind: z.literal('refused'), reason: z.string() }),
  /** An original that lies elsewhere is not what was registered; `sha256` is null where its size alone tells it. */
  z.strictObject({
    kind: z.literal('changed'),
    path: z.string(),
    size: z.int(),
    sha256: z.string().nullable(),
  }),
]);

export const evidencePreviewMethods = {
  /**
   * A look at the bytes: pictures whose hash is right, the beginning of a text, or bytes. Nothing is written. An original
   * that lies elsewhere is hashed first, and shown only where it has the recorded hash.
   */
  'evidence.preview': method(
    () => z.strictObject({ exhibit: z.string() }),
    () => z.strictObject({ exhibit: z.string(), size: z.int(), hashed: z.boolean(), preview: previewSchema }),
  ),
} as const;

export type Preview = z.infer<typeof previewSchema>;
