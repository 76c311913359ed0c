import { Evidence, type Found } from '../found.ts';
import type { Ground } from '../ground.ts';
import { counted } from '../words-of.ts';

/** Numbers of records that go up by one, and of which some are not there. */
export interface MissingRecords {
  readonly kind: 'missing-records';
}

export function findMissingRecords(_: MissingRecords, ground: Ground): Found[] {
  return [...ground.sources].flatMap((source) => {
    const evidence = new Evidence();
    const reader = ground.reader();
    let [gaps, missing, before, at] = [0, 0, 0, -1];
    for (const segment of ground.view.segments) {
      if (segment.source !== source) continue;
      for (let row = segment.base; row < segment.base + segment.rows; row++) {
        reader.go(row);
        if (reader.has('recovered') || reader.has('damaged')) continue;
        const { line } = reader;
        // Records that a later log has lost are missing; a hole that the earlier one has is told there.
        if (at !== -1 && line > before + 1 && !ground.repeats.haveBoth(at, row)) {
          gaps++;
          missing += line - before - 1;
          for (const [beside] of [[at], [row]] as const) {
            reader.go(beside);
            evidence.add(beside, reader.time);
          }
        }
        [before, at] = [line, row];
      }
    }
    if (gaps === 0) return [];
    const detail = `${counted(missing, 'number')} missing, in ${counted(gaps, 'place')}`;
    return [evidence.found(ground.nameOf('source', source), null, detail, ground.sourceKey(source))];
  });
}
