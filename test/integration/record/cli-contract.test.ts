import { randomBytes } from 'node:crypto';
import { copyFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { beginWriting } from '../../../src-main/casework/begin-writing.ts';
import { identityOf } from '../../../src-main/casework/case-facts.ts';
import { systemClock } from '../../../src-main/casework/clock.ts';
import { signer } from '../../../src-main/casework/node-crypto.ts';
import { passphraseBytes } from '../../../src-main/domain/passphrase.ts';
import { keyOfFile, openCaseForWriting } from '../../../src-main/store/open-case.ts';
import { commandNames } from '../../../src-main/contract/command-names.ts';
import { bagCheckSchema, bagMadeSchema } from '../../../src-main/contract/bag.ts';
import { engineMethods } from '../../../src-main/contract/index.ts';
import { reportCheckSchema } from '../../../src-main/contract/report-check.ts';
import {
  comparedSchema,
  lackedSchema,
  mergedSchema,
  previewSchema,
} from '../../../src-main/contract/merge.ts';
import { standardMadeSchema } from '../../../src-main/contract/standard.ts';
import { stampSchema } from '../../../src-main/contract/timestamp.ts';
import { type Bench, type CliAnswer, PASSPHRASE, bench } from '../../support/cli.ts';
import { resume } from '../../support/fork.ts';
import { endedCase } from '../../support/ended-case.ts';
import { Authority, hasOpenssl } from '../../support/stamp.ts';
import { logIndexRows } from './cli-contract/log-index-rows.ts';
import { logRows } from './cli-contract/log-rows.ts';
import { planRows } from './cli-contract/plan-rows.ts';
import { prepRows } from './cli-contract/prep-rows.ts';
import { commandsOfProgram } from './cli-contract/program-commands.ts';
import { type CommandRow, entry, hash, instant, size } from './cli-contract/row.ts';

let b: Bench;
let path = '';
/** A case whose incident ended so long ago that its exhibit may be released. */
let ended = '';

beforeAll(async () => {
  b = bench('contract', 'served');
  path = b.path('case.holdfast');
  ended = await endedCase(b.path('ended.holdfast'), b.path('profile'));
});

afterAll(() => {
  b.clean();
});

const exhibit = z.looseObject({
  exhibit: z.string().regex(/^EV-[A-Z]*\d{3,}$/),
  title: z.string(),
  type: z.string(),
  mode: z.enum(['stored', 'reference', 'none']),
  size,
  sha256: hash,
  collected: instant,
  retainUntil: instant.nullable(),
  hold: z.boolean(),
  holder: z.string(),
});

/** The note that the first commands wrote. */
const noteId = (): string =>
  (b.cli('timeline', path, '--kind', 'note').json.data.entries as { id: string }[])[0]?.id ?? '';

/** One row that can be imported, and one that cannot. */
function keptTimeline(): string {
  writeFileSync(b.path('kept.csv'), 'time,event\n2026-11-17 02:10Z,x\nlater,y\n');
  return b.path('kept.csv');
}

/** The case under another name. */
function copied(name: string): string {
  copyFileSync(path, b.path(name));
  return b.path(name);
}

const forkId = (): string => (b.cli('fork', 'list', path).json.data.forks as { id: string }[])[0]?.id ?? '';

/** The case goes on in a virtual machine that is resumed from a snapshot. */
async function resumeMachine(): Promise<void> {
  const key = await keyOfFile(path, passphraseBytes(PASSPHRASE));
  const db = openCaseForWriting(path, { key });
  const who = { ...signer(new Uint8Array(32).fill(9)), name: 'Machine', role: '', device: 'VM' };
  const surroundings = { version: '0.0.0-test', programHash: undefined, os: 'test', volume: 'local' };
  const session = beginWriting(db, identityOf(db).id, who, systemClock, surroundings, undefined);
  resume(session, { path, resumed: b.path('resumed.holdfast'), key });
}

const code = z.string().regex(/^(?:[0-9A-F]{4} ){4}[0-9A-F]{4}$/);
const author = z.looseObject({
  id: hash,
  name: z.string(),
  role: z.string(),
  device: z.string(),
  key: hash,
  words: z.array(z.string()).length(4),
  trust: z.enum(['founder', 'confirmed', 'unconfirmed', 'disowned']),
});

/** A key of the case by the name that stands in its list. */
function keyOf(name: string): { key: string; words: string[] } {
  const { authors } = b.cli('author', 'list', path).json.data as {
    authors: { name: string; role: string; key: string; words: string[] }[];
  };
  const found = authors.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

/** The answer's data, checked; one JSON document on stdout and nothing else. */
function expectAnswered(answer: CliAnswer, status: number, data: z.ZodType): void {
  expect(answer.status, answer.stdout + answer.stderr).toBe(status);
  expect(answer.stdout.trimEnd().split('\n')).toHaveLength(1);
  expect(JSON.parse(answer.stdout)).toHaveProperty('ok', true);
  const { error } = data.safeParse(answer.json.data);
  expect(error?.message).toBeUndefined();
}

/** Every command that exists, in an order in which each has what it needs. */
const commands: readonly CommandRow[] = [
  [
    'new',
    () => ['new', path, '--title', 'Uploads', '--zone', 'Europe/Berlin'],
    0,
    z.looseObject({ case: z.looseObject({ id: hash, path: z.string(), title: z.string() }) }),
  ],
  [
    'note',
    () => ['note', path, 'Alert', '--tag', 'alert', '--at', '2026-11-17 02:14'],
    0,
    z.looseObject({ entry }),
  ],
  ['info', () => ['info', path], 0, engineMethods['case.info'].response],
  [
    'timeline',
    () => ['timeline', path],
    0,
    z.looseObject({ entries: z.array(entry).min(5), total: z.literal(5) }),
  ],
  [
    'evidence add',
    () => ['evidence', 'add', path, b.path('a.log'), b.path('gone.log')],
    1,
    z.looseObject({
      exhibits: z.array(exhibit).length(1),
      failed: z.array(z.looseObject({ path: z.string(), code: z.string(), message: z.string() })).length(1),
    }),
  ],
  [
    'evidence list',
    () => ['evidence', 'list', path],
    0,
    z.looseObject({ exhibits: z.array(exhibit).length(1) }),
  ],
  [
    'custody',
    () => ['custody', path, 'EV-001', 'transferred', '--to', 'Hosting security', '--seal', '4471'],
    0,
    z.looseObject({ entry }),
  ],
  [
    'evidence hold',
    () => ['evidence', 'hold', path, 'EV-001', 'on', '--why', 'insurer asked'],
    0,
    z.looseObject({ entry }),
  ],
  [
    'evidence retention',
    () => ['evidence', 'retention', path],
    0,
    z.looseObject({
      ended: z.null(),
      items: z
        .array(
          z.looseObject({
            exhibit: z.string(),
            retainUntil: z.null(),
            hold: z.literal(true),
            state: z.literal('on-hold'),
          }),
        )
        .length(1),
    }),
  ],
  [
    'evidence release',
    () => ['evidence', 'release', ended, 'EV-001', '--method', 'retention is over'],
    0,
    z.looseObject({ entry, freed: size.min(1), leftOver: z.null() }),
  ],
  [
    'custody form',
    () => ['custody', 'form', path, 'EV-001', '--out', b.path('form.html')],
    0,
    z.looseObject({ path: z.string(), size, sha256: hash, exhibits: z.literal(1) }),
  ],
  [
    'evidence show',
    () => ['evidence', 'show', path, 'EV-001'],
    0,
    z.looseObject({
      exhibit,
      custody: z.array(z.looseObject({ event: z.string(), at: instant })).length(2),
      holder: z.literal('Hosting security'),
    }),
  ],
  [
    'evidence verify',
    () => ['evidence', 'verify', path],
    0,
    z.looseObject({
      results: z
        .array(
          z.looseObject({
            exhibit: z.string(),
            ok: z.boolean(),
            expected: hash,
            found: hash,
            reason: z.string(),
          }),
        )
        .length(1),
    }),
  ],
  [
    'evidence extract',
    () => ['evidence', 'extract', path, 'EV-001', '--to', b.folder],
    0,
    z.looseObject({ exhibit: z.string(), path: z.string(), size, sha256: hash }),
  ],
  [
    'evidence key',
    () => {
      writeFileSync(b.path('large.bin'), randomBytes(5 * 2 ** 20));
      b.cli('evidence', 'add', ended, b.path('large.bin'));
      return ['evidence', 'key', ended, 'EV-002', '--out', b.path('key.txt')];
    },
    0,
    z.looseObject({
      exhibit: z.literal('EV-002'),
      path: z.string(),
      file: z.string(),
      codec: z.string(),
      sha256: hash,
    }),
  ],
  [
    'evidence describe',
    () => ['evidence', 'describe', path, 'EV-001', '--program', 'IIS'],
    0,
    z.looseObject({ exhibit: z.looseObject({ exhibit: z.string(), missing: z.array(z.string()) }) }),
  ],
  [
    'evidence compare',
    () => {
      writeFileSync(b.path('list.txt'), `${'ab'.repeat(32)}  elsewhere.log\n`);
      return ['evidence', 'compare', path, '--list', b.path('list.txt')];
    },
    0,
    z.looseObject({ results: z.array(z.looseObject({ name: z.string(), state: z.string() })) }),
  ],
  [
    'correct',
    () => ['correct', path, noteId(), 'Alert seen', '--reason', 'wording'],
    0,
    z.looseObject({ entry: entry.extend({ corrects: hash, reason: z.literal('wording') }) }),
  ],
  ['attach', () => ['attach', path, noteId(), 'EV-001'], 0, z.looseObject({ entry })],
  ['withhold', () => ['withhold', path, noteId(), 'tags', '--why', 'a name'], 0, z.looseObject({ entry })],
  [
    'fact',
    () => ['fact', path, 'penetrated', 'yes', '--by', 'Ada', '--by', 'Ben', '--grounds', 'web shell'],
    0,
    z.looseObject({ entry: entry.extend({ name: z.string(), value: z.literal('yes') }) }),
  ],
  ['phase', () => ['phase', path, 'containment', '--why', 'isolated'], 0, z.looseObject({ entry })],
  [
    'clock',
    () => ['clock', path, '--reference', '2026-11-17T01:20:00Z', '--source', 'GPS'],
    0,
    z.looseObject({ entry }),
  ],
  ['present', () => ['present', path, 'Owner'], 0, z.looseObject({ entry })],
  ['call', () => ['call', path, 'Insurer', '--duration', '4:12'], 0, z.looseObject({ entry })],
  [
    'room',
    () => ['room', path],
    0,
    z.looseObject({
      people: z
        .array(z.looseObject({ person: z.string(), here: z.boolean(), since: instant, entry: hash }))
        .min(1),
    }),
  ],
  ...planRows(
    () => path,
    () => b,
  ),
  ...prepRows(() => b),
  ...logRows(
    () => path,
    () => b,
  ),
  ...logIndexRows(() => b),
  ['seal', () => ['seal', path, '--despite', 'no review'], 0, z.looseObject({ entry })],
  ['unseal', () => ['unseal', path, '--why', 'more to say'], 0, z.looseObject({ entry })],
  [
    'share copy',
    () => ['share', 'copy', path, b.path('copy.holdfast'), '--new-passphrase-file', b.path('new.txt')],
    0,
    z.looseObject({
      path: z.string(),
      size,
      sha256: hash,
      entries: size,
      evidence: z.enum(['all', 'small', 'none']),
      redact: z.enum(['none', 'personal']),
      readOnly: z.boolean(),
      to: z.string().nullable(),
      leftOut: z.looseObject({ exhibits: size, bytes: size }),
      verified: z.looseObject({ pages: size, entries: size, exhibits: size }),
      removable: z.boolean(),
      warnings: z.array(z.looseObject({ code: z.string(), message: z.string() })),
    }),
  ],
  [
    'share report',
    () => ['share', 'report', path, b.path('report.html')],
    0,
    z.looseObject({ path: z.string(), size, sha256: hash, entries: size, ok: z.boolean() }),
  ],
  ['check', () => ['check', b.path('report.html')], 0, reportCheckSchema],
  ['share bagit', () => ['share', 'bagit', path, b.path('bag')], 0, bagMadeSchema],
  ['check', () => ['check', b.path('bag')], 0, bagCheckSchema],
  ['share case-uco', () => ['share', 'case-uco', path, b.path('case.jsonld')], 0, standardMadeSchema],
  ['share stix', () => ['share', 'stix', path, b.path('stix.json'), '--tlp', 'green'], 0, standardMadeSchema],
  [
    'share owner',
    () => ['share', 'owner', path, b.path('owner.html')],
    0,
    z.looseObject({ path: z.string(), size, sha256: hash }),
  ],
  [
    'merge',
    () => ['merge', path, b.path('copy.holdfast'), '--other-passphrase-file', b.path('new.txt')],
    0,
    mergedSchema,
  ],
  [
    'merge',
    () => ['merge', path, b.path('copy.holdfast'), '--preview', '--other-passphrase-file', b.path('new.txt')],
    0,
    previewSchema,
  ],
  [
    'compare',
    () => ['compare', path, b.path('copy.holdfast'), '--other-passphrase-file', b.path('new.txt')],
    0,
    comparedSchema.extend({
      entriesHere: z.array(lackedSchema).min(1),
      entriesThere: z.array(lackedSchema),
    }),
  ],
  [
    'mirror',
    () => ['mirror', path, 'off'],
    0,
    z.looseObject({
      copy: z.looseObject({ made: instant }).nullable(),
      mirror: z.null(),
      since: z.looseObject({ entries: size }),
    }),
  ],
  [
    'passwd',
    () => ['passwd', copied('passwd.holdfast'), '--new-passphrase-file', b.path('new.txt')],
    0,
    z.looseObject({
      path: z.string(),
      entries: size,
      copies: z.array(
        z.looseObject({ file: z.string().nullable(), to: z.string().nullable(), made: instant }),
      ),
      warnings: z.array(z.looseObject({ code: z.string(), message: z.string() })),
    }),
  ],
  [
    'fork list',
    () => {
      b.cli('merge', path, b.path('resumed.holdfast'));
      return ['fork', 'list', path];
    },
    0,
    z.looseObject({ forks: z.array(z.looseObject({ id: hash, entries: z.literal(2) })).length(1) }),
  ],
  [
    'fork export',
    () => ['fork', 'export', path, forkId(), b.path('fork.json')],
    0,
    z.looseObject({ path: z.string(), size, sha256: hash, entries: z.literal(2) }),
  ],
  ['fork admit', () => ['fork', 'admit', path, forkId(), '--why', 'resumed'], 0, mergedSchema],
  [
    'import timeline',
    () => ['import', 'timeline', path, keptTimeline()],
    1,
    z.looseObject({
      exhibit: z.string(),
      entry: hash,
      sha256: hash,
      rows: z.literal(2),
      taken: z.literal(1),
      notTaken: z.array(z.strictObject({ line: size, fault: z.string(), typed: z.string() })).length(1),
      stored: z.literal(true),
    }),
  ],
  [
    'author list',
    () => ['author', 'list', path],
    0,
    z.looseObject({
      authors: z.array(author).length(2),
    }),
  ],
  [
    'witness show',
    () => ['witness', path],
    0,
    z.looseObject({ words: z.array(z.string()).length(10), code, head: hash, entries: size }),
  ],
  [
    'witness record',
    () => ['witness', 'record', path, '--person', 'Insurer', '--by', 'telephone'],
    0,
    z.looseObject({ entry }),
  ],
  [
    'timestamp request',
    () => ['timestamp', 'request', path, '--out', b.path('q.tsq')],
    0,
    z.looseObject({ path: z.string(), asked: z.looseObject({ head: hash, code, entries: size }) }),
  ],
  [
    'timestamp import',
    () => {
      new Authority(b.folder).answer(b.path('q.tsq'), b.path('a.tsr'));
      return ['timestamp', 'import', path, b.path('a.tsr')];
    },
    0,
    z.looseObject({ entry: entry.extend({ head: hash, authority: z.string(), at: instant }) }),
  ],
  [
    'timestamp check',
    () => ['timestamp', 'check', path],
    0,
    z.looseObject({ ok: z.literal(true), authorityChecked: z.literal(false), stamps: z.array(stampSchema) }),
  ],
  [
    'witness check',
    () => ['witness', 'check', path, 'E582 94F2 E9A2 2748 6E8B'],
    1,
    z.looseObject({
      words: z.array(z.string()).length(10),
      code,
      known: z.literal(false),
      position: size,
      since: size,
    }),
  ],
  [
    'author rename',
    () => ['author', 'rename', path, 'Web developer', '--role', 'first contact'],
    0,
    z.looseObject({ entry }),
  ],
  [
    'author add',
    () => ['author', 'add', 'Hosting security', '--role', 'hosting'],
    0,
    z.looseObject({ author: z.looseObject({ name: z.literal('Hosting security'), key: hash }) }),
  ],
  [
    'author same',
    () => {
      const { key } = keyOf('Web developer');
      return ['author', 'same', path, key, '--as', 'Hosting security'];
    },
    0,
    z.looseObject({ entry, author }),
  ],
  [
    'author confirm',
    () => {
      const { words } = keyOf('Hosting security');
      return ['author', 'confirm', path, ...words, '--by', 'telephone', '--as', 'Web developer'];
    },
    0,
    z.looseObject({ entry, author: author.extend({ trust: z.literal('confirmed') }) }),
  ],
  [
    'author disown',
    () => {
      const { key } = keyOf('Hosting security');
      const more = ['--by', 'in-person', '--why', 'lost', '--since', '02:14', '--as', 'Web developer'];
      return ['author', 'disown', path, key.slice(0, 8), ...more];
    },
    0,
    z.looseObject({ entry, author: author.extend({ trust: z.literal('disowned') }) }),
  ],
  [
    'profile show',
    () => ['profile', 'show'],
    0,
    z.looseObject({ author: z.looseObject({ name: z.string() }), folder: z.string() }),
  ],
  [
    'profile passphrase',
    () => ['profile', 'passphrase', '--remove'],
    0,
    z.looseObject({ protection: z.literal('device-file') }),
  ],
  [
    'verify',
    () => ['verify', path],
    0,
    z.looseObject({
      ok: z.literal(true),
      checked: z.looseObject({
        pages: size,
        entries: size,
        fields: size,
        signatures: size,
        projections: size,
        evidence: z.literal(2),
      }),
      problems: z.array(z.unknown()).length(0),
      head: hash,
      projection: hash,
      anchored: z.looseObject({ entry: hash, kind: z.enum(['witness', 'timestamp']), at: instant }),
      unanchored: size,
    }),
  ],
];

describe('each command answers with what cli.md promises to scripts', () => {
  test('all commands of the program are in this test', () => {
    const tried = commands.map(([name]) => name.replace(/ --.*/u, ''));
    expect(commandsOfProgram().toSorted()).toEqual([...new Set(tried)].toSorted());
    const first = new Set(commandsOfProgram().map((name) => name.split(' ')[0] ?? ''));
    expect([...first, 'help'].toSorted()).toEqual([...commandNames].toSorted());
  });

  test('a first word makes the part of the program that answers to it, whole', () => {
    const all = commandsOfProgram();
    for (const word of commandNames) {
      if (word === 'help') continue;
      const of = (names: string[]): string[] => names.filter((name) => name.split(' ')[0] === word);
      expect(of(commandsOfProgram(word)), word).toEqual(of(all));
      expect(commandsOfProgram(word).length, word).toBeLessThan(all.length / 2);
    }
    expect(commandsOfProgram('no-such-word')).toEqual(all);
  });

  const begun = new Set<string>();
  // Only an authority makes what `timestamp import` takes.
  const able = commands.filter(([name]) => hasOpenssl || name !== 'timestamp import');
  test.each(able)('%s', async (name, args, status, data) => {
    if (name === 'fork list') await resumeMachine();
    writeFileSync(b.path('a.log'), 'a line\n');
    writeFileSync(b.path('new.txt'), 'another passphrase\n');
    // One command of each part in a process of its own, the others in one that stays.
    const part = name.split(' ')[0] ?? '';
    const first = !begun.has(part);
    begun.add(part);
    expectAnswered(first ? b.run([...args(), '--json']) : b.cli(...args()), status, data);
  });

  test('the copy opens with its own passphrase only, and numbers its exhibits in a series of its own', () => {
    const copy = b.path('copy.holdfast');
    expect(b.cli('info', copy).status).toBe(3);
    const other = { HOLDFAST_PASSPHRASE: 'another passphrase' };
    expect(b.cliWith(other, 'verify', copy).json.data).toMatchObject({ ok: true });
    writeFileSync(b.path('b.log'), 'b');
    const added = b.cliWith(other, 'evidence', 'add', copy, b.path('b.log'), '--as', 'Web developer');
    expect(added.status, added.stdout).toBe(0);
    expect(added.json.data.exhibits).toMatchObject([{ exhibit: 'EV-B001' }]);
  });
});
