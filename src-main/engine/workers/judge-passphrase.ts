import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { JUDGED_LENGTH } from '../../domain/passphrase.ts';
import { serve } from '../worker-serve.ts';

const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/** Bits: the binary logarithm of the guesses that somebody who knows people needs. */
serve<string, number>(
  (passphrase) => estimator.check(passphrase.slice(0, JUDGED_LENGTH)).guessesLog10 * Math.log2(10),
);
