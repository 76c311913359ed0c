/** What the look of a report leaves for later while it is out of sight: each kind is a row of siblings. */
const KINDS = ['body > section', '.log'] as const;

/**
 * Has all of the page laid out bit by bit while nothing else is to do: until then browsers may not hand what is out of sight to
 * those who have the page read out.
 * @param busy whether the page has other work
 */
export function showAll(busy: () => boolean): void {
  // No element is changed: the check compares them.
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  const steps = KINDS.flatMap((kind) =>
    Array.from(document.querySelectorAll(kind), (_, i) => ({ kind, count: i + 1 })),
  );
  const next = (): void => {
    if (busy()) {
      setTimeout(next, WAIT);
      return;
    }
    const step = steps.shift();
    if (step === undefined) return;
    // The rule of the siblings before is within this one.
    if (step.count > 1) sheet.deleteRule(0);
    sheet.insertRule(`${step.kind}:nth-of-type(-n + ${step.count}) { content-visibility: visible; }`);
    whenIdle(next);
  };
  addEventListener('load', () => setTimeout(next, BEGIN), { once: true });
}

/** Milliseconds after the page has opened: whoever opened it looks, scrolls or presses first. */
const BEGIN = 1500;
/** Milliseconds until the page is looked at again. */
const WAIT = 250;

/** Safari has no idle time to ask for. */
function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work);
  else setTimeout(work, WAIT);
}
