import * as z from 'zod';
import type { Bench } from '../../../support/cli.ts';
import { type CommandRow, entry, hash, instant, size } from './row.ts';

const step = z.looseObject({
  id: z.string(),
  title: z.string(),
  role: z.string().nullable(),
  state: z.enum(['open', 'done', 'skipped', 'reopened']),
});
const phase = z.looseObject({ id: z.string(), title: z.string(), steps: z.array(step).min(1) });
const deadline = z.looseObject({
  id: z.string(),
  title: z.string(),
  due: instant,
  state: z.enum(['running', 'met', 'met-late', 'overdue', 'void']),
  startedBy: hash,
});
const written = z.looseObject({ entry });

/** The commands of the plan, in an order in which each has what it needs. */
export function planRows(path: () => string, bench: () => Bench): CommandRow[] {
  const file = (): string => bench().path('plan.json');
  const action = (): string => {
    const { entries } = bench().cli('timeline', path(), '--kind', 'action').json.data as {
      entries: { id: string }[];
    };
    return entries[0]?.id ?? '';
  };
  const contained = ['--phase', 'containment', '--system', 'WEB01', '--what', 'blocked an address'];
  const due = ['--title', 'Tell the insurer', '--due', '2030-01-01 12:00'];
  const late = ['--via', 'e-mail', '--late-why', 'the owner slept'];
  return [
    [
      'plan show',
      () => ['plan', 'show', path()],
      0,
      z.looseObject({ title: z.string(), phases: z.array(phase).length(5) }),
    ],
    ['plan step', () => ['plan', 'step', path(), 'identify-snapshot', 'done'], 0, written],
    ['plan add', () => ['plan', 'add', path(), 'containment', 'Call the bank'], 0, written],
    [
      'plan export',
      () => ['plan', 'export', path(), file()],
      0,
      z.looseObject({ path: z.string(), size, sha256: hash }),
    ],
    [
      'plan print',
      () => ['plan', 'print', path(), '--out', bench().path('plan.html')],
      0,
      z.looseObject({ path: z.string(), size, sha256: hash }),
    ],
    ['plan import', () => ['plan', 'import', path(), file()], 0, written],
    ['action', () => ['action', path(), ...contained], 0, written],
    ['result', () => ['result', path(), action(), '--worked', 'yes'], 0, written],
    [
      'actions',
      () => ['actions', path()],
      0,
      z.looseObject({
        catalogue: z.array(z.looseObject({ id: z.string() })).min(1),
        actions: z.array(z.looseObject({ entry })).min(1),
      }),
    ],
    ['deadline set', () => ['deadline', 'set', path(), 'insurer', ...due], 0, written],
    [
      'deadline list',
      () => ['deadline', 'list', path()],
      0,
      z.looseObject({ deadlines: z.array(deadline).min(1) }),
    ],
    [
      'notify list',
      () => ['notify', 'list', path()],
      0,
      z.looseObject({ recipients: z.array(z.looseObject({ id: z.string(), state: z.string() })).min(1) }),
    ],
    ['notify add', () => ['notify', 'add', path(), 'Police', '--why', 'they asked'], 0, written],
    ['notify needed', () => ['notify', 'needed', path(), 'insurer', 'yes', '--why', 'they ask'], 0, written],
    [
      'notify draft',
      () => ['notify', 'draft', path(), 'amazon', '--out', bench().path('amazon.eml')],
      0,
      z.looseObject({
        path: z.string(),
        to: z.array(z.string()).min(1),
        cc: z.array(z.string()),
        subject: z.string(),
        sha256: hash,
        missing: z.array(z.string()),
      }),
    ],
    ['notify sent', () => ['notify', 'sent', path(), 'amazon', ...late], 0, written],
    ['notify answered', () => ['notify', 'answered', path(), 'amazon', 'Thank you'], 0, written],
    [
      'review',
      () => ['review', path(), 'show'],
      0,
      z.looseObject({
        texts: z.array(z.unknown()),
        items: z.array(z.unknown()),
        excerpts: z.array(z.unknown()),
        milestones: z.array(z.looseObject({ name: z.string(), at: instant.nullable() })).min(1),
      }),
    ],
    [
      'notify declined',
      () => ['notify', 'declined', path(), 'regulator', '--why', 'no personal data'],
      0,
      written,
    ],
  ];
}
