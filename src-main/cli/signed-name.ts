import type { SignedBy } from '../contract/entry.ts';
import { visibleText } from '../domain/file-name.ts';

/** A name, marked where the key behind it is not to be trusted. */
export const signedName = ({ name, trust }: SignedBy): string =>
  `${visibleText(name)}${trust === 'unconfirmed' || trust === 'disowned' ? ` (${trust})` : ''}`;
