import { describe, expect, it } from 'vitest';
import { jsonl } from '../../../src-main/logs/readers/jsonl.ts';
import { rowFlags } from '../../../src-main/logs/reading/row.ts';
import { readAll, readCut, sampleOf } from './read.ts';

const kinds = ({ problems }: ReturnType<typeof readAll>): (string | number)[][] =>
  problems.map(({ kind, line, detail }) => [kind, line, detail]);

describe('JSON Lines', () => {
  it('uses keys by their names, keeps all digits and asks for what it does not know', () => {
    const text =
      '{"@timestamp":"2026-11-17T02:14:00.123456789+01:00","client_ip":"203.0.113.7","status":404,"url":"/a?b=\\"c\\"","n":12345678901234567890}\n' +
      '{"status":200,"@timestamp":1795000000123,"nested":{"a":[1,"}"]},"client_ip":null}\n';
    expect(jsonl.detect(sampleOf('x.jsonl', text))).toEqual({
      certainty: 0.7,
      asks: { columns: ['@timestamp', 'client_ip', 'status', 'url', 'n', 'nested'] },
    });
    const { rows, problems } = readCut(jsonl, text);
    expect(problems).toEqual([]);
    expect(rows.map(({ time, columns }) => [time, columns])).toEqual([
      ['2026-11-17T01:14:00.123456789Z', { address: '203.0.113.7', status: 404, path: '/a' }],
      ['2026-11-18T11:06:40.123Z', { status: 200 }],
    ]);
    expect(rows[0]?.fields).toContainEqual({ name: 'n', value: '12345678901234567890' });
    expect(rows[0]?.fields).toContainEqual({ name: 'url', value: '/a?b="c"' });
    expect(rows[1]?.fields).toContainEqual({ name: 'nested', value: '{"a":[1,"}"]}' });
  });

  it('obeys what the person said, and asks for a zone where times have none', () => {
    const text = '{"a":"2026-11-17 02:14","b":"x"}\n';
    const given = { zone: 'Europe/Berlin', columns: { a: 'time', b: 'user', c: 'no such column' } };
    expect(readCut(jsonl, text, given).rows[0]).toMatchObject({
      time: '2026-11-17T01:14:00Z',
      columns: { user: 'x' },
    });
    expect(jsonl.detect(sampleOf('x', '{"time":"2026-11-17 02:14:00"}'))?.asks.zone).toBe(true);
    expect(kinds(readCut(jsonl, text, { columns: { a: 'time' } }))).toEqual([['no-time', 1, '']]);
  });

  it('reads arrays in one line or printed over many, and objects without lines between', () => {
    const one = { time: '2026-11-17T01:14:00Z', text: 'a } ] "b"\n' };
    const two = { time: '2026-11-17T01:14:01Z', text: '{', list: [{}, []] };
    for (const text of [
      JSON.stringify([one, two]),
      JSON.stringify([one, two], null, 2),
      `${JSON.stringify(one, null, '\t')}\r\n${JSON.stringify(two, null, '\t')}`,
    ]) {
      const { rows, problems } = readCut(jsonl, text);
      expect(problems).toEqual([]);
      expect(rows.map(({ time }) => time)).toEqual(['2026-11-17T01:14:00Z', '2026-11-17T01:14:01Z']);
      expect(rows.map(({ raw }) => JSON.parse(raw))).toEqual([one, two]);
      expect(rows.map(({ offset }) => text.slice(offset, offset + 1))).toEqual(['{', '{']);
      expect(jsonl.detect(sampleOf('x.json', text))?.certainty).toBe(0.7);
    }
  });

  it('tells what is broken, too deep or doubled, and goes on behind it', () => {
    const deep = (depth: number): string => `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}\n`;
    const text = [
      deep(63),
      deep(64),
      deep(10_000),
      '{"a":1,"a":2,"b":1,"a":3}\n',
      '{"a":"never closed\n',
      '{"a":[1}\n{"a" 1}\n{"a":}\n{"a":1} x\nno json\n{}\n',
    ].join('');
    const seen = readCut(jsonl, text, { columns: { a: 'status' } });
    expect(kinds(seen).filter(([kind]) => kind !== 'no-time')).toEqual([
      ['too-deep', 2, ''],
      ['too-deep', 3, ''],
      ['duplicate-key', 4, '2'],
      ...[5, 6, 7, 8, 9, 10].map((line) => ['not-understood', line, '']),
    ]);
    expect(seen.rows).toHaveLength(11);
    expect(seen.rows[3]?.columns).toEqual({ status: 3 });
    expect(seen.rows[4]?.flags).toBe(rowFlags.undated | rowFlags.damaged);
  });

  it('ends a broken object of an array at its line, and holds one without end', () => {
    const broken = readCut(
      jsonl,
      '[\n{"time":"2026-11-17T01:14:00Z},\n{"time":"2026-11-17T01:14:01Z"},\nrest\n]',
    );
    expect(kinds(broken)).toEqual([
      ['not-understood', 2, ''],
      ['not-understood', 4, ''],
    ]);
    expect(broken.rows.map(({ time }) => time)).toEqual([null, '2026-11-17T01:14:01Z', null]);
    const endless = readAll(jsonl, `[{"a":${'[1,'.repeat(1_000_000)}`, {}, 5000);
    expect(endless.problems.map(({ kind }) => kind)).toEqual(['line-too-long', 'too-deep']);
    expect(endless.rows.map(({ flags }) => flags & rowFlags.clipped)).toEqual([rowFlags.clipped]);
  });

  it('takes no character between objects for white space but those of JSON, and padding', () => {
    const seen = readCut(jsonl, '[\n{"status":1},\t\r\n\0\n\u0006\n{"status":2}\n]');
    expect(kinds(seen).filter(([kind]) => kind !== 'no-time')).toEqual([['not-understood', 4, '']]);
    expect(seen.rows.map(({ columns }) => columns)).toEqual([{ status: 1 }, {}, { status: 2 }]);
  });

  it('is no JSON where it does not begin like it', () => {
    expect(jsonl.detect(sampleOf('x.json', 'a {"b":1}\n'))).toBeNull();
    expect(jsonl.detect(sampleOf('x.json', '{ not json }\n'))).toBeNull();
  });
});
