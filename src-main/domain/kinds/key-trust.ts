import * as z from 'zod';
import { hash, instant, kind, line } from './kind.ts';

const judgement = {
  key: hash,
  by: z.enum(['telephone', 'in-person']),
  why: line.optional(),
} as const;

/** The author of this entry compared the key words of another key with the person it belongs to. */
export const keyConfirmed = kind({
  name: 'key-confirmed',
  version: 1,
  fields: z.strictObject(judgement),
  personal: ['why'],
});

/** A key is no longer trusted, such as that of a lost laptop. */
export const keyDisowned = kind({
  name: 'key-disowned',
  version: 1,
  fields: z.strictObject({
    ...judgement,
    /** Entries recorded from then on are doubtful; all of them where it is missing. */
    since: instant.optional(),
    /** The judge had confirmed the key: with `since`, that holds for what it wrote before. */
    confirmed_before: z.boolean().optional(),
  }),
  personal: ['why'],
});

/** The author says that another key is theirs too. It counts where the other key says the same of this one. */
export const samePerson = kind({
  name: 'same-person',
  version: 1,
  fields: z.strictObject({ key: hash }),
  personal: [],
});
