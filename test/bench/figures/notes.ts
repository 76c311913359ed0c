import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedKey } from '../../support/keys.ts';
import { testEngine } from '../../support/engine.ts';
import { generateCase } from '../../support/generate-record.ts';
import { handKept } from '../../support/timelines.ts';
import { createCaseFile } from '../../../src-main/store/create-case.ts';
import { openCaseForWriting } from '../../../src-main/store/open-case.ts';
import { insertEntry, insertField } from '../../../src-main/store/queries/entry.ts';
import type { JobEnded } from '../../../src-main/contract/job.ts';
import type { EngineProcess } from '../../../src-main/engine/create-engine.ts';
import type { Figure } from '../figure.ts';
import { withScratch } from '../scratch.ts';
import { ms, summary } from '../statistics.ts';
import { builtWorkers, timed } from '../command.ts';

const NOTES = 600;

/** A durable note beside the bare insert of the same rows in the same journal mode, in turn. */
export async function noteFigures(): Promise<Figure[]> {
  return withScratch(async (folder) => {
    const bare = await bareInsert(join(folder, 'bare.holdfast'));
    const engine = testEngine(join(folder, 'profile'));
    const ours: number[] = [];
    const theirs: number[] = [];
    try {
      await engine.call('case.create', {
        path: join(folder, 'notes.holdfast'),
        title: 'Bench',
        passphrase: 'bench',
      });
      for (let i = 0; i < NOTES; i += 1) {
        theirs.push(bare.insert());
        ours.push(await noteTime(engine, i));
      }
    } finally {
      bare.close();
      await engine.close();
    }
    // The first ones compile code on both sides.
    const [a, b] = [summary(ours.slice(50)), summary(theirs.slice(50))];
    return [
      {
        name: 'a durable note, p95',
        target: '≤ bare insert + 2 ms',
        ours: `${ms(a.p95)} (median ${ms(a.median)})`,
        peer: `bare insert of the same rows: ${ms(b.p95)} (median ${ms(b.median)})`,
        ratio: `+ ${ms(a.p95 - b.p95)}`,
        reached: a.p95 - b.p95 <= 2,
        how: `note.add in the engine, ${NOTES} times, in turn with the bare insert`,
      },
    ];
  });
}

/** Rows of the timeline that is imported. */
const ROWS = 50_000;

interface Load {
  readonly name: string;
  readonly job: 'evidence.add' | 'share.copy' | 'record.verify' | 'record.merge' | 'timeline.import';
  readonly request: Record<string, unknown>;
}

/** Notes while a large file is hashed or stored, and while a large record is copied or verified. */
export async function loadFigures(gib: number, entries: number): Promise<Figure[]> {
  return withScratch(async (folder) => {
    const file = join(folder, 'random.bin');
    timed('dd', ['if=/dev/urandom', `of=${file}`, 'bs=64M', `count=${gib * 16}`]);
    const path = join(folder, 'load.holdfast');
    await generateCase(path, { entries, seed: 1, passphrase: 'bench', authors: 3 });
    const kept = join(folder, 'kept.csv');
    writeFileSync(kept, handKept(ROWS));
    const copy = { path: join(folder, 'copy.holdfast'), newPassphrase: 'bench' };
    const loads: readonly Load[] = [
      { name: `${gib} GiB are hashed`, job: 'evidence.add', request: { paths: [file], mode: 'reference' } },
      { name: `${entries} entries are verified`, job: 'record.verify', request: {} },
      { name: `a case of ${entries} entries is copied`, job: 'share.copy', request: copy },
      { name: `${ROWS} rows are imported`, job: 'timeline.import', request: { path: kept, zone: 'UTC' } },
      { name: `${gib} GiB are stored`, job: 'evidence.add', request: { paths: [file], mode: 'stored' } },
    ];
    const figures: Figure[] = [];
    for (const { name, job, request } of loads) {
      const { p95, worst, count } = summary(await notesDuring(join(folder, 'profile'), path, job, request));
      figures.push({
        name: `a note while ${name}`,
        target: 'p95 ≤ 30 ms, worst ≤ 500 ms',
        ours: `p95 ${ms(p95)}, worst ${ms(worst)} (${count} notes)`,
        peer: '-',
        ratio: '-',
        reached: p95 <= 30 && worst <= 500,
        how: `note.add every 20 ms while the job ${job} runs`,
      });
    }
    return figures;
  });
}

/** ms from the end of a note to the next one. */
const BETWEEN = 20;

/**
 * Times of notes while a job runs, in ms, each from when it was due: an engine that stands still makes the next one late, and
 * that is waiting, too. The last is the one that is due when the job ends.
 * @throws Error where the job does not do its work
 */
export async function notesDuring(
  profile: string,
  path: string,
  job: Load['job'],
  request: Load['request'],
): Promise<number[]> {
  let ended: JobEnded | undefined;
  const engine = testEngine(
    profile,
    (name, data) => {
      if (name === 'job.ended') ended = data as JobEnded;
    },
    builtWorkers,
  );
  const times: number[] = [];
  try {
    await engine.call('case.open', { path, passphrase: 'bench' });
    await noteTime(engine, -1);
    const started = await engine.call(job, request);
    if (!started.ok) throw new Error(started.error.message);
    let due = performance.now();
    for (let more = true; more;) {
      more = ended === undefined;
      await noteTime(engine, times.length);
      times.push(performance.now() - due);
      due = performance.now() + BETWEEN;
      await new Promise((resolve) => setTimeout(resolve, BETWEEN));
    }
  } finally {
    await engine.close();
  }
  if (ended?.ok !== true) throw new Error(`${job}: ${ended?.ok === false ? ended.error.message : 'no end'}`);
  return times;
}

async function noteTime(engine: EngineProcess, i: number): Promise<number> {
  const started = performance.now();
  const answer = await engine.call('note.add', {
    text: `Note ${i}: called hosting security, ticket HS-48812`,
    tags: ['phone'],
  });
  if (!answer.ok) throw new Error(answer.error.message);
  return performance.now() - started;
}

async function bareInsert(path: string): Promise<{ insert(): number; close(): void }> {
  const key = await sharedKey('bench');
  createCaseFile(path, key, () => {});
  const db = openCaseForWriting(path, { key });
  let n = 0;
  return {
    close: () => db.close(),
    insert() {
      n += 1;
      const entry = randomBytes(32);
      const [header, signature, author, writer] = [
        randomBytes(560),
        randomBytes(64),
        Buffer.alloc(32),
        Buffer.alloc(16),
      ];
      const started = performance.now();
      db.transaction(() => {
        insertEntry(db, { hash: entry, header, signature, author, writer, n });
        for (const name of ['text', 'tags']) {
          insertField(db, {
            entry,
            name,
            salt: 'x'.repeat(22),
            value: 'y'.repeat(60),
            digest: randomBytes(32),
          });
        }
      });
      return performance.now() - started;
    },
  };
}
