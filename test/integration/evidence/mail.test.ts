import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EvidenceAdded, Mail } from '../../../src-main/contract/evidence.ts';
import { mailListing } from '../../../src-main/engine/usecases/mail-listing.ts';
import type { Examined } from '../../../src-main/evidence/examine.ts';
import { bundled } from '../../support/bundled.ts';
import { type Bench, bench } from '../../support/cli.ts';
import { customerMail, innerMail, latinText, picture, sha256Of } from '../../support/mail.ts';
import { type OpenEngine, openEngine } from '../../support/open-engine.ts';
import { smallCase } from '../../support/small-case.ts';
let b: Bench;
let engine: OpenEngine;

beforeAll(async () => {
  b = bench('mail');
  engine = openEngine(b.path('profile'));
  await engine.open(await smallCase(b.path('case.holdfast'), b.path('profile')));
});

afterAll(async () => {
  await engine.close();
  b.clean();
});

async function added(name: string, content: string | Uint8Array): Promise<Mail | undefined> {
  writeFileSync(b.path(name), content);
  const { exhibits, failed } = (await engine.job('evidence.add', {
    paths: [b.path(name)],
    mode: 'reference',
  })) as EvidenceAdded;
  expect(failed).toEqual([]);
  return exhibits[0]?.mail;
}

test('a mail shows its headers as they stand, and its attachments with the hash of their own bytes', async () => {
  const mail = await added('customer.eml', customerMail());
  expect(mail?.headers.map(({ name }) => name)).toEqual([
    'Received',
    'Received',
    'From',
    'To',
    'Cc',
    'Subject',
    'Date',
    'Message-ID',
  ]);
  expect(mail?.headers[0]?.value).toContain('4471; Tue, 17 Nov 2026 01:14:02 +0000');
  expect(mail?.headers[2]).toEqual({
    name: 'From',
    value: '=?UTF-8?Q?J=C3=B6rg_Kunde?= <joerg@example.org>',
    decoded: 'Jörg Kunde <joerg@example.org>',
  });
  expect(mail?.headers[5]?.decoded).toBe('Seltsame Bestellung ✓');
  expect(mail?.headers[7]).toEqual({ name: 'Message-ID', value: '<4471@example.org>' });
  expect(mail?.attachments).toMatchObject([
    { name: 'order.png', type: 'image/png', size: picture.length, sha256: sha256Of(picture) },
    { name: 'größe.txt', type: 'text/plain', size: latinText.length, sha256: sha256Of(latinText) },
    { type: 'message/rfc822', sha256: sha256Of(innerMail.replaceAll('\r\n', '\n')) },
  ]);
  expect(mail?.note).toBeUndefined();
});

test('what is no .eml is not taken apart', async () => {
  expect(await added('customer.log', customerMail())).toBeUndefined();
});

const nested = (depth: number): string => {
  const levels = Array.from({ length: depth }, (_, i) => i);
  return `Subject: deep\r\n${levels.map((i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`).join('')}\r\nx`;
};

test.each<readonly [string, string | Uint8Array, Partial<{ headers: number; note: RegExp }>]>([
  ['nested a thousand deep', nested(1000), { headers: 1, note: /attachments could not be listed/ }],
  ['a header of 12 MiB', `X-A: ${'a'.repeat(12 * 1024 * 1024)}\r\n\r\nx`, { headers: 0, note: /./ }],
  [
    'a subject of 1 MiB',
    `From: a@b\r\nSubject: ${'a'.repeat(1024 * 1024)}\r\n\r\nx`,
    { headers: 1, note: /more header/ },
  ],
  ['a hundred thousand headers', 'Received: x\r\n'.repeat(100_000), { headers: 500, note: /more header/ }],
  ['an empty file', '', { headers: 0, note: /No header field/ }],
  [
    'bytes that are no text',
    Buffer.from(Array.from({ length: 65_536 }, (_, i) => (i * 31) % 256)),
    { headers: 0 },
  ],
  [
    'half of a character in a name',
    'Subject: x\r\nContent-Disposition: attachment; filename="\\ud800"\r\n\r\nx',
    { headers: 1 },
  ],
  [
    'a charset that does not exist',
    'Subject: =?x-none?B?w7Y=?=\r\nContent-Type: text/plain; charset=x-none\r\n\r\nö',
    { headers: 1 },
  ],
  [
    'many parts',
    `Subject: parts\r\nContent-Type: multipart/mixed; boundary=p\r\n\r\n${'--p\r\nContent-Type: image/png\r\n\r\nx\r\n'.repeat(3000)}--p--`,
    { headers: 1, note: /Of 3000 attachments, the first 1000/ },
  ],
  ['encoded words without end', `Subject: ${'=?UTF-8?Q?'.repeat(20_000)}\r\n\r\nx`, { headers: 1 }],
])(
  'a hostile mail is taken in as any file and costs its listing at most: %s',
  async (name, content, expected) => {
    const mail = await added(`${sha256Of(name).slice(0, 8)}.eml`, content);
    expect(mail?.headers.length).toBe(expected.headers);
    if (expected.note !== undefined) expect(mail?.note).toMatch(expected.note);
  },
);

test('a mail over 25 MiB is not taken apart, and the record says so', async () => {
  const mail = await added(
    'large.eml',
    Buffer.concat([Buffer.from(customerMail()), Buffer.alloc(26 * 1024 * 1024)]),
  );
  expect(mail).toEqual({ headers: [], attachments: [], note: expect.stringMatching(/larger than/) });
});

test('a listing that does not end is ended, and so is one that is given other bytes', async () => {
  const folder = b.path('workers');
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'mail.cjs'),
    "require('node:worker_threads').parentPort.on('message', () => { for (;;); });",
  );
  const host = { workers: { folder, extension: 'cjs' as const } };
  const eml = b.path('late.eml');
  writeFileSync(eml, customerMail());
  const examined = { kind: 'file', size: 100, hashes: { sha256: sha256Of(customerMail()) } } as Examined;
  const started = performance.now();
  const late = await mailListing(host as never, Buffer.from(eml), examined, 200);
  expect(late).toMatchObject({ headers: [], note: expect.stringMatching(/within 0.2 s/) });
  expect(performance.now() - started).toBeLessThan(5000);

  const other = { ...examined, hashes: { sha256: sha256Of('other') } } as Examined;
  const real = { workers: bundled.workers } as never;
  expect(await mailListing(real, Buffer.from(eml), other)).toMatchObject({
    note: expect.stringMatching(/changed before/),
  });
  expect((await mailListing(real, Buffer.from(eml), examined))?.headers).toHaveLength(8);
});
