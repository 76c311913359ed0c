import { soundSentence } from '../../../domain/record/sound-sentence.ts';
import { headOf } from '../page.ts';
import { reportData } from '../report-data.ts';
import { reportPage, reportParts } from '../report-page.ts';
import { partDigest } from './carried-record.ts';
import { caseOfReport } from './case-of-report.ts';
import type { ReportCheck } from './check-report.ts';
import type { ReportRecord } from './report-record.ts';

/**
 * Makes the parts of a report again from the record in it, and names those that came out differently. So nothing of the
 * page rests on check values that came with it.
 * @param program what this version puts behind the button
 * @returns ids of parts; null where it cannot be done: a fork was admitted, or the numbers of a copy are not here
 */
export async function madeOtherwise(
  record: ReportRecord,
  check: ReportCheck,
  program: string,
  pause: () => Promise<void>,
): Promise<readonly string[] | null> {
  if (check.order.some(({ header }) => header.kind === 'admission')) return null;
  const { db, remove } = await caseOfReport(record, check, pause);
  try {
    const { version, written, checked, redact } = record;
    const gone = record.rows.map(([, , fields]) => fields.filter((field) => field.length === 2).length);
    const leftOut = {
      fields: gone.reduce((sum, n) => sum + n, 0),
      entries: gone.filter((n) => n > 0).length,
    };
    const at = Date.parse(checked);
    const sentence = soundSentence(check.entries, check.fixed, check.anchored, at);
    const data = reportData(
      db,
      Date.parse(written),
      version,
      { ok: true, sentence, at: checked },
      redact === 'none' ? null : { what: redact, ...leftOut },
    );
    const { before, after } = reportParts(data);
    const digests = new Map(record.parts);
    const other: string[] = [];
    const compare = ([id, digest]: readonly [string, string]): void => {
      if (digests.get(id) !== digest) other.push(id);
    };
    const { rows: _, format: __, ...rest } = record;
    compare(partDigest('head', headOf(reportPage(data, '', { ...rest, rows: [], program }), false)));
    for (const [id, part] of [...before, after]) {
      compare(partDigest(id, part()));
      await pause();
    }
    return other;
  } finally {
    remove();
  }
}
