import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EvidenceAdded, Exhibit } from '../../../src-main/contract/evidence.ts';
import { full } from '../../support/scale.ts';
import { type Bench, PASSPHRASE, bench } from '../../support/cli.ts';
import { edit } from '../../support/independent.ts';
import { expectRefusal } from '../../support/refusal.ts';
import { type SmallDisk, mayMount, smallDisk } from '../../support/small-disk.ts';

/** Stored evidence that is too large for the case file, by the command line and by stock tools. */
const MIB = 2 ** 20;
const hasTools = ['age', 'zstd'].every((tool) => spawnSync(tool, ['--version']).status === 0);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const random = randomBytes(9 * MIB + 77);
/** Shrinks, but not below what the case file takes. */
const log = Buffer.from(
  Array.from({ length: 700_000 }, (_, i) => `${i} GET /${(i * 2_654_435_761) % 4_294_967_296} 200\n`).join(
    '',
  ),
);
let b: Bench;
let round = 0;
let path = '';
let folder = '';

beforeAll(() => {
  b = bench('sealed', 'served');
  writeFileSync(b.path('random.bin'), random);
  writeFileSync(b.path('access.log'), log);
  const base = b.path('base.holdfast');
  b.cli('new', base, '--title', 'Sealed');
  const added = b.cli('evidence', 'add', base, b.path('random.bin'), b.path('access.log'));
  if (!added.json.ok) throw new Error(added.stderr);
  cpSync(b.path('profile'), b.path('base-profile'), { recursive: true });
});
afterAll(() => {
  b.clean();
});

/** A case with both files stored. */
beforeEach(() => {
  round += 1;
  path = b.path(`case-${round}.holdfast`);
  folder = `${path}-evidence`;
  copyFileSync(b.path('base.holdfast'), path);
  // The device has seen nothing but the beginning of this one.
  rmSync(b.path('profile'), { recursive: true });
  cpSync(b.path('base-profile'), b.path('profile'), { recursive: true });
  cpSync(b.path('base.holdfast-evidence'), folder, { recursive: true });
});

const files = (of = folder): string[] => (existsSync(of) ? readdirSync(of).toSorted() : []);
const shown = (of = path, exhibit = 'EV-001', environment = {}): Exhibit =>
  b.cliWith(environment, 'evidence', 'show', of, exhibit).json.data.exhibit as Exhibit;
const codes = (of = path, ...more: string[]): string[] =>
  (b.cli('verify', of, ...more).json.data.problems as { code: string }[]).map(({ code }) => code);

/** File, codec and identity of an exhibit as any SQLCipher reads them. */
function keyOf(exhibit: 'EV-001' | 'EV-002'): { file: string; codec: string; identity: string } {
  const codec = exhibit === 'EV-001' ? 'raw' : 'zstd';
  type Row = { file: string; codec: string; identity: string };
  const rows: Row[] = [];
  edit(
    path,
    (db) => void rows.push(...db.prepare('SELECT file, codec, identity FROM evidence_key').all<Row>()),
  );
  const row = rows.find((one) => one.codec === codec);
  if (row === undefined) throw new Error(`no key of ${exhibit}`);
  return row;
}

describe('a sealed file', () => {
  test.skipIf(!hasTools)('age, zstd and sha256sum check an exhibit without Holdfast', () => {
    for (const [exhibit, original, codec] of [
      ['EV-001', random, 'raw'],
      ['EV-002', log, 'zstd'],
    ] as const) {
      const key = keyOf(exhibit);
      expect(key.codec).toBe(codec);
      writeFileSync(b.path('key.txt'), key.identity);
      const unpack = codec === 'raw' ? 'cat' : 'zstd -dcq';
      const command = `age -d -i "$1" "$2" | ${unpack} | sha256sum`;
      const printed = execFileSync('bash', ['-c', command, '-', b.path('key.txt'), join(folder, key.file)], {
        encoding: 'utf8',
      });
      expect(printed.split(' ')[0]).toBe(sha256(original));
    }
  });

  test('has a name that says nothing, and what is in it cannot be read', () => {
    expect(files()).toHaveLength(2);
    for (const name of files()) {
      expect(name).toMatch(/^[0-9a-f]{32}\.age$/);
      expect(readFileSync(join(folder, name)).includes('GET /')).toBe(false);
      expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
    }
    expect(log.includes('GET /')).toBe(true);
  });

  test('takes at most a hundredth more than random bytes', () => {
    const { file } = keyOf('EV-001');
    expect(statSync(join(folder, file)).size).toBeLessThan(1.01 * random.length);
  });

  test('is what the signed entry says', () => {
    const entry = b.cli('timeline', path, '--kind', 'evidence').json.data.entries[0];
    const { file, codec } = keyOf('EV-001');
    expect(entry.stored).toMatchObject({ file, codec, size: random.length });
    expect(entry.stored.sha256).toBe(sha256(readFileSync(join(folder, file))));
    expect(shown()).toMatchObject({ mode: 'stored', bytes: 'here', storedIn: 'evidence-folder' });
  });
});

describe('the key of one exhibit', () => {
  const out = (): string => b.path(`key-${round}.txt`);

  test.skipIf(!hasTools)('with it, stock tools check that exhibit and open no other', () => {
    for (const [exhibit, original] of [
      ['EV-001', random],
      ['EV-002', log],
    ] as const) {
      const answer = b.cli('evidence', 'key', path, exhibit, '--out', b.path(`${exhibit}-${round}`));
      expect(answer.status, answer.stdout).toBe(0);
      const key = answer.json.data as { path: string; file: string; codec: string; sha256: string };
      expect(key.sha256).toBe(sha256(original));
      // The key file itself says how: that command is run as it stands there.
      const command = /^# (age .*) prints ([0-9a-f]{64})$/m.exec(readFileSync(key.path, 'utf8'));
      expect(command?.[2]).toBe(sha256(original));
      const script = (command?.[1] ?? '').replace('KEY', `'${key.path}'`);
      const printed = execFileSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' });
      expect(printed.split(' ')[0]).toBe(sha256(original));
      // The control: the other file does not open with it.
      const other = files().find((name) => !key.file.endsWith(name)) ?? '';
      const refused = spawnSync('age', ['-d', '-i', key.path, join(folder, other)], { encoding: 'utf8' });
      expect(refused.status).not.toBe(0);
      expect(refused.stderr).toMatch(/no identity matched/);
    }
  });

  test('is in its file only, which this account alone may read', () => {
    for (const answer of [
      b.cli('evidence', 'key', path, 'EV-001', '--out', out()),
      b.run(['evidence', 'key', path, 'EV-002', '--out', `${out()}.2`]),
    ]) {
      expect(answer.status, answer.stderr).toBe(0);
      expect(answer.stdout + answer.stderr).not.toMatch(/AGE-SECRET-KEY|SECRET/i);
    }
    for (const file of [out(), `${out()}.2`]) {
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(readFileSync(file, 'utf8')).toMatch(/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/m);
    }
    // Nothing is recorded: reading evidence out is no entry either.
    expect(b.cli('timeline', path).json.data.entries.at(-1).kind).toBe('custody');
    expect(b.cli('evidence', 'show', path, 'EV-001').json.data.custody).toHaveLength(1);
  });

  test('never takes the place of another file, and never goes to standard output', () => {
    writeFileSync(out(), 'mine');
    expectRefusal(b.cli('evidence', 'key', path, 'EV-001', '--out', out()), {
      code: 'already-exists',
      status: 2,
      names: out(),
      advice: /Choose another name; nothing was overwritten/,
    });
    expect(readFileSync(out(), 'utf8')).toBe('mine');
    expect(b.cli('evidence', 'key', path, 'EV-001', '--out', '-').json.error).toMatchObject({
      code: 'wrong-use',
    });
  });

  test('of bytes in the case file, of a reference, a thing and bytes that are not here: what to do instead', () => {
    writeFileSync(b.path('small.log'), 'small');
    b.cli('evidence', 'add', path, b.path('small.log'));
    b.cli('evidence', 'add', path, b.path('small.log'), '--reference');
    const thing = ['--title', 'disk', '--held-by', 'Ada', '--location', 'safe'];
    b.cli('evidence', 'add', path, '--no-file', ...thing);
    const refused = (exhibit: string, of = path) =>
      b.cli('evidence', 'key', of, exhibit, '--out', out()).json.error;
    expect(refused('EV-003')).toMatchObject({ code: 'wrong-use' });
    expect(refused('EV-003').message).toMatch(/EV-003 lie in the case file.*Extract them instead/);
    expect(refused('EV-004')).toMatchObject({ code: 'wrong-use' });
    expect(refused('EV-004').message).toMatch(/EV-004 was registered by reference.*`evidence verify`/);
    expect(refused('EV-005').message).toMatch(/thing without a file/);
    expect(refused('EV-009')).toMatchObject({ code: 'exhibit-unknown' });
    expect(existsSync(out())).toBe(false);
    // A copy that was made without them has no keys.
    const copy = b.path(`keyless-${round}.holdfast`);
    const other = { HOLDFAST_NEW_PASSPHRASE: PASSPHRASE };
    b.cliWith(other, 'share', 'copy', path, copy, '--evidence', 'none');
    expect(refused('EV-001', copy)).toMatchObject({ code: 'bytes-not-here' });
    expect(refused('EV-001', copy).message).toContain(`${copy}-evidence`);
  });
});

describe('verify and extract', () => {
  test('untouched, both are good, and come back bit for bit', () => {
    expect(b.cli('verify', path).json.data).toMatchObject({ ok: true, checked: { evidence: 2 } });
    expect(b.cli('evidence', 'verify', path).json.data.results).toMatchObject([{ ok: true }, { ok: true }]);
    const out = b.path(`out-${round}`);
    mkdirSync(out);
    for (const [exhibit, original] of [
      ['EV-001', random],
      ['EV-002', log],
    ] as const) {
      const answer = b.cli('evidence', 'extract', path, exhibit, '--to', out);
      expect(readFileSync(answer.json.data.path).equals(original)).toBe(true);
      expect(answer.json.data.sha256).toBe(sha256(original));
    }
    expect(readdirSync(out)).toHaveLength(2);
  });

  const tampered: Readonly<Record<string, (file: string) => void>> = {
    'cut by a byte': (file) => truncateSync(file, statSync(file).size - 1),
    'cut at the end of a chunk': (file) => truncateSync(file, 184 + 65_552),
    'one bit changed': (file) => {
      const opened = openSync(file, 'r+');
      writeSync(opened, Buffer.from([readFileSync(file).readUInt8(5_000_000) ^ 1]), 0, 1, 5_000_000);
      closeSync(opened);
    },
    'its head changed': (file) => {
      const opened = openSync(file, 'r+');
      writeSync(opened, 'XX', 50);
      closeSync(opened);
    },
    'the other file under its name': (file) => {
      const other = files().find((name) => !file.endsWith(name)) ?? '';
      copyFileSync(join(folder, other), file);
    },
  };
  const places: Readonly<Record<string, RegExp>> = {
    'cut by a byte': /has 9439764 bytes and should have 9439765/,
    'cut at the end of a chunk': /has 65736 bytes and should have 9439765/,
    'one bit changed': /in part 77 of 145, from byte 4982136\./,
    'its head changed': /its head is not/,
    'the other file under its name': /has 5065076 bytes and should have 9439765/,
  };
  test.each(Object.entries(tampered))(
    '%s: named by both, with its place, and nothing is extracted',
    (how, tamper) => {
      tamper(join(folder, keyOf('EV-001').file));
      const answer = b.cli('verify', path);
      expect(answer.status).toBe(1);
      expect(answer.json.data.problems).toMatchObject([{ code: 'evidence-unreadable', exhibit: 'EV-001' }]);
      expect(answer.json.data.problems[0].message).toMatch(places[how] ?? /^$/);
      const again = b.cli('evidence', 'verify', path);
      expect(again.status).toBe(1);
      expect(again.json.data.results).toMatchObject([{ ok: false }, { ok: true }]);
      const out = b.path(`out-${round}`);
      mkdirSync(out);
      expect(b.cli('evidence', 'extract', path, 'EV-001', '--to', out).json.error.code).toBe('file-damaged');
      expect(readdirSync(out)).toEqual([]);
    },
  );

  test('the quick check sees a cut file and one that is gone, not a changed bit', () => {
    const file = join(folder, keyOf('EV-001').file);
    tampered['one bit changed']?.(file);
    expect(codes(path, '--quick')).toEqual([]);
    truncateSync(file, 1000);
    expect(codes(path, '--quick')).toEqual(['evidence-unreadable']);
    rmSync(file);
    expect(codes(path, '--quick')).toEqual(['evidence-missing']);
  });

  test.skipIf(!hasTools)('the same bytes sealed anew with the same key are another file', () => {
    const { file, identity } = keyOf('EV-001');
    writeFileSync(b.path('key.txt'), identity);
    const sealed = execFileSync('age', ['-e', '-i', b.path('key.txt')], {
      input: random,
      maxBuffer: 64 * MIB,
    });
    writeFileSync(join(folder, file), sealed);
    expect(codes()).toEqual(['evidence-resealed']);
  });

  test('without its folder the case says so, and is good again when it is back', () => {
    renameSync(folder, `${folder}.away`);
    expect(codes()).toEqual(['evidence-missing']);
    expect(shown().bytes).toBe('not-here');
    const error = b.cli('evidence', 'extract', path, 'EV-001', '--to', b.folder).json.error;
    expect(error).toMatchObject({ code: 'bytes-not-here' });
    expect(error.message).toContain(folder);
    // It goes on working.
    expect(b.cli('note', path, 'still here').status).toBe(0);
    renameSync(`${folder}.away`, folder);
    expect(codes()).toEqual([]);
  });
});

describe('copies', () => {
  const other = { HOLDFAST_NEW_PASSPHRASE: 'another one', HOLDFAST_PASSPHRASE: PASSPHRASE };
  const opened = { HOLDFAST_PASSPHRASE: 'another one' };
  const copy = (which: string): string => {
    const out = b.path(`copy-${round}-${which}.holdfast`);
    const made = b.cliWith(other, 'share', 'copy', path, out, '--evidence', which);
    expect(made.json, made.stderr).toMatchObject({ ok: true });
    return out;
  };

  test('all: the sealed files go along byte for byte, and open under the new passphrase', () => {
    const out = copy('all');
    expect(files(`${out}-evidence`)).toEqual(files());
    for (const name of files()) {
      expect(readFileSync(join(`${out}-evidence`, name)).equals(readFileSync(join(folder, name)))).toBe(true);
    }
    expect(b.cliWith(opened, 'verify', out).json.data).toMatchObject({ ok: true, checked: { evidence: 2 } });
    expect(shown(out, 'EV-001', opened).bytes).toBe('here');
    expect(readdirSync(b.folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test.each(['small', 'none'])('%s: no folder, no keys; openly not here and no fault', (which) => {
    const out = copy(which);
    expect(existsSync(`${out}-evidence`)).toBe(false);
    expect(b.cliWith(opened, 'verify', out).json.data).toMatchObject({ ok: true });
    expect(shown(out, 'EV-001', opened).bytes).toBe('not-here');
    const keys: unknown[] = [];
    edit(out, (db) => void keys.push(...db.prepare('SELECT file FROM evidence_key').all()), 'another one');
    expect(keys).toEqual([]);
  });

  test('what is not here stays behind; when it is found later it only has to be put beside the copy', () => {
    const { file } = keyOf('EV-001');
    renameSync(join(folder, file), b.path('found-later'));
    const out = copy('all');
    expect(shown(out, 'EV-001', opened).bytes).toBe('not-here');
    expect(shown(out, 'EV-002', opened).bytes).toBe('here');
    renameSync(b.path('found-later'), join(`${out}-evidence`, file));
    expect(b.cliWith(opened, 'verify', out).json.data).toMatchObject({ ok: true });
  });

  test('a folder that lies there already is not touched', () => {
    const out = b.path(`taken-${round}.holdfast`);
    mkdirSync(`${out}-evidence`);
    const refused = b.cliWith(other, 'share', 'copy', path, out);
    expect(refused.json.error.code).toBe('already-exists');
    expect(existsSync(out)).toBe(false);
    expect(files(`${out}-evidence`)).toEqual([]);
  });
});

describe('what is stored when nobody said', () => {
  const sparse = (name: string, size: number): string => {
    writeFileSync(b.path(name), '');
    truncateSync(b.path(name), size);
    return b.path(name);
  };

  test.runIf(full)('over 2 GiB: by reference, with the reason', () => {
    const answer = b.cli('evidence', 'add', path, sparse('large.raw', 2 ** 31 + 1));
    const { exhibits, byReference } = answer.json.data as EvidenceAdded;
    expect(exhibits).toMatchObject([{ mode: 'reference' }]);
    expect(byReference).toEqual([{ exhibit: 'EV-003', why: 'large' }]);
    const text = b.run(['evidence', 'add', path, b.path('large.raw')]).stdout;
    expect(text).toMatch(/larger than 2 GiB.*--store/);
  });

  test('a disk image full of zeros takes no room, however large it is', () => {
    const answer = b.cli('evidence', 'add', path, sparse('zeros.raw', 400_000_000));
    expect(answer.json.data.exhibits).toMatchObject([
      { mode: 'stored', storedIn: 'case-file', size: 400_000_000 },
    ]);
    expect(statSync(path).size).toBeLessThan(2 * MIB);
    expect(files()).toHaveLength(2);
    expect(b.cli('evidence', 'verify', path, 'EV-003').json.data.results).toMatchObject([{ ok: true }]);
  });

  test.skipIf(!mayMount)('too little room: by reference, with the reason; --store tries and says so', () => {
    const disk: SmallDisk = smallDisk(8 * MIB);
    try {
      const small = disk.path('small.holdfast');
      b.cli('new', small, '--title', 'Small disk');
      const answer = b.cli('evidence', 'add', small, b.path('random.bin'));
      expect(answer.json.data).toMatchObject({
        exhibits: [{ mode: 'reference', sha256: sha256(random) }],
        byReference: [{ exhibit: 'EV-001', why: 'no-room' }],
      });
      const before = readFileSync(small);
      const forced = b.cli('evidence', 'add', small, b.path('random.bin'), '--store');
      expect(forced.json.error).toMatchObject({ code: 'disk-full' });
      expect(forced.json.error.message).toContain(disk.folder);
      expect(readFileSync(small).equals(before)).toBe(true);
      expect(readdirSync(disk.folder)).toEqual(['small.holdfast']);
      expect(b.cli('verify', small).status).toBe(0);
    } finally {
      disk.remove();
    }
  });
});

test('half files of an interrupted job go at the next opening for writing; whole ones stay', () => {
  const half = join(folder, `${'ab'.repeat(16)}.age.part`);
  const whole = join(folder, `${'cd'.repeat(16)}.age`);
  for (const file of [half, whole]) writeFileSync(file, 'x');
  b.cli('timeline', path);
  expect(existsSync(half)).toBe(true);
  b.cli('note', path, 'writing');
  expect(existsSync(half)).toBe(false);
  expect(existsSync(whole)).toBe(true);
});
