import { createHash } from 'node:crypto';
import type { InterchangeFormat, LeftOut } from '../contract/interchange.ts';
import type { LogExported } from '../contract/log-export.ts';
import { sizeText } from '../domain/size-text.ts';
import { type JobEnds, ask } from './call.ts';
import type { CliContext } from './context.ts';
import { reserveNew } from './new-file.ts';

export interface Wish {
  /** As typed. */
  readonly out: string;
  readonly format: InterchangeFormat;
  /** Of rows of logs, empty for all of them; null for the entries of the timeline. */
  readonly query: string | null;
  readonly since: string | undefined;
  readonly until: string | undefined;
  readonly zone: string | undefined;
}

interface Means {
  readonly context: CliContext;
  readonly jobs: JobEnds;
}

/** Writes events into a new file and says what is not in it. @throws CaseError `already-exists`, `wrong-use` and the like */
export async function exportEvents({ context, jobs }: Means, wish: Wish): Promise<void> {
  const path = context.path(wish.out);
  if (wish.query === null) await exportEntries(context, path, wish);
  else await exportRows({ context, jobs }, path, wish.query, wish);
}

async function exportEntries(
  context: CliContext,
  path: string,
  { format, since, until }: Wish,
): Promise<void> {
  const place = reserveNew(context, path);
  try {
    const { text, entries, leftOut, shortened } = await ask(context, 'timeline.export', {
      ...(since === undefined ? {} : { since }),
      ...(until === undefined ? {} : { until }),
      by: 'occurred',
      format,
    });
    const bytes = Buffer.from(text);
    place.write(bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    context.output.done(
      { path, size: bytes.length, sha256, entries, leftOut, shortened },
      [
        `${path}: ${entries} entries, ${sizeText(bytes.length)}, not encrypted`,
        ...missing({ leftOut, shortened }),
        `  sha256 ${sha256}`,
      ].join('\n'),
    );
  } finally {
    place.leave();
  }
}

async function exportRows(
  { context, jobs }: Means,
  path: string,
  query: string,
  { format, since, until, zone }: Wish,
): Promise<void> {
  const started = await ask(context, 'log.export', {
    query,
    since: since ?? null,
    until: until ?? null,
    ...(zone === undefined ? {} : { zone }),
    format,
    path,
  });
  const made = (await jobs.result(started)) as LogExported;
  const { rows, matched, size, sha256, masked, notSearched } = made;
  context.output.done(
    made,
    [
      `${path}: ${rows} of the ${matched} rows that fit, ${sizeText(size)}, not encrypted`,
      ...missing(made),
      ...(masked === 0 ? [] : [`  ids of sessions are *** in: ${masked}`]),
      ...(notSearched.length === 0 ? [] : [`  not, or not wholly, searched: ${notSearched.join(', ')}`]),
      `  sha256 ${sha256}`,
    ].join('\n'),
  );
}

const missing = ({ leftOut: { undated, outside }, shortened }: LeftOut): string[] => [
  ...(undated === 0 ? [] : [`  left out, because they have no time: ${undated}`]),
  ...(outside === 0
    ? []
    : [`  left out, because their year is outside of what the format holds: ${outside}`]),
  ...(shortened === 0 ? [] : [`  of which the beginning stands there (over 32,766 bytes): ${shortened}`]),
];
