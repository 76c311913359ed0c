import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { append, step } from '../../src-main/casework/append.ts';
import { beginWriting } from '../../src-main/casework/begin-writing.ts';
import { beginningOf } from '../../src-main/casework/case-facts.ts';
import type { Clock } from '../../src-main/casework/clock.ts';
import { claimSamePerson, confirmKey, disownKey } from '../../src-main/casework/judge-key.ts';
import { signer } from '../../src-main/casework/node-crypto.ts';
import { fingerprint, recordWitness } from '../../src-main/casework/witness.ts';
import { fromHex, hex } from '../../src-main/domain/bytes.ts';
import { understandTime } from '../../src-main/domain/time/understand.ts';
import { keyOfFile, openCaseForWriting } from '../../src-main/store/open-case.ts';
import { authors } from '../../src-main/store/queries/author.ts';
import { fieldsOf } from '../../src-main/store/queries/entry.ts';
import { exhibits } from '../../src-main/store/queries/exhibit.ts';
import { timelineRows } from '../../src-main/store/queries/timeline.ts';
import { withholdField } from '../../src-main/store/queries/withheld.ts';
import { passphraseBytes } from '../../src-main/domain/passphrase.ts';
import { PASSPHRASE } from './cli.ts';
import { openEngine } from './open-engine.ts';

/** A clock that a test moves by hand. */
export interface HandClock extends Clock {
  set(utc: string): void;
  /** Lets time pass by both clocks, in ms. */
  pass(ms: number): void;
}

export function handClock(start: string): HandClock {
  let now = Date.parse(start);
  let monotonic = 1000;
  return {
    now: () => now,
    monotonic: () => monotonic,
    source: 'fixed',
    set: (utc) => (now = Date.parse(utc)),
    pass: (ms) => {
      now += ms;
      monotonic += ms;
    },
  };
}

/** A real case with at least one entry of every kind that this program writes, and a copy of it beside it. */
export async function fullCase(path: string, profileFolder: string): Promise<string> {
  mkdirSync(dirname(path), { recursive: true });
  const clock = handClock('2026-11-17T01:20:00.000Z');
  const engine = openEngine(profileFolder, { clock });
  const log = join(dirname(path), 'access.log');
  writeFileSync(log, 'GET / 200\n'.repeat(500));
  try {
    await engine.ask('case.create', {
      path,
      title: 'Uploads on WEB01',
      passphrase: PASSPHRASE,
      zone: 'Europe/Berlin',
      source: 'fusionreactor',
      plan: JSON.stringify({ phases: [{ id: 'containment' }] }),
    });
    clock.pass(1000);
    await engine.ask('note.add', {
      text: 'Alert',
      tags: ['alert', 'web01'],
      at: '02:14',
      phase: 'identification',
    });
    clock.pass(1000);
    await engine.job('evidence.add', { paths: [log] });
    await engine.job('evidence.add', { paths: [log], mode: 'reference' });
    await engine.ask('custody.record', { exhibit: 'EV-001', event: 'transferred', to: 'Hosting security' });
    await engine.ask('evidence.hold', { exhibit: 'EV-001', on: true, why: 'insurer asked' });
    await engine.job('share.copy', { path: `${path}.copy`, newPassphrase: PASSPHRASE });
    clock.set('2026-11-17T01:10:00.000Z');
    await engine.ask('note.add', { text: 'After the clock was set back' });
    await engine.ask('note.add', { text: 'The end' });
  } finally {
    await engine.close();
  }
  await appendRest(path, clock);
  return path;
}

/** Entries of the kinds that no step above wrote, put in by the append function itself. */
async function appendRest(path: string, clock: HandClock): Promise<void> {
  const db = openCaseForWriting(path, { key: await keyOfFile(path, passphraseBytes(PASSPHRASE)) });
  try {
    const who = { ...signer(new Uint8Array(32).fill(7)), name: 'Tester', role: '', device: 'TEST' };
    const surroundings = { version: '0.0.0-test', programHash: undefined, os: 'test', volume: 'local' };
    const session = beginWriting(db, beginningOf(db).id, who, clock, surroundings, undefined);
    const [exhibit] = exhibits(db);
    const about = { evidence: exhibit?.entry ?? '', exhibit: 'EV-001' };
    const noteId = timelineRows(db, { kinds: ['note'], by: 'recorded' }, 0, 1)[0]?.entry ?? '';
    const when = understandTime('02:14', 'Europe/Berlin', clock.now());
    step(session, () => {
      append(session, 'correction', { entry: noteId, text: 'Alert at 02:14', reason: 'time was missing' });
      append(session, 'attachment', { entry: noteId, ...about });
      append(session, 'clock-check', {
        reference: when,
        source: 'telephone',
        device: '2026-11-17T01:14:02.000Z',
        offset_ms: 2000,
      });
      append(session, 'phase', { phase: 'containment', before: 'identification' });
      append(session, 'evidence-detail', { ...about, clock_offset: -2 });
      const key = authors(db)[0]?.key ?? '';
      confirmKey(session, { key, by: 'telephone', why: undefined });
      disownKey(session, { key, by: 'telephone', why: 'laptop lost', since: '02:14', zone: undefined });
      claimSamePerson(session, key);
      recordWitness(
        session,
        { person: 'Insurer', by: 'telephone', at: undefined, zone: undefined },
        fingerprint(db),
      );
      append(session, 'admission', {
        author: 'ab'.repeat(32),
        writer: 'cd'.repeat(16),
        n: 3,
        why: 'virtual machine',
      });
      const head = noteId;
      const secret = append(session, 'note', { text: 'the password is hunter2' });
      const field = fieldsOf(db, fromHex(secret.id)).find(({ name }) => name === 'text');
      if (field === undefined) throw new Error('a note has a text');
      const digest = hex(field.digest);
      const why = append(session, 'withholding', {
        entry: secret.id,
        field: 'text',
        digest,
        why: 'password',
      });
      withholdField(db, secret.id, digest, why.id);
      append(session, 'seal', { head, entries: 5 });
      append(session, 'unseal', { why: 'more to say' });
    });
  } finally {
    db.close();
  }
}
