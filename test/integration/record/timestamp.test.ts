import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { imprintOf } from '../../../src-main/domain/timestamp/request.ts';
import { sha256 } from '../../../src-main/casework/node-crypto.ts';
import { hex } from '../../../src-main/domain/bytes.ts';
import { type Bench, type CliAnswer, PASSPHRASE, bench } from '../../support/cli.ts';
import { forge } from '../../support/independent.ts';
import { smallCase } from '../../support/small-case.ts';
import { Authority, type AuthorityOptions, hasOpenssl } from '../../support/stamp.ts';
import { verifyCase } from '../../verifier/verify-case.ts';

let b: Bench;
let path = '';
let attempts = 0;
let rsa: Authority;

const authority = (name: string, options: AuthorityOptions = {}): Authority => {
  mkdirSync(b.path(name));
  return new Authority(b.path(name), options);
};
const file = (name: string): string => b.path(`${name}-${attempts}`);
const request = (): CliAnswer => b.cli('timestamp', 'request', path, '--out', file('q.tsq'));
const take = (name = 'a.tsr'): CliAnswer => b.cli('timestamp', 'import', path, file(name));
const check = (...args: string[]): CliAnswer => b.cli('timestamp', 'check', path, ...args);

/** What is wrong with the only time stamp of the record. */
const faults = (answer: CliAnswer): unknown => answer.json.data.stamps[0].faults;

describe.skipIf(!hasOpenssl)('time stamps of an authority (needs the openssl program)', () => {
  beforeAll(() => {
    b = bench('timestamp', 'served');
    rsa = authority('rsa');
  });

  beforeEach(async () => {
    attempts += 1;
    path = await smallCase(b.path(`case-${attempts}.holdfast`), b.path('small-profile'));
  });

  afterAll(() => b.clean());

  test('asked for, brought in, an anchor of verify, and checked against the authority', () => {
    const before = b.cli('info', path).json.data.entries as number;
    const asked = request();
    expect(asked.status, asked.stdout).toBe(0);
    // A request writes no entry, and its file is never overwritten.
    expect(b.cli('info', path).json.data.entries).toBe(before);
    expect(request().json.error.code).toBe('already-exists');
    rsa.answer(file('q.tsq'), file('a.tsr'));
    expect(rsa.verifies(file('q.tsq'), file('a.tsr'))).toBe(true);
    b.cli('note', path, 'written while the answer was on its way');
    const taken = take();
    expect(taken.status, taken.stdout).toBe(0);
    expect(taken.json.data.entry).toMatchObject({
      kind: 'timestamp',
      head: asked.json.data.asked.head,
      entries: before,
      authority: 'Test stamps, Example',
    });
    const verified = b.cli('verify', path).json.data;
    expect(verified).toMatchObject({
      ok: true,
      anchored: { kind: 'timestamp', fixes: before, at: taken.json.data.entry.at },
    });
    expect(verified.sentence).toContain('fixed by a time stamp up to entry');
    expect(verified.sentence).toContain('its signature and authority not checked here');
    expect(verifyCase(path, PASSPHRASE)).toMatchObject({ ok: true });
    expect(check()).toMatchObject({ status: 0, json: { data: { ok: true, authorityChecked: false } } });
    const checked = check('--ca', rsa.ca);
    expect(checked).toMatchObject({ status: 0, json: { data: { ok: true, authorityChecked: true } } });
    expect(checked.json.data.stamps).toMatchObject([{ fixes: before, faults: [] }]);
    // The same once more, and a file that is no answer.
    expect(take()).toMatchObject({ status: 1, json: { error: { code: 'timestamp-refused' } } });
    expect(take('q.tsq')).toMatchObject({ status: 1, json: { error: { code: 'timestamp-refused' } } });
  });

  test.each([
    ['elliptic curves', { key: 'ec' }],
    ['the certificate named by SHA-1', { ess: 'sha1' }],
  ] as const)('an authority with %s', (what, options) => {
    const other = authority(what.replaceAll(' ', '-'), options);
    request();
    other.answer(file('q.tsq'), file('a.tsr'));
    expect(take().status).toBe(0);
    expect(check('--ca', other.ca)).toMatchObject({ status: 0 });
    // Another authority does not stand behind it.
    const wrong = check('--ca', rsa.ca);
    expect(wrong.status).toBe(1);
    expect(faults(wrong)).toEqual(['none of the given certificates stands behind it']);
  });

  test('an answer to another question is refused, and nothing is changed', () => {
    const { head } = request().json.data.asked as { head: string };
    const entries = b.cli('info', path).json.data.entries as number;
    // Another number, over the right fingerprint.
    rsa.ask(hex(imprintOf(sha256, head)), file('other.tsq'));
    rsa.answer(file('other.tsq'), file('other.tsr'));
    expect(take('other.tsr').json.error.message).toContain('does not repeat the number of a request');
    // The right number, over another fingerprint.
    const query = readFileSync(file('q.tsq'));
    const at = query.indexOf(imprintOf(sha256, head));
    query.fill(7, at, at + 32);
    writeFileSync(file('changed.tsq'), query);
    rsa.answer(file('changed.tsq'), file('changed.tsr'));
    expect(take('changed.tsr').json.error.message).toContain('it stamps something else');
    expect(b.cli('info', path).json.data.entries).toBe(entries);
  });

  test('an altered answer is refused, wherever a byte of what is signed or of the signature was changed', () => {
    request();
    rsa.answer(file('q.tsq'), file('a.tsr'));
    const good = readFileSync(file('a.tsr'));
    // From the end: the signature; from the start: the stamped content, behind the status.
    for (const at of [good.length - 10, 120]) {
      const bytes = Buffer.from(good);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      writeFileSync(file('altered.tsr'), bytes);
      const answer = take('altered.tsr');
      expect(answer, `byte ${at}`).toMatchObject({
        status: 1,
        json: { error: { code: 'timestamp-refused' } },
      });
    }
    writeFileSync(file('cut.tsr'), good.subarray(0, -5));
    expect(take('cut.tsr')).toMatchObject({ status: 1 });
    expect(take().status).toBe(0);
  });

  test('granted with modifications is granted; a refusal says why', () => {
    request();
    rsa.answer(file('q.tsq'), file('a.tsr'));
    const bytes = readFileSync(file('a.tsr'));
    const status = bytes.indexOf(Buffer.from('020100', 'hex'));
    bytes[status + 2] = 1;
    writeFileSync(file('modified.tsr'), bytes);
    expect(take('modified.tsr').status).toBe(0);
    const picky = authority('picky', { digests: 'sha512' });
    picky.answer(file('q.tsq'), file('no.tsr'));
    const refused = take('no.tsr');
    expect(refused.status).toBe(1);
    expect(refused.json.error.message).toMatch(/the authority refused the request: “.+”/);
  });

  test('a certificate that was not valid at the time of the stamp', () => {
    const old = authority('old', { from: '20200101000000Z', to: '20200102000000Z' });
    request();
    old.answer(file('q.tsq'), file('a.tsr'));
    expect(take().json.error.message).toContain('its certificate was not valid at that time');
  });

  test('a token that was exchanged in the record is found', () => {
    request();
    rsa.answer(file('q.tsq'), file('a.tsr'));
    take();
    forge(path, (db) => db.exec(`UPDATE field SET value = '"3000"' WHERE name = 'token'`));
    const codes = (b.cli('verify', path).json.data.problems as { code: string }[]).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['field-wrong', 'timestamp-wrong']));
    expect(faults(check())).toEqual(['it is not readable as a time stamp']);
  });

  test('what is no certificate is refused', () => {
    writeFileSync(file('no.pem'), 'no certificate');
    expect(check('--ca', file('no.pem'))).toMatchObject({
      status: 2,
      json: { error: { code: 'wrong-use' } },
    });
    expect(check()).toMatchObject({ status: 0, json: { data: { ok: true, stamps: [] } } });
  });
});
