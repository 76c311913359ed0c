import type { Rule } from '../rule.ts';

const DEFENDER = 'provider:"Microsoft-Windows-Windows Defender"';
const FORMATS = ['evtx', 'evtx-xml', 'mplog', 'clamav'];

/** What scanners say. Facts: Microsoft Learn, "Review event logs … Microsoft Defender Antivirus"; clamd.conf(5). */
export const antivirusRules: readonly Rule[] = [
  {
    id: 'antivirus-found',
    title: 'A scanner found something harmful',
    why: 'It is a file that somebody brought there. Found does not mean that it never ran.',
    next: 'Where did it lie, and how did it come there (web log at its date)? What did the scanner do with it? Take a copy in as evidence.',
    falsePositives: 'Test files (EICAR). Your own tools that look harmful.',
    attack: ['T1204', 'T1505.003'],
    formats: FORMATS,
    detector: {
      kind: 'each',
      line: `(${DEFENDER} (event:1006 OR event:1007 OR event:1015 OR event:1116 OR event:1117)) OR action:FOUND OR action:DETECTION*`,
      by: 'rule',
    },
  },
  {
    id: 'antivirus-not-removed',
    title: 'A scanner could not remove what it found',
    why: 'It is still there.',
    next: 'Isolate the computer. Take the file in as evidence and remove it by hand.',
    falsePositives: 'A file on a medium that cannot be written, or one that was gone already.',
    attack: ['T1204'],
    formats: FORMATS,
    detector: { kind: 'each', line: `${DEFENDER} (event:1118 OR event:1119 OR event:1008)`, by: 'rule' },
  },
  {
    id: 'antivirus-off',
    title: 'Defender was switched off',
    why: 'Intruders do that before they bring their tools.',
    next: 'Who logged on just before? Switch it on again and let it scan everything.',
    falsePositives: 'Another scanner that was installed. Some updates.',
    attack: ['T1562.001'],
    formats: FORMATS,
    detector: { kind: 'each', line: `${DEFENDER} (event:5001 OR event:5010 OR event:5012)`, by: 'computer' },
  },
  {
    id: 'antivirus-exclusion',
    title: 'A folder or a program was excluded from scans, or the history was deleted',
    why: 'What is excluded is never looked at: a place for tools.',
    next: 'What was excluded (in the event)? Scan it. Who did it?',
    falsePositives: 'Exclusions for databases and backups that you made yourself.',
    attack: ['T1562.001', 'T1070'],
    formats: FORMATS,
    detector: { kind: 'each', line: `${DEFENDER} ((event:5007 Exclusions) OR event:1013)`, by: 'computer' },
  },
  {
    id: 'antivirus-old',
    title: 'Defender could not get new definitions for days',
    why: 'It does not know what is new since then.',
    next: 'Can the computer reach the update server? Was something blocked on purpose?',
    falsePositives: 'A computer without a connection.',
    attack: ['T1562.001'],
    formats: FORMATS,
    // It tries several times a day: five failures are two days or more.
    detector: { kind: 'burst', line: `${DEFENDER} event:2001`, by: 'computer', rows: 5, seconds: 7 * 86_400 },
  },
];
