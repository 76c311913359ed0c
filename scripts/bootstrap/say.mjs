// One line on stderr: stdout belongs to the command (`holdfast --json` prints exactly one document there).
export function say(line) {
  process.stderr.write(`holdfast: ${line}\n`);
}

/** Seconds since `start` (from Date.now()), for people. */
export function seconds(start) {
  return `${((Date.now() - start) / 1000).toFixed(1)} s`;
}
