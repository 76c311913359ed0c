import { join } from 'node:path';

/** The checkout. Scripts may be started from anywhere. */
export const root: string = join(import.meta.dirname, '..');
export const distDir: string = join(root, 'dist');
export const binDir: string = join(root, 'node_modules', '.bin');
