import { writeFileSync } from 'node:fs';
import * as z from 'zod';
import type { Bench } from '../../../support/cli.ts';
import { type CommandRow, entry, hash, instant } from './row.ts';

const LOG =
  '#Fields: date time cs-method cs-uri-stem cs-uri-query c-ip sc-status\n' +
  '2026-11-17 01:00:00 GET /uploads/x.cfm c=whoami 203.0.113.9 200\n';

const written = z.looseObject({ entry });
const row = z.looseObject({
  ref: z.string(),
  exhibit: z.literal('EV-001'),
  line: z.literal(2),
  time: z.string(),
  raw: z.string(),
});
const counts = { matched: z.int(), looked: z.int() };
const finding = z.looseObject({
  id: z.string(),
  rule: z.string(),
  title: z.string(),
  about: z.string(),
  detail: z.string(),
  rows: z.int(),
  evidence: z.array(z.string()).min(1),
  query: z.string().nullable(),
  isExact: z.boolean(),
  first: instant.nullable(),
  dismissed: z.null(),
  pinned: z.array(hash),
});

/** The commands of searched logs, on a case of their own: rows are found in the logs that it holds. */
export function logIndexRows(bench: () => Bench): CommandRow[] {
  const path = (): string => bench().path('logs.holdfast');
  const file = (): string => {
    const log = bench().path('u_ex261117.log');
    writeFileSync(log, LOG);
    bench().cli('new', path(), '--title', 'Logs', '--zone', 'UTC');
    return log;
  };
  return [
    [
      'log import',
      () => {
        const log = file();
        return ['log', 'import', path(), log];
      },
      0,
      z.looseObject({ rows: z.literal(1), problems: z.literal(0), sources: z.array(z.unknown()).length(1) }),
    ],
    ['log sources', () => ['log', 'sources', path()], 0, z.looseObject({ rows: z.literal(1) })],
    [
      'log search',
      () => ['log', 'search', path(), 'whoami'],
      0,
      z.looseObject({ ...counts, rows: z.array(row).length(1) }),
    ],
    [
      'log stats',
      () => ['log', 'stats', path(), '--by', 'address'],
      0,
      z.looseObject({ ...counts, by: z.literal('address'), values: z.array(z.unknown()).length(1) }),
    ],
    [
      'log row',
      () => ['log', 'row', path(), 'EV-001:2'],
      0,
      z.looseObject({ row, sha256: hash, fields: z.array(z.unknown()).length(7), meaning: z.null() }),
    ],
    [
      'log findings',
      () => ['log', 'findings', path()],
      0,
      z.looseObject({
        findings: z.array(finding).length(2),
        dismissed: z.literal(0),
        notShown: z.array(z.unknown()).length(0),
        incomplete: z.array(z.string()).length(0),
        state: z.literal('current'),
      }),
    ],
    ['log pin', () => ['log', 'pin', path(), '--finding', 'web-shell-command'], 0, written],
    ['log dismiss', () => ['log', 'dismiss', path(), 'web-script', '--why', 'a test of ours'], 0, written],
    ['log reopen', () => ['log', 'reopen', path(), 'web-script', '--why', 'no test of ours'], 0, written],
    ['log index drop', () => ['log', 'index', 'drop', path()], 0, z.looseObject({})],
  ];
}
