import { utcIso } from '../../src-main/domain/brands.ts';

/** Timelines as other tools write them, made by us: the first event is at 01:11:42 UTC, the others a minute later each. */
const START = Date.parse('2026-11-17T01:11:42.000Z');
const at = (i: number): string => utcIso(START + i * 60_000);

/** CSV as Timesketch exports it: ISO times with an offset and microseconds. */
export const timesketchCsv = (events: number): string =>
  [
    'message,timestamp,datetime,timestamp_desc,source_short,tag',
    ...Array.from(
      { length: events },
      (_, i) =>
        `"GET /uploads/img_${i}.cfm, ""200""",${(START + i * 60_000) * 1000},${at(i).replace('Z', '000+00:00')},Write time,WEBHIST,"['webshell', 'iis log']"`,
    ),
    '',
  ].join('\n');

/** The same as JSON lines. */
export const timesketchLines = (events: number): string =>
  Array.from({ length: events }, (_, i) =>
    JSON.stringify({
      message: `Event ${i}`,
      datetime: at(i).replace('Z', '+00:00'),
      timestamp_desc: 'Write time',
      tag: ['webshell'],
      extra: { nested: i },
    }),
  ).join('\n');

/** JSON lines that name no `datetime`, only the microseconds since 1970. */
export const timesketchNumbers = (events: number): string =>
  Array.from({ length: events }, (_, i) =>
    JSON.stringify({
      message: `Number ${i}`,
      timestamp: (START + i * 60_000) * 1000,
      timestamp_desc: 'Logon',
    }),
  ).join('\n');

/** A case file of Aurora; its times are UTC by custom and say so nowhere. */
export const auroraCase = (events: number): string =>
  JSON.stringify({
    storage_format_version: 5,
    case_id: 'IR-7',
    timeline: Array.from({ length: events }, (_, i) => ({
      recid: i + 1,
      date_time: at(i).slice(0, 19).replace('T', ' '),
      event_type: 'EventLog',
      event_host: 'WEB01',
      direction: '->',
      event_source_host: 'ATTACKER',
      event_data: `Logon ${i}`,
      notes: i === 0 ? 'first one' : '',
      owner: 'Ben',
    })),
    investigated_systems: [],
  });

/** A table as people keep one, with local times a minute apart. */
export const handKept = (rows: number): string =>
  [
    'When,Who,What,Host',
    ...Array.from({ length: rows }, (_, i) => {
      const time = utcIso(Date.parse('2026-11-01T00:00:00.000Z') + i * 1000);
      return `${time.slice(0, 19).replace('T', ' ')},Ada,"Row ${i}, kept by hand",WEB${i % 7}`;
    }),
    '',
  ].join('\r\n');
