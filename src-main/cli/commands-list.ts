/** The first words of the command line: the packaged program opens no window when it is given one of these. */
export const commandNames = [
  'new',
  'info',
  'note',
  'timeline',
  'evidence',
  'custody',
  'verify',
  'witness',
  'share',
  'author',
  'profile',
  'help',
] as const;
