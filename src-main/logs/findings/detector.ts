import { type Burst, findBursts } from './kinds/burst.ts';
import { type ClockBack, findClockBack } from './kinds/clock-back.ts';
import { type ClockSet, findClockSet } from './kinds/clock-set.ts';
import { type Crowd, findCrowds } from './kinds/crowd.ts';
import { type Each, findEach } from './kinds/each.ts';
import { type FirstSeen, findFirstSeen } from './kinds/first-seen.ts';
import { type Large, findLarge } from './kinds/large.ts';
import { type MissingRecords, findMissingRecords } from './kinds/missing-records.ts';
import { type Numbered, findNumbered } from './kinds/numbered.ts';
import { type PastProxy, findPastProxy } from './kinds/past-proxy.ts';
import { type RarePath, findRarePaths } from './kinds/rare-path.ts';
import { type Rise, findRises } from './kinds/rise.ts';
import { type Sequence, findSequences } from './kinds/sequence.ts';
import { type Silent, findSilences } from './kinds/silent.ts';
import { type Total, findTotals } from './kinds/total.ts';
import type { Found } from './found.ts';
import type { Ground } from './ground.ts';

/** What is looked for, as data. */
export type Detector =
  | Each
  | Burst
  | Sequence
  | Rise
  | RarePath
  | Large
  | Total
  | FirstSeen
  | Silent
  | ClockBack
  | ClockSet
  | MissingRecords
  | Numbered
  | PastProxy
  | Crowd;

/** Asks the logs. @returns in no order */
export function detect(detector: Detector, ground: Ground): Found[] {
  switch (detector.kind) {
    case 'each':
      return findEach(detector, ground);
    case 'burst':
      return findBursts(detector, ground);
    case 'sequence':
      return findSequences(detector, ground);
    case 'rise':
      return findRises(detector, ground);
    case 'rare-path':
      return findRarePaths(detector, ground);
    case 'large':
      return findLarge(detector, ground);
    case 'total':
      return findTotals(detector, ground);
    case 'first-seen':
      return findFirstSeen(detector, ground);
    case 'silent':
      return findSilences(detector, ground);
    case 'clock-back':
      return findClockBack(detector, ground);
    case 'clock-set':
      return findClockSet(detector, ground);
    case 'missing-records':
      return findMissingRecords(detector, ground);
    case 'numbered':
      return findNumbered(detector, ground);
    case 'past-proxy':
      return findPastProxy(detector, ground);
    case 'crowd':
      return findCrowds(detector, ground);
  }
}
