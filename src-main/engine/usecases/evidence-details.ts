import type { Said } from '../../contract/evidence.ts';
import { CaseError } from '../../domain/errors.ts';
import type { Details } from '../../domain/exhibit-details.ts';
import { understandTime } from '../../domain/time/understand.ts';
import { checkZone } from '../../domain/time/zone.ts';

/**
 * What a request says about an exhibit, as the record keeps it.
 * @param zone for times that name none, where the request names none either
 * @throws CaseError the time errors of `understandTime`
 */
export function detailsOf(said: Said, zone: string, now: number): Details {
  const covers = said.covers === undefined ? undefined : spanOf(said.covers, said.zone ?? zone, now);
  // A span that was typed with an offset says the zone as well.
  const typedZone = covers !== undefined && OFFSET_AT_END.test(covers.typed) ? covers.zone : undefined;
  return {
    source: said.source,
    collected_by: said.collectedBy,
    program: said.program,
    covers,
    zone: said.zone === undefined ? typedZone : checkZone(said.zone),
    clock_offset: said.clockOffset,
    provider: said.provider,
    item_id: said.itemId,
    console: said.console,
    rotation: said.rotation,
    make: said.make,
    serial: said.serial,
    held_by: said.heldBy,
    location: said.location,
    label: said.label,
  };
}

const OFFSET_AT_END = /(?:Z|UTC|[+-]\d\d:?\d\d)\s*$/i;

function spanOf(typed: string, zone: string, now: number): NonNullable<Details['covers']> {
  const span = understandTime(typed, zone, now);
  if (span.until === undefined) throw new CaseError('time-not-understood', { typed });
  return { from: span.utc, to: span.until, zone: span.zone, typed };
}
