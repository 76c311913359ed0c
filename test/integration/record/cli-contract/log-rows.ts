import * as z from 'zod';
import type { Bench } from '../../../support/cli.ts';
import { type CommandRow, entry, hash, instant, size } from './row.ts';

const written = z.looseObject({ entry });
const log = z.looseObject({
  id: z.string(),
  title: z.string(),
  state: z.enum(['wanted', 'downloaded', 'reviewed', 'not-available']),
  exhibits: z.array(z.string()),
  missing: z.array(z.string()),
});
const stretch = z.strictObject({ from: instant, to: instant });

const exported = z.looseObject({
  path: z.string(),
  size,
  sha256: hash,
  leftOut: z.strictObject({ undated: size, outside: size }),
  shortened: size,
});

/** The commands of logs, backups, hand-over and extent, in an order in which each has what it needs. */
export function logRows(path: () => string, bench: () => Bench): CommandRow[] {
  const statement = (): string => {
    const { entries } = bench().cli('timeline', path(), '--kind', 'coverage').json.data as {
      entries: { id: string }[];
    };
    return entries[0]?.id ?? '';
  };
  const span = ['--from', '2026-11-17 01:00', '--to', '2026-11-17 02:00'];
  const iis = ['--source', 'IIS', '--host', 'WEB01', '--found', 'nothing'];
  const proof = ['--proof', 'ticket', '--reference', 'HS-48812'];
  return [
    [
      'log wanted list',
      () => ['log', 'wanted', 'list', path()],
      0,
      z.looseObject({ logs: z.array(log).min(8) }),
    ],
    ['log wanted add', () => ['log', 'wanted', 'add', path(), 'Mail', '--host', 'MX1'], 0, written],
    ['log wanted downloaded', () => ['log', 'wanted', 'downloaded', path(), 'log-iis', 'EV-001'], 0, written],
    [
      'log wanted reviewed',
      () => ['log', 'wanted', 'reviewed', path(), 'log-iis', '--found', 'nothing'],
      0,
      written,
    ],
    [
      'log wanted missing',
      () => ['log', 'wanted', 'missing', path(), 'Cloudflare', '--why', 'the plan keeps none'],
      0,
      written,
    ],
    ['log covered', () => ['log', 'covered', path(), ...iis, ...span], 0, written],
    [
      'log coverage',
      () => ['log', 'coverage', path(), '--since', '2026-11-17 00:30', '--until', '2026-11-17 03:00'],
      0,
      z.looseObject({
        whole: stretch,
        logs: z
          .array(
            z.looseObject({
              source: z.string(),
              host: z.string().nullable(),
              gaps: z.array(stretch),
              read: z.enum(['whole', 'part', 'none']),
            }),
          )
          .min(8),
      }),
    ],
    ['log uncovered', () => ['log', 'uncovered', path(), statement(), '--why', 'the wrong day'], 0, written],
    ['log rotation stopped', () => ['log', 'rotation', 'stopped', path(), 'nightly'], 0, written],
    [
      'log rotation confirmed',
      () => ['log', 'rotation', 'confirmed', path(), 'nightly', ...proof],
      0,
      written,
    ],
    [
      'log rotation list',
      () => ['log', 'rotation', 'list', path()],
      0,
      z.looseObject({
        rotations: z
          .array(z.looseObject({ job: z.literal('nightly'), state: z.literal('confirmed') }))
          .length(1),
      }),
    ],
    [
      'log rotation resumed',
      () => ['log', 'rotation', 'resumed', path(), 'nightly', '--why', 'full'],
      0,
      written,
    ],
    [
      'extent set',
      () => ['extent', 'set', path(), 'systems', 'WEB01', 'affected', '--by', 'Ada'],
      0,
      written,
    ],
    [
      'extent list',
      () => ['extent', 'list', path()],
      0,
      z.looseObject({
        items: z.array(z.looseObject({ of: z.literal('systems'), item: z.string() })).length(1),
      }),
    ],
    [
      'share timesketch',
      () => ['share', 'timesketch', path(), bench().path('timeline.jsonl')],
      0,
      exported.extend({ entries: size }),
    ],
    [
      'share plaso',
      () => ['share', 'plaso', path(), bench().path('timeline-plaso.csv')],
      0,
      exported.extend({ entries: size }),
    ],
    ['plan link', () => ['plan', 'link', path(), 'identify-logs', '--evidence', 'EV-001'], 0, written],
    ['handover', () => ['handover', path(), '--to', 'Hosting security'], 0, written],
    [
      'handover',
      () => ['handover', path(), '--out', bench().path('handover.html')],
      0,
      z.looseObject({ path: z.string(), size, sha256: hash }),
    ],
  ];
}
