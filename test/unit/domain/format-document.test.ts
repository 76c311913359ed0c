import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { sha256, signer } from '../../../src-main/casework/node-crypto.ts';
import type { CaseId, EntryId, UtcIso, WriterId } from '../../../src-main/domain/brands.ts';
import { base64url, fromHex, hex, utf8 } from '../../../src-main/domain/bytes.ts';
import { type Json, canonicalJson } from '../../../src-main/domain/canonical.ts';
import { caseIdOf, entryHash, signedMessage } from '../../../src-main/domain/entry-hash.ts';
import { fieldDigest } from '../../../src-main/domain/field.ts';
import { FORMAT, headerText } from '../../../src-main/domain/header.ts';
import { kinds } from '../../../src-main/domain/kinds/index.ts';

const path = join(import.meta.dirname, '../../../src-main/domain/FORMAT.md');

/** `UPDATE_FORMAT=1 npm test -- unit` writes the two generated parts of the document anew. */
function generatedPart(name: string, text: string): { readonly found: string; readonly wanted: string } {
  const mark = new RegExp(`(<!-- ${name}: [^>]*-->\n)([\\s\\S]*?)(<!-- /${name} -->)`);
  const document = readFileSync(path, 'utf8');
  if (process.env.UPDATE_FORMAT === '1') {
    writeFileSync(
      path,
      document.replace(mark, (_, open: string, __, close: string) => `${open}${text}\n${close}`),
    );
  }
  return { found: mark.exec(readFileSync(path, 'utf8'))?.[2] ?? '', wanted: `${text}\n` };
}

describe('FORMAT.md says what the code does', () => {
  test('the table of kinds is the one of the code', () => {
    const rows = Object.values(kinds).map(({ name, version, fields, personal }) => {
      const shape = fields.shape as Readonly<Record<string, z.ZodType>>;
      const names = Object.entries(shape).map(([field, schema]) => {
        const optional = schema.safeParse(undefined).success ? '?' : '';
        const star = (personal as readonly string[]).includes(field) ? '*' : '';
        return `\`${field}\`${optional}${star}`;
      });
      return `| \`${name}\` | ${version} | ${names.join(' ')} |`;
    });
    const json = Object.entries(kinds).map(
      ([name, { fields }]) =>
        `- \`${name}\`: ${shapeText(z.toJSONSchema(fields, { unrepresentable: 'any', io: 'input' }) as Schema)}`,
    );
    const { found, wanted } = generatedPart(
      'kinds',
      [
        '| kind | version | fields (`?` may be missing) |',
        '|---|---|---|',
        ...rows,
        '',
        'Types of the fields:',
        '',
        ...json,
      ].join('\n'),
    );
    expect(found).toBe(wanted);
  });

  test('the worked entries are what the code writes', () => {
    const key = signer(new Uint8Array(32).fill(1));
    const nonce = new Uint8Array(32).fill(2);
    const caseId = caseIdOf(sha256, nonce, fromHex(key.key)) as CaseId;
    const writer = hex(new Uint8Array(16).fill(3)) as WriterId;
    const opened = {
      program: 'Holdfast',
      version: '0.1.0',
      os: 'Linux 6.1 x64',
      clock_source: 'system',
      utc_offset_minutes: 60,
      volume: 'local',
    };
    const steps: readonly (readonly [string, number, string, Record<string, Json>])[] = [
      [
        'case',
        1500,
        '2026-11-17T01:21:00.000Z',
        {
          case_kind: 'incident',
          nonce: base64url(nonce),
          opened,
          practice: false,
          title: 'Suspicious uploads on WEB01',
        },
      ],
      [
        'author',
        1502,
        '2026-11-17T01:21:00.002Z',
        { device: 'LAPTOP-7', name: 'Web developer', public_key: key.key, role: 'first contact' },
      ],
      [
        'note',
        61_337,
        '2026-11-17T01:21:59.837Z',
        {
          occurred: {
            precision: 'minute',
            typed: '02:14',
            utc: '2026-11-17T01:14:00.000Z',
            zone: 'Europe/Berlin',
          },
          tags: ['alert'],
          text: 'FusionReactor alert: 412 requests ✓',
        },
      ],
    ];
    let salt = 0x10;
    let parent: EntryId | null = null;
    const parts = steps.map(([kind, monotonic, recorded, fields], i) => {
      const rows = Object.entries(fields).map(([name, value]) => {
        const text = canonicalJson(value);
        const salted = base64url(new Uint8Array(16).fill(salt++));
        return { name, salt: salted, text, digest: fieldDigest(sha256, salted, name, text) };
      });
      const header = headerText({
        author: key.key,
        case: caseId,
        fields: rows.map(({ digest }) => digest).toSorted(),
        format: FORMAT,
        kind,
        kindVersion: 1,
        monotonic,
        n: i + 1,
        parents: parent === null ? [] : [parent],
        recorded: recorded as UtcIso,
        writer,
      });
      const hash = entryHash(sha256, utf8(header));
      parent = hex(hash) as EntryId;
      return [
        `### Entry ${i + 1}: \`${kind}\``,
        '',
        '| name | salt | value (JCS) | digest |',
        '|---|---|---|---|',
        ...rows.map(
          ({ name, salt: salted, text, digest }) =>
            `| \`${name}\` | \`${salted}\` | \`${text}\` | \`${digest}\` |`,
        ),
        '',
        'Header bytes:',
        '',
        '```',
        header,
        '```',
        '',
        `Hash \`${hex(hash)}\``,
        '',
        `Signature \`${hex(key.sign(signedMessage(hash)))}\``,
      ].join('\n');
    });
    const { found, wanted } = generatedPart(
      'worked',
      [`Public key \`${key.key}\`, case id \`${caseId}\`.`, ...parts].join('\n\n'),
    );
    expect(found).toBe(wanted);
  });
});

interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** A type in a few words: `text`, `integer`, `one of a|b`, `{…}`, `[…]`. */
function shapeText(schema: Schema): string {
  if (schema.enum !== undefined) return schema.enum.join('\\|');
  if (schema.type === 'array') return `[${shapeText(schema.items ?? {})}]`;
  if (schema.properties !== undefined) {
    const required = new Set(schema.required);
    return `{${Object.entries(schema.properties)
      .map(([name, inner]) => `${name}${required.has(name) ? '' : '?'}: ${shapeText(inner)}`)
      .join(', ')}}`;
  }
  if (schema.type === 'string') {
    return schema.pattern === undefined ? 'text' : `text \`${schema.pattern.replaceAll('|', '\\|')}\``;
  }
  return schema.type ?? 'any value';
}
