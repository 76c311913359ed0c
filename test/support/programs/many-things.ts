import { argv } from 'node:process';
import { beginWriting } from '../../../src-main/casework/begin-writing.ts';
import { beginningOf } from '../../../src-main/casework/case-facts.ts';
import { createCase } from '../../../src-main/casework/create-case.ts';
import { signer } from '../../../src-main/casework/node-crypto.ts';
import { registerThing } from '../../../src-main/evidence/register-thing.ts';
import { openCaseForWriting } from '../../../src-main/store/open-case.ts';
import { handClock } from '../full-case.ts';
import { sharedKey } from '../keys.ts';

/**
 * Writes a case with so many exhibits without a file. Their titles count down, so that by title they stand in the other
 * order than by number. Arguments: case, how many, passphrase.
 */
const [, , path = '', count = '', passphrase = ''] = argv;
const clock = handClock('2026-11-17T01:20:00.000Z');
const surroundings = { version: '0.0.0-test', programHash: undefined, os: 'test', volume: 'local' };
const who = { ...signer(new Uint8Array(32).fill(7)), name: 'Ada', role: 'test', device: 'LAPTOP-1' };
async function run(): Promise<void> {
  const key = await sharedKey(passphrase);
  createCase(
    {
      path,
      key,
      title: 'Many exhibits',
      zone: 'Europe/Berlin',
      practice: true,
      facts: [{ name: 'detection-source', value: 'antivirus' }],
      plan: undefined,
    },
    who,
    clock,
    surroundings,
  );
  const db = openCaseForWriting(path, { key });
  const session = beginWriting(db, beginningOf(db).id, who, clock, surroundings, undefined);
  db.transaction(() => {
    for (let left = Number(count); left > 0; left -= 1) {
      clock.pass(1000);
      registerThing(session, {
        title: `Snapshot ${left}`,
        type: 'snapshot',
        details: { held_by: 'Hosting company', location: 'their console' },
        occurred: undefined,
        seal: undefined,
      });
    }
  });
  db.close();
}

void run();
