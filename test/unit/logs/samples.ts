import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../../../shared/samples');

/** Public samples lie beside the project and are no part of it. */
export const hasSamples = existsSync(folder);

export const samplePath = (name: string): string => join(folder, name);

export const sampleBytes = (name: string): Buffer => readFileSync(samplePath(name));
