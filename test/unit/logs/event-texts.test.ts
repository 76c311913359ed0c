import { describe, expect, it } from 'vitest';
import { eventText } from '../../../src-main/logs/evtx/event-texts.ts';
import { csv } from '../../../src-main/logs/readers/csv.ts';
import { viewerColumns } from '../../../src-main/logs/readers/viewer-columns.ts';
import { readAll, sampleOf } from './read.ts';

describe('what an event means', () => {
  it('has words for the events that an investigation looks for, and none for others', () => {
    const security = 'Microsoft-Windows-Security-Auditing';
    const wanted = [
      4616, 4624, 4625, 4648, 4672, 4688, 4697, 4698, 4699, 4702, 4719, 4720, 4722, 4724, 4728, 4732,
    ];
    const missing = [...wanted, 4738, 4756, 4771, 4776, 4907, 4912].filter(
      (id) => eventText(security, id) === null,
    );
    expect(missing).toEqual([]);
    const defender = 'Microsoft-Windows-Windows Defender';
    for (const id of [
      1006, 1007, 1013, 1015, 1116, 1117, 1118, 1119, 2000, 2001, 5001, 5004, 5007, 5010, 5012,
    ]) {
      expect(eventText(defender, id)).not.toBeNull();
    }
    expect(eventText('MSSQL$SHOP', 18_456)).toBe('A logon to SQL Server failed');
    expect(eventText('MSSQLSERVER', 15_457)).not.toBeNull();
    expect(eventText('Service Control Manager', 7045)).toBe('A service was installed');
    expect(eventText('Microsoft-Windows-Eventlog', 1102)).toBe('The security log was cleared');
  });

  it('does not mistake one provider for another', () => {
    expect(eventText('Some Program', 4624)).toBeNull();
    expect(eventText('Microsoft-Windows-Kernel-General', 3)).toBeNull();
    expect(eventText('constructor', 1)).toBeNull();
    expect(eventText('MSSQLish', 18_456)).toBeNull();
  });
});

describe('the heading of a list from the viewer', () => {
  it('is known in English and German', () => {
    expect(viewerColumns(['\ufeffLevel', 'Date and Time', 'Source', 'Event ID', 'Task Category'])).toEqual({
      '\ufeffLevel': 'level',
      'Date and Time': 'time',
      Source: 'provider',
      'Event ID': 'event',
    });
    expect(
      viewerColumns(['Ebene', 'Datum und Uhrzeit', 'Quelle', 'Ereignis-ID', 'Aufgabenkategorie', '']),
    ).not.toBeNull();
  });

  it('makes rows of the list, with a message of several lines', () => {
    const english =
      '\ufeffLevel,Date and Time,Source,Event ID,Task Category\r\n' +
      'Information,11/17/2026 1:11:42 PM,Service Control Manager,7045,None,"A service was installed.\r\n\r\nName: a ""b"""\r\n' +
      'Error,11/17/2026 1:11:43 PM,Service Control Manager,7034,None,Short\r\n';
    const german =
      'Ebene,Datum und Uhrzeit,Quelle,Ereignis-ID,Aufgabenkategorie\r\n' +
      'Informationen,17.11.2026 13:11:42,Service Control Manager,7045,Keine,"Ein Dienst"\r\n';
    for (const [text, count] of [
      [english, 2],
      [german, 1],
    ] as const) {
      expect(csv.detect(sampleOf('x.csv', text))).toMatchObject({ asks: { zone: true } });
      const { rows, problems } = readAll(csv, text, { zone: 'Europe/Berlin' });
      expect(problems).toEqual([]);
      expect(rows).toHaveLength(count);
      expect(rows[0]).toMatchObject({
        time: '2026-11-17T12:11:42Z',
        flags: 0,
        columns: { provider: 'Service Control Manager', event: 7045 },
      });
    }
  });

  it('is not found in other tables', () => {
    expect(viewerColumns(['Level', 'Source'])).toBeNull();
    expect(viewerColumns(['Date and Time', 'Event ID', 'Price'])).toBeNull();
    expect(viewerColumns([])).toBeNull();
  });
});
