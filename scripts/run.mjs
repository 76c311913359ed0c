// The first program after a clone: `node scripts/run.mjs COMMAND [arguments]`, on Node >= 20.19 with nothing
// installed. Installs what is missing, then hands over to scripts/commands/COMMAND.ts under Node 24.
import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureModules } from './bootstrap/modules.mjs';
import { ensureNode, putFirst, rerun } from './bootstrap/node24.mjs';
import { say } from './bootstrap/say.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [command = '', ...args] = process.argv.slice(2);

try {
  await ensureModules(root);
  const node = await ensureNode(root);
  putFirst(node);
  const major = Number(process.versions.node.split('.')[0]);
  if (process.execPath !== node && major < 24) {
    process.exitCode = await rerun(node);
  } else {
    // Saves a tenth of a second: stripped types and compiled bundles are kept between runs.
    module.enableCompileCache?.(join(root, 'node_modules', '.cache', 'holdfast'));
    const { run } = await import(`./commands/${command}.ts`);
    await run(args);
  }
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  if (process.env.HOLDFAST_TRACE !== undefined) process.stderr.write(`${error?.stack}\n`);
  process.exitCode = 1;
}
