/** Witness: the fingerprint of the record, told to somebody outside. */
export const witness = {
  title: 'Witness',
  subtitle: 'somebody outside who can say later that nothing was changed',
  fingerprint: (n: string) => (n === '1' ? 'Fingerprint of 1 entry' : `Fingerprint of all ${n} entries`),
  hint: 'read it out, let it be read back',
  newer: (n: string) =>
    n === '1' ? '1 entry came after these words' : `${n} entries came after these words`,
  renew: 'Show the present words',
  words: 'Ten words of the fingerprint',
  code: 'Short code',
  copyCode: 'Copy the short code',
  codeCopied: 'Short code copied',
  large: 'Show it large',
  qr: 'QR code of the fingerprint: case, fingerprint, number of entries and short code',
  qrHint: 'A telephone that photographs this keeps the whole fingerprint; it opens no address.',
  cameSince: 'What came since',
  cameMore: (n: string) => `and ${n} more`,
  told: 'Told to',
  toldHint: 'a name and, best, a firm',
  toldMissing: 'Say who was told.',
  how: 'How',
  means: {
    telephone: 'Phone',
    'in-person': 'In person',
    message: 'Message',
    paper: 'On paper',
  },
  when: 'When',
  now: 'now',
  whenHint: 'when they were told: now, or 02:14, yesterday 23:10, 2026-11-24 02:13',
  understood: (time: string) => `understood: ${time}`,
  record: 'Record who was told',
  recorded: (who: string) => `Recorded: ${who} was told`,
  notRecorded: 'Not recorded.',
  proves:
    'Whoever keeps these words can prove later that none of these entries was changed, added before them or taken away.',
  before: 'Told before',
  beforeNone: 'Nobody was told yet. Until then the record rests on the keys alone.',
  beforeRow: (who: string, how: string, n: string) => `${who}, ${how}, entries 1 to ${n}`,
  since: (n: string) => (n === '0' ? 'nothing since' : `${n} since`),
  check: 'Check what somebody kept',
  checkHint: 'Type the ten words or the short code that they read back to you.',
  checkLabel: 'Words or code',
  checkButton: 'Check',
  checkEmpty: 'Type the words or the code.',
  known: (n: string) =>
    n === '1'
      ? 'Known: the first entry stands as it was.'
      : `Known: the first ${n} entries stand as they were.`,
  knownHint: (n: string) =>
    n === '0' ? 'Nothing came after.' : n === '1' ? '1 entry came after.' : `${n} entries came after.`,
  unknown: 'Not known: this record has no such fingerprint.',
  unknownHint:
    'Ask for the words once more. If they are right, entries were cut off or written anew, or this is another case.',
  notUnderstood: 'Not checked.',
  failed: 'The fingerprint could not be read.',
} as const;
