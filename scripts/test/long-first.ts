import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files of half a minute and more. */
const LONG = /\/(?:tour|histories\/[a-z-]+|killed-exports|copy-whole|all-readers|cli-contract)\.test\.ts$/u;

/**
 * Begins the longest files first, where vitest knows no times from an earlier run: begun last, they would leave the
 * last minutes to one processor.
 */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- not an array's: it is the method that is overridden
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => LONG.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
