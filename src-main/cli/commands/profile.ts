import { visibleText } from '../../domain/file-name.ts';
import { ask } from '../call.ts';
import type { Register } from '../register.ts';

export const profileCommands: Register = (program, run) => {
  const profile = program.command('profile').description("this device's author keys");

  profile
    .command('show')
    .description('who writes on this device, and where its keys lie')
    .action(async () => {
      const { context } = await run.start();
      const shown = await ask(context, 'profile.show', {});
      const name =
        shown.author === null
          ? 'nobody yet'
          : `${visibleText(shown.author.name)} on ${visibleText(shown.author.device)}`;
      context.output.done(shown, `${name}\n  folder  ${shown.folder}`);
    });
};
