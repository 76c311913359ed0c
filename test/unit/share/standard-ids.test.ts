import { expect, test } from 'vitest';
import { ownUuid } from '../../../src-main/share/standards/own-uuid.ts';
import { uuidV5 } from '../../../src-main/share/standards/uuid-v5.ts';
import { oneHash, scoId } from '../../../src-main/share/stix/sco-id.ts';

test('a UUID of a name is that of RFC 9562 (appendix A.4)', () => {
  const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
  expect(uuidV5(dns, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  expect(uuidV5(dns, 'www.example.org')).not.toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
});

test('ids of observable objects are those of the examples in STIX 2.1', () => {
  expect(scoId('ipv4-addr', { value: '198.51.100.3' })).toBe(
    'ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4',
  );
  expect(scoId('directory', { path: 'C:\\Windows\\System32' })).toBe(
    'directory--0a58d0c1-59e6-5afd-8252-dcd3f13e5622',
  );
  const hashes = { 'SHA-256': 'fe90a7e910cb3a4739bed9180e807e93fa70c90f25a8915476f5e4bfbac681db' };
  expect(scoId('file', { name: 'foo.dll', hashes })).toBe('file--949eb97a-da1e-5292-8959-03c4249dc9f3');
  // What it is made of decides, and not in which order it stands.
  expect(scoId('file', { hashes, name: 'foo.dll' })).toBe('file--949eb97a-da1e-5292-8959-03c4249dc9f3');
  expect(scoId('file', { hashes, name: 'foo.DLL' })).not.toBe('file--949eb97a-da1e-5292-8959-03c4249dc9f3');
});

test('of several hashes one makes the id', () => {
  expect(oneHash({ 'SHA-256': 'c', 'SHA-1': 'b', MD5: 'a' })).toEqual({ MD5: 'a' });
  expect(oneHash({ 'SHA-256': 'c', 'SHA-1': 'b' })).toEqual({ 'SHA-1': 'b' });
  expect(oneHash({})).toEqual({});
});

test('ids of our own: the same again, and another one for another kind of thing', () => {
  expect(ownUuid('note', 'ab')).toBe(ownUuid('note', 'ab'));
  expect(ownUuid('note', 'ab')).not.toBe(ownUuid('person', 'ab'));
  expect(ownUuid('note', 'ab')).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u,
  );
});
