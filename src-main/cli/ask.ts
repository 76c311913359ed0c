import type { ReadStream } from 'node:tty';

/** Asks on a terminal without showing what is typed. Ctrl+C ends the program as usual. */
export async function askHidden(input: ReadStream, question: string): Promise<string> {
  process.stderr.write(question);
  input.setRawMode(true);
  input.setEncoding('utf8');
  input.resume();
  try {
    return await new Promise<string>((resolve) => {
      let typed = '';
      const listen = (piece: string): void => {
        for (const character of piece) {
          if (character === '\r' || character === '\n' || character === '\u0004') {
            input.off('data', listen);
            resolve(typed);
            return;
          }
          if (character === '\u0003') process.kill(process.pid, 'SIGINT');
          typed =
            character === '\u007F' || character === '\b'
              ? Array.from(typed).slice(0, -1).join('')
              : typed + character;
        }
      };
      input.on('data', listen);
    });
  } finally {
    input.setRawMode(false);
    input.pause();
    process.stderr.write('\n');
  }
}
