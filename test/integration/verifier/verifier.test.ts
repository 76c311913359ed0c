import { spawnSync } from 'node:child_process';
import { pbkdf2Sync, randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EngineProcess } from '../../../src-main/engine/create-engine.ts';
import { bundled } from '../../support/bundled.ts';
import { type Bench, PASSPHRASE, bench } from '../../support/cli.ts';
import { faultEngine } from '../../support/fault-engine.ts';
import { checkRecordFile, generateCase } from '../../support/generate-record.ts';
import { full } from '../../support/scale.ts';
import { type Random, random } from '../../support/random.ts';
import { say, seeded } from '../../support/seed.ts';
import { verifyCase, verifyEntry } from '../../verifier/verify-case.ts';
import { unhex } from './newcomer.ts';
import { honest } from './additions.ts';
import { type Changes, change } from './scene.ts';
import { tamperings } from './tampering/index.ts';
import { withoutThreads } from './threadless.ts';

/** The 500 of the promise under `npm run test:full`; each kind of tampering comes here as well. */
const RECORDS = full ? 500 : 90;

const root = join(import.meta.dirname, '../../..');
const verifier = join(root, 'test/verifier/verify-case.ts');

describe('the worked entries of FORMAT.md §14', () => {
  const document = readFileSync(join(root, 'src-main/domain/FORMAT.md'), 'utf8');
  const worked = document
    .slice(document.indexOf('## §14'))
    .split('### Entry ')
    .slice(1)
    .map((text, i) => {
      const quoted = (form: RegExp): string => form.exec(text)?.[1] ?? '';
      return {
        seq: i + 1,
        header: new Uint8Array(Buffer.from(quoted(/```\n(.*)\n```/))),
        hash: unhex(quoted(/^Hash `(\w+)`$/m)),
        signature: unhex(quoted(/^Signature `(\w+)`$/m)),
        fields: [...text.matchAll(/^\| `(\w+)` \| `([\w-]+)` \| `(.*)` \| `(\w+)` \|$/gm)].map(
          ([, name = '', salt = '', value = '', digest = '']) => ({
            name,
            salt,
            value,
            digest: unhex(digest),
          }),
        ),
      };
    });

  test('are three, and each holds by itself', () => {
    const checked = worked.map(verifyEntry);
    expect(checked.map(({ header }) => header?.kind)).toEqual(['case', 'author', 'note']);
    expect(checked.map(({ values }) => values.size)).toEqual([5, 4, 3]);
    for (const { problems, missing } of checked) expect([problems, missing]).toEqual([[], []]);
  });

  test('no longer hold after one digit was changed', () => {
    for (const entry of worked) {
      const [field, ...fields] = entry.fields;
      const other = {
        ...entry,
        fields: [{ ...field, value: `${field?.value} ` }, ...fields],
      } as typeof entry;
      expect(verifyEntry(other).problems.map(({ code }) => code)).toEqual(['value', 'digest']);
      const header = Uint8Array.from(entry.header).fill(0x39, -3, -2);
      expect(verifyEntry({ ...entry, header }).problems.map(({ code }) => code)).toEqual([
        'hash',
        'signature',
      ]);
    }
  });
});

describe('cases that the command line wrote', () => {
  let b: Bench;
  let copy = '';
  const given = 'a different passphrase for the copy';

  beforeAll(() => {
    b = bench('verifier', 'served');
    copy = b.path('copy.holdfast');
    writeFileSync(b.path('access.log'), 'GET /upload.php\n'.repeat(20_000));
    writeFileSync(b.path('mail.eml'), 'Subject: ✓\n');
    const done = [
      b.cli('new', 'case.holdfast', '--title', 'Uploads ✓'),
      b.cli('note', 'case.holdfast', 'Alert', '--at', '02:14', '--tag', 'alert'),
      b.cli('evidence', 'add', 'case.holdfast', 'access.log', '--store'),
      b.cli('evidence', 'add', 'case.holdfast', 'mail.eml', '--store', '--also', 'sha1,md5'),
      b.cli('custody', 'case.holdfast', 'EV-001', 'transferred', '--to', 'X'),
      b.cliWith({ HOLDFAST_NEW_PASSPHRASE: given }, 'share', 'copy', 'case.holdfast', 'copy.holdfast'),
      b.cliWith({ HOLDFAST_PASSPHRASE: given }, 'note', 'copy.holdfast', 'Read', '--as', 'Somebody else'),
    ];
    for (const { status, stdout, stderr } of done) {
      if (status !== 0) throw new Error(`${stdout}${stderr}`);
    }
  }, 180_000);
  afterAll(() => b.clean());

  const agreed = (path: string, passphrase: string): boolean => {
    const theirs = b.cliWith({ HOLDFAST_PASSPHRASE: passphrase }, 'verify', path);
    const ours = verifyCase(path, passphrase);
    expect(theirs.json.data?.ok ?? false, JSON.stringify([ours.problems, theirs.json])).toBe(ours.ok);
    if (ours.ok) expect(theirs.json.data.checked.entries).toBe(ours.entries);
    if (ours.ok) expect(ours.head).toEqual([theirs.json.data.head]);
    return ours.ok;
  };

  test('hold, in the original and in the copy', () => {
    expect(agreed(b.path('case.holdfast'), PASSPHRASE)).toBe(true);
    expect(agreed(copy, given)).toBe(true);
  });

  test('do not hold with another passphrase, cut off, or with a changed byte in any page', () => {
    const good = readFileSync(copy);
    const damaged = b.path('damaged.holdfast');
    expect(verifyCase(copy, PASSPHRASE).ok).toBe(false);
    for (const cut of [-4096, -100]) {
      writeFileSync(damaged, good.subarray(0, cut));
      expect(agreed(damaged, given)).toBe(false);
    }
    for (let p = 0; p < good.length / 4096; p++) {
      const bytes = Buffer.from(good);
      const at = p * 4096 + 17 + ((p * 997) % 4000);
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
      writeFileSync(damaged, bytes);
      const pages = verifyCase(damaged, given).problems.filter(({ code }) => code === 'page');
      expect(pages.map(({ what }) => what)).toEqual([
        `1 of ${good.length / 4096} (all: passphrase): ${p + 1}`,
      ]);
    }
    expect(agreed(damaged, given)).toBe(false);
  });

  test('do not hold when the bytes of an exhibit were exchanged', () => {
    const path = b.path('exchanged.holdfast');
    copyFileSync(b.path('case.holdfast'), path);
    change(path, PASSPHRASE, seeded('exhibit'), ({ db }) =>
      db.exec(`UPDATE evidence_blob SET bytes = x'00', codec = 'raw' WHERE length(bytes) < 100`),
    );
    expect(agreed(path, PASSPHRASE)).toBe(false);
  });

  test('do not hold when a sealed exhibit beside the case was changed, cut off or lost', () => {
    const large = b.path('large.holdfast');
    const sealed = `${large.slice(0, -'.holdfast'.length)}.holdfast-evidence`;
    // Larger than what lies in a case file, and over several pieces of the sealed one.
    writeFileSync(b.path('memory.raw'), randomBytes(5 * 1024 * 1024 + 77));
    expect(b.cli('new', large, '--title', 'Large', '--as', 'Ada').status).toBe(0);
    const added = b.cli(
      'evidence',
      'add',
      large,
      b.path('memory.raw'),
      '--store',
      '--type',
      'memory',
      '--as',
      'Ada',
    );
    expect(added.status, added.stdout).toBe(0);
    const file = join(sealed, readdirSync(sealed)[0] ?? '');
    const good = readFileSync(file);
    expect(agreed(large, PASSPHRASE)).toBe(true);
    const bad = Buffer.from(good);
    bad.writeUInt8(bad.readUInt8(3_000_000) ^ 1, 3_000_000);
    for (const other of [bad, good.subarray(0, -1)]) {
      writeFileSync(file, other);
      expect(agreed(large, PASSPHRASE)).toBe(false);
    }
    rmSync(file);
    expect(agreed(large, PASSPHRASE)).toBe(false);
    writeFileSync(file, good);
    expect(agreed(large, PASSPHRASE)).toBe(true);
  });

  test('are checked by the verifier as a program: one sentence, and 0 or 1', () => {
    const run = (passphrase: string) =>
      spawnSync(process.execPath, [verifier, copy], {
        env: { ...process.env, HOLDFAST_PASSPHRASE: passphrase },
        encoding: 'utf8',
      });
    const good = run(given);
    expect([good.status, good.stdout]).toEqual([0, expect.stringMatching(/^\d+ entries hold together\.\n$/)]);
    expect(run('wrong').status).toBe(1);
  });
});

describe('the verifier and Holdfast agree', () => {
  const passphrase = 'one passphrase for all of them';
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-agree-'));
  let engine: EngineProcess;
  let restore = (): void => {};

  beforeAll(() => {
    engine = faultEngine(join(folder, 'profile'), bundled);
    restore = withoutThreads();
  });
  afterAll(() => {
    restore();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The same salt comes again and again: one key for each file is enough. */
  const keys = new Map<string, ReturnType<typeof pbkdf2Sync>>();
  const once: typeof pbkdf2Sync = (secret, salt, rounds, length, digest) => {
    const known = Buffer.from(salt as Uint8Array).toString('hex');
    const key = keys.get(known) ?? pbkdf2Sync(secret, salt, rounds, length, digest);
    keys.set(known, key);
    return key;
  };

  /** What the verifier and what Holdfast say; the views (§10) are no part of the record and not what this is about. */
  const both = async (path: string) => {
    const verifier = verifyCase(path, passphrase, once);
    const { problems } = await checkRecordFile(path, passphrase, engine);
    const codes = problems.map(({ code }) => code).filter((code) => !code.startsWith('projection-'));
    return { verifier: verifier.ok, holdfast: codes.length === 0, codes, problems: verifier.problems };
  };

  const generate = async (path: string, dice: Random): Promise<void> => {
    rmSync(path, { force: true });
    const given = { entries: 3 + dice.below(6), seed: dice.below(1e9), authors: 1 + dice.below(3) };
    await generateCase(path, { ...given, passphrase, gaps: true });
  };

  /** Makes `count` records, does to each what one of `changes` says, and names those that are not as expected. */
  const check = async (what: string, count: number, changes: Changes, good: boolean): Promise<unknown[]> => {
    const wrong: unknown[] = [];
    const seed = seeded(what).below(2 ** 31);
    const kinds = Object.entries(changes);
    const path = join(folder, 'record.holdfast');
    for (let i = 0; i < count; i++) {
      const dice = random(seed + i);
      await generate(path, dice);
      const before = await both(path);
      if (!before.verifier || !before.holdfast) wrong.push({ what: 'untouched', i, ...before });
      // Each in turn, so that all of them come; then by chance.
      const [what, work] = kinds[i] ?? dice.pick(kinds);
      change(path, passphrase, dice, work);
      const after = await both(path);
      if (after.verifier !== good || after.holdfast !== good) wrong.push({ what, i, ...after });
    }
    return wrong;
  };

  test(`on ${RECORDS} generated records and on as many tampered ones`, { timeout: 600_000 }, async () => {
    const began = performance.now();
    expect(await check('records', RECORDS, tamperings, false)).toEqual([]);
    const seconds = Math.round((performance.now() - began) / 1000);
    say(`${Object.keys(tamperings).length} kinds of tampering, ${2 * RECORDS} records, ${seconds} s`);
  });

  test('on what a stranger may add', async () => {
    expect(await check('additions', Object.keys(honest).length, honest, true)).toEqual([]);
  });
});
