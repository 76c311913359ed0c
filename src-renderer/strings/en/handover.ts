/** “I am off, you have it.” */
export const handover = {
  title: 'Hand-over',
  none: 'Nobody has handed over yet.',
  waiting: 'Not yet taken over',
  waitingLine: (from: string, to: string, when: string) => `${from} to ${to}, ${when}`,
  taken: (who: string) => `Taken over by ${who}`,
  superseded: 'Never taken over; a later one took its place',
  give: 'Hand over…',
  accept: 'Take over…',
  print: 'Print…',
  written: (file: string) => `Written, not encrypted: ${file}`,
  loadFailed: 'The hand-over could not be read.',
  printFailed: 'The page was not written.',
  failed: 'Not saved',
  giveForm: {
    title: 'Hand over',
    hint: 'This goes with it, as one entry that you sign. The other one signs that they have it.',
    to: 'Who takes over',
    note: 'What they must know',
    goes: (steps: number, deadlines: number) =>
      `${steps} open ${steps === 1 ? 'step' : 'steps'}, ${deadlines} running ${deadlines === 1 ? 'deadline' : 'deadlines'}, the last entries`,
    save: 'Hand over',
  },
  acceptForm: {
    all: 'What goes with it',
    title: 'Take over',
    text: (from: string, to: string, when: string) => `${from} handed over to ${to}, ${when}.`,
    steps: 'Open steps',
    deadlines: 'Running deadlines',
    last: 'The last entries before it',
    more: (n: number) => `${n} more`,
    own: (name: string) =>
      `You write as ${name}, who gave it. Both sign, each with a key of their own: choose who takes over under Authors, or let them do it in their copy.`,
    authors: 'To the authors',
    remark: 'Remark',
    save: 'Take over',
  },
} as const;
