import { mkdirSync, writeFileSync } from 'node:fs';
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

export type Camera = (
  name: string,
  how?: { /** Also at 200 % zoom. */ readonly zoomed?: boolean },
) => Promise<void>;

/** Takes a picture of the window as it is, at both sizes, light and dark. */
export async function camera({ app, window }: Launched): Promise<Camera> {
  mkdirSync(target(), { recursive: true });
  const browserWindow = await app.browserWindow(window);
  const take = async (name: string, width: number, height: number, zoom: number): Promise<void> => {
    await browserWindow.evaluate(
      (frame, size) => {
        frame.webContents.setZoomFactor(size.zoom);
        frame.setContentSize(size.width, size.height);
      },
      { width, height, zoom },
    );
    for (const colorScheme of schemes) {
      // The driver overrules the system's theme, so it is asked.
      await window.emulateMedia({ colorScheme });
      await window.waitForTimeout(250);
      const path = join(target(), `${name}-${colorScheme}.png`);
      if (zoom === 1) await window.screenshot({ path });
      else {
        // The driver does not know of the zoom and would cut the picture.
        const picture = await browserWindow.evaluate(async (frame) =>
          (await frame.webContents.capturePage()).toPNG().toString('base64'),
        );
        writeFileSync(path, Buffer.from(picture, 'base64'));
      }
    }
  };
  return async (name, { zoomed = false } = {}) => {
    for (const [width, height] of sizes) await take(`${name}-${width}`, width, height, 1);
    if (zoomed) {
      await take(`${name}-zoomed`, 1280, 800, 2);
      await browserWindow.evaluate((frame) => frame.webContents.setZoomFactor(1));
    }
  };
}
