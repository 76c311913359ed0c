/** Check a report: a web page that carries its record. */
export const checkReport = {
  reading: 'Checking the report',
  noPassphrase: 'A report needs no passphrase. Nothing in it is run.',
  failed: 'This file cannot be checked',
  of: 'Check a report:',
  good: {
    title: 'No change was found in this report',
    text: (n: string) =>
      `${n === '1' ? 'Its 1 entry is' : `All ${n} entries are`} signed and in sequence, and the timeline shows what they say.`,
    parts: 'No other part was changed since it was written.',
  },
  bad: {
    title: (n: string) =>
      n === '1' ? 'One problem was found in this report' : `${n} problems were found in this report`,
    text: 'Something in it does not fit what was signed. Do not rely on it before you have compared it with the case.',
    first: (n: string) => (n === '1' ? 'The problem' : `${n} problems`),
    more: (n: string) => `and ${n} more`,
    entry: (n: string) => `entry ${n}`,
    meansText:
      'This can be a fault in sending or saving the file, or a change on purpose. The file cannot tell which.',
    steps: [
      'Keep this file as it is.',
      'Ask for the report again, or for the case file, from whoever wrote it.',
      'Compare its SHA-256 with the entry “Report written” in the case.',
    ] as const,
  },
  checked: {
    lines: 'Lines of the timeline, each against its entry',
    parts: 'Other parts, against their check values',
    again: 'Other parts, made again from the entries and compared',
    fields: 'Fields, each against the hash that was signed',
    leftOut: 'Left out of this report on purpose: not in it, so not checked',
    withheld: 'Taken away in the case, by an entry that says why',
    program: 'The button in the page: its program is the one of this version',
    otherVersion: 'The button in the page: written by another version',
    yes: 'same',
    fieldsUnit: (n: string) => (n === '1' ? '1 field' : `${n} fields`),
  },
  proves: {
    points: [
      'Which key signed each entry of the timeline, and that nobody without such a key changed, removed or slipped in one.',
    ] as const,
    again: 'That the other parts say what Holdfast makes of these entries.',
    parts:
      'That the parts before the timeline tell everything: they are what Holdfast made of the entries. Whoever makes a report anew on purpose can make those parts, and their check values, too.',
    notPoints: [
      'That this is the report that was written: the case has its SHA-256 in the entry “Report written”.',
      'That what people wrote is true, or their clocks right.',
      'That evidence was genuine before it was hashed.',
    ] as const,
  },
  compareHeading: 'Ten words of the record in this report',
} as const;
