import { PACKETS, type Rule } from '../rule.ts';

/** What packets say. Facts: MITRE ATT&CK v15; IANA's list of ports. */
export const firewallRules: readonly Rule[] = [
  {
    id: 'firewall-port-scan',
    title: 'One address tried many ports',
    why: 'So somebody looks what a computer offers.',
    next: 'Is it one of yours? Then it is taken over, or it is your scan. Which of the ports let it in?',
    falsePositives: 'Monitoring of the host. Your own scan.',
    attack: ['T1046'],
    formats: PACKETS,
    detector: {
      kind: 'burst',
      line: 'port:1..65535',
      by: 'address',
      // Programs use a handful of ports within a minute.
      rows: 15,
      seconds: 60,
      distinct: { of: 'port', values: 15, name: 'port' },
    },
  },
  {
    id: 'firewall-host-sweep',
    title: 'One address tried many computers',
    why: 'Inside of a network so the next one is looked for.',
    next: 'Is it one of yours? Isolate it and look what runs there.',
    falsePositives: 'Monitoring, backup and update servers.',
    attack: ['T1046', 'T1018'],
    formats: PACKETS,
    detector: {
      kind: 'burst',
      line: 'action:DROP OR action:BLOCK OR action:REJECT OR action:DENY OR action:DENIED',
      by: 'address',
      rows: 15,
      seconds: 60,
      distinct: { of: 'destination', values: 15, name: 'computer' },
    },
  },
  {
    id: 'firewall-new-outbound',
    title: 'A connection went out to an address that was never seen before',
    why: 'A program that was brought in calls its owner.',
    next: 'Which program opened it (process number)? Whose address is it?',
    falsePositives: 'Updates and content networks, whose addresses change.',
    attack: ['T1071', 'T1041'],
    formats: ['pfirewall'],
    detector: {
      kind: 'first-seen',
      line: '(action:ALLOW OR action:OPEN) channel:SEND',
      by: 'destination',
      isPublic: true,
      days: 30,
      // Updates come weekly.
      history: 7,
    },
  },
  {
    id: 'firewall-unusual-port-out',
    title: 'A connection went out to a port that tools of intruders use',
    why: 'Shells that call back, Remote Desktop and shares to the Internet are not part of a web server’s work.',
    next: 'Which program opened it? Close the port outwards, and keep the memory of the computer.',
    falsePositives: 'A service of yours on such a port (8443 above all).',
    attack: ['T1571', 'T1095'],
    formats: ['pfirewall'],
    detector: {
      kind: 'each',
      // 4444: Metasploit's default; 1337, 31337: known ones; 8443: usual for command servers; 22, 23, 445, 3389:
      // remote work from a server; 6667: IRC; 9001, 9050: Tor.
      line: '(action:ALLOW OR action:OPEN) channel:SEND (port:22 OR port:23 OR port:445 OR port:1337 OR port:3389 OR port:4444 OR port:6667 OR port:8443 OR port:9001 OR port:9050 OR port:31337)',
      only: { column: 'destination', is: 'public' },
      by: 'destination',
    },
  },
];
