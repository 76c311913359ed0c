/** A case as a folder that stock tools check (RFC 8493). */
export const shareBag = {
  title: 'For a court, an insurer or an archive: a bag',
  text: 'A folder with the stored evidence, custody, timeline and the signed record, and lists of their hashes (BagIt, RFC 8493). Whoever has it checks it with sha256sum, or with Holdfast under “Check a file”. Nothing in it is encrypted.',
  make: 'Write a bag…',
  making: 'Writing the bag',
  failed: 'The bag was not written',
  ready: 'The bag is written',
  problems: 'The bag is written without evidence that does not have its hash',
  files: 'In it',
  filesIn: (files: string, size: string, exhibits: string) =>
    `${files} files, ${size}; the bytes of ${exhibits}`,
  leftOut: 'Without bytes',
  leftOutIn: (exhibits: string) => `${exhibits}; why stands in its bag-info.txt`,
  damaged: 'Not as recorded',
  hash: 'SHA-256 of its last list',
  hashHint: 'Tell it to the receiver in another way: it fixes every file.',
  copyHash: 'Copy the SHA-256 of the last list',
} as const;
