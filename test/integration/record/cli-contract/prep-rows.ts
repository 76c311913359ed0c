import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import type { Bench } from '../../../support/cli.ts';
import { type CommandRow, entry, hash, instant, size } from './row.ts';

const written = z.looseObject({ entry });
const file = z.looseObject({ path: z.string(), size, sha256: hash });

const defence = z.looseObject({
  id: z.string(),
  title: z.string(),
  owner: z.string(),
  last: z.looseObject({ at: instant, result: z.enum(['good', 'problem']) }).nullable(),
  due: instant.nullable(),
  state: z.enum(['never', 'none', 'ok', 'soon', 'overdue']),
});
const member = z.looseObject({ id: z.string(), name: z.string(), role: z.string(), phone: z.string() });
const finding = z.looseObject({
  id: z.string(),
  title: z.string(),
  state: z.enum(['open', 'fixed', 'accepted']),
});

/** The commands of the preparation, in an order in which each has what it needs. */
export function prepRows(bench: () => Bench): CommandRow[] {
  const plan = (): string => bench().path('prepared-plan.json');
  const span = ['--from', '2026-11-15', '--to', '2026-11-16'];
  return [
    [
      'prep organisation set',
      () => ['prep', 'organisation', 'set', '--legal', 'Shop Ltd', '--server', 'WEB01|web server|HS-4471'],
      0,
      written,
    ],
    [
      'prep team set',
      () => ['prep', 'team', 'set', 'Ada', '--for', 'role-owner', '--phone', '+49 30 5550', '--contact'],
      0,
      written,
    ],
    ['prep team list', () => ['prep', 'team', 'list'], 0, z.looseObject({ team: z.array(member).length(1) })],
    ['prep register set', () => ['prep', 'register', 'set', 'defence-ports', '--owner', 'Ada'], 0, written],
    ['prep register done', () => ['prep', 'register', 'done', 'defence-ports'], 0, written],
    [
      'prep register list',
      () => ['prep', 'register', 'list'],
      0,
      z.looseObject({ defences: z.array(defence).min(6) }),
    ],
    ['prep finding add', () => ['prep', 'finding', 'add', 'TLS 1.0 on WEB01'], 0, written],
    ['prep finding done', () => ['prep', 'finding', 'done', 'tls-1-0-on-web01', '--fixed'], 0, written],
    [
      'prep finding list',
      () => ['prep', 'finding', 'list'],
      0,
      z.looseObject({ findings: z.array(finding).length(1) }),
    ],
    [
      'prep review-log',
      () => ['prep', 'review-log', '--source', 'IIS on WEB01', ...span, '--found', 'nothing'],
      0,
      written,
    ],
    ['prep plan export', () => ['prep', 'plan', 'export', plan()], 0, file],
    ['prep plan import', () => ['prep', 'plan', 'import', planWith('Shop plan', plan())], 0, written],
    ['prep approve', () => ['prep', 'approve', '--by', 'Ada'], 0, written],
    ['prep sheet', () => ['prep', 'sheet', '--out', bench().path('grab.html')], 0, file],
    ['prep contacts', () => ['prep', 'contacts', '--out', bench().path('contacts.html')], 0, file],
    [
      'prep passphrase',
      () => ['prep', 'passphrase'],
      0,
      z.looseObject({ path: z.string(), passphrase: z.string().min(20) }),
    ],
    [
      'prep show',
      () => ['prep', 'show'],
      0,
      z.looseObject({
        path: z.string(),
        zone: z.string(),
        team: z.array(member),
        defences: z.array(defence),
        findings: z.array(finding),
        reviews: z.array(z.looseObject({ source: z.string(), from: instant, to: instant })).length(1),
        plan: z.looseObject({
          title: z.literal('Shop plan'),
          version: z.literal(2),
          approved: z.literal(true),
          approval: z.looseObject({ by: z.literal('Ada'), at: instant }),
          reviewDue: instant,
        }),
      }),
    ],
  ];
}

/** The same plan under another title, in the same file. */
function planWith(title: string, path: string): string {
  const plan = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  writeFileSync(path, JSON.stringify({ ...plan, title }));
  return path;
}
