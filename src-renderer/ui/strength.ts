import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { JUDGED_LENGTH } from '../../src-main/domain/passphrase.ts';

const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/** 0 (guessed at once) to 4 (very hard to guess), by zxcvbn. */
export function passphraseStrength(passphrase: string): number {
  return estimator.check(passphrase.slice(0, JUDGED_LENGTH)).score;
}
