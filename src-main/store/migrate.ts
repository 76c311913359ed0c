import type Database from 'better-sqlite3';
import { APPLICATION_ID, migrations } from './migrations/index.ts';

/** Brings a file to the present schema, each step in one transaction with its version number. */
export function migrate(db: Database.Database): void {
  for (const step of migrations) {
    const version = Number(db.pragma('user_version', { simple: true }));
    if (version !== step.from) continue;
    db.transaction(() => {
      for (const statement of step.statements) db.exec(statement);
      db.pragma(`application_id=${APPLICATION_ID}`);
      db.pragma(`user_version=${step.to}`);
    })();
  }
}
