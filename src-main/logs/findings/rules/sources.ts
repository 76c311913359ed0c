import { logReaders } from '../../readers/index.ts';
import { EVENTS, type Rule } from '../rule.ts';

const ALL = logReaders.map(({ id }) => id);

/** What logs do not say, and clocks that are not to be trusted. */
export const sourceRules: readonly Rule[] = [
  {
    id: 'syslog-logon-burst',
    title: 'Logons by SSH failed again and again',
    why: 'Somebody or something guesses passwords.',
    next: 'Did the same address get in (“Accepted”)? For which accounts was it tried?',
    falsePositives: 'A job with an old key or password. Every server on the Internet is tried all day.',
    attack: ['T1110.001'],
    formats: ['syslog', 'netfilter'],
    detector: { kind: 'burst', line: 'action:Failed', by: 'address', rows: 10, seconds: 300 },
  },
  {
    id: 'syslog-failed-then-success',
    title: 'Many logons by SSH failed, then one from the same address succeeded',
    why: 'A password was guessed, or somebody remembered it at last.',
    next: 'Ask the owner of the account. If it was not them: end the session, and follow what it did.',
    falsePositives: 'A person who mistyped, or a script that was corrected.',
    attack: ['T1110.001', 'T1078'],
    formats: ['syslog', 'netfilter'],
    detector: {
      kind: 'sequence',
      first: 'action:Failed',
      after: 'action:Accepted',
      by: 'address',
      atLeast: 5,
      seconds: 3600,
    },
  },
  {
    id: 'source-silent',
    title: 'A log is silent for longer than it usually is',
    why: 'Nothing happened, nothing was recorded, or something was taken out.',
    next: 'Was the computer off? Do other logs have rows in that time? Say in the coverage that this time is not covered.',
    falsePositives: 'Nights, weekends, maintenance.',
    attack: ['T1070', 'T1562.002'],
    formats: ALL,
    // Fewer rows have no usual gap; half an hour without a visitor is nothing yet in a small shop.
    detector: { kind: 'silent', rows: 500, seconds: 1800 },
  },
  {
    id: 'source-clock-back',
    title: 'The time in a log goes back',
    why: 'The clock was set, two logs were joined, or rows were put in later.',
    next: 'Look at the rows beside each jump. Do not trust the order of these times without another log.',
    falsePositives: 'Logs of several servers in one file. Long requests, which are written when they end.',
    attack: ['T1070.006'],
    formats: ALL,
    // Web servers write a request when it ends: up to some minutes late.
    detector: { kind: 'clock-back', tolerance: 300 },
  },
  {
    id: 'source-records-missing',
    title: 'Records are missing in an event log',
    why: 'Windows numbers its events without gaps. What is missing was damaged, overwritten or taken out.',
    next: 'Was the file saved with a filter? Then the gaps are made by that. Otherwise get the whole file, or its backup.',
    falsePositives: 'A selection that somebody saved from the event viewer.',
    attack: ['T1070.001'],
    formats: EVENTS,
    detector: { kind: 'missing-records' },
  },
  {
    id: 'windows-clock-set',
    title: 'The clock of a computer was set',
    why: 'Times before and after do not fit together, and traces can be hidden so.',
    next: 'Who or what set it (in the event)? Record the offset of the clock with the exhibit.',
    falsePositives: 'A virtual machine that slept. The first start.',
    attack: ['T1070.006'],
    formats: EVENTS,
    // The time service corrects fractions of a second, and up to a minute after a pause.
    detector: {
      kind: 'clock-set',
      line: '(event:4616 provider:Microsoft-Windows-Security-Auditing) OR (event:1 provider:Microsoft-Windows-Kernel-General)',
      seconds: 60,
    },
  },
];
