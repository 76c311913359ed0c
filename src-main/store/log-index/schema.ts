/** Version of the layout; an index of another one is thrown away and made again. */
export const LOG_INDEX_VERSION = 3;

/**
 * Tables of the index of logs. All of it can be made again from the exhibits. No id is used twice: who reads asks for
 * what came behind the last one, and keeps what has one.
 */
export const logIndexSchema: readonly string[] = [
  // One file, or one member of an archive, that was read.
  `CREATE TABLE IF NOT EXISTS source (
     id INTEGER PRIMARY KEY AUTOINCREMENT,
     exhibit TEXT NOT NULL, member TEXT NOT NULL, reader TEXT NOT NULL, given TEXT NOT NULL,
     done INTEGER NOT NULL DEFAULT 0, total_rows INTEGER NOT NULL DEFAULT 0, bytes INTEGER NOT NULL DEFAULT 0,
     undated INTEGER NOT NULL DEFAULT 0, first REAL, last REAL, problems TEXT NOT NULL DEFAULT '{}',
     proof TEXT NOT NULL DEFAULT 'unknown', compared INTEGER NOT NULL DEFAULT 0, marks INTEGER NOT NULL DEFAULT 0,
     UNIQUE (exhibit, member)
   ) STRICT`,
  // Rows of a source that stand in another one, too: a log and a later copy of it.
  `CREATE TABLE IF NOT EXISTS repeat (
     source INTEGER NOT NULL, from_row INTEGER NOT NULL, total_rows INTEGER NOT NULL,
     other INTEGER NOT NULL, other_row INTEGER NOT NULL
   ) STRICT`,
  // What rows need to be understood, such as the heading in force.
  `CREATE TABLE IF NOT EXISTS context (
     id INTEGER PRIMARY KEY AUTOINCREMENT, source INTEGER NOT NULL, text TEXT NOT NULL
   ) STRICT`,
  // Up to 65,536 rows of one source.
  `CREATE TABLE IF NOT EXISTS segment (
     id INTEGER PRIMARY KEY AUTOINCREMENT, source INTEGER NOT NULL, total_rows INTEGER NOT NULL,
     undated INTEGER NOT NULL,
     first REAL, last REAL, blocks TEXT NOT NULL, contexts TEXT NOT NULL, filters BLOB NOT NULL
   ) STRICT`,
  `CREATE INDEX IF NOT EXISTS segment_of_source ON segment (source)`,
  // One column of a segment: packed numbers, or numbers of words.
  `CREATE TABLE IF NOT EXISTS column_data (
     segment INTEGER NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, data BLOB NOT NULL,
     UNIQUE (segment, name)
   ) STRICT`,
  // The rows' own text, packed.
  `CREATE TABLE IF NOT EXISTS block (
     segment INTEGER NOT NULL, place INTEGER NOT NULL, data BLOB NOT NULL, UNIQUE (segment, place)
   ) STRICT`,
  // Distinct values of a text column in the order of their numbers, in pieces.
  `CREATE TABLE IF NOT EXISTS word (id INTEGER PRIMARY KEY, name TEXT NOT NULL, data BLOB NOT NULL) STRICT`,
  // The first ones of each kind; how many there are stands with the source.
  `CREATE TABLE IF NOT EXISTS problem (
     source INTEGER NOT NULL, kind TEXT NOT NULL, line INTEGER NOT NULL, at INTEGER NOT NULL, detail TEXT NOT NULL
   ) STRICT`,
  `CREATE INDEX IF NOT EXISTS problem_of_source ON problem (source)`,
];
