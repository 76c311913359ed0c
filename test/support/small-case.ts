import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PASSPHRASE } from './cli.ts';
import { type EngineOptions, openEngine } from './open-engine.ts';

/** A real encrypted case with two notes, made by the engine in this process. */
export async function smallCase(
  path: string,
  profileFolder: string,
  options: EngineOptions = {},
): Promise<string> {
  mkdirSync(dirname(path), { recursive: true });
  const engine = openEngine(profileFolder, options);
  try {
    await engine.ask('case.create', {
      path,
      title: 'Uploads on WEB01',
      passphrase: PASSPHRASE,
      zone: 'Europe/Berlin',
    });
    await engine.ask('note.add', { text: 'FusionReactor alert: 412 requests', tags: ['alert'] });
    await engine.ask('note.add', { text: 'WEB01 taken off the network', at: '02:14' });
  } finally {
    await engine.close();
  }
  return path;
}

/** Name and SHA-256 of everything in a folder: what an attempt must not change. */
export function contents(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .toSorted()
      .map((name) => {
        const path = join(folder, name);
        const hash = (): string => createHash('sha256').update(readFileSync(path)).digest('hex');
        return [name, statSync(path).isFile() ? hash() : 'not a file'];
      }),
  );
}
