import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { dialog } from 'electron';
import type { RequestOf, ResponseOf } from '../contract/index.ts';
import { asFileError } from '../domain/file-error.ts';
import { sentFile } from '../engine/sent-file.ts';
import { askEngine } from './ask-engine.ts';
import type { CaseWindow } from './case-window.ts';

const mail = { name: 'E-mail', extensions: ['eml'] };

/**
 * Asks where a message is to go, writes it there as a file for a mail program, and records that it was written with the
 * hash of that file. The place comes from the person by a dialog, never from the page.
 * @throws CaseError what the engine refuses, and what the file system does; nothing is recorded then
 */
export async function saveNotice(
  window: CaseWindow,
  message: RequestOf<'notice.save'>,
): Promise<ResponseOf<'notice.save'>> {
  const { eml, body, to, cc, subject } = await askEngine(window, 'notice.draft', message);
  const { filePath: path } = await dialog.showSaveDialog(window.window, {
    title: 'Save the message as',
    // Its name says nothing of whom it is for: folders are read by others.
    defaultPath: 'message.eml',
    buttonLabel: 'Save message',
    filters: [mail],
    properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
  });
  if (path === undefined || basename(path) === '') return { path: null };
  const bytes = Buffer.from(eml);
  try {
    await writeFile(path, bytes, { mode: 0o600, flush: true });
  } catch (error) {
    throw asFileError(error, path);
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const said = { recipient: message.recipient, to, cc, subject, message: body, sha256 };
  await askEngine(window, 'notice.record', { ...said, event: 'drafted' });
  return { path };
}

/** Asks for the file that was sent, and reads it. @throws CaseError as `sentFile` */
export async function readNotice({ window }: CaseWindow): Promise<ResponseOf<'notice.read-file'>> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: 'Choose exactly what was sent',
    properties: ['openFile', 'dontAddToRecent'],
    filters: [
      { name: 'Messages', extensions: ['eml', 'txt'] },
      { name: 'All files', extensions: ['*'] },
    ],
  });
  const [path] = filePaths;
  return { file: path === undefined ? null : { name: basename(path), ...sentFile(path) } };
}
