import type { PrintedPage } from './print-page.ts';

/** What a window prints. */
export interface Printing {
  /** @throws CaseError `cancelled` */
  print(page: PrintedPage): Promise<Uint8Array>;
  /** Ends all of it; no file was begun. */
  cancel(): void;
  readonly running: boolean;
}

/** @param tell is told when the first begins and when the last has ended */
export function createPrinting(tell: (running: boolean) => void): Printing {
  const stops = new Set<AbortController>();
  return {
    get running() {
      return stops.size > 0;
    },
    async print(page) {
      const stop = new AbortController();
      stops.add(stop);
      if (stops.size === 1) tell(true);
      try {
        // Loaded here only: a window that prints nothing does without.
        const { printPage } = await import('./print-page.ts');
        return await printPage(page, stop.signal);
      } finally {
        stops.delete(stop);
        if (stops.size === 0) tell(false);
      }
    },
    cancel: () => {
      for (const stop of stops) stop.abort();
    },
  };
}
