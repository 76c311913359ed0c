import {
  type AuthorKey,
  type CaseId,
  type EntryId,
  type Sha256Hex,
  type UtcIso,
  type WriterId,
  isAuthorKey,
  isCaseId,
  isEntryId,
  isSha256Hex,
  isUtcIso,
  isWriterId,
} from './brands.ts';
import { LIMITS } from './limits.ts';

/** Version of the entry bytes. Only an unknown *format* is refused; an unknown kind is kept. */
export const FORMAT = 1;

/** The part of an entry that is hashed and signed; it holds no personal data (FORMAT.md §5). */
export interface Header {
  readonly author: AuthorKey;
  readonly case: CaseId;
  /** Digests of all fields, ascending. */
  readonly fields: readonly Sha256Hex[];
  readonly format: number;
  readonly kind: string;
  readonly kindVersion: number;
  /** Milliseconds since the writer's process started; comparable within one writer only. */
  readonly monotonic: number;
  /** 1, 2, 3 … within one writer. */
  readonly n: number;
  /** Tips known when the entry was made, ascending; empty only in the first entry of a case. */
  readonly parents: readonly EntryId[];
  /** Device clock. */
  readonly recorded: UtcIso;
  readonly writer: WriterId;
}

const KIND = /^[a-z][a-z0-9-]{0,63}$/;

/**
 * The header's RFC 8785 text. Written out because the keys are fixed and no value needs escaping;
 * a test compares it with the library's.
 */
export function headerText(header: Header): string {
  const list = (items: readonly string[]): string => items.map((item) => `"${item}"`).join(',');
  return (
    `{"author":"${header.author}","case":"${header.case}","fields":[${list(header.fields)}]` +
    `,"format":${header.format},"kind":"${header.kind}","kind_version":${header.kindVersion}` +
    `,"monotonic":${header.monotonic},"n":${header.n},"parents":[${list(header.parents)}]` +
    `,"recorded":"${header.recorded}","writer":"${header.writer}"}`
  );
}

export type HeaderFault = 'header-not-canonical' | 'header-malformed' | 'format-unknown';

/** Reads stored header text strictly: exactly the known keys, exactly the one spelling. */
export function parseHeader(text: string): Header | HeaderFault {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return 'header-malformed';
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return 'header-malformed';
  const h = raw as Record<string, unknown>;
  if (h['format'] !== FORMAT) return typeof h['format'] === 'number' ? 'format-unknown' : 'header-malformed';
  const { author, case: caseId, fields, kind, monotonic, n, parents, recorded, writer } = h;
  const kindVersion = h['kind_version'];
  if (
    typeof author !== 'string' ||
    !isAuthorKey(author) ||
    typeof caseId !== 'string' ||
    !isCaseId(caseId) ||
    typeof writer !== 'string' ||
    !isWriterId(writer) ||
    typeof recorded !== 'string' ||
    !isUtcIso(recorded) ||
    typeof kind !== 'string' ||
    !KIND.test(kind) ||
    !isCount(kindVersion, 1) ||
    !isCount(monotonic, 0) ||
    !isCount(n, 1) ||
    !isAscending(fields, LIMITS.fields, isSha256Hex) ||
    !isAscending(parents, LIMITS.parents, isEntryId)
  ) {
    return 'header-malformed';
  }
  const header: Header = {
    author,
    case: caseId,
    fields,
    format: FORMAT,
    kind,
    kindVersion,
    monotonic,
    n,
    parents,
    recorded,
    writer,
  };
  // Unknown keys, other order and other spelling all show here.
  return headerText(header) === text ? header : 'header-not-canonical';
}

function isCount(value: unknown, least: number): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least;
}

function isAscending<T extends string>(
  value: unknown,
  most: number,
  is: (text: string) => text is T,
): value is readonly T[] {
  if (!Array.isArray(value) || value.length > most) return false;
  let before = '';
  for (const item of value as readonly unknown[]) {
    if (typeof item !== 'string' || !is(item) || item <= before) return false;
    before = item;
  }
  return true;
}
