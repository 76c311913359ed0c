import type { z } from 'zod';
import { type Json, canonicalJson } from '../domain/canonical.ts';
import type { opened } from '../domain/kinds/kind.ts';
import type { WritingSession } from './session.ts';

/** Canonical JSON of the field that the first entry of every writer carries: the laptop may be hostile ground. */
export function openedField(session: WritingSession): string {
  const { surroundings, clock, lastHead } = session;
  const field: z.infer<typeof opened> = {
    program: 'Holdfast',
    version: surroundings.version,
    ...(surroundings.programHash === undefined ? {} : { program_sha256: surroundings.programHash }),
    os: surroundings.os,
    clock_source: clock.source,
    utc_offset_minutes: -new Date(clock.now()).getTimezoneOffset() + 0,
    volume: surroundings.volume,
    ...(lastHead === undefined ? {} : { last_head: lastHead }),
  };
  return canonicalJson(field as Json);
}
