import { visibleText } from '../../domain/file-name.ts';
import { ask } from '../call.ts';
import type { Register } from '../register.ts';
import { openFor } from '../with-case.ts';

export const authorCommands: Register = (program, run) => {
  const author = program.command('author').description('who writes in a case');

  author
    .command('list')
    .argument('<case>')
    .description('all keys that introduced themselves, and how far each is trusted')
    .action(async (casePath: string) => {
      const { context } = await run.start();
      await openFor(context, casePath, 'reading');
      const list = await ask(context, 'author.list', {});
      const lines = list.authors.map(
        ({ name, role, device, key, trust, thisDevice }) =>
          `${visibleText(name)}${role === '' ? '' : `, ${visibleText(role)}`}  ${trust}, ${visibleText(device)}${thisDevice ? ' (this device)' : ''}  key ${key.slice(0, 16)}`,
      );
      context.output.done(list, lines.join('\n'));
    });
};
