import { readEntry } from '../../src-main/casework/read-entry.ts';
import { fromHex } from '../../src-main/domain/bytes.ts';
import { totalOrder } from '../../src-main/domain/order.ts';
import { passphraseBytes } from '../../src-main/domain/passphrase.ts';
import { projectionTables, rowsOf } from '../../src-main/domain/projection/rows.ts';
import { standing } from '../../src-main/domain/projection/standing.ts';
import { subjectsOf } from '../../src-main/domain/projection/subject.ts';
import type { WritableDb } from '../../src-main/store/db.ts';
import { keyOfFile, openCaseForReading, openCaseForWriting } from '../../src-main/store/open-case.ts';
import {
  entriesAfter,
  entryByHash,
  fieldsOf,
  insertEntry,
  insertField,
} from '../../src-main/store/queries/entry.ts';
import { insertProjected } from '../../src-main/store/queries/projection.ts';
import { insertStanding } from '../../src-main/store/queries/standing.ts';
import { rawSql, sql } from '../../src-main/store/sql.ts';
import { PASSPHRASE } from './cli.ts';

/**
 * Puts the entries of another copy of a case into it and makes its tables anew (FORMAT.md §7.3, §10). The plainest
 * form of a merge, without any check: `verify` of the result is the check.
 */
export async function unite(path: string, other: string): Promise<void> {
  const key = await keyOfFile(path, passphraseBytes(PASSPHRASE));
  const source = openCaseForReading(other, { key: await keyOfFile(other, passphraseBytes(PASSPHRASE)) });
  const target = openCaseForWriting(path, { key });
  try {
    target.transaction(() => {
      for (const row of entriesAfter(source, 0, 1e6)) {
        if (entryByHash(target, row.hash) !== undefined) continue;
        insertEntry(target, row);
        for (const field of fieldsOf(source, row.hash)) insertField(target, field);
      }
      makeTables(target);
    });
  } finally {
    source.close();
    target.close();
  }
}

function makeTables(db: WritableDb): void {
  for (const table of [...Object.keys(projectionTables), 'present', 'branch', 'tip']) {
    db.run(sql`DELETE FROM ${rawSql(table)}`);
  }
  const order = totalOrder(
    entriesAfter(db, 0, 1e6).map((row) => {
      const entry = readEntry(db, row);
      const { parents, recorded } = entry.header;
      const slots = subjectsOf(entry).flatMap(({ slot }) => slot ?? []);
      return { id: entry.id, parents, recorded, slots, entry };
    }),
  );
  const followed = new Set<string>(order.flatMap(({ parents }) => parents));
  order.forEach(({ id, entry }, i) => {
    for (const row of rowsOf(entry, i + 1)) insertProjected(db, row);
    if (!followed.has(id)) db.run(sql`INSERT INTO tip (entry) VALUES (${fromHex(id)})`);
  });
  const { present, branches } = standing(order);
  insertStanding(db, {
    present: [...present].flatMap(([slot, numbers]) => numbers.map((number) => ({ slot, number }))),
    branches: [...branches].map(([number, count]) => ({
      number,
      entry: order[number - 1]?.id ?? '',
      followed_by: count,
    })),
  });
}
