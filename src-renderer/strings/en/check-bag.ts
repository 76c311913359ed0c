/** Check a bag: a folder with lists of its files (RFC 8493). */
export const checkBag = {
  reading: 'Checking the bag',
  noPassphrase: 'A bag needs no passphrase. Each file in it is read and compared with its lists.',
  failed: 'This bag cannot be checked',
  of: 'Check a bag:',
  good: {
    title: 'No change was found in this bag',
    text: (n: string) =>
      n === '1'
        ? 'Its 1 file is the one that was put into it, and no other is there.'
        : `All ${n} files are those that were put into it, and no other is there.`,
    record: (n: string) =>
      n === '1'
        ? 'The 1 entry of its record is signed, and custody and evidence are what it says.'
        : `The ${n} entries of its record are signed and in sequence, and custody and evidence are what they say.`,
    other: 'It was not written by Holdfast: nothing but its own lists was compared.',
  },
  bad: {
    title: (n: string) =>
      n === '1' ? 'One problem was found in this bag' : `${n} problems were found in this bag`,
    text: 'Something in it is not what was put into it. Do not rely on it before you have compared it with the case.',
    meansText:
      'This can be a fault in copying the folder, or a change on purpose. The bag cannot tell which.',
    steps: [
      'Keep this folder as it is.',
      'Ask for the bag again, or for the case file, from whoever made it.',
      'Compare the hash below with the one that they wrote down.',
    ] as const,
  },
  checked: {
    files: 'Files of the bag, each against its hash',
    filesIn: (n: string, size: string) => `${n}, ${size}`,
    tagFiles: 'Files beside them: the lists themselves',
    custody: 'Events of custody, each against its entry',
    exhibits: 'Exhibits, each against its entry',
    leftOut: 'Exhibits without bytes in this bag, as its list says',
    timeline: 'The timeline: by its hash only, not against the record',
    record: 'A record of Holdfast: none is in it',
  },
  proves: {
    files: 'That every file is the one that its lists name.',
    record:
      'Which key signed each entry of the record, and that custody and the hashes of the evidence are what these entries say.',
    lists:
      'That the lists are the ones that were made: whoever changes a file can change the lists as well. Compare the hash below with the one that you were told.',
    notPoints: [
      'That what people wrote is true, or their clocks right.',
      'That evidence was genuine before it was hashed.',
    ] as const,
  },
  compareHeading: 'Ten words of the record in this bag',
  hash: 'SHA-256 of its last list (tagmanifest-sha256.txt)',
  noHash: 'There is no list that fixes the other lists.',
} as const;
