import { basename } from 'node:path';
import { dialog } from 'electron';
import type { RequestOf, ResponseOf } from '../contract/index.ts';
import type { CaseWindow } from './case-window.ts';

const caseFiles = { name: 'Holdfast case', extensions: ['holdfast'] };
/** A bag is chosen by its `bagit.txt`. */
const filesToCheck = { name: 'Case, report or bag', extensions: ['holdfast', 'html', 'htm', 'txt'] };

/** `dontAddToRecent`: Windows would list the file, and with it the name of the incident, outside the program. */
export async function chooseCase({ window }: CaseWindow): Promise<ResponseOf<'dialog.open-case'>> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: 'Open a case',
    properties: ['openFile', 'dontAddToRecent'],
    filters: [caseFiles, { name: 'All files', extensions: ['*'] }],
  });
  return { path: filePaths[0] ?? null };
}

export async function chooseFileToCheck({ window }: CaseWindow): Promise<ResponseOf<'dialog.check-file'>> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: 'Check a case file, a report or a bag (its bagit.txt)',
    properties: ['openFile', 'dontAddToRecent'],
    filters: [filesToCheck, caseFiles, { name: 'All files', extensions: ['*'] }],
  });
  return { path: filePaths[0] ?? null };
}

export async function chooseOtherCopy({ window }: CaseWindow): Promise<ResponseOf<'dialog.other-copy'>> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: 'Choose another copy of this case',
    properties: ['openFile', 'dontAddToRecent'],
    filters: [caseFiles, { name: 'All files', extensions: ['*'] }],
  });
  return { path: filePaths[0] ?? null };
}

export async function chooseTimeline({ window }: CaseWindow): Promise<ResponseOf<'dialog.timeline'>> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: 'Import a timeline',
    properties: ['openFile', 'dontAddToRecent'],
    filters: [
      { name: 'Timelines', extensions: ['csv', 'tsv', 'txt', 'jsonl', 'json', 'fox'] },
      { name: 'All files', extensions: ['*'] },
    ],
  });
  return { path: filePaths[0] ?? null };
}

const planFiles = { name: 'Plan', extensions: ['json'] };

export async function choosePlan({ window }: CaseWindow): Promise<ResponseOf<'dialog.plan'>> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: 'Take a plan in',
    properties: ['openFile', 'dontAddToRecent'],
    filters: [planFiles, { name: 'All files', extensions: ['*'] }],
  });
  return { path: filePaths[0] ?? null };
}

export async function choosePlanFile({ window }: CaseWindow): Promise<ResponseOf<'dialog.save-plan'>> {
  const { filePath } = await dialog.showSaveDialog(window, {
    title: 'Save the plan as',
    defaultPath: 'plan.json',
    buttonLabel: 'Save plan',
    filters: [planFiles],
    properties: ['createDirectory', 'dontAddToRecent'],
  });
  return { path: filePath === undefined || filePath === '' ? null : filePath };
}

export async function chooseBagPlace(
  { window }: CaseWindow,
  suggested: string,
): Promise<ResponseOf<'dialog.save-bag'>> {
  const { filePath } = await dialog.showSaveDialog(window, {
    title: 'Make a folder for the bag',
    defaultPath: suggested,
    buttonLabel: 'Write bag',
    properties: ['createDirectory', 'dontAddToRecent'],
  });
  return { path: filePath === undefined || filePath === '' ? null : filePath };
}

/** The ending of a file's name that each format has. */
const standardFiles = {
  'case-uco': { name: 'CASE/UCO (JSON-LD)', extensions: ['jsonld'] },
  stix: { name: 'STIX 2.1', extensions: ['json'] },
} as const;

export async function chooseStandardFile(
  { window }: CaseWindow,
  { suggested, format }: RequestOf<'dialog.save-standard'>,
): Promise<ResponseOf<'dialog.save-standard'>> {
  const { filePath } = await dialog.showSaveDialog(window, {
    title: 'Write the record for other tools as',
    defaultPath: `${suggested}.${standardFiles[format].extensions[0]}`,
    buttonLabel: 'Write',
    filters: [{ ...standardFiles[format], extensions: [...standardFiles[format].extensions] }],
    properties: ['createDirectory', 'dontAddToRecent'],
  });
  return { path: filePath === undefined || filePath === '' ? null : filePath };
}

export async function chooseForkFile({ window }: CaseWindow): Promise<ResponseOf<'dialog.save-fork'>> {
  const { filePath } = await dialog.showSaveDialog(window, {
    title: 'Save the waiting entries as',
    defaultPath: 'fork.json',
    buttonLabel: 'Save',
    filters: [{ name: 'JSON', extensions: ['json'] }],
    properties: ['createDirectory', 'dontAddToRecent'],
  });
  return { path: filePath === undefined || filePath === '' ? null : filePath };
}

export async function chooseStampRequest({
  window,
}: CaseWindow): Promise<ResponseOf<'dialog.save-stamp-request'>> {
  const { filePath } = await dialog.showSaveDialog(window, {
    title: 'Save the request for a time stamp as',
    defaultPath: 'fingerprint.tsq',
    buttonLabel: 'Save request',
    filters: [{ name: 'Time stamp request', extensions: ['tsq'] }],
    properties: ['createDirectory', 'dontAddToRecent'],
  });
  return { path: filePath === undefined || filePath === '' ? null : filePath };
}

export async function chooseStampFile(
  { window }: CaseWindow,
  what: 'answer' | 'certificates',
): Promise<ResponseOf<'dialog.stamp-file'>> {
  const answer = what === 'answer';
  const own = answer
    ? { name: 'Time stamp answer', extensions: ['tsr'] }
    : { name: 'Certificates (PEM)', extensions: ['pem', 'crt', 'cer'] };
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: answer ? 'Bring the answer of an authority in' : 'Choose the certificates of authorities',
    properties: ['openFile', 'dontAddToRecent'],
    filters: [own, { name: 'All files', extensions: ['*'] }],
  });
  return { path: filePaths[0] ?? null };
}

export async function chooseKeyFile(
  { window }: CaseWindow,
  suggested: string,
): Promise<ResponseOf<'dialog.save-key'>> {
  const { filePath } = await dialog.showSaveDialog(window, {
    title: 'Save the key as',
    defaultPath: suggested,
    buttonLabel: 'Save key',
    filters: [{ name: 'age identity', extensions: ['txt'] }],
    properties: ['createDirectory', 'dontAddToRecent'],
  });
  return { path: filePath === undefined || filePath === '' ? null : filePath };
}

export async function chooseFolder({ window }: CaseWindow): Promise<ResponseOf<'dialog.folder'>> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: 'Choose a folder',
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  });
  return { path: filePaths[0] ?? null };
}

/** Files or folders: only macOS has one dialog for both. */
export async function chooseEvidence(
  { window }: CaseWindow,
  folders: boolean,
): Promise<ResponseOf<'dialog.evidence'>> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: folders ? 'Add a folder as evidence' : 'Add files as evidence',
    properties: [
      folders ? 'openDirectory' : 'openFile',
      'multiSelections',
      'showHiddenFiles',
      'dontAddToRecent',
    ],
  });
  return { paths: filePaths };
}

/** Where a form goes; the ending of the name says as what. @param title of the dialog */
export async function chooseForm(
  { window }: CaseWindow,
  suggested: string,
  title: string,
): Promise<string | null> {
  const { filePath } = await dialog.showSaveDialog(window, {
    title,
    defaultPath: suggested,
    buttonLabel: 'Save',
    filters: [
      { name: 'PDF', extensions: ['pdf'] },
      { name: 'Web page', extensions: ['html'] },
    ],
    properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
  });
  return filePath === undefined || filePath === '' || basename(filePath) === '' ? null : filePath;
}

/** Where entries of a timeline go; the format was chosen before. */
export async function chooseExport(
  { window }: CaseWindow,
  suggested: string,
  ending: string,
): Promise<string | null> {
  const { filePath } = await dialog.showSaveDialog(window, {
    title: 'Save the entries as',
    defaultPath: suggested,
    buttonLabel: 'Save entries',
    filters: [{ name: ending.toUpperCase(), extensions: [ending] }],
    properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
  });
  return filePath === undefined || filePath === '' || basename(filePath) === '' ? null : filePath;
}

export async function chooseCopy(
  { window }: CaseWindow,
  suggested: string,
): Promise<ResponseOf<'dialog.save-copy'>> {
  const { filePath } = await dialog.showSaveDialog(window, {
    title: `Save a copy as`,
    defaultPath: suggested === '' ? 'copy.holdfast' : suggested,
    buttonLabel: 'Save copy',
    filters: [caseFiles],
    properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
  });
  return { path: filePath === undefined || filePath === '' || basename(filePath) === '' ? null : filePath };
}
