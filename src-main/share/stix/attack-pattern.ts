import type { JsonObject } from '../standards/record-writer.ts';
import type { StixMaker } from './stix-object.ts';

/** A technique of MITRE ATT&CK that a rule names (STIX 2.1 errata 01 §4.1): a hint about where to look. */
export const attackPattern = (
  make: StixMaker,
  technique: string,
  { caseId, created }: { readonly caseId: string; readonly created: string },
): JsonObject =>
  make.domain(
    'attack-pattern',
    { seed: `${caseId}/${technique}`, created, modified: created },
    {
      name: technique,
      description:
        'Named by a rule of Holdfast for lines of logs that a person pinned or took up again. It is a hint and no proof that the technique was used.',
      external_references: [
        {
          source_name: 'mitre-attack',
          url: `https://attack.mitre.org/techniques/${technique.replace('.', '/')}`,
          external_id: technique,
        },
      ],
    },
  );
