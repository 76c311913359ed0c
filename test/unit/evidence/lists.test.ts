import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Candidate, compareList } from '../../../src-main/evidence/lists/compare-list.ts';
import { manifestBytes } from '../../../src-main/evidence/manifest.ts';
import { readList } from '../../../src-main/evidence/lists/read-list.ts';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);
const SHA1 = 'c'.repeat(40);
const MD5 = 'd'.repeat(32);

const read = (text: string, name = 'SHA256SUMS') => readList(name, Buffer.from(text));
const utf16 = (text: string, bigEndian: boolean, mark: boolean): Buffer => {
  const bytes = Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

describe('lists of sha256sum', () => {
  test('text and binary lines, upper case, SHA-1 and MD5 by their length', () => {
    expect(read(`${A}  a.log\n${B.toUpperCase()} *b c.log\n${SHA1}  d\n${MD5}  e\n`)).toEqual({
      format: 'sha256sum',
      files: [
        { line: 1, name: 'a.log', hashes: { sha256: A } },
        { line: 2, name: 'b c.log', hashes: { sha256: B } },
        { line: 3, name: 'd', hashes: { sha1: SHA1 } },
        { line: 4, name: 'e', hashes: { md5: MD5 } },
      ],
      problems: [],
    });
  });

  test('an escaped name is read as it was, and only where its line says that it is escaped', () => {
    const { files } = read(`\\${A}  a\\nb\\\\c\\r\n${A}  a\\nb\n`);
    expect(files.map(({ name }) => name)).toEqual(['a\nb\\c\r', 'a\\nb']);
  });

  test('blank lines and comments are passed over, and the numbers are those of an editor', () => {
    const { files, problems } = read(`# made by the host\r\n\r\n; a comment\r\n${A}  a.log\r\n   \r\n`);
    expect(files).toMatchObject([{ line: 4, name: 'a.log' }]);
    expect(problems).toEqual([]);
  });

  test('a wrong length, a wrong digit and a line that is none are named by their line', () => {
    const { files, problems } = read(`${A.slice(1)}  short.log\n${A}  ok\nx${A.slice(1)}  digit\nnothing\n`);
    expect(files).toMatchObject([{ line: 2 }]);
    expect(problems).toMatchObject([
      { line: 1, reason: expect.stringMatching(/63 digits/) },
      { line: 3, reason: expect.stringMatching(/is no hash/) },
      { line: 4, reason: expect.stringMatching(/no line of a list/) },
    ]);
  });

  test.each([
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${A}  größe.log\r\n`)],
    ['UTF-16 LE with a mark', utf16(`${A}  größe.log\r\n`, false, true)],
    ['UTF-16 BE with a mark', utf16(`${A}  größe.log\r\n`, true, true)],
    ['UTF-16 LE without', utf16(`${A}  größe.log\r\n`, false, false)],
    ['UTF-16 BE without', utf16(`${A}  größe.log\r\n`, true, false)],
  ])('%s', (_, bytes) => {
    expect(readList('x', bytes)).toMatchObject({
      files: [{ line: 1, name: 'größe.log', hashes: { sha256: A } }],
      problems: [],
    });
  });

  test('what our own manifest writes of any name is read back', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'binary', minLength: 1 })), (names) => {
        const usable = names
          .map((name) => name.toWellFormed().replaceAll('\0', ''))
          .filter((name) => name !== '' && !name.includes('\uFFFD') && !name.startsWith('\uFEFF'));
        const list = readList(
          'manifest',
          manifestBytes(usable.map((name) => ({ sha256: A, path: Buffer.from(name) }))),
        );
        expect(list.problems).toEqual([]);
        expect(list.files.map(({ name }) => name).toSorted()).toEqual(usable.toSorted());
      }),
    );
  });
});

describe('other forms', () => {
  test('BSD style, also among ordinary lines; a hash that the record does not keep is named', () => {
    const list = read(
      `SHA256 (a (1) = b.log) = ${A}\nMD5(c)= ${MD5}\n${B}  d\nSHA512 (e) = ${A}${A}\n\\SHA256 (x\\ny) = ${A}\nSHA-1 (f) = ${A}\n`,
    );
    expect(list.format).toBe('bsd');
    expect(list.files).toEqual([
      { line: 1, name: 'a (1) = b.log', hashes: { sha256: A } },
      { line: 2, name: 'c', hashes: { md5: MD5 } },
      { line: 3, name: 'd', hashes: { sha256: B } },
      { line: 5, name: 'x\ny', hashes: { sha256: A } },
    ]);
    expect(list.problems).toMatchObject([
      { line: 4, reason: expect.stringMatching(/SHA512 is no hash that the record keeps/) },
      { line: 6, reason: expect.stringMatching(/64 digits instead of 40/) },
    ]);
  });

  test('hashdeep: the columns say what is what, and a name may hold commas', () => {
    const list = read(
      `%%%% HASHDEEP-1.0\r\n%%%% size,md5,sha256,filename\r\n## Invoked from: /x\r\n12,${MD5},${A},/logs/a,b.log\r\n12,${MD5},${A.slice(2)},c\r\n1,2\r\n`,
    );
    expect(list).toMatchObject({
      format: 'hashdeep',
      files: [{ line: 4, name: '/logs/a,b.log', hashes: { md5: MD5, sha256: A } }],
      problems: [
        { line: 5, reason: expect.stringMatching(/sha256 has 62 digits instead of 64/) },
        { line: 6, reason: expect.stringMatching(/2 columns instead of 4/) },
      ],
    });
    expect(read(`%%%% HASHDEEP-1.0\n12,${MD5},a\n`).problems).toMatchObject([{ line: 2 }]);
    expect(read(`%%%% HASHDEEP-1.0\n%%%% name,md5\n12,${MD5}\n`).problems).toHaveLength(2);
    expect(read(`%%%% HASHDEEP-1.0\n%%%% size,tiger,filename\n12,${MD5},x\n`).problems).toHaveLength(1);
  });

  test('BagIt: the name of the manifest says the hash, and %0A stands for a line break', () => {
    const { format, files, problems } = read(`${A}  data/a%0Ab%25.log\n${A} data/c\n`, 'manifest-sha256.txt');
    expect(format).toBe('bagit');
    expect(files.map(({ name }) => name)).toEqual(['data/a\nb%.log', 'data/c']);
    expect(problems).toEqual([]);
    expect(read(`${SHA1}\tdata/a\n`, 'tagmanifest-sha1.txt').files).toMatchObject([
      { hashes: { sha1: SHA1 } },
    ]);
    expect(read(`${MD5}  data/a\n`, 'manifest-sha256.txt').problems).toMatchObject([{ line: 1 }]);
    expect(read(`${A}${A}  data/a\n`, 'manifest-sha512.txt').problems).toMatchObject([
      { reason: expect.stringMatching(/sha512 is no hash/) },
    ]);
  });

  test('whatever a file holds, every line with content gives a file, a problem or a comment', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        A,
        MD5,
        '  ',
        ' *',
        '\n',
        '\r\n',
        '\\',
        '%%%% HASHDEEP-1.0\n',
        '%%%% size,md5,filename\n',
        'SHA256 (',
        ') = ',
        ',',
        '%0A',
        '#',
      ),
    );
    const names = fc.constantFrom('list', 'manifest-sha256.txt', 'manifest-md5.txt');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), names, (pieces, name) => {
        const text = pieces.join('').toWellFormed();
        const { files, problems } = readList(name, Buffer.from(text));
        const lines = text.split('\n').length;
        for (const { line } of [...files, ...problems]) {
          expect(line).toBeGreaterThan(0);
          expect(line).toBeLessThanOrEqual(lines);
        }
        for (const { hashes } of files) expect(Object.keys(hashes).length).toBeGreaterThan(0);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const { files, problems } = readList('list', bytes);
        expect(files.length + problems.length).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });

  test('a line of a million characters is read in a moment', () => {
    const started = performance.now();
    for (const text of [
      '('.repeat(1e6),
      `SHA256 (${') = '.repeat(250_000)}`,
      `${'a'.repeat(1e6)}  x`,
      ' '.repeat(1e6),
      '\\'.repeat(1e6),
    ]) {
      read(`x${text}`);
    }
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('a list beside the record', () => {
  const one = (exhibit: string, path: string, hashes: Candidate['hashes'], inside = false): Candidate => ({
    exhibit,
    path,
    hashes,
    inside,
  });
  const states = (text: string, candidates: readonly Candidate[]) =>
    compareList(read(text).files, candidates).map(({ state, with: found }) => [
      state,
      ...found.map(({ exhibit }) => exhibit),
    ]);

  test('by hash whatever the name, then by name', () => {
    const record = [
      one('EV-001', '/logs/a.log', { sha256: A }),
      one('EV-002', '/logs/b.log', { sha256: B, md5: MD5 }),
    ];
    expect(
      states(`${A}  other-name.log\n${A}  b.log\n${SHA1}  a.log\n${A}  new.log\n`, [record[1] as Candidate]),
    ).toEqual([['not-here'], ['different', 'EV-002'], ['not-here'], ['not-here']]);
    expect(states(`${A}  other-name.log\n${SHA1}  b.log\n`, record)).toEqual([
      ['same', 'EV-001'],
      ['not-comparable', 'EV-002'],
    ]);
  });

  test('of two exhibits with one name, the one that another line found by its hash is left out', () => {
    const record = [
      one('EV-001', '/web01/u_ex.log', { sha256: A }),
      one('EV-002', '/web02/u_ex.log', { sha256: B }),
    ];
    expect(states(`${A}  x/u_ex.log\n${'e'.repeat(64)}  y/u_ex.log\n`, record)).toEqual([
      ['same', 'EV-001'],
      ['different', 'EV-002'],
    ]);
    expect(states(`${'e'.repeat(64)}  D:\\web02\\u_ex.log\n`, record)).toEqual([['different', 'EV-002']]);
  });

  test('two hashes that contradict each other are no match', () => {
    const record = [one('EV-001', 'a.log', { md5: MD5, sha256: A })];
    const list = readList(
      'x',
      Buffer.from(`%%%% HASHDEEP-1.0\n%%%% size,md5,sha256,filename\n1,${MD5},${B},a.log\n`),
    );
    expect(compareList(list.files, record)).toMatchObject([{ state: 'different' }]);
  });
});
