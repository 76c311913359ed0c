import canonicalize from 'canonicalize';

/** What a field may hold: JSON with whole numbers only (FORMAT.md §2). */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const KEY = /^[a-z][a-z0-9_]*$/;
const MAX_DEPTH = 64;

/**
 * Why a value cannot stand in a record, or null where it can: numbers are whole and at most 2^53 - 1 in
 * magnitude, text is well-formed Unicode, keys match `[a-z][a-z0-9_]*`, at most 64 levels deep.
 */
export function jsonFault(value: unknown, depth = 0): string | null {
  if (value === null || typeof value === 'boolean') return null;
  if (typeof value === 'string') return value.isWellFormed() ? null : 'text with a lone surrogate';
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) && !Object.is(value, -0) ? null : `the number ${value}`;
  }
  if (depth >= MAX_DEPTH) return 'deeper than 64 levels';
  if (Array.isArray(value)) {
    for (const item of value) {
      const fault = jsonFault(item, depth + 1);
      if (fault !== null) return fault;
    }
    return null;
  }
  if (typeof value !== 'object') return `a ${typeof value}`;
  for (const [key, item] of Object.entries(value)) {
    if (!KEY.test(key)) return `the key ${JSON.stringify(key)}`;
    const fault = jsonFault(item, depth + 1);
    if (fault !== null) return fault;
  }
  return null;
}

/**
 * The one spelling of a value (RFC 8785).
 * @throws RangeError for what `jsonFault` names
 */
export function canonicalJson(value: Json): string {
  const fault = jsonFault(value);
  if (fault !== null) throw new RangeError(`not allowed in a record: ${fault}`);
  // Strings are most of a record; RFC 8785 §3.2.2.2 spells them as JSON.stringify does.
  if (typeof value === 'string') return JSON.stringify(value);
  return canonicalize(value) ?? 'null';
}

/** The value of canonical JSON text, or undefined where the text is not exactly its one spelling. */
export function parseCanonical(text: string): Json | undefined {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
    return canonicalJson(value) === text ? value : undefined;
  } catch {
    // Not JSON, or a value that the format forbids: both mean "not canonical", which the caller reports.
    return undefined;
  }
}
