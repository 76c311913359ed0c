import type { z } from 'zod';
import { author } from './author.ts';
import { caseKind } from './case.ts';
import { clockMoved } from './clock-moved.ts';
import { copy, copyMade } from './copy.ts';
import { custody } from './custody.ts';
import { evidence } from './evidence.ts';
import { fact } from './fact.ts';
import { note } from './note.ts';
import { plan } from './plan.ts';

/** All kinds that this program writes. An entry of any other kind is checked, kept, counted and shown raw. */
export const kinds = {
  case: caseKind,
  author,
  note,
  fact,
  evidence,
  custody,
  copy,
  'copy-made': copyMade,
  'clock-moved': clockMoved,
  plan,
} as const;

export type KindName = keyof typeof kinds;
export type FieldsOf<Name extends KindName> = z.infer<(typeof kinds)[Name]['fields']>;
