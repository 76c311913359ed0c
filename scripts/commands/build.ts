import { ensureBuilt } from '../build/ensure.ts';

/** `npm run build`: everything in dist/ that is stale. */
export async function run(): Promise<void> {
  await ensureBuilt(['main', 'renderer']);
}
