import { tool } from '../process.ts';

/** The main side and the tools without DOM, the page without Node; the check in a report and the tests with both. */
const projects = ['.', 'src-renderer', 'src-main/share/report/page-check', 'test'];

/** `npm run types` */
export async function run(args: readonly string[]): Promise<void> {
  const results = await Promise.all(
    projects.map(async (project) => tool('tsc', ['-p', project, '--pretty', 'false', ...args])),
  );
  process.exitCode = results.every(({ status }) => status === 0) ? 0 : 1;
}
