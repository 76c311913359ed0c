/**
 * Prints a page on paper of size A4. Only the app can: it carries the web engine. The command line is given one where it
 * runs inside the app.
 */
export type PrintPdf = (page: { readonly html: string; readonly foot: string }) => Promise<Uint8Array>;

/** Commands that can write a PDF, by their first words, and the options that name its file. */
const PRINTING: readonly (readonly string[])[] = [
  ['custody', 'form'],
  ['timeline'],
  ['plan', 'print'],
  ['share', 'report'],
  ['share', 'owner'],
  ['prep', 'sheet'],
  ['prep', 'contacts'],
  ['handover'],
];

/** Whether a command line asks for a PDF, so that a checkout can run it in the app. */
export function asksForPdf(argv: readonly string[]): boolean {
  const words = argv.filter((word) => !word.startsWith('-'));
  const prints = PRINTING.some((command) => command.every((word, i) => words[i] === word));
  // The documents of `share` are named without an option.
  const share = words[0] === 'share';
  return (
    prints &&
    argv.some(
      (word, i) => /\.pdf$/iu.test(word) && (share || argv[i - 1] === '--out' || word.startsWith('--out=')),
    )
  );
}
