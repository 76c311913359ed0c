import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Maps are for our own eyes and are left out of packages. */
const isShipped = (name: string): boolean => !name.endsWith('.map');

async function filesBelow(folder: string, prefix: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const nested = entries.map(async (entry) => {
    const name = `${prefix}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(join(folder, entry.name), name) : [name];
  });
  return (await Promise.all(nested)).flat().filter(isShipped);
}

const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A checkout where only commands ran has no `renderer` yet. */
const PARTS = ['main', 'renderer'] as const;

/**
 * Which program this is: SHA-256 over one line for each shipped file of `main/` and `renderer/`, as `sha256sum` prints
 * them, sorted by name in byte order. So anybody can compute it again:
 * `find main renderer -type f ! -name '*.map' | LC_ALL=C sort | xargs sha256sum | sha256sum`.
 * @param folder that holds `main` and `renderer`
 * @returns hex
 */
export async function programHash(folder: string): Promise<string> {
  const names = (
    await Promise.all(
      PARTS.filter((name) => existsSync(join(folder, name))).map(async (name) =>
        filesBelow(join(folder, name), name),
      ),
    )
  ).flat();
  const sorted = names.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const lines: string[] = [];
  for (const name of sorted) lines.push(`${sha256(await readFile(join(folder, name)))}  ${name}\n`);
  return sha256(lines.join(''));
}
