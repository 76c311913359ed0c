/** What a check of a record can find. The code is for scripts, the sentence for people. */
const sentences = {
  'page-damaged':
    'Page {place} of the file, from byte {byte}, was changed or damaged: its check value does not fit.',
  'file-structure': 'The inner structure of the file is damaged: {reason}.',
  'schema-changed': 'The tables of the file are not those that Holdfast makes: {reason}.',
  'header-malformed': 'The header of entry {entry} is not readable.',
  'header-not-canonical':
    'The header of entry {entry} is not in its one spelling, so its bytes were changed.',
  'format-unknown': 'Entry {entry} has a format that this program does not know.',
  'hash-wrong': 'Entry {entry} does not fit its hash: its header was changed, or two entries were exchanged.',
  'signature-wrong': 'The signature of entry {entry} is not by the key it names.',
  'columns-wrong': 'The columns beside entry {entry} say something else than its signed header.',
  'case-wrong': 'Entry {entry} belongs to another case.',
  'case-id-wrong': 'The case id does not follow from the first entry and its author.',
  'genesis-wrong': 'A record starts with exactly one entry of kind case; {reason}.',
  'parent-missing': 'Entry {entry} follows entry {parent}, which is not there: an entry was removed.',
  'parent-later': 'Entry {entry} stands before entry {parent} that it follows: rows were exchanged.',
  fork: 'Entry {entry} is a second entry {n} of one writer: a rewritten history or a resumed virtual machine.',
  'writer-gap': 'Entry {entry} is number {n} of its writer, but number {missing} is not among its ancestors.',
  'writer-time': 'Entry {entry} has an earlier monotonic time than the one before it of the same writer.',
  'author-not-introduced': 'Entry {entry} is signed by a key that never introduced itself in this case.',
  'author-key-wrong': 'Entry {entry} introduces another key than the one that signed it.',
  'parents-not-tips':
    'Entry {entry} names a parent that another of its parents follows already: its writer did not have this record.',
  'opened-missing': 'Entry {entry} is the first of its writer but does not say with what it was written.',
  'field-wrong': 'Field {name} of entry {entry} was changed: it does not fit its signed digest.',
  'field-not-canonical': 'Field {name} of entry {entry} is not in its one spelling.',
  'field-missing': 'A field of entry {entry} was removed without an entry that withholds it.',
  'field-foreign': 'There are fields (row {place}) that belong to no entry.',
  'witness-unknown':
    'Somebody was told a fingerprint (entry {entry}) that names nothing in this record: what it stood for was taken away or written anew.',
  'timestamp-unknown':
    'A time stamp (entry {entry}) is over a fingerprint that names nothing in this record: what it stood for was taken away or written anew.',
  'timestamp-wrong': 'The time stamp that entry {entry} keeps is of something else than the entry says.',
  'too-large': 'Entry {entry} is larger than the format allows.',
  'projection-wrong': 'The table {table} shows something else for entry {entry} than the entry says.',
  'projection-missing': 'The table {table} lacks a row ({place}) that follows from the entries.',
  'projection-foreign': 'The table {table} has a row ({place}) that follows from no entry.',
  'evidence-changed': 'The stored bytes of {exhibit} are not the ones that were added: their hash differs.',
  'evidence-unreadable': 'The stored bytes of {exhibit} cannot be unpacked: {reason}.',
  'evidence-missing':
    'The stored bytes of {exhibit} are not here, and no entry says that they were released. Look whether the folder of sealed evidence lies beside the case.',
  'evidence-resealed':
    'The sealed file of {exhibit} is another one than was written ({place}): what is in it is the same, the file is not.',
  'evidence-foreign': 'There are stored bytes that belong to no exhibit ({place}).',
  'older-than-seen':
    'This device has seen {missing} newer entries of this case (up to {seen}): the end was cut off, or this is an older copy.',
} as const;

export type ProblemCode = keyof typeof sentences;

export interface RecordProblem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly entry?: string;
  readonly exhibit?: string;
  /** Page, row or byte. */
  readonly place?: string;
  /** SHA-256 of bytes that are others than were recorded, hex. */
  readonly hashes?: TwoHashes;
}

export interface TwoHashes {
  readonly recorded: string;
  readonly found: string;
}

export interface ProblemPlace {
  readonly entry?: string;
  readonly exhibit?: string;
  readonly place?: string;
  readonly hashes?: TwoHashes;
  readonly [detail: string]: unknown;
}

export function recordProblem(code: ProblemCode, at: ProblemPlace = {}): RecordProblem {
  const message = sentences[code].replace(/\{(\w+)\}/g, (_, name: string) => {
    const detail = at[name];
    const value = typeof detail === 'string' || typeof detail === 'number' ? String(detail) : '?';
    return /^[0-9a-f]{64}$/.test(value) ? value.slice(0, 8) : value;
  });
  return {
    code,
    message,
    ...(at.entry === undefined ? {} : { entry: at.entry }),
    ...(at.exhibit === undefined ? {} : { exhibit: at.exhibit }),
    ...(at.place === undefined ? {} : { place: at.place }),
    ...(at.hashes === undefined ? {} : { hashes: at.hashes }),
  };
}
