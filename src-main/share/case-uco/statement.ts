import { marksText } from '../../evidence/forms/timeline-export.ts';
import { evidenceOf } from '../standards/evidence-of.ts';
import type { LinkedEntry, JsonObject } from '../standards/record-writer.ts';
import { withoutNothing } from '../standards/without-nothing.ts';
import type { Cast } from './cast.ts';
import { actionId, dateTime, exhibitId, personId, ref, statementId } from './terms.ts';

/**
 * An entry as a statement about what it is about (UCO 1.4.0 core, Annotation), or, where it says what was done to contain
 * or to eradicate, as an action. Its text is that of the timeline; when it happened has no property there.
 * @param about what it is about where it names no exhibit
 */
export function statement({ view, exhibits }: LinkedEntry, about: string, cast: Cast): JsonObject {
  const isAction = view.kind === 'action';
  const { occurred } = view;
  const objects = [...new Set([...evidenceOf(view), ...exhibits])].map((id) => ref(exhibitId(id)));
  const marks = marksText(view);
  const performer = cast.identity(textOf(view['done_by']));
  const own = isAction
    ? {
        'uco-core:description': [view.text, marks].filter((text) => text !== ''),
        'uco-action:object': objects,
        'uco-action:startTime': dateTime(occurred?.utc ?? view.recorded),
        'uco-action:endTime': dateTime(occurred?.until),
        'uco-action:performer': performer === undefined ? undefined : ref(performer),
      }
    : {
        'uco-core:statement': view.text,
        'uco-core:description': marks === '' ? undefined : marks,
        'uco-core:object': objects.length === 0 ? [ref(about)] : objects,
      };
  return {
    '@id': isAction ? actionId(view.id) : statementId(view.id),
    '@type': isAction ? 'uco-action:Action' : 'uco-core:Annotation',
    ...withoutNothing({
      ...own,
      'uco-core:createdBy': ref(personId(view.author.id)),
      'uco-core:objectCreatedTime': dateTime(view.recorded),
      'uco-core:tag': view.tags,
      // Another entry says how it reads now.
      'uco-core:objectStatus': view.correctedBy === undefined ? undefined : 'Deprecated',
      'holdfast:kind': view.kind,
      'holdfast:entry': view.id,
      'holdfast:number': view.number,
      'holdfast:phase': view.phase,
      'holdfast:occurred': dateTime(occurred?.utc),
      'holdfast:occurredUntil': dateTime(occurred?.until),
      'holdfast:occurredZone': occurred?.zone,
      'holdfast:occurredPrecision': occurred?.precision,
      'holdfast:fact': view.kind === 'fact' ? textOf(view['name']) : undefined,
      // Ids of entries: the one that is named may be younger than this document.
      'holdfast:corrects': view.corrects,
      'holdfast:correctedBy': view.correctedBy,
      'holdfast:withheldBy': view['withheldBy'],
    }),
  };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
