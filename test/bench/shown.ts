import type { Page } from '@playwright/test';

/**
 * Waits until something is in the page, looking at each change of it, and until that is drawn. The driver's own waiting
 * looks ever more seldom, in the end twice a second, which would be measured too.
 * @param selector CSS
 * @param text that it holds
 */
export async function shown(window: Page, selector: string, text = ''): Promise<void> {
  await window.evaluate(
    async ([wanted, words]) =>
      new Promise<void>((resolve) => {
        const isHere = (): boolean =>
          [...document.querySelectorAll<HTMLElement>(wanted)].some(
            (node) => node.checkVisibility() && (node.textContent ?? '').includes(words),
          );
        const drawn = (): void => void requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
        if (isHere()) return drawn();
        const changes = new MutationObserver(() => {
          if (!isHere()) return;
          changes.disconnect();
          drawn();
        });
        changes.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
      }),
    [selector, text] as const,
  );
}
