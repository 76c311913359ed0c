import type { Fingerprint } from '../../src-main/contract/witness.ts';

/**
 * The fingerprint as one line for a QR code: which case, the whole fingerprint, how many entries it fixes, and the code
 * that is read out. It is no address: a telephone that reads it opens nothing.
 */
export const fingerprintLine = (caseId: string, { head, entries, code }: Fingerprint): string =>
  `HOLDFAST ${caseId} ${head} ${entries} ${code.replaceAll(' ', '-')}`;
