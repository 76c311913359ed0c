import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
/** The estimate grows with the square of the length; beyond this it says the same. */
const LONGEST = 128;

/** 0 (guessed at once) to 4 (very hard to guess), by zxcvbn. */
export function passphraseStrength(passphrase: string): number {
  return estimator.check(passphrase.slice(0, LONGEST)).score;
}
