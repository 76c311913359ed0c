import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { longTests } from './long-tests.ts';

/** The longest of those that always run; after them come those of `long-tests.ts`. */
const LONGEST = ['histories/', 'cli-contract.test.ts', 'verifier.test.ts', 'all-readers.test.ts'];

/**
 * Begins the longest files first, where vitest knows no times from an earlier run: begun last, they would leave the
 * last minutes to one processor.
 */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- not an array's: it is the method that is overridden
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification): number => {
      if (LONGEST.some((name) => moduleId.includes(name))) return 0;
      return longTests.some((name) => moduleId.endsWith(name)) ? 1 : 2;
    };
    return sorted.toSorted((a, b) => rank(a) - rank(b));
  }
}
