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
]);

export const evidencePreviewMethods = {
  /** A look at the stored bytes: pictures whose hash is right, the beginning of a text, or bytes. Nothing is written. */
  'evidence.preview': method(
    z.strictObject({ exhibit: z.string() }),
    z.strictObject({ exhibit: z.string(), size: z.int(), preview: previewSchema }),
  ),
} as const;

export type Preview = z.infer<typeof previewSchema>;
