import { reportCheck } from './report-check.ts';
import { appVersion } from './version.ts';

/** What the bundlers put in place of the names in ../types/constants.d.ts. */
export function constants(testBuild: boolean): Record<string, string> {
  return {
    __HOLDFAST_VERSION__: JSON.stringify(appVersion()),
    __HOLDFAST_TEST_BUILD__: JSON.stringify(testBuild),
  };
}

/** The same of the main side, which also writes reports. */
export const mainConstants = async (testBuild: boolean): Promise<Record<string, string>> => ({
  ...constants(testBuild),
  __HOLDFAST_REPORT_CHECK__: JSON.stringify(await reportCheck()),
});
