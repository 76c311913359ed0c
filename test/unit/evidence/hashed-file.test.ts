import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Sha256Hex } from '../../../src-main/domain/brands.ts';
import { hashedFilesIn, hashedFilesText, pathKey } from '../../../src-main/evidence/hashed-file.ts';

const file = fc.record({
  path: fc.uint8Array({ minLength: 1 }).map((bytes) => Buffer.from(bytes)),
  identity: fc.string(),
  sha256: fc.stringMatching(/^[0-9a-f]{64}$/).map((text) => text as Sha256Hex),
  size: fc.nat(),
  changed: fc.boolean(),
});

test('files of any name come back from their text as they were', () => {
  fc.assert(
    fc.property(fc.uniqueArray(file, { selector: ({ path }) => pathKey(path) }), fc.nat(5), (files, cut) => {
      const batches = [files.slice(0, cut), files.slice(cut)].map((batch) => hashedFilesText(batch));
      expect([...hashedFilesIn(batches).values()]).toEqual(files);
    }),
  );
});

test('the later of two batches counts', () => {
  const one = { path: Buffer.from('a'), identity: '1', sha256: 'ab'.repeat(32) as Sha256Hex, size: 1 };
  const texts = [
    { ...one, changed: false },
    { ...one, identity: '2', changed: true },
  ].map((each) => hashedFilesText([each]));
  expect(hashedFilesIn(texts).get('a')).toMatchObject({ identity: '2', changed: true });
});

test.each(['', '{}', '[[1]]', `[["a","1","no hash",1,false]]`, `[["a","1","${'ab'.repeat(32)}",-1,false]]`])(
  'a text that is none of ours stands for nothing: %s',
  (text) => {
    expect(hashedFilesIn([text]).size).toBe(0);
  },
);
