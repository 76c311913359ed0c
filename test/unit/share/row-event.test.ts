import { expect, test } from 'vitest';
import { type RowSource, rowEvent } from '../../../src-main/engine/logs/row-event.ts';
import type { ShownRow } from '../../../src-main/logs/search/shown-row.ts';

const source: RowSource = {
  id: 3,
  exhibit: 'EV-003',
  sha256: 'ab'.repeat(32),
  title: 'Logs of WEB01',
  member: 'Security.evtx',
  reader: 'evtx',
  zone: null,
  clockOffset: -90,
};
const row: ShownRow = {
  row: 0,
  source: 3,
  line: 1102,
  offset: 4096,
  ms: Date.parse('2026-11-17T01:14:05.123Z'),
  nanos: 456_700,
  flags: ['recovered'],
  columns: { provider: 'Microsoft-Windows-Security-Auditing', event: 4720, computer: 'WEB01', user: 'eve' },
  raw: '<Event/>',
  context: '',
};

test('an event says in words what it is, and keeps its XML', () => {
  expect(rowEvent(row, source, 'Uploads')).toMatchObject({
    at: { ms: Date.parse('2026-11-17T01:15:35.123Z'), nanos: 456_700 },
    zone: 'UTC',
    message: 'Event 4720 of Microsoft-Windows-Security-Auditing on WEB01: An account was created, user eve',
    source: 'EVT',
    displayName: 'EV-003 Logs of WEB01 Security.evtx',
    tags: ['log-recovered'],
    fields: {
      raw: '<Event/>',
      event: 4720,
      event_meaning: 'An account was created',
      member: 'Security.evtx',
      original_time: '2026-11-17T01:14:05.123456700+00:00',
      clock_offset: -90,
      source_zone: 'as the log says',
      file_sha256: 'ab'.repeat(32),
    },
  });
});

test('what nobody has words for, or a time, is written as it is', () => {
  const unknown = rowEvent({ ...row, ms: null, columns: { event: 1, provider: 'X' } }, source, 'Uploads');
  expect(unknown).toMatchObject({ at: null, message: 'Event 1 of X' });
  expect(unknown.fields).not.toHaveProperty('original_time');
  expect(rowEvent({ ...row, columns: {} }, source, 'Uploads').message).toBe('<Event/>');
});
