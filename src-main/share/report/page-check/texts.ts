const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** What the check in the page says. */
export const texts = {
  title: 'Is this page as it was written?',
  notYet: '○ Not checked yet.',
  button: 'Check this report',
  running: (percent: number) => `Checking: ${percent} %`,
  good: '✓ Checked: no change was found in what can be checked here.',
  bad: (n: number) =>
    `✗ Checked: ${count(n, 'problem was', 'problems were')} found. Do not rely on this page.`,
  took: (seconds: string, native: boolean) =>
    `It took ${seconds} s${native ? '' : '; this browser cannot check signatures of this kind itself, so the page did'}.`,
  brokeOff: (why: string) => `The check broke off, so nothing was shown to be good: ${why}`,
  entries: (n: number) => `${count(n, 'entry', 'entries')}: hash, signature, and place in the sequence`,
  fields: (n: number) => `${count(n, 'field', 'fields')}: each value fits the hash that was signed`,
  leftOut: (n: number) =>
    `${count(n, 'field was', 'fields were')} left out of this report on purpose; only their hashes are here, and signatures hold without them`,
  withheld: (n: number) =>
    `${count(n, 'field was', 'fields were')} taken away in the case itself, by an entry that says why`,
  timeline: (n: number) => `Timeline: all ${count(n, 'line reads', 'lines read')} as the entries say`,
  parts: (n: number) =>
    `${count(n, 'other part', 'other parts')} of the page: not changed since they were written, by their check values`,
  proves: 'What this proves',
  provesPoints: [
    'Which key signed each entry of the timeline, and that nobody without such a key changed, removed or slipped in one.',
    'That nobody changed this page by mistake, or in passing.',
  ],
  provesNot: 'What it does not prove',
  provesNotPoints: [
    'That nobody made this page anew: whoever changes it on purpose can change this check as well. Let Holdfast check the file (“Check a file”, or “holdfast check FILE”), whose check is its own, and compare the SHA-256 of this file with the entry “Report written” in the case.',
    'That the parts before the timeline tell everything: they are what Holdfast made of the entries. The timeline has them all.',
    'That somebody who holds an author’s key did not write another history from the start, or cut off the end: compare the words below with somebody who was told them.',
    'That what people wrote is true, or their clocks right.',
    'That evidence was genuine before it was hashed.',
  ],
  badMeans:
    'Something in this page does not fit what was signed. This can be a fault in sending or saving it, or a change on purpose; the page cannot tell which.',
  more: (n: number) => `and ${n} more`,
  goTo: (number: number) => `go to entry ${number}`,
  now: 'What to do now',
  nowSteps: [
    'Keep this file as it is.',
    'Ask for the report again, or for the case file, from whoever wrote it.',
    'Compare its SHA-256 with the entry “Report written” in the case.',
  ],
  kept: 'Words or code that somebody kept',
  keptMeans:
    'Somebody who was told ten words earlier can read them out. They fix everything up to that moment, also against those who hold the keys.',
  compare: 'Compare',
  typeFirst: 'Type what they kept.',
  notUnderstood: 'Not understood.',
  known: (fixed: number, since: number) =>
    `✓ Known: they fix ${count(fixed, 'entry', 'entries')} of this report. ${since === 0 ? 'Nothing came later.' : `${count(since, 'entry', 'entries')} came later.`}`,
  unknown:
    '✗ Not known in this report: it is another record, or entries before that moment were changed or cut off.',
} as const;
