import type { KindName } from './kinds/index.ts';

/**
 * Kinds that go on after a seal (product.md): custody, retention and disposal, what is needed to share and to merge,
 * trust and witnesses, and taking away a secret that was written down by mistake.
 */
const afterSeal: ReadonlySet<string> = new Set<KindName>([
  'author',
  'custody',
  'hold',
  'copy',
  'copy-made',
  'passphrase-changed',
  'report',
  'clock-moved',
  'key-confirmed',
  'key-disowned',
  'same-person',
  'witness',
  'timestamp',
  'withholding',
  'admission',
  'unseal',
]);

/** Whether an entry of this kind may follow a seal. */
export const goesOnAfterSeal = (kind: string): boolean => afterSeal.has(kind);
