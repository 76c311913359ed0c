import { describe, expect, test } from 'vitest';
import { EVTX_LIMITS } from '../../../src-main/logs/evtx/limits.ts';
import { parseXml } from '../../../src-main/logs/xml/parse-xml.ts';
import { EvtxWriter } from '../../fixtures/evtx/evtx-writer.ts';
import * as v from '../../fixtures/evtx/values.ts';
import type { Random } from '../../support/random.ts';
import { full } from '../../support/scale.ts';
import { seeded } from '../../support/seed.ts';
import { readEvtx } from './evtx-read.ts';

const runs = full ? 100_000 : 600;
const SLOWEST = 5000;

/** One chunk with everything that the format has, cut behind its records so that changes hit something. */
function original(): Buffer {
  const writer = new EvtxWriter();
  for (let n = 0; n < 12; n += 1) {
    writer.add({
      user: 'S-1-5-18',
      data: [
        ['TargetUserName', v.wide(`user ${n}`)],
        ['Number', v.u64(BigInt(n))],
        ['Sids', v.array([v.sid('S-1-5-18'), v.sid('S-1-5-21-1-2-3-500')])],
        [null, v.array([v.wide('a'), v.wide('b')])],
        ['When', v.time(v.ticks('2026-11-17T01:11:42Z'))],
        ['Bytes', v.binary(Buffer.from('00ff', 'hex'))],
        ...(n % 3 === 0 ? ([[`Only${n}`, v.guid('{54849625-5478-4994-A5BA-3E3B0328C30D}')]] as const) : []),
      ],
    });
  }
  const file = writer.finish();
  return file.subarray(0, 4096 + file.readUInt32LE(4096 + 48));
}

const NUMBERS = [0, 1, 0x0c, 0x21, 0x7f, 0x80, 0xff, 0x200, 0xfff0, 0xffff, 0x10000, 0x7fffffff, 0xffffffff];

/** Changes some bytes: single ones, numbers at the edges, copied and exchanged stretches, a cut. */
function mutated(file: Buffer, random: Random): Buffer {
  const copy = Buffer.from(file);
  const place = (): number =>
    random.below(10) === 0 ? random.below(copy.length) : 4096 + random.below(copy.length - 4096);
  const times = 1 + random.below(8);
  for (let i = 0; i < times; i += 1) {
    const at = Math.min(place(), copy.length - 8);
    const how = random.below(6);
    if (how === 0) copy.writeUInt8(random.below(256), at);
    else if (how === 1) copy.writeUInt8(copy.readUInt8(at) ^ (1 << random.below(8)), at);
    else if (how === 2) copy.writeUInt16LE(random.pick(NUMBERS) & 0xffff, at);
    else if (how === 3) copy.writeUInt32LE(random.pick(NUMBERS), at);
    else if (how === 4) copy.copyWithin(at, place(), place());
    else copy.writeUInt32LE(random.below(copy.length - 4096), at);
  }
  return random.below(20) === 0 ? copy.subarray(0, random.below(copy.length)) : copy;
}

describe('an event log with changed bytes', () => {
  test(
    `${runs} of them are read without a crash, in time, and without growing`,
    { timeout: 1_200_000 },
    () => {
      const random = seeded('changed event logs');
      const file = original();
      let [slowest, longest, changed] = [0, 0, 0];
      const whole = textOf(file);
      for (let run = 0; run < runs; run += 1) {
        const started = performance.now();
        const text = textOf(mutated(file, random));
        slowest = Math.max(slowest, performance.now() - started);
        longest = Math.max(longest, text.length);
        if (text !== whole) changed += 1;
      }
      expect(slowest).toBeLessThan(SLOWEST);
      expect(longest).toBeLessThan(2 * EVTX_LIMITS.chunk);
      // The control: the changes are seen.
      expect(changed).toBeGreaterThan(runs / 2);
    },
  );
});

/** Everything that is read of a file. What counts as undamaged must be XML. */
function textOf(file: Buffer): string {
  const { records } = readEvtx(file);
  for (const { damage, xml } of records) {
    const fault = damage === null ? parseXml(xml) : null;
    if (fault === 'broken' || fault === 'document-type') throw new Error(`${fault}: ${xml}`);
  }
  return records
    .map((record) => {
      const data = record.data.map(({ name, value }) => `${name}=${value}`).join();
      return `${record.number} ${record.created?.seconds} ${record.eventId} ${data} ${record.xml} ${record.damage}`;
    })
    .join('\n');
}
