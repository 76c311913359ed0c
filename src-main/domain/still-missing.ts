import type { DescribedName, DetailName, EvidenceType } from './exhibit-details.ts';

/**
 * What a court would ask for, by type: without host, span, zone and clock offset a log line stands at no known time;
 * a thing must be told from its like (ISO/IEC 27037 §6.1, RFC 3227 §3). Each is a list of which one is enough.
 */
const WANTED: Readonly<Record<EvidenceType, readonly (readonly [DetailName, ...DetailName[]])[]>> = {
  log: [['source'], ['covers'], ['zone'], ['clock_offset']],
  snapshot: [['provider'], ['item_id']],
  backup: [['rotation']],
  thing: [['serial', 'make'], ['held_by'], ['location']],
  image: [],
  mail: [],
  memory: [],
  screenshot: [],
  message: [],
  other: [],
};

/**
 * What nobody has said yet. Shown, never a reason to refuse anything.
 * @param newLabel where another exhibit has the same number: the label that it should bear from now on
 */
export function stillMissing(
  type: EvidenceType,
  said: Readonly<Partial<Record<DescribedName, unknown>>>,
  newLabel?: string,
): readonly DetailName[] {
  const missing = [...WANTED[type], ['collected_by'] as const].flatMap((enough) =>
    enough.some((name) => said[name] !== undefined) ? [] : [enough[0]],
  );
  return newLabel === undefined || said.label === newLabel ? missing : ['label', ...missing];
}

/** What a log that is wanted still lacks before “we saw nothing” rests on it. */
export type LogGap = 'download' | 'review' | 'coverage';

/**
 * What is missing of a log that is wanted, in the order in which it is done.
 * @param covered whether somebody said from when to when it was read
 */
export function missingOfLog(log: {
  readonly available: boolean;
  readonly downloaded: boolean;
  readonly reviewed: boolean;
  readonly covered: boolean;
}): readonly LogGap[] {
  if (!log.available) return [];
  const missing: (LogGap | false)[] = [
    !log.downloaded && 'download',
    !log.reviewed && 'review',
    log.reviewed && !log.covered && 'coverage',
  ];
  return missing.filter((gap) => gap !== false);
}
