import { zoneOf } from '../../casework/case-facts.ts';
import { PASTED_LIMIT } from '../../contract/evidence.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import { CaseError } from '../../domain/errors.ts';
import { LIMITS } from '../../domain/limits.ts';
import { pictureEnding, pictureTooLarge } from '../../domain/picture.ts';
import { wallAt } from '../../domain/time/zone.ts';
import type { Examined } from '../../evidence/examine.ts';
import { exhibitView } from '../../evidence/exhibit-view.ts';
import { exhibitOf } from '../../evidence/find-exhibit.ts';
import { registerExhibit } from '../../evidence/register-exhibit.ts';
import { writing } from '../open-case.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { startWorker } from '../worker.ts';

/** Takes a picture from the clipboard in as a screenshot. Its bytes go from memory into the case, and nowhere else. */
export async function addBytes(
  engine: Engine,
  { bytes }: RequestOf<'evidence.add-bytes'>,
): Promise<ResponseOf<'evidence.add-bytes'>> {
  const opened = openCaseOf(engine);
  const session = writing(opened);
  const pastedAt = engine.host.clock.now();
  const ending = pictureEnding(bytes);
  if (ending === null) {
    throw new CaseError('wrong-use', {
      reason: 'What was pasted is no picture (PNG, JPEG, GIF or WebP). Save it to a file and add that.',
    });
  }
  if (bytes.byteLength > PASTED_LIMIT) throw pictureTooLarge(PASTED_LIMIT);
  const examined = await inWorker(engine, bytes);
  if (examined.packed === null) throw pictureTooLarge(LIMITS.storedInCase);
  const [entry, collected] = registerExhibit(session, examined, {
    from: { name: { text: nameAt(zoneOf(opened.db), pastedAt, ending) } },
    title: undefined,
    type: 'screenshot',
    occurred: undefined,
    details: {},
    seal: undefined,
  });
  engine.wrote([entry.id, collected.id]);
  return { exhibit: exhibitView(opened.db, exhibitOf(opened.db, entry.id)) };
}

async function inWorker(engine: Engine, bytes: Uint8Array): Promise<Examined> {
  const worker = startWorker(engine.host, 'examine-bytes');
  try {
    return await worker.ask<Uint8Array, Examined>(bytes);
  } finally {
    worker.end();
  }
}

/** `Screenshot 2026-11-24 02:13.png`, in the zone of the case. */
function nameAt(zone: string, now: number, ending: string): string {
  const { year, month, day, hour, minute } = wallAt(zone, now);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `Screenshot ${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}.${ending}`;
}
