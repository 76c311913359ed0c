import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isPersonal } from '../../../src-main/domain/redaction.ts';
import { html } from '../../../src-main/evidence/forms/html.ts';
import { isHonestPoint } from '../../../src-main/share/report/page-check/honest-point.ts';
import { ownChecker } from '../../../src-main/share/report/page-check/signatures.ts';
import { outlineOf } from '../../../src-main/share/report/self-check/page-tree.ts';
import { MarkupError, readElement } from '../../../src-main/share/report/self-check/read-markup.ts';
import { inScript, readReportRecord } from '../../../src-main/share/report/self-check/report-record.ts';

const bytes = (digits: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(digits, 'hex'));

describe('signatures where the browser has no Ed25519', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const key = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
  const message = new Uint8Array(Buffer.from('holdfast/sig/1\0 and 32 bytes of a hash'));
  const signature = new Uint8Array(sign(null, message, privateKey));
  const check = ownChecker();

  test('an honest one is good, and any changed bit is not', async () => {
    expect(await check({ key, message, signature })).toBe(true);
    for (const at of [0, 31, 32, 63]) {
      const other = Uint8Array.from(signature);
      other[at] = (other[at] ?? 0) ^ 1;
      expect(await check({ key, message, signature: other }), String(at)).toBe(false);
    }
    expect(await check({ key, message: message.slice(1), signature })).toBe(false);
    expect(await check({ key, message, signature: signature.slice(0, 63) })).toBe(false);
  });

  test('S + L is no second signature, and points of small order signed nothing', async () => {
    const L = 2n ** 252n + 27742317777372353535851937790883648493n;
    const s = BigInt(`0x${Buffer.from(signature.slice(32).toReversed()).toString('hex')}`) + L;
    const shifted = Uint8Array.from(signature);
    shifted.set(Buffer.from(s.toString(16).padStart(64, '0'), 'hex').toReversed(), 32);
    expect(await check({ key, message, signature: shifted })).toBe(false);
    // The neutral element as key and as R, with S = 0, fits the equation for every message.
    const neutral = `01${'00'.repeat(31)}`;
    expect(await check({ key: neutral, message, signature: bytes(neutral + '00'.repeat(32)) })).toBe(false);
    for (const point of [neutral, '00'.repeat(32), `ec${'ff'.repeat(30)}7f`, `ee${'ff'.repeat(31)}`]) {
      expect(isHonestPoint(bytes(point)), point).toBe(false);
    }
    expect(isHonestPoint(bytes(key))).toBe(true);
  });
});

describe('markup of ours', () => {
  test('is read into what it means, and has one outline', () => {
    const { markup } = html`<div id="a" class="b">x &amp; ${'<b>"\''}<br /><bdi>é</bdi></div>`;
    expect(outlineOf(readElement(markup))).toBe(
      `["div",[["class","b"],["id","a"]],["x & <b>\\"'",["br",[],[]],["bdi",[],["é"]]]]`,
    );
  });

  test.each([
    '<div><p></div>',
    '<div onclick=x></div>',
    '<iframe></iframe>',
    '<div>&nbsp;</div>',
    '<div><!-- x --></div>',
    '<div class="a" class="b"></div>',
    '<DIV></DIV>',
    '<div></div',
    '<script>',
    '<div>a > b</div>',
  ])('%s is not ours', (markup) => {
    expect(() => readElement(markup)).toThrow(MarkupError);
  });
});

test('a record in a page cannot end its element, and is refused where its shape is another', () => {
  expect(inScript('"</script>\u202E"')).toBe(String.raw`"\u003c/script>\u202e"`);
  const good = {
    format: 'holdfast/report/1',
    version: '1',
    written: 'x',
    checked: 'x',
    case: 'a',
    head: 'b',
    zone: 'Europe/Berlin',
    redact: 'none',
    parts: [['head', 'aa']],
    rows: [
      [
        '{}',
        '0'.repeat(128),
        [
          ['text', 's', 1],
          ['text', 'd'],
        ],
      ],
    ],
  };
  expect(readReportRecord(JSON.stringify(good))).toMatchObject({ zone: 'Europe/Berlin' });
  for (const change of [
    { format: 'holdfast/report/2' },
    { format: 7 },
    { zone: 'Nowhere/City' },
    { redact: 'all' },
    { rows: [['{}', 'short', []]] },
    { rows: [['{}', '0'.repeat(128), [['text']]]] },
    { parts: 'x' },
  ]) {
    expect(typeof readReportRecord(JSON.stringify({ ...good, ...change })), JSON.stringify(change)).toBe(
      'string',
    );
  }
  expect(readReportRecord('{"format":')).toContain('cut off or changed');
});

test('what is personal: as the kinds say, and whatever nobody knows', () => {
  expect([isPersonal('note', 'text'), isPersonal('custody', 'witness'), isPersonal('case', 'title')]).toEqual(
    [true, true, true],
  );
  expect([isPersonal('note', 'phase'), isPersonal('case', 'nonce'), isPersonal('note', 'opened')]).toEqual([
    false,
    false,
    false,
  ]);
  expect([isPersonal('note', 'unheard_of'), isPersonal('x-new', 'what')]).toEqual([true, true]);
});
