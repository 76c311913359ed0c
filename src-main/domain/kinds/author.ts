import * as z from 'zod';
import { hash, kind, line, text } from './kind.ts';

/** A key introduces itself, or takes a new name or role. Signed with the key it is about. */
export const author = kind({
  name: 'author',
  version: 1,
  fields: z.strictObject({
    name: line,
    role: text,
    device: text,
    public_key: hash,
    /** The name that the key had until now. */
    before: line.optional(),
  }),
  personal: ['name', 'role', 'device', 'before'],
});
