import { appVersion } from './version.ts';

/** What the bundlers put in place of the names in ../types/constants.d.ts. */
export function constants(testBuild: boolean): Record<string, string> {
  return {
    __HOLDFAST_VERSION__: JSON.stringify(appVersion()),
    __HOLDFAST_TEST_BUILD__: JSON.stringify(testBuild),
  };
}
