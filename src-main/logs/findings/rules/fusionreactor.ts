import { NO_STATEMENTS, type Rule } from '../rule.ts';

const FORMATS = ['fusionreactor'];

/** What FusionReactor says of the application server. Facts: its documentation ("Crash Protection", "Log files"). */
export const fusionReactorRules: readonly Rule[] = [
  {
    id: 'fusionreactor-crash-protection',
    title: 'Crash protection acted',
    why: 'The server was about to be overloaded, and requests were held back, refused or stopped.',
    next: 'Which requests ran at that time, from whom? One client that fills the server is an attack or a broken job.',
    falsePositives: 'Reports and re-indexing that take long.',
    attack: ['T1499.003'],
    formats: FORMATS,
    detector: { kind: 'each', line: 'rule:*', by: 'rule' },
  },
  {
    id: 'fusionreactor-slow-burst',
    title: 'Many requests were slow within a few minutes',
    why: 'The server is overloaded: by an attack, by a database that is read out, or by itself.',
    next: 'Are they of one client or one page? What did the database do (JDBC log)?',
    falsePositives: 'A release, a report, a backup.',
    attack: ['T1499.003'],
    formats: FORMATS,
    // Ten seconds is beyond what a visitor waits for.
    detector: { kind: 'burst', line: 'duration>=10000', by: 'source', rows: 20, seconds: 300 },
  },
  {
    id: 'fusionreactor-slow-client',
    title: 'One client had many slow requests at once',
    why: 'So one visitor fills the server on purpose, or reads it out.',
    next: 'What did it ask for? Block it if nobody knows it.',
    falsePositives: 'An office behind one address. A crawler.',
    attack: ['T1499.003', 'T1213'],
    formats: FORMATS,
    detector: { kind: 'burst', line: 'duration>=5000', by: 'address', rows: 10, seconds: 300 },
  },
  {
    id: 'fusionreactor-memory',
    title: 'Memory was nearly full for a while',
    why: 'The next requests fail, or the server stops.',
    next: 'Which requests ran? Keep a dump of the memory if something harmful may be in it.',
    falsePositives: 'A Java server that cleans up late.',
    attack: ['T1499.003'],
    formats: FORMATS,
    // FusionReactor writes a sample every few seconds to a minute: three in ten minutes are no peak.
    detector: { kind: 'burst', line: 'memory>90', by: 'source', rows: 3, seconds: 600 },
  },
  {
    id: 'fusionreactor-unusual-duration',
    title: 'A page took far longer than it usually does',
    why: 'So a query looks that gives a whole table, or waits on purpose to tell something by its time.',
    next: 'Read its query (JDBC log), and how many rows it gave.',
    falsePositives: 'Locks, a cold cache, a backup.',
    attack: ['T1213', 'T1190'],
    formats: FORMATS,
    detector: { kind: 'large', line: 'duration>0', column: 'duration', times: 20, floor: 5000, by: 'path' },
  },
  {
    id: 'fusionreactor-many-rows',
    title: 'A page read far more rows from the database than it usually does',
    why: 'A query that was changed gives a whole table where the page shows one product or one order.',
    next: 'Read the statement and the query of these lines, and the size of the answer in the web log. Which table is it?',
    falsePositives: 'Exports, reports and re-indexing. A list without a filter.',
    attack: ['T1213', 'T1190'],
    formats: FORMATS,
    // A page of a shop shows a hundred things; a thousand are no page any more.
    detector: { kind: 'large', line: 'dbrows>0', column: 'dbrows', times: 20, floor: 1000, by: 'path' },
  },
  {
    id: 'fusionreactor-one-client',
    title: 'One client had a large share of all requests that ran',
    why: 'So one visitor fills the server on purpose, or reads it out with many programs at once.',
    next: 'What did it ask for? Block it if nobody knows it.',
    falsePositives: 'A proxy before the server, whose address all visitors have. A small shop at night.',
    attack: ['T1499.003', 'T1213'],
    formats: FORMATS,
    detector: {
      kind: 'crowd',
      line: `duration>0 ${NO_STATEMENTS}`,
      // A browser opens six connections to a site; two visitors behind one address have twelve.
      requests: 15,
      share: 0.3,
    },
  },
];
