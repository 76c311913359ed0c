import { resolve } from 'node:path';
import { say } from '../bootstrap/say.mjs';
import { ensureWindow, playwright } from '../test/steps.ts';

/** `npm run pictures -- DIR`: screenshots of the window, written by test/pictures. */
export async function run(args: readonly string[]): Promise<void> {
  const [folder, ...patterns] = args;
  if (folder === undefined) {
    say('name a folder: npm run pictures -- DIR');
    process.exitCode = 2;
    return;
  }
  await ensureWindow();
  const env = { ...process.env, HOLDFAST_PICTURES: resolve(process.env.INIT_CWD ?? '.', folder) };
  process.exitCode = (
    await playwright(['--project=pictures', '--reporter=line', ...patterns], env, false)
  ).status;
}
