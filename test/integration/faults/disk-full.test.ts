import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bundled } from '../../support/bundled.ts';
import { type Bench, type CliAnswer, PASSPHRASE, bench } from '../../support/cli.ts';
import { faultEngine } from '../../support/fault-engine.ts';
import { say } from '../../support/seed.ts';
import { type SmallDisk, mayMount, smallDisk } from '../../support/small-disk.ts';

if (!mayMount) say('disk-full: skipped, because only root may mount a small disk');

const MiB = 1024 * 1024;
let at: Bench;
let disk: SmallDisk;

/** Case and profile lie apart, so that one of them can be full alone. */
describe.skipIf(!mayMount)('on a full disk', () => {
  beforeEach(() => {
    at = bench('full');
    disk = smallDisk(2 * MiB);
  });
  afterEach(() => {
    disk.remove();
    at.clean();
  });

  const refused = (answer: CliAnswer): void => {
    expect(answer.json.error, answer.stderr).toMatchObject({ code: 'disk-full' });
    expect(answer.status).toBe(4);
  };
  const done = (answer: CliAnswer): CliAnswer => {
    expect(answer.json.ok, JSON.stringify(answer.json.error) + answer.stderr).toBe(true);
    return answer;
  };
  const texts = (path: string): string[] =>
    (done(at.cli('timeline', path)).json.data.entries as { kind: string; text: string }[])
      .filter(({ kind }) => kind === 'note')
      .map(({ text }) => text);

  test('a note that finds no space is refused, nothing is changed, and the next one is written when there is space', () => {
    const path = disk.path('case.holdfast');
    done(at.cli('new', path, '--title', 'Full'));
    done(at.cli('note', path, 'before'));
    disk.fill();
    const before = readFileSync(path);
    refused(at.cli('note', path, `too much ${'x'.repeat(50_000)}`));
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(disk.folder).toSorted()).toEqual(['.ballast', 'case.holdfast']);
    expect(texts(path)).toEqual(['before']);
    disk.free();
    done(at.cli('note', path, 'after'));
    expect(texts(path)).toEqual(['before', 'after']);
    done(at.cli('verify', path));
  });

  test('the window goes on after a full disk: the refused note can be saved again in the same session', async () => {
    const path = disk.path('case.holdfast');
    const engine = faultEngine(at.path('engine-profile'), bundled);
    const created = await engine.call('case.create', { path, title: 'Full', passphrase: PASSPHRASE });
    expect(created.ok).toBe(true);
    const text = `kept on the screen ${'x'.repeat(50_000)}`;
    for (let round = 0; round < 3; round += 1) {
      expect(await engine.call('note.add', { text: `before ${round}` })).toMatchObject({ ok: true });
      // From no space at all to just too little: the transaction breaks off early and late.
      disk.fill(round * 20_000);
      for (const wish of ['note.add', 'draft.save'] as const) {
        const request = wish === 'note.add' ? { text } : { place: 'note', text };
        expect(await engine.call(wish, request)).toMatchObject({ error: { code: 'disk-full' } });
      }
      expect(await engine.call('timeline.list', {})).toMatchObject({ ok: true });
      disk.free();
      expect(await engine.call('note.add', { text: `again ${round}` })).toMatchObject({ ok: true });
      expect(await engine.call('note.add', { text: `${round} ${text}` })).toMatchObject({ ok: true });
    }
    await engine.close();
    expect(texts(path)).toHaveLength(9);
    expect(done(at.cli('verify', path)).status).toBe(0);
  });

  test('evidence that does not fit is refused, and the case is as it was', () => {
    const path = disk.path('case.holdfast');
    done(at.cli('new', path, '--title', 'Full'));
    writeFileSync(at.path('log'), randomBytes(MiB));
    disk.fill(100_000);
    const size = statSync(path).size;
    refused(at.cli('evidence', 'add', path, at.path('log'), '--store'));
    expect(statSync(path).size).toBe(size);
    expect(readdirSync(disk.folder).toSorted()).toEqual(['.ballast', 'case.holdfast']);
    expect(done(at.cli('verify', path)).json.data.checked.evidence).toBe(0);
    disk.free();
    done(at.cli('evidence', 'add', path, at.path('log'), '--store'));
    expect(done(at.cli('verify', path)).json.data.checked.evidence).toBe(1);
  });

  test('a new case that does not fit leaves nothing behind', () => {
    for (const space of [0, 60_000, 160_000]) {
      disk.fill(space);
      refused(at.cli('new', disk.path('case.holdfast'), '--title', 'Full'));
      expect(readdirSync(disk.folder), `with ${space} bytes`).toEqual(['.ballast']);
    }
    disk.free();
    done(at.cli('new', disk.path('case.holdfast'), '--title', 'Full'));
  });

  test('a copy or an extracted exhibit that does not fit leaves no half file, and the original is whole', () => {
    const path = at.path('case.holdfast');
    const secret = { HOLDFAST_NEW_PASSPHRASE: 'another passphrase' };
    done(at.cli('new', path, '--title', 'Full'));
    writeFileSync(at.path('log'), randomBytes(MiB));
    done(at.cli('evidence', 'add', path, at.path('log'), '--store'));
    for (const space of [0, 600_000]) {
      disk.fill(space);
      refused(at.cliWith(secret, 'share', 'copy', path, disk.path('copy.holdfast')));
      refused(at.cli('evidence', 'extract', path, 'EV-001', '--to', disk.folder));
      expect(readdirSync(disk.folder), `with ${space} bytes`).toEqual(['.ballast']);
      done(at.cli('verify', path));
    }
    disk.free();
    done(at.cliWith(secret, 'share', 'copy', path, disk.path('copy.holdfast')));
    done(at.cliWith({ HOLDFAST_PASSPHRASE: 'another passphrase' }, 'verify', disk.path('copy.holdfast')));
  });

  test('an original on a full disk is not copied without saying so in the record', () => {
    const path = disk.path('case.holdfast');
    done(at.cli('new', path, '--title', 'Full'));
    disk.fill();
    const secret = { HOLDFAST_NEW_PASSPHRASE: 'another passphrase' };
    refused(at.cliWith(secret, 'share', 'copy', path, at.path('copy.holdfast')));
    expect(readdirSync(at.folder).filter((name) => name.includes('copy'))).toEqual([]);
    disk.free();
    done(at.cli('verify', path));
  });

  test('a full disk under the profile costs no note', () => {
    const path = at.path('case.holdfast');
    const profile = { HOLDFAST_PROFILE: disk.path('profile') };
    done(at.cliWith(profile, 'new', path, '--title', 'Full'));
    disk.fill();
    const written = done(at.cliWith(profile, 'note', path, 'acknowledged'));
    expect(written.status).toBe(0);
    expect(written.stderr).toBe('');
    expect(texts(path)).toEqual(['acknowledged']);
    done(at.cliWith(profile, 'verify', path));
    disk.free();
    done(at.cliWith(profile, 'note', path, 'as well'));
    expect(texts(path)).toEqual(['acknowledged', 'as well']);
  });

  test('a first start that finds no space for its profile is refused, and works when there is space', () => {
    const path = at.path('case.holdfast');
    for (const space of [0, 4096, 12_288]) {
      disk.fill(space);
      mkdirSync(disk.path('profile'), { recursive: true });
      refused(at.cliWith({ HOLDFAST_PROFILE: disk.path('profile') }, 'new', path, '--title', 'Full'));
      expect(existsSync(path), `with ${space} bytes`).toBe(false);
      disk.free();
      done(at.cliWith({ HOLDFAST_PROFILE: disk.path('profile') }, 'new', path, '--title', 'Full'));
      rmSync(path);
      rmSync(join(disk.folder, 'profile'), { recursive: true });
    }
  });
});
