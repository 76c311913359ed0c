import { randomBytes } from 'node:crypto';
import { hex } from '../domain/bytes.ts';

/** An id of one's own: two copies may make one at one time, and theirs must not meet. */
export const ownId = (): string => `own-${hex(randomBytes(4))}`;
