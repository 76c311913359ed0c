import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, bench } from '../../support/cli.ts';

let b: Bench;
let path = '';

beforeAll(() => {
  b = bench('room', 'served');
  path = b.path('case.holdfast');
  done('new', path, '--title', 'T', '--zone', 'Europe/Berlin', '--as', 'Ada');
});

afterAll(() => {
  b.clean();
});

const done = (...args: string[]) => {
  const { json } = b.cli(...args);
  if (!json.ok) throw new Error(json.error.message);
  return json.data;
};
const people = () => done('room', path).people;

test('people come and leave; who is here follows from the entries', () => {
  expect(people()).toEqual([]);
  const { entry } = done('present', path, '--at', '2026-11-17 02:10');
  expect(entry).toMatchObject({ kind: 'presence', person: 'Ada', here: true, text: 'Ada is here' });
  done('present', path, 'Hosting security', '--at', '2026-11-17 02:20');
  done('present', path, 'hosting security', '--left', '--at', '2026-11-17 03:00');
  expect(people()).toMatchObject([
    { person: 'Ada', here: true, since: '2026-11-17T01:10:00.000Z' },
    { person: 'hosting security', here: false, since: '2026-11-17T02:00:00.000Z' },
  ]);
});

test('what the record says already is not written a second time', () => {
  expect(b.cli('present', path, 'ADA').json.error.message).toMatch(/already that ADA is here/);
  expect(b.cli('present', path, 'Nobody', '--left').status).toBe(2);
  expect(b.cli('present', path, ' ').status).toBe(2);
});

test('a withheld name is nobody’s any more', () => {
  const { entry } = done('present', path, 'A customer');
  done('withhold', path, entry.id, 'person', '--why', 'asked for it');
  expect(people().map(({ person }: { person: string }) => person)).toEqual(['Ada', 'hosting security']);
});

test('a call says with whom, how long and what was said; one that nobody took is a record, too', () => {
  const number = ['--number', '+49 89 1234'];
  expect(
    done('call', path, 'Owner', '--no-answer', ...number, '--at', '2026-11-17 02:20').entry,
  ).toMatchObject({
    kind: 'call',
    answered: false,
    direction: 'out',
    text: 'Call to Owner, +49 89 1234, not answered',
    occurred: { utc: '2026-11-17T01:20:00.000Z' },
  });
  const said = 'will send the notice';
  expect(done('call', path, 'Owner', '--incoming', '--duration', '4:12', '--said', said).entry).toMatchObject(
    {
      duration_s: 252,
      said,
      text: `Call from Owner, 4 min 12 s: ${said}`,
    },
  );
  expect(done('timeline', path, '--kind', 'call').total).toBe(2);
  expect(done('verify', path).problems).toEqual([]);
});

test.each([
  ['no duration', ['--duration', 'long'], /“long” is no duration/],
  ['a duration of a call that nobody took', ['--no-answer', '--duration', '4'], /has no duration/],
  ['a time that is none', ['--at', 'at dawn'], /dawn/],
])('%s is refused, and nothing is written', (_, args, says) => {
  const before = done('timeline', path).total;
  const answer = b.cli('call', path, 'Owner', ...args);
  expect(answer.status).toBe(2);
  expect(answer.json.error.message).toMatch(says);
  expect(done('timeline', path).total).toBe(before);
});
