/** How much of a mail is taken apart and listed. A larger or stranger one is evidence all the same; the record says so. */
export const LISTED = {
  /** Bytes of the file. */
  bytes: 25 * 1024 * 1024,
  /** ms of work. */
  time: 10_000,
  /** Bytes of all header lines of all parts. */
  headerBytes: 2 * 1024 * 1024,
  /** Parts within parts. */
  depth: 64,
  headers: 500,
  /** UTF-16 units of all listed header fields, and of one name. */
  headerText: 256 * 1024,
  nameText: 1000,
  attachments: 1000,
} as const;
