import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EvidenceAdded, Extracted } from '../../../src-main/contract/evidence.ts';
import { entryWithId } from '../../../src-main/casework/read-entry.ts';
import { objectField } from '../../../src-main/domain/entry.ts';
import { bundled } from '../../support/bundled.ts';
import { type Bench, bench } from '../../support/cli.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';
import { expectRefusal } from '../../support/refusal.ts';
import { smallCase } from '../../support/small-case.ts';
let b: Bench;
let engine: OpenEngine;
let path = '';

beforeAll(async () => {
  b = bench('names');
  path = await smallCase(b.path('case.holdfast'), b.path('profile'));
  engine = openEngine(b.path('profile'));
  await engine.open(path);
});

afterAll(async () => {
  await engine.close();
  b.clean();
});

/** Names as bytes, because a file system takes any but `/` and NUL. */
const hostile: Readonly<Record<string, Buffer>> = {
  'a line break': Buffer.from('two\nlines.log'),
  'a carriage return': Buffer.from('over\rwritten.log'),
  'a backslash': Buffer.from('back\\slash\\n.log'),
  'a right-to-left mark': Buffer.from('invoice\u202Egpj.exe'),
  'escape codes of a terminal': Buffer.from('\u001B[31mred\u001B[0m\u0007.log'),
  '255 bytes': Buffer.from('n'.repeat(255)),
  '255 bytes of wide characters': Buffer.from('ü'.repeat(127) + 'x'),
  'invalid UTF-8': Buffer.from([0x67, 0xff, 0xfe, 0x2e, 0x6c, 0x6f, 0x67]),
  'a cut-off character': Buffer.from([0x65, 0xc3]),
  'a leading dash': Buffer.from('-rf.log'),
  'dots only': Buffer.from('...'),
  'a drive and a stream': Buffer.from('C:evil.log:stream'),
  'spaces around': Buffer.from('  spaces  '),
  'signs of a shell': Buffer.from('$(touch x);`y`\'"&|*?.log'),
  html: Buffer.from('<img src=x onerror=alert(1)>'),
  'a formula': Buffer.from('=cmd|calc.log'),
  'half of a surrogate pair in WTF-8': Buffer.from([0x61, 0xed, 0xa0, 0xbd]),
  'an emoji': Buffer.from('🔥.log'),
};

function place(folder: string, name: Buffer, content: string): Buffer {
  const raw = Buffer.concat([Buffer.from(`${folder}/`), name]);
  writeFileSync(raw, content);
  return raw;
}

describe('a file with any name a disk can hold is evidence like another', () => {
  test.each(Object.entries(hostile))(
    '%s: hashed, shown without harm, kept with its exact name, given back',
    async (what, name) => {
      const folder = b.path(`one-${Buffer.from(what).toString('hex').slice(0, 40)}`);
      mkdirSync(folder);
      const raw = place(folder, name, `content of ${what}`);
      // Node and npm replace what is not UTF-8 before the program sees it.
      const { exhibits, failed } = (await engine.job('evidence.add', {
        paths: [raw.toString('utf8')],
      })) as EvidenceAdded;
      expect(failed).toEqual([]);
      const [exhibit] = exhibits;
      expect(exhibit).toMatchObject({ mode: 'stored', size: `content of ${what}`.length });
      expect(exhibit?.title).not.toMatch(/[\u0000-\u001F\u202E]/);

      const open = engine.process.engine.open;
      const recorded =
        open === null ? undefined : objectField(entryWithId(open.db, exhibit?.entry ?? ''), 'name');
      const { text, bytes } = recorded as { text: string; bytes?: string };
      expect(bytes === undefined ? Buffer.from(text) : Buffer.from(bytes, 'base64url')).toEqual(name);

      const out = b.path(`out-${basename(folder)}`);
      mkdirSync(out);
      const extracted = (await engine.job('evidence.extract', {
        exhibit: exhibit?.exhibit ?? '',
        to: out,
      })) as Extracted;
      expect(dirname(extracted.path)).toBe(out);
      expect(readdirSync(out)).toEqual([basename(extracted.path)]);
      expect(basename(extracted.path)).not.toMatch(/[\u0000-\u001F\u202E/\\]|^[.-]/);
      expect(readFileSync(extracted.path, 'utf8')).toBe(`content of ${what}`);

      // It is checked where it lies, too.
      const again = (await engine.job('evidence.add', {
        paths: [raw.toString('utf8')],
        mode: 'reference',
      })) as EvidenceAdded;
      const label = again.exhibits[0]?.exhibit ?? '';
      expect(await engine.job('evidence.verify', { exhibits: [label] })).toMatchObject({
        results: [{ ok: true }],
      });
    },
  );

  test('an extract never overwrites: the second one is refused and the file stays', async () => {
    const out = b.path('twice');
    mkdirSync(out);
    const { path: written } = (await engine.job('evidence.extract', {
      exhibit: 'EV-001',
      to: out,
    })) as Extracted;
    writeFileSync(written, 'mine now');
    const error = await engine.refused('evidence.extract', { exhibit: 'EV-001', to: out });
    expect(error).toMatchObject({ code: 'already-exists' });
    expect(error.message).toMatch(/Choose another name; nothing was overwritten/);
    expect(error.message).toContain(written);
    expect(readFileSync(written, 'utf8')).toBe('mine now');
  });

  test('an extract into a folder that is not there, or of bytes that are elsewhere, says so', async () => {
    const missing = await engine.refused('evidence.extract', { exhibit: 'EV-001', to: b.path('not-there') });
    expect(missing).toMatchObject({ code: 'file-missing' });
    expect(missing.message).toContain(b.path('not-there'));
    const elsewhere = await engine.refused('evidence.extract', { exhibit: 'EV-002', to: b.folder });
    expect(elsewhere).toMatchObject({ code: 'bytes-not-here' });
    expect(elsewhere.message).toMatch(/EV-002 .*by reference/);
  });
});

describe('a whole folder of such names', () => {
  test('its manifest is what sha256sum -c accepts inside the folder', async () => {
    const folder = b.path('folder\nof evidence');
    mkdirSync(`${folder}/inner`, { recursive: true });
    let files = 0;
    for (const [what, name] of Object.entries(hostile)) {
      place(folder, name, what);
      place(`${folder}/inner`, name, `inner ${what}`);
      files += 2;
    }
    const { exhibits, failed } = (await engine.job('evidence.add', { paths: [folder] })) as EvidenceAdded;
    expect(failed).toEqual([]);
    expect(exhibits).toMatchObject([{ files, mode: 'reference' }]);
    const open = engine.process.engine.open;
    const manifest =
      open === null ? undefined : objectField(entryWithId(open.db, exhibits[0]?.entry ?? ''), 'manifest');
    const { text, bytes } = manifest as { text: string; bytes?: string };
    const list = b.path('SHA256SUMS');
    writeFileSync(list, bytes === undefined ? text : Buffer.from(bytes, 'base64url'));
    const checked = spawnSync('sha256sum', ['--check', '--strict', '--quiet', list], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(checked.stderr + checked.stdout).toBe('');
    expect(checked.status).toBe(0);
    expect(execFileSync('sha256sum', [list], { encoding: 'utf8' })).toContain(exhibits[0]?.sha256);
    expect(await engine.job('evidence.verify', { exhibits: [exhibits[0]?.exhibit ?? ''] })).toMatchObject({
      results: [{ ok: true }],
    });
    // One byte more in one of them is found.
    writeFileSync(join(folder, 'inner', '-rf.log'), 'changed');
    expect(spawnSync('sha256sum', ['--check', '--quiet', list], { cwd: folder }).status).toBe(1);
    expect(await engine.job('evidence.verify', { exhibits: [exhibits[0]?.exhibit ?? ''] })).toMatchObject({
      results: [{ ok: false }],
    });
  });
});

describe('names on the command line', () => {
  test('two names that look alike: exit 2 with the list, and nothing is recorded', async () => {
    const folder = b.path('alike');
    mkdirSync(folder);
    place(folder, Buffer.from([0x61, 0xff]), 'one');
    place(folder, Buffer.from([0x61, 0xfe]), 'two');
    const before = await engine.ask('timeline.list', {});
    await engine.close();
    const answer = b.cli('evidence', 'add', path, `${folder}/a\uFFFD`);
    expectRefusal(answer, {
      code: 'path-ambiguous',
      status: 2,
      names: folder,
      advice: /Rename one and try again/,
    });
    expect((answer.json.error.details.candidates as string[]).toSorted()).toEqual(['a\\xfe', 'a\\xff']);
    engine = openEngine(b.path('profile'));
    await engine.open(path);
    expect(await engine.ask('timeline.list', {})).toMatchObject({ total: before.total });
  });

  test('raw bytes typed in a shell, a leading dash, and a name that is the replacement character itself', async () => {
    const folder = b.path('typed');
    mkdirSync(folder);
    place(folder, Buffer.from([0x62, 0xff]), 'raw bytes');
    place(folder, Buffer.from('-rf.log'), 'leading dash');
    place(folder, Buffer.from('c\uFFFD'), 'really so named');
    await engine.close();
    const script = `exec "$0" "$1" evidence add "$2" --json -- "$(printf 'b\\377')" -rf.log "$(printf 'c\\357\\277\\275')"`;
    const done = spawnSync('sh', ['-c', script, process.execPath, bundled.cli, path], {
      cwd: folder,
      env: b.environment,
      encoding: 'utf8',
    });
    expect(done.status, done.stdout + done.stderr).toBe(0);
    const { data } = JSON.parse(done.stdout) as { data: EvidenceAdded };
    expect(data.exhibits.map(({ size }) => size)).toEqual(
      ['raw bytes', 'leading dash', 'really so named'].map((x) => x.length),
    );
    engine = openEngine(b.path('profile'));
    await engine.open(path);
  });
});
