import { writeFileSync } from 'node:fs';
import { handClock } from './full-case.ts';
import { openEngine } from './open-engine.ts';
import { sayFact } from './say-fact.ts';
import { smallCase } from './small-case.ts';

/** A case of 2024 with one stored exhibit, of type `other`: its 90 days ended long ago. */
export async function endedCase(path: string, profileFolder: string): Promise<string> {
  const clock = handClock('2024-03-01T09:00:00.000Z');
  await smallCase(path, profileFolder, { clock });
  const engine = openEngine(profileFolder, { clock });
  try {
    await engine.open(path);
    writeFileSync(`${path}.bin`, 'nothing that anybody needs');
    await engine.job('evidence.add', { paths: [`${path}.bin`], mode: 'stored' });
    sayFact(engine, 'ended', '2024-03-05T12:00:00.000Z');
  } finally {
    await engine.close();
  }
  return path;
}
