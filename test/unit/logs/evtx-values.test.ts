import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { EvtxWriter } from '../../fixtures/evtx/evtx-writer.ts';
import * as v from '../../fixtures/evtx/values.ts';
import { dataOf, readEvtx } from './evtx-read.ts';

/** The value as the reader gives it, once as named data and once in the XML. */
function readBack(value: v.FixtureValue): { data: string | undefined; xml: string } {
  const { records } = readEvtx(new EvtxWriter().add({ data: [['It', value]] }).finish());
  const [record] = records;
  expect(record?.damage ?? null).toBeNull();
  return {
    data: dataOf(record)['It'],
    xml: [...(record?.xml ?? '').matchAll(/<Data Name="It">(.*?)<\/Data>/g)]
      .map(([, text]) => text)
      .join('|'),
  };
}

const SID = 'S-1-5-21-3463664321-2923530833-3546627382-1000';
const GUID = '{54849625-5478-4994-A5BA-3E3B0328C30D}';

const singles: readonly (readonly [string, v.FixtureValue, string])[] = [
  ['nothing', v.nothing, ''],
  ['text', v.wide('Grüße, 世界 🙂'), 'Grüße, 世界 🙂'],
  ['text that ends with NUL', v.wide('a\0\0'), 'a'],
  ['bytes of Windows-1252', v.ansi('caf\u00e9 \u0080\0'), 'café €'],
  ['i8', v.i8(-128), '-128'],
  ['u8', v.u8(255), '255'],
  ['i16', v.i16(-32_768), '-32768'],
  ['u16', v.u16(65_535), '65535'],
  ['i32', v.i32(-2_147_483_648), '-2147483648'],
  ['u32', v.u32(4_294_967_295), '4294967295'],
  ['i64', v.i64(-9_223_372_036_854_775_808n), '-9223372036854775808'],
  ['u64', v.u64(18_446_744_073_709_551_615n), '18446744073709551615'],
  ['f32', v.f32(1.5), '1.5'],
  ['f64', v.f64(-0.1), '-0.1'],
  ['true', v.truth(1), 'true'],
  ['false', v.truth(0), 'false'],
  ['a truth that is neither', v.truth(65_536), '65536'],
  ['bytes', v.binary(Buffer.from('00ff10', 'hex')), '00FF10'],
  ['GUID', v.guid(GUID), GUID],
  ['size, 32 bits', v.size32(0x4000), '0x4000'],
  ['size, 64 bits', v.size64(0xffffffffffffffffn), '0xffffffffffffffff'],
  ['FILETIME', v.time(v.ticks('2019-03-19T23:34:25.8943413Z')), '2019-03-19T23:34:25.8943413Z'],
  ['FILETIME before 1970', v.time(v.ticks('1601-01-02T00:00:00.0000001Z')), '1601-01-02T00:00:00.0000001Z'],
  ['FILETIME that is no date', v.time(0xffffffffffffffffn), '0xffffffffffffffff'],
  ['SYSTEMTIME', v.systemTime(2024, 2, 4, 29, 23, 59, 58, 7), '2024-02-29T23:59:58.007Z'],
  ['SID', v.sid(SID), SID],
  ['hex, 32 bits', v.hex32(0xc000006d), '0xc000006d'],
  ['hex, 64 bits', v.hex64(0x3e7n), '0x3e7'],
];

describe('values of an event', () => {
  test.each(singles)('%s', (_, value, text) => {
    expect(readBack(value)).toEqual({ data: text, xml: text });
  });

  const arrays = singles.filter(
    ([name]) => !/nothing|^bytes|NUL|32 bits|true|false|truth|no date/.test(name),
  );
  test.each(arrays)('an array of %s has an element for each', (_, value, text) => {
    const both = v.array([value, value, value]);
    expect(readBack(both)).toEqual({
      data: [text, text, text].join(', '),
      xml: [text, text, text].join('|'),
    });
  });

  it('shows the bytes of a value whose size does not fit its type', () => {
    expect(readBack({ type: 0x08, bytes: Buffer.from('0102', 'hex') }).xml).toBe('0102');
    expect(readBack({ type: 0x13, bytes: Buffer.from('01ff000000000005', 'hex') }).xml).toBe(
      '01FF000000000005',
    );
    expect(readBack({ type: 0x88, bytes: Buffer.from('010000000203', 'hex') }).data).toBe('1, 0203');
  });

  it('says so where the type is none, and keeps the rest', () => {
    const writer = new EvtxWriter().add({
      data: [
        ['A', v.u8(1)],
        ['B', { type: 0x55, bytes: Buffer.from('00', 'hex') }],
      ],
    });
    const [record] = readEvtx(writer.finish()).records;
    expect(record?.damage).toBe('unknown-value');
    expect(record?.xml).toContain('<Data Name="A">1</Data>');
    expect(record?.xml).toContain('<!-- damaged: it has a value of a kind');
    expect(record?.system('computer')).toBe('WEB01');
  });

  it('escapes what XML would read otherwise, and writes out what it cannot hold', () => {
    const { data, xml } = readBack(v.wide('<a b="c">&amp;\u0001\r\n\ud800]]>\t'));
    expect(data).toBe('<a b="c">&amp;\u0001\r\n\ud800]]>\t');
    expect(xml).toBe('&lt;a b="c"&gt;&amp;amp;⟨U+0001⟩&#13;&#10;⟨U+D800⟩]]&gt;\t');
  });

  it('gives back every text of every alphabet', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const wanted = text.replace(/\0+$/, '');
        const { data, xml } = readBack(v.wide(text));
        expect(data).toBe(wanted);
        expect(xml).not.toMatch(/[\u0000-\u0008\u000a-\u001f<>]/);
        expect(unescape(xml)).toBe(
          wanted.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, written),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('gives back every whole number and every moment', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 0xffffffffffffffffn }),
        fc.bigInt({ min: 1n, max: 2_650_467_743_999_999_999n - 4_294_967_296n }),
        (n, ticks) => {
          expect(readBack(v.u64(n)).data).toBe(String(n));
          const text = readBack(v.time(ticks)).data ?? '';
          expect(v.ticks(text)).toBe(ticks);
        },
      ),
      { numRuns: 100 },
    );
  });
});

const written = (character: string): string =>
  `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;

const unescape = (xml: string): string =>
  xml
    .replaceAll('&#13;', '\r')
    .replaceAll('&#10;', '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
