/** Put in by the bundlers (scripts/build/constants.ts). */
declare const __HOLDFAST_VERSION__: string;
/**
 * True only in a package that `npm run package` made for tests: it may be driven from outside (remote debugging) and
 * obeys the fixed clock. In a checkout and in a release it is false.
 */
declare const __HOLDFAST_TEST_BUILD__: boolean;
/** The program that a report carries to check itself: JavaScript, made from src-main/share/report/page-check/. */
declare const __HOLDFAST_REPORT_CHECK__: string;
