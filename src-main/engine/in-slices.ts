/** Runs long work over the database to its end, slice by slice; notes that came meanwhile are written in between. */
export async function inSlices<Result>(work: Iterator<undefined, Result>): Promise<Result> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    await new Promise<void>((resume) => setImmediate(resume));
  }
}
