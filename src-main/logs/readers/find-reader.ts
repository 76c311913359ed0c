import { CaseError } from '../../domain/errors.ts';
import type { Detection, LogReader, Sample } from '../reading/reader.ts';
import { logReaders } from './index.ts';

/** @throws CaseError `wrong-use` for one that this program does not know, with those that it does */
export function readerNamed(id: string): LogReader {
  const found = logReaders.find((reader) => reader.id === id);
  if (found !== undefined) return found;
  const known = logReaders.map((reader) => reader.id).join(', ');
  throw new CaseError('wrong-use', { reason: `There is no format “${id}”. Known are: ${known}.` });
}

export interface Proposal {
  readonly reader: string;
  readonly detection: Detection;
}

/** What a file may be, the surest first. */
export const proposals = (sample: Sample): Proposal[] =>
  logReaders
    .flatMap((reader): Proposal[] => {
      const detection = reader.detect(sample);
      return detection === null ? [] : [{ reader: reader.id, detection }];
    })
    .toSorted((a, b) => b.detection.certainty - a.detection.certainty);
