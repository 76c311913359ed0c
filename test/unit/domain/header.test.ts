import canonicalize from 'canonicalize';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AuthorKey, CaseId, EntryId, Sha256Hex, WriterId } from '../../../src-main/domain/brands.ts';
import { utcIso } from '../../../src-main/domain/brands.ts';
import { FORMAT, type Header, headerText, parseHeader } from '../../../src-main/domain/header.ts';

const hex = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`));
const ascending = (items: readonly string[]): string[] => [...new Set(items)].toSorted();

const headers: fc.Arbitrary<Header> = fc
  .record({
    author: hex(64),
    case: hex(64),
    fields: fc.array(hex(64), { maxLength: 5 }),
    kind: fc.constantFrom('note', 'copy-made', 'some-newer-kind'),
    kindVersion: fc.integer({ min: 1, max: 9 }),
    monotonic: fc.nat(),
    n: fc.integer({ min: 1, max: 1e9 }),
    parents: fc.array(hex(64), { maxLength: 5 }),
    recorded: fc.integer({ min: 0, max: 4e12 }),
    writer: hex(32),
  })
  .map((raw) => ({
    ...raw,
    author: raw.author as AuthorKey,
    case: raw.case as CaseId,
    fields: ascending(raw.fields) as Sha256Hex[],
    format: FORMAT,
    parents: ascending(raw.parents) as EntryId[],
    recorded: utcIso(raw.recorded),
    writer: raw.writer as WriterId,
  }));

describe('the header of an entry', () => {
  test('is written exactly as RFC 8785 says', () => {
    fc.assert(
      fc.property(headers, ({ kindVersion, ...rest }) => {
        expect(headerText({ kindVersion, ...rest })).toBe(
          canonicalize({ ...rest, kind_version: kindVersion }),
        );
      }),
    );
  });

  test('is read back as it was written', () => {
    fc.assert(
      fc.property(headers, (header) => {
        expect(parseHeader(headerText(header))).toEqual(header);
      }),
    );
  });

  test('is refused in any other spelling', () => {
    fc.assert(
      fc.property(headers, fc.nat(), (header, at) => {
        const text = headerText(header);
        const place = at % text.length;
        const spaced = `${text.slice(0, place)} ${text.slice(place)}`;
        expect(typeof parseHeader(spaced)).toBe('string');
      }),
    );
  });

  test.each([
    ['another format', (h: string) => h.replace('"format":1', '"format":2'), 'format-unknown'],
    ['an unknown key', (h: string) => h.replace('"kind"', '"extra":1,"kind"'), 'header-not-canonical'],
    ['a key twice', (h: string) => h.replace('"n":', '"n":1,"n":'), 'header-not-canonical'],
    ['no JSON', () => '{', 'header-malformed'],
    [
      'a date that does not exist',
      (h: string) => h.replace(/"recorded":"[^"]+"/, '"recorded":"2026-02-30T00:00:00.000Z"'),
      'header-malformed',
    ],
  ])('is refused with %s', (_, change, fault) => {
    const [header] = fc.sample(headers, { numRuns: 1, seed: 7 });
    if (header === undefined) throw new Error('no header');
    expect(parseHeader(change(headerText(header)))).toBe(fault);
  });
});
