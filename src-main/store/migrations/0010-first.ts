/**
 * 0010: the first schema. `entry` and `field` are the record; all else is a view of them, or local.
 * No function, collation or virtual table of ours: any SQLCipher opens, reads and edits this file.
 * The triggers protect the record against our own bugs, not against people.
 */
export const first = [
  `CREATE TABLE entry (
    seq INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    header BLOB NOT NULL,
    signature BLOB NOT NULL CHECK (length(signature) = 64),
    author BLOB NOT NULL CHECK (length(author) = 32),
    writer BLOB NOT NULL CHECK (length(writer) = 16),
    n INTEGER NOT NULL CHECK (n >= 1)
  ) STRICT`,
  `CREATE INDEX entry_writer ON entry (author, writer, n)`,
  `CREATE TABLE field (
    entry BLOB NOT NULL,
    name TEXT NOT NULL,
    salt TEXT NOT NULL,
    value TEXT NOT NULL,
    digest BLOB NOT NULL CHECK (length(digest) = 32)
  ) STRICT`,
  `CREATE UNIQUE INDEX field_of_entry ON field (entry, name)`,

  // What an entry allowed to be missing or doubled.
  `CREATE TABLE withheld (entry BLOB NOT NULL, digest BLOB NOT NULL, by BLOB NOT NULL, PRIMARY KEY (entry, digest)) STRICT, WITHOUT ROWID`,
  `CREATE TABLE admitted (author BLOB NOT NULL, writer BLOB NOT NULL, n INTEGER NOT NULL, by BLOB NOT NULL, PRIMARY KEY (author, writer, n)) STRICT, WITHOUT ROWID`,

  // Views of the entries: rebuilt from them at any time (domain/projection).
  `CREATE TABLE timeline (number INTEGER PRIMARY KEY, entry TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, author TEXT NOT NULL, recorded INTEGER NOT NULL, occurred INTEGER, until INTEGER, phase TEXT) STRICT`,
  `CREATE INDEX timeline_occurred ON timeline (coalesce(occurred, recorded), number)`,
  `CREATE TABLE tag (number INTEGER NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (number, tag)) STRICT, WITHOUT ROWID`,
  `CREATE TABLE author (number INTEGER PRIMARY KEY, entry TEXT NOT NULL, key TEXT NOT NULL, name TEXT, role TEXT, device TEXT) STRICT`,
  `CREATE INDEX author_key ON author (key, number)`,
  `CREATE TABLE fact (number INTEGER PRIMARY KEY, entry TEXT NOT NULL, name TEXT, value TEXT) STRICT`,
  `CREATE INDEX fact_name ON fact (name, number)`,
  `CREATE TABLE exhibit (number INTEGER PRIMARY KEY, entry TEXT NOT NULL UNIQUE, series TEXT, serial INTEGER, mode TEXT, size INTEGER, sha256 TEXT) STRICT`,
  `CREATE INDEX exhibit_label ON exhibit (series, serial)`,
  `CREATE INDEX exhibit_sha256 ON exhibit (sha256)`,
  `CREATE TABLE custody (number INTEGER PRIMARY KEY, entry TEXT NOT NULL, evidence TEXT, event TEXT) STRICT`,
  `CREATE INDEX custody_evidence ON custody (evidence, number)`,
  `CREATE TABLE copy (number INTEGER PRIMARY KEY, entry TEXT NOT NULL, series TEXT) STRICT`,
  `CREATE TABLE about (number INTEGER NOT NULL, about TEXT NOT NULL, kind TEXT NOT NULL, entry TEXT NOT NULL) STRICT`,
  `CREATE UNIQUE INDEX about_number ON about (number, about)`,
  `CREATE INDEX about_kind ON about (kind, about, number)`,
  // These two depend on how entries hang together, not on single entries (FORMAT.md §10.2).
  `CREATE TABLE present (slot TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (slot, number)) STRICT, WITHOUT ROWID`,
  `CREATE TABLE branch (number INTEGER PRIMARY KEY, entry TEXT NOT NULL, followed_by INTEGER NOT NULL) STRICT`,
  `CREATE TABLE tip (entry BLOB PRIMARY KEY) STRICT, WITHOUT ROWID`,

  // Local: no part of the record.
  `CREATE TABLE local (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID`,
  `CREATE TABLE draft (place TEXT PRIMARY KEY, text TEXT NOT NULL, saved TEXT NOT NULL) STRICT, WITHOUT ROWID`,
  `CREATE TABLE evidence_blob (entry BLOB PRIMARY KEY, codec TEXT NOT NULL, bytes BLOB NOT NULL) STRICT`,
  `CREATE TABLE evidence_key (entry BLOB PRIMARY KEY, file TEXT NOT NULL, codec TEXT NOT NULL, identity TEXT NOT NULL) STRICT`,
  `CREATE TABLE merge_log (at TEXT NOT NULL, path TEXT NOT NULL, entries INTEGER NOT NULL, waiting INTEGER NOT NULL) STRICT`,
  `CREATE TABLE checkpoint (source TEXT PRIMARY KEY, part TEXT, place TEXT NOT NULL, saved TEXT NOT NULL) STRICT, WITHOUT ROWID`,
  `CREATE TABLE quarantine (hash BLOB PRIMARY KEY, header BLOB NOT NULL, signature BLOB NOT NULL, fields TEXT NOT NULL, reason TEXT NOT NULL, origin TEXT NOT NULL, arrived TEXT NOT NULL) STRICT`,

  `CREATE TRIGGER entry_never_changes BEFORE UPDATE ON entry
    BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END`,
  `CREATE TRIGGER entry_never_leaves BEFORE DELETE ON entry
    BEGIN SELECT RAISE(ABORT, 'an entry is never removed'); END`,
  // INSERT OR REPLACE would walk past the two above where recursive_triggers is off.
  `CREATE TRIGGER entry_never_replaced BEFORE INSERT ON entry
    WHEN EXISTS (SELECT 1 FROM entry WHERE hash = NEW.hash OR seq = NEW.seq)
      OR (EXISTS (SELECT 1 FROM entry WHERE author = NEW.author AND writer = NEW.writer AND n = NEW.n)
        AND NOT EXISTS (SELECT 1 FROM admitted WHERE author = NEW.author AND writer = NEW.writer AND n = NEW.n))
    BEGIN SELECT RAISE(ABORT, 'an entry is never replaced'); END`,
  `CREATE TRIGGER field_never_changes BEFORE UPDATE ON field
    BEGIN SELECT RAISE(ABORT, 'a field is never changed'); END`,
  `CREATE TRIGGER field_leaves_only_withheld BEFORE DELETE ON field
    WHEN NOT EXISTS (SELECT 1 FROM withheld WHERE entry = OLD.entry AND digest = OLD.digest)
    BEGIN SELECT RAISE(ABORT, 'a field is removed only by an entry that withholds it'); END`,
  `CREATE TRIGGER field_never_replaced BEFORE INSERT ON field
    WHEN EXISTS (SELECT 1 FROM field WHERE (entry = NEW.entry AND name = NEW.name) OR rowid = NEW.rowid)
    BEGIN SELECT RAISE(ABORT, 'a field is never replaced'); END`,
] as const;
