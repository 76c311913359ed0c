import { createHash } from 'node:crypto';
import type { Random } from '../../../support/random.ts';
import type { Bytes } from '../newcomer.ts';
import { type Changes, introduced } from '../scene.ts';
import { flipped, setEntry } from './set.ts';

/** The header with one character changed, still JSON. */
function otherHeader(dice: Random, header: Bytes): Bytes {
  for (;;) {
    const copy = Uint8Array.from(header);
    const at = dice.below(copy.length);
    copy[at] = dice.pick([...Buffer.from('0123456789abcdefxyz-_ "')]);
    try {
      JSON.parse(Buffer.from(copy).toString());
      if (copy[at] !== header[at]) return copy;
    } catch {
      // no longer JSON: another one
    }
  }
}

/** What is wrong with a header or with the columns that repeat it (FORMAT.md §3.3, §5.1). */
export const headers: Changes = {
  'another header': (scene) => setEntry(scene, 'header', ({ header }) => otherHeader(scene.dice, header)),
  'another header, hashed again'(scene) {
    const row = scene.dice.pick(scene.entries);
    const header = otherHeader(scene.dice, row.header);
    const hash = new Uint8Array(createHash('sha256').update('holdfast/entry/1\0').update(header).digest());
    scene.db.prepare('UPDATE entry SET header = ?, hash = ? WHERE seq = ?').run([header, hash, row.seq]);
    scene.db.prepare('UPDATE field SET entry = ? WHERE entry = ?').run([hash, row.hash]);
  },
  'another author column': (scene) => setEntry(scene, 'author', ({ author }) => flipped(scene.dice, author)),
  'another writer column': (scene) => setEntry(scene, 'writer', ({ writer }) => flipped(scene.dice, writer)),
  'another n column': (scene) => setEntry(scene, 'n', ({ n }) => n + 1000),
  'a signed space in a header': (scene) =>
    void introduced(scene).write({
      spell: (text) => text.replace(scene.dice.pick([',', ':']), (c) => `${c} `),
    }),
  'header keys in another order': (scene) =>
    void introduced(scene).write({
      spell: (text) => text.replace('"format":1,', '').replace('}', ',"format":1}'),
    }),
  'a header key twice': (scene) =>
    void introduced(scene).write({ spell: (text) => text.replace('{', '{"author":"",') }),
  'a header key too many': (scene) => void introduced(scene).write({ header: { zzz: 1 } }),
  'a header key too few': (scene) => void introduced(scene).write({ header: { recorded: undefined } }),
  'an escape in a header': (scene) =>
    void introduced(scene).write({ spell: (text) => text.replace('note', String.raw`n\u006fte`) }),
  'another format': (scene) => void introduced(scene).write({ header: { format: 2 } }),
  'a number with a point': (scene) =>
    void introduced(scene).write({ spell: (text) => text.replace('"format":1', '"format":1.0') }),
  'a monotonic of text': (scene) => void introduced(scene).write({ header: { monotonic: '2000' } }),
  'a version of nought': (scene) => void introduced(scene).write({ header: { kind_version: 0 } }),
  'a kind in capitals': (scene) => void introduced(scene).write({ kind: 'Note' }),
  'an author in capitals': (scene) => {
    const newcomer = introduced(scene);
    newcomer.write({ header: { author: newcomer.key.toUpperCase() } });
  },
  'a day that is none': (scene) =>
    void introduced(scene).write({ header: { recorded: '2026-02-30T03:00:00.000Z' } }),
  'an instant without milliseconds': (scene) =>
    void introduced(scene).write({ header: { recorded: '2026-02-20T03:00:00Z' } }),
  'field digests out of order': (scene) =>
    void introduced(scene).write({
      fields: { tags: [], text: 'x' },
      spell: (text) => text.replace(/"fields":\["(\w+)","(\w+)"\]/, '"fields":["$2","$1"]'),
    }),
};
