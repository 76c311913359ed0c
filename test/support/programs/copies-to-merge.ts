// Run as a program: `node copies-to-merge.ts FOLDER PASSPHRASE ENTRIES` makes three files of one case there: here.holdfast,
// long.holdfast with ENTRIES more, and damaged.holdfast, in which somebody changed a text. A test in the window starts
// it, because its driver loads no SQLite.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { extendCase, generateCase } from '../generate-record.ts';
import { forge } from '../independent.ts';

const [folder = '', passphrase = '', entries = '0'] = process.argv.slice(2);
const file = (name: string): string => join(folder, `${name}.holdfast`);

async function make(): Promise<void> {
  await generateCase(file('here'), { entries: 20, seed: 1, passphrase });
  for (const name of ['long', 'damaged']) copyFileSync(file('here'), file(name));
  await extendCase(file('long'), { entries: Number(entries), seed: 2, passphrase });
  await extendCase(file('damaged'), { entries: 5, seed: 3, passphrase });
  forge(
    file('damaged'),
    (db) => {
      const { row } = db
        .prepare("SELECT max(rowid) AS row FROM field WHERE name = 'text'")
        .get<{ row: number }>() ?? { row: 0 };
      db.prepare('UPDATE field SET value = ? WHERE rowid = ?').run(['"changed afterwards"', row]);
    },
    passphrase,
  );
}

void make();
