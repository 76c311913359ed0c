/** Time stamps of authorities (RFC 3161) on the page of the witness. */
export const stamps = {
  title: 'Time stamps of an authority',
  hint: 'An authority signs that it saw the fingerprint, and when. It sees nothing else of the case.',
  ask: 'Ask for a time stamp…',
  bring: 'Bring in the answer…',
  asked: (file: string, n: string) =>
    n === '1' ? `${file} asks for a stamp of 1 entry.` : `${file} asks for a stamp of ${n} entries.`,
  askedHint:
    'Carry it to a device with a network and send it to a time-stamping authority (RFC 3161; your certificate provider or a public one). It answers with a file that ends in .tsr: bring that back here. The case can go on meanwhile.',
  none: 'No time stamp yet.',
  holds: (n: string) =>
    n === '1' ? 'the first entry stood like this' : `the first ${n} entries stood like this`,
  fails: 'does not hold',
  by: (authority: string) => `by ${authority}`,
  unasked: 'Whose certificates these are was not checked: anybody can make one.',
  check: 'Check with a certificate…',
  checkedWith: (file: string) =>
    `Checked with ${file}: one of its certificates stands behind each that holds.`,
  proves:
    'Whoever trusts the authority knows that these entries were there at that time, and that none of them was changed since.',
  imported: (file: string) => `${file} is in the record`,
  requestFailed: 'The request was not written.',
  importFailed: 'The answer was not taken in.',
  checkFailed: 'The time stamps were not checked.',
} as const;
