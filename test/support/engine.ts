import { join } from 'node:path';
import { systemClock } from '../../src-main/casework/clock.ts';
import { type EngineHost, type EngineProcess, createEngine } from '../../src-main/engine/create-engine.ts';

const sources: EngineHost['workers'] = {
  folder: join(import.meta.dirname, '../../src-main/engine/workers'),
  extension: 'ts',
};

/** The real engine in this process, with a profile of its own. */
export function testEngine(
  profileFolder: string,
  emit: (name: string, data: unknown) => void = () => {},
  workers = sources,
): EngineProcess {
  return createEngine({
    emit,
    profileFolder,
    nativeBinding: undefined,
    workers,
    clock: systemClock,
    version: '0.0.0-test',
    programHash: undefined,
    author: { as: undefined, role: undefined },
    mayBlock: true,
  });
}
