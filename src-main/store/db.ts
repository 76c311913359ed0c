import type Database from 'better-sqlite3';
import type { Sql } from './sql.ts';
import { asCaseError } from './sqlite-error.ts';

declare const readable: unique symbol;
declare const writable: unique symbol;

/** A connection that a function may read from. Its signature says that it writes nothing. */
export interface ReadableDb {
  readonly [readable]: true;
  readonly path: string;
  get<Row>(query: Sql): Row | undefined;
  all<Row>(query: Sql): Row[];
  /** Rows one by one; the statement stays open until the loop ends. */
  each<Row>(query: Sql): IterableIterator<Row>;
  close(): void;
}

/** A connection that may also be written to. */
export interface WritableDb extends ReadableDb {
  readonly [writable]: true;
  run(query: Sql): { readonly changes: number };
  /** All or nothing, durable when it returns. A second level joins the first. */
  transaction<Result>(work: () => Result): Result;
}

export interface Watch {
  readonly onClose?: () => void;
  /** Called before each change becomes durable; what it throws takes the change back. */
  readonly beforeCommit?: () => void;
}

/**
 * Wraps a connection of the driver. Statements are kept by their text; the driver's errors become
 * `CaseError` where people can act on them.
 */
export function wrap(raw: Database.Database, path: string, watch: Watch = {}): WritableDb {
  const statements = new Map<string, Database.Statement<unknown[], unknown>>();
  const statement = (text: string): Database.Statement<unknown[], unknown> => {
    let found = statements.get(text);
    if (found === undefined) {
      found = raw.prepare<unknown[], unknown>(text);
      statements.set(text, found);
    }
    return found;
  };
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw asCaseError(error, path);
    }
  };
  const db = {
    path,
    get: <Row>(query: Sql) => guarded(() => statement(query.text).get(...query.values) as Row | undefined),
    all: <Row>(query: Sql) => guarded(() => statement(query.text).all(...query.values) as Row[]),
    // A statement of its own: the kept ones must not be busy while the loop's body asks again.
    each: <Row>(query: Sql) =>
      guarded(
        () => raw.prepare<unknown[], unknown>(query.text).iterate(...query.values) as IterableIterator<Row>,
      ),
    run: (query: Sql) =>
      guarded(() => {
        if (!raw.inTransaction) watch.beforeCommit?.();
        return { changes: statement(query.text).run(...query.values).changes };
      }),
    transaction: <Result>(work: () => Result): Result =>
      guarded(() => {
        if (raw.inTransaction) return work();
        const whole = (): Result => {
          const result = work();
          watch.beforeCommit?.();
          return result;
        };
        return raw.transaction(whole).immediate();
      }),
    close: () => {
      if (!raw.open) return;
      watch.onClose?.();
      raw.close();
    },
  };
  return db as unknown as WritableDb;
}
