import { join } from 'node:path';
import { clockFrom } from './clock-from.ts';
import { createEngine } from './create-engine.ts';
import type { EngineStart, FromEngine, ToEngine } from './rpc.ts';

/**
 * Entry point of the engine process (Electron's utilityProcess), one for each window. It holds the only connection to
 * the case file and with it the key; when it ends, the key is gone from memory.
 */
const port = process.parentPort;
let engine: ReturnType<typeof createEngine> | undefined;
let programHash: string | undefined;

const send = (message: FromEngine): void => port.postMessage(message);

function start({ profileFolder, nativeBinding, now, packaged, version }: EngineStart): void {
  engine ??= createEngine({
    emit: (event, data) => send({ kind: 'event', event, data }),
    profileFolder,
    nativeBinding: nativeBinding ?? undefined,
    // The bundles of the worker threads lie beside this one.
    workers: { folder: join(__dirname, 'workers'), extension: 'cjs' },
    clock: clockFrom(now ?? undefined, packaged),
    version,
    get programHash() {
      return programHash;
    },
    author: { as: undefined, role: undefined, remembered: true },
    mayBlock: false,
  });
}

async function close(): Promise<void> {
  try {
    await engine?.close();
  } finally {
    process.exit();
  }
}

async function handle(message: ToEngine): Promise<void> {
  switch (message.kind) {
    case 'start':
      start(message.start);
      return;
    case 'program':
      programHash = message.hash;
      return;
    case 'call':
      // The first message is always `start`, and the handlers turn their errors into data.
      if (engine !== undefined) {
        const answer = await engine.call(message.method, message.params);
        send({ kind: 'answer', id: message.id, answer });
      }
      return;
    case 'close':
      await close();
  }
}

port.on('message', ({ data }: { readonly data: ToEngine }) => void handle(data));
