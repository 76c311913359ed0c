/**
 * The first words of the command line (cli.md). Kept here, because the list of the command line itself would have to be
 * loaded for every window; a test compares the two.
 */
export const commandNames: ReadonlySet<string> = new Set([
  'new',
  'info',
  'note',
  'correct',
  'withhold',
  'attach',
  'fact',
  'phase',
  'clock',
  'seal',
  'unseal',
  'room',
  'present',
  'call',
  'timeline',
  'import',
  'evidence',
  'custody',
  'verify',
  'witness',
  'share',
  'merge',
  'compare',
  'fork',
  'author',
  'profile',
  'help',
]);
