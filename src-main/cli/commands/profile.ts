import { visibleText } from '../../domain/file-name.ts';
import { ask } from '../call.ts';
import type { Register } from '../register.ts';

const KEY_LIES = {
  'device-file': 'in a file that only this account reads (`profile passphrase` protects it)',
  passphrase: 'under a passphrase',
} as const;

export const profileCommands: Register = (program, run) => {
  const profile = program.command('profile').description("this device's author keys");

  profile
    .command('show')
    .description('who writes on this device, and where its keys lie')
    .action(async () => {
      const { context } = await run.start();
      const shown = await ask(context, 'profile.show', {});
      const authors = shown.authors.map(
        ({ name, role, device, key, words }) =>
          `${visibleText(name)}${role === '' ? '' : `, ${visibleText(role)}`} on ${visibleText(device)}\n    key ${key.slice(0, 16)}  words ${words.join(' ')}`,
      );
      context.output.done(
        shown,
        [
          ...(authors.length === 0 ? ['nobody yet'] : authors),
          `  folder  ${shown.folder}`,
          `  key     ${KEY_LIES[shown.protection]}`,
        ].join('\n'),
      );
    });

  profile
    .command('passphrase')
    .description('put the keys of this device under a passphrase, or take it away again')
    .option('--new-passphrase-file <file>', 'the new passphrase in the first line of a file')
    .option('--remove', 'keep the key in a file that only this account reads')
    .action(async ({ remove }: { readonly remove?: boolean }) => {
      const { context } = await run.start();
      const { protection, folder } = await ask(context, 'profile.show', {});
      const done = await ask(context, 'profile.protect', {
        passphrase:
          remove === true ? null : await context.secrets.forNewProfile(folder, protection === 'passphrase'),
      });
      context.output.done(
        done,
        remove === true
          ? 'The passphrase is gone: whoever reads this account can sign as you, but open no case.'
          : 'The keys of this device are under a passphrase now. Losing it costs a new author key, never a case.',
      );
    });
};
