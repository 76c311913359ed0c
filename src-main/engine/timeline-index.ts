import { type TimelineIndex, catchUp, newIndex } from '../casework/timeline-index.ts';
import { type Engine, openCaseOf } from './state.ts';

/** The index of the open case, made when it is first needed. */
function indexOf(engine: Engine): TimelineIndex {
  const open = openCaseOf(engine);
  open.index ??= newIndex();
  return open.index;
}

/**
 * The index with everything that was written, slice by slice, so that a note never waits for it; what is asked of it in
 * the same turn is right.
 * @throws CaseError `no-case` where the case was closed meanwhile
 */
export async function readyIndex(engine: Engine, texts: boolean): Promise<TimelineIndex> {
  for (;;) {
    const index = indexOf(engine);
    const { db } = openCaseOf(engine);
    const work = catchUp(db, index, texts);
    let step = work.next();
    while (step.done !== true) {
      await new Promise<void>((resume) => setImmediate(resume));
      // A merge has put others in the places of these, or somebody locked.
      if (openCaseOf(engine).index !== index) break;
      step = work.next();
    }
    if (step.done === true) return index;
  }
}

/** Reads what is searched before anybody searches; it stops when the case is closed. */
export function readAhead(engine: Engine): void {
  const { open } = engine;
  if (open === null || open.index?.textsWhole === true) return;
  void readyIndex(engine, true).catch(() => undefined);
}
