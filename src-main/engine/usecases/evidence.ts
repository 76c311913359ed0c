import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { zoneOf } from '../../casework/case-facts.ts';
import { viewOfNew } from '../../casework/entry-view.ts';
import { type Names, namesIn } from '../../casework/names.ts';
import { entryWithId } from '../../casework/read-entry.ts';
import type { CustodyEvent, DetailChange, Exhibit } from '../../contract/evidence.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { fromHex } from '../../domain/bytes.ts';
import { objectField, textField } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import { viewName } from '../../domain/exhibit-details.ts';
import { understandTime } from '../../domain/time/understand.ts';
import { type CustodyEventView, custodyOf } from '../../evidence/custody-events.ts';
import { describedOf } from '../../evidence/described.ts';
import { exhibitView, labelOf } from '../../evidence/exhibit-view.ts';
import { findExhibit } from '../../evidence/find-exhibit.ts';
import { recordCustody } from '../../evidence/record-custody.ts';
import { asFileError } from '../../domain/file-error.ts';
import { blobOf, exhibits } from '../../store/queries/exhibit.ts';
import { timelineRowOf } from '../../store/queries/timeline.ts';
import { writing } from '../open-case.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { startWorker } from '../worker.ts';
import type { UnpackRequest, Unpacked } from '../workers/unpack.ts';

export function list(engine: Engine): { exhibits: Exhibit[] } {
  const { db } = openCaseOf(engine);
  return { exhibits: exhibits(db).map((row) => exhibitView(db, row)) };
}

export function show(engine: Engine, given: RequestOf<'evidence.show'>): ResponseOf<'evidence.show'> {
  const { db } = openCaseOf(engine);
  const row = findExhibit(db, given.exhibit);
  const custody = custodyOf(db, row.entry);
  const exhibit = exhibitView(db, row, custody);
  const names = namesIn(db);
  const history = describedOf(db, entryWithId(db, row.entry)).history.map(
    ({ name, before, after, entry }) => {
      const reason = textField(entry, 'reason');
      return {
        field: viewName(name),
        before,
        after,
        at: entry.header.recorded,
        by: names.nameOf(entry.header.author),
        author: names.signedBy(entry.header),
        ...(reason === undefined ? {} : { reason }),
        entry: entry.id,
        number: timelineRowOf(db, entry.id)?.number ?? 0,
      } as DetailChange;
    },
  );
  return {
    exhibit,
    custody: custody.map((event) => eventData(event, names)),
    holder: exhibit.holder,
    history,
  };
}

export function record(engine: Engine, given: RequestOf<'custody.record'>): ResponseOf<'custody.record'> {
  const opened = openCaseOf(engine);
  const session = writing(opened);
  const zone = given.zone ?? zoneOf(opened.db);
  const entry = recordCustody(session, {
    exhibit: given.exhibit,
    event: given.event,
    from: given.from,
    to: given.to,
    witness: given.witness,
    purpose: given.purpose,
    authority: given.authority,
    location: given.location,
    seal: given.seal,
    condition: given.condition,
    method: given.method,
    occurred: given.at === undefined ? undefined : understandTime(given.at, zone, engine.host.clock.now()),
    despite: given.despite,
  });
  engine.wrote([entry.id]);
  return { entry: viewOfNew(opened.db, entry) };
}

/** Writes the stored bytes of an exhibit into a folder, checked against the record; never over another file. */
export async function extract(
  engine: Engine,
  given: RequestOf<'evidence.extract'>,
): Promise<ResponseOf<'evidence.extract'>> {
  const { db } = openCaseOf(engine);
  const row = findExhibit(db, given.exhibit);
  const label = labelOf(row);
  const folder = resolve(given.to);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new CaseError('file-missing', { path: folder });
  }
  const blob = blobOf(db, fromHex(row.entry));
  if (blob === undefined) {
    const reason =
      row.mode === 'reference'
        ? 'it was registered by reference, its bytes stayed where they were.'
        : row.mode === 'none'
          ? 'it is a thing without a file.'
          : 'this copy was made without them.';
    throw new CaseError('bytes-not-here', { exhibit: label, reason });
  }
  const worker = startWorker(engine.host, 'unpack');
  try {
    const original = await worker.ask<UnpackRequest, Unpacked>({ ...blob, size: row.size ?? 0, keep: true });
    if (original.sha256 !== row.sha256 || original.bytes === null) {
      throw new CaseError('file-damaged', {
        path: label,
        reason: 'its stored bytes do not have the hash of the record.',
      });
    }
    const name = objectField(entryWithId(db, row.entry), 'name')?.['text'];
    const path = join(folder, `${label}-${safeName(typeof name === 'string' ? name : 'exhibit')}`);
    try {
      writeFileSync(path, original.bytes, { flag: 'wx', mode: 0o600, flush: true });
    } catch (error) {
      const known = asFileError(error, path);
      // Half an exhibit must not lie there under its name; a file that was there before is not ours.
      if (!(known instanceof CaseError && known.code === 'already-exists')) rmSync(path, { force: true });
      throw known;
    }
    return { exhibit: label, path, size: original.size, sha256: original.sha256 };
  } finally {
    worker.end();
  }
}

/** A name that stays in its folder and hides nothing: no separators, no control or direction marks. */
function safeName(name: string): string {
  const plain = name
    .replace(/[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2066-\u2069/\\:*?"<>|]/g, '_')
    .replace(/^\.+/, '_');
  return (
    Buffer.from(plain, 'utf8')
      .subarray(0, 150)
      .toString('utf8')
      .replace(/\uFFFD+$/, '') || 'exhibit'
  );
}

const WORDS = [
  'from',
  'to',
  'witness',
  'purpose',
  'authority',
  'location',
  'seal',
  'condition',
  'method',
  'tool',
  'result',
  'despite',
] as const;

function eventData(
  { sequence, entry, number, event, at, zone, performedBy }: CustodyEventView,
  names: Names,
): CustodyEvent {
  const words = Object.fromEntries(
    WORDS.flatMap((name) => {
      const value = textField(entry, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const before = textField(entry, 'hash_before');
  const after = textField(entry, 'hash_after');
  return {
    ...words,
    sequence,
    entry: entry.id,
    number,
    event,
    at,
    zone,
    performedBy,
    recorded: entry.header.recorded,
    author: names.signedBy(entry.header),
    ...(before === undefined ? {} : { hashBefore: before }),
    ...(after === undefined ? {} : { hashAfter: after }),
  };
}
