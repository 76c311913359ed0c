/** Local to a device; no part of any record. Losing it costs a new author key, never a case. */
export const profileSchema = [
  `CREATE TABLE IF NOT EXISTS author_key (
    key TEXT PRIMARY KEY, seed BLOB NOT NULL CHECK (length(seed) = 32),
    name TEXT NOT NULL, role TEXT NOT NULL, device TEXT NOT NULL, created TEXT NOT NULL
  ) STRICT`,
  // The last head that this device saw of each case and series of copies (`CASE/SERIES`): what makes a restored older file noticeable.
  `CREATE TABLE IF NOT EXISTS seen (
    record TEXT PRIMARY KEY, head TEXT NOT NULL, entries INTEGER NOT NULL, at TEXT NOT NULL
  ) STRICT`,
  // Name and place only. The salt tells a damaged first page from a wrong passphrase.
  `CREATE TABLE IF NOT EXISTS recent (path TEXT PRIMARY KEY, opened TEXT NOT NULL, salt BLOB) STRICT`,
  `CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT`,
] as const;
