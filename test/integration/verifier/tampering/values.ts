import { type Changes, introduced } from '../scene.ts';

const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);

/** Values that are no values, or not spelled as they have to be; the digest is of what stands there (FORMAT.md §2). */
export const values: Changes = {
  'a signed space in a value': (scene) =>
    void introduced(scene).write({
      fields: { tags: ['a', 'b'], text: 'x' },
      spellValue: (text) => text.replace(',', ', ') + (text.includes(',') ? '' : ' '),
    }),
  'a signed escape in a value': (scene) =>
    void introduced(scene).write({ spellValue: (text) => text.replace('n', String.raw`\u006e`) }),
  'a fraction': (scene) => void introduced(scene).write({ fields: { size: 1.5, text: 'x' } }),
  'a number too large': (scene) =>
    void introduced(scene).write({ fields: { size: 9007199254740992, text: 'x' } }),
  'half a character': (scene) => void introduced(scene).write({ fields: { text: '\ud800' } }),
  'an object key in capitals': (scene) =>
    void introduced(scene).write({ fields: { what: { Key: 1 }, text: 'x' } }),
  'object keys out of order': (scene) =>
    void introduced(scene).write({ fields: { what: { b: 1, a: 1 }, text: 'x' } }),
  'a value too deep': (scene) => void introduced(scene).write({ fields: { what: nested(66), text: 'x' } }),
};
