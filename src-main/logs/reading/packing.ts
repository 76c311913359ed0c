import { ascii, startsWith } from './find.ts';

/** How bytes are packed, as their first bytes say; names are not believed. */
export type Packing = 'plain' | 'gzip' | 'zstd' | 'zip' | 'bzip2' | 'xz' | '7z' | 'rar' | 'tar' | 'cab';

const SIGNS: readonly (readonly [Packing, number, Uint8Array])[] = [
  ['gzip', 0, Uint8Array.of(0x1f, 0x8b, 8)],
  ['zstd', 0, Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd)],
  ['zip', 0, Uint8Array.of(0x50, 0x4b, 3, 4)],
  // An archive without members.
  ['zip', 0, Uint8Array.of(0x50, 0x4b, 5, 6)],
  ['bzip2', 0, ascii('BZh')],
  ['xz', 0, Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0)],
  ['7z', 0, Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c)],
  ['rar', 0, ascii('Rar!')],
  ['tar', 257, ascii('ustar')],
  ['cab', 0, ascii('MSCF')],
];

/** @param head at least 512 bytes, or all that there are */
export const packingOf = (head: Uint8Array): Packing =>
  SIGNS.find(([, at, sign]) => startsWith(head, sign, at, head.length))?.[0] ?? 'plain';

const PROGRAMS: Readonly<Partial<Record<Packing, string>>> = {
  bzip2: 'bunzip2',
  xz: 'unxz',
  '7z': '7-Zip',
  rar: '7-Zip',
  cab: '7-Zip',
  tar: 'tar -xf',
};

/** The program that unpacks what Holdfast does not; null for what it does. */
export const unpackWith = (packing: Packing): string | null => PROGRAMS[packing] ?? null;

/** The name of what is in a packed file: `access.log` of `access.log.gz`. */
export function withoutEnding(name: string, packing: Packing): string {
  if (packing === 'gzip') return name.replace(/\.(?:gz|gzip)$/i, '').replace(/\.tgz$/i, '.tar');
  return packing === 'zstd' ? name.replace(/\.zstd?$/i, '') : name;
}
