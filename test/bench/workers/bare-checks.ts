import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';

/** The peer of `verify`: the same hashing and the same Ed25519 checks, and nothing else. */
export interface BareEntry {
  readonly header: Uint8Array;
  readonly hash: Uint8Array;
  readonly signature: Uint8Array;
  readonly author: Uint8Array;
  /** What each field's digest is over. */
  readonly fields: readonly Uint8Array[];
}

const der = Buffer.from('302a300506032b6570032100', 'hex');
const keys = new Map<string, KeyObject>();
const entries = workerData as readonly BareEntry[];
const prefix = Buffer.from('holdfast/entry/1\0');
const signed = Buffer.from('holdfast/sig/1\0');

parentPort?.once('message', () => {
  let good = 0;
  for (const { header, hash, signature, author, fields } of entries) {
    const found = createHash('sha256').update(prefix).update(header).digest();
    for (const field of fields) createHash('sha256').update(field).digest();
    const name = Buffer.from(author).toString('hex');
    let key = keys.get(name);
    if (key === undefined) {
      key = createPublicKey({ key: Buffer.concat([der, author]), format: 'der', type: 'spki' });
      keys.set(name, key);
    }
    if (found.equals(hash) && verify(null, Buffer.concat([signed, hash]), key, signature)) good += 1;
  }
  parentPort?.postMessage(good);
});
parentPort?.postMessage('ready');
