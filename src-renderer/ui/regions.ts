/** Regions that F6 walks through, in reading order; elements carry `data-region`. */
const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), select:not([disabled]), [tabindex="0"]';

function visible(element: HTMLElement): boolean {
  return element.getClientRects().length > 0;
}

function entrance(region: HTMLElement): HTMLElement | null {
  const marked = region.matches('[data-region-entrance]')
    ? region
    : region.querySelector<HTMLElement>('[data-region-entrance]');
  if (marked !== null && visible(marked)) return marked;
  return Array.from(region.querySelectorAll<HTMLElement>(FOCUSABLE)).find(visible) ?? null;
}

/** Moves the focus to the next (1) or previous (-1) region. */
export function moveRegion(step: 1 | -1): void {
  const regions = Array.from(document.querySelectorAll<HTMLElement>('[data-region]')).filter(visible);
  if (regions.length === 0) return;
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const start = at === -1 ? (step === 1 ? -1 : 0) : at;
  for (let tries = 1; tries <= regions.length; tries += 1) {
    const region = regions[(start + step * tries + regions.length * tries) % regions.length];
    const target = region === undefined ? null : entrance(region);
    if (target !== null) {
      target.focus();
      return;
    }
  }
}
