import { zoneOf } from '../../casework/case-facts.ts';
import type { WritingSession } from '../../casework/session.ts';
import { PASTED_LIMIT } from '../../contract/evidence.ts';
import type { RequestOf, ResponseOf } from '../../contract/index.ts';
import type { Entry } from '../../domain/entry.ts';
import { CaseError } from '../../domain/errors.ts';
import { pictureEnding, pictureTooLarge } from '../../domain/picture.ts';
import { wallAt } from '../../domain/time/zone.ts';
import { exhibitView } from '../../evidence/exhibit-view.ts';
import { exhibitOf } from '../../evidence/find-exhibit.ts';
import { type Registration, registerExhibit } from '../../evidence/register-exhibit.ts';
import { writing } from '../open-case.ts';
import { type Engine, openCaseOf } from '../state.ts';
import { takePasted } from '../take-in/take-pasted.ts';
import type { TakenIn } from '../take-in/taken-in.ts';

/**
 * Takes a picture from the clipboard in as a screenshot. Its bytes go from memory into the case, or sealed beside it,
 * and nowhere else.
 */
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
  const taken = await takePasted(engine.host, session, bytes);
  const [entry, collected] = registered(session, taken, {
    from: { name: { text: nameAt(zoneOf(opened.db), pastedAt, ending) } },
    title: undefined,
    type: 'screenshot',
    occurred: undefined,
    details: {},
    seal: undefined,
  });
  taken.recorded();
  engine.wrote([entry.id, collected.id]);
  return { exhibit: exhibitView(opened.db, exhibitOf(opened.db, entry.id)) };
}

/** Once this has returned, the sealed file belongs to the record: nothing that fails later may remove it. */
function registered(
  session: WritingSession,
  taken: TakenIn,
  registration: Registration,
): readonly [Entry, Entry] {
  try {
    taken.giveName();
    return registerExhibit(session, taken.examined, registration);
  } catch (error) {
    taken.discard();
    throw error;
  }
}

/** `Screenshot 2026-11-24 02:13.png`, in the zone of the case. */
function nameAt(zone: string, now: number, ending: string): string {
  const { year, month, day, hour, minute } = wallAt(zone, now);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `Screenshot ${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}.${ending}`;
}
