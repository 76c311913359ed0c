import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/paths.ts';
import type { Launched } from '../e2e/fixtures/launch.ts';

const sizes = [
  [1280, 800],
  [1000, 700],
] as const;
const schemes = ['light', 'dark'] as const;

/** Where the pictures go. */
export const target = (): string => process.env.HOLDFAST_PICTURES ?? join(root, 'test-results', 'pictures');

/** Takes a picture of the window as it is, at both sizes, light and dark. */
export async function camera({ app, window }: Launched): Promise<(name: string) => Promise<void>> {
  mkdirSync(target(), { recursive: true });
  const browserWindow = await app.browserWindow(window);
  return async (name) => {
    for (const [width, height] of sizes) {
      await browserWindow.evaluate((frame, size) => frame.setContentSize(size[0], size[1]), [
        width,
        height,
      ] as [number, number]);
      for (const colorScheme of schemes) {
        // The driver overrules the system's theme, so it is asked.
        await window.emulateMedia({ colorScheme });
        await window.waitForTimeout(250);
        await window.screenshot({ path: join(target(), `${name}-${width}-${colorScheme}.png`) });
      }
    }
  };
}
