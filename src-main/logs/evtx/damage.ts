/**
 * What can be wrong with the binary XML of one record. It is read as far as that, and the rest of its text says so.
 */
export type DamageKind =
  | 'empty'
  | 'cut-off'
  | 'outside'
  | 'unknown-token'
  | 'unknown-value'
  | 'too-deep'
  | 'loop'
  | 'template-lost'
  | 'record-limit'
  | 'chunk-limit';

/** Thrown and caught inside this folder: what a stranger's bytes do is no error of ours. */
export class Damage extends Error {
  readonly kind: DamageKind;

  constructor(kind: DamageKind) {
    super(kind);
    this.kind = kind;
  }
}

/** What is wrong, in words for the text of the record. */
const DAMAGE_WORDS: Readonly<Record<DamageKind, string>> = {
  empty: 'there is no event in it',
  'cut-off': 'it ends in the middle of a value',
  outside: 'it points outside its chunk',
  'unknown-token': 'it has a mark that the format does not know',
  'unknown-value': 'it has a value of a kind that the format does not know',
  'too-deep': 'its elements lie too deep inside each other',
  loop: 'its template contains itself',
  'template-lost': 'its template was overwritten, so its values stand here without their names',
  'record-limit': 'it would grow too large',
  'chunk-limit': 'its chunk would take too long to read',
};

/** Stands in the XML where something is missing. */
export const damageComment = (kind: DamageKind): string => `<!-- damaged: ${DAMAGE_WORDS[kind]} -->`;

/** The kind of a `Damage`; everything else is thrown on. */
export function damageKind(error: unknown): DamageKind {
  if (error instanceof Damage) return error.kind;
  throw error;
}
