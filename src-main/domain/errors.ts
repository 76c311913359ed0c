/**
 * Every way in which Holdfast can refuse, as a closed union: the code is for scripts, the sentence for people
 * (what happened, to which file, what to do next). What has no code is a bug and is shown as one.
 * A sentence is read in the window and on the command line, so it names neither buttons nor options.
 */
const sentences = {
  // Wrong use (exit 2)
  'wrong-use': '{reason}',
  'author-ambiguous': 'This profile has several authors: {authors}. Say who writes.',
  'entry-unknown': 'No entry of this case starts with “{entry}”. Give at least 8 digits of its id.',
  'entry-ambiguous': 'Several entries start with “{entry}”. Give more digits of the id.',
  'exhibit-unknown':
    'There is no exhibit {exhibit} in this case. Look for its number in the list of evidence.',
  'exhibit-ambiguous':
    'Several exhibits have the number {exhibit}, because it was given in copies that knew nothing of each other. Say which one: {labels}.',
  'time-not-understood':
    'The time “{typed}” was not understood. Write 14:32, yesterday 23:10, 2026-11-24 02:13, 02:00..02:30 or ISO 8601.',
  'time-ambiguous':
    'The local time “{typed}” exists twice in {zone}, because the clock was set back. Choose one of {choices}.',
  'time-nonexistent':
    'The local time “{typed}” does not exist in {zone}, because the clock was set forward. The times beside it are {choices}.',
  'zone-unknown': 'The time zone “{zone}” is not known. Use a name of the IANA list, such as Europe/Berlin.',
  'fingerprint-not-understood':
    'The words or the code were not understood: {reason}. Ask for them once more, word by word.',
  'author-unknown':
    'No key of this case starts with “{key}”. Give at least 8 digits of a key or its four words.',
  'key-ambiguous':
    'Several keys of this case fit “{key}”: {keys}. Give more digits. If words were compared, trust none of them yet: one was made to look like the other.',
  'text-empty': 'There is nothing to save: the text is empty.',
  'text-not-unicode':
    'The text holds half of a character (a lone surrogate) and cannot be saved as it is. Delete the character shown as � and save again.',
  'too-large': '{what} is larger than {limit}. {remedy}',
  'passphrase-unusable': '{reason}',
  'already-exists': 'There is already a file at {path}. Choose another name; nothing was overwritten.',
  'already-imported':
    '{path} was imported before, as {exhibit}; nothing was added. Its rows are in the timeline, and what was not taken is in the exhibit.',
  'path-ambiguous': 'Several names in {folder} look like “{name}”: {candidates}. Rename one and try again.',
  'case-sealed':
    'This case is sealed, so nothing new is written into it but custody, holds, witnesses and copies. Unseal it with a reason to go on.',
  'other-case':
    '{path} is a file of another case, “{title}”. Only copies of one case can be merged; nothing was changed.',
  'too-many-ends': '{what} has {ends} open ends, more than the {limit} that one entry can join. {remedy}',
  'withheld-meanwhile':
    'A field was withheld while {what} was being made, so it was thrown away. Make it again.',
  'mirror-gone':
    'The second copy is not at {path}: its disk is not connected, or it was moved. Connect it, or choose another folder.',
  'mirror-taken':
    'There is another file at {path}, which is no second copy of this case. Choose another folder; nothing was overwritten.',
  'mirror-newer':
    'The second copy at {path} has entries that this file lacks, so it was left as it is. Merge it into the case, or choose another folder.',
  'mirror-busy':
    '{path} was written without a break, so no second copy of one moment could be made. It is tried again by itself.',
  'copy-not-good':
    'What was written to {path} is not what should be there ({reason}), so it was thrown away. The case was not touched. Choose another disk and try again.',
  'review-first':
    'The review is not approved yet{changed}, and a seal closes the record. Approve it first, or say why the record is sealed without it.',
  'plan-faulty': 'This plan cannot be used: {faults}. Mend that and try again; nothing was changed.',
  'evidence-first':
    '“{action}” destroys evidence, and this is not registered yet: {missing}. Collect it first, or say why it has to be done now.',
  'custody-impossible': '{reason} {remedy}',
  'pdf-needs-app':
    'This program cannot make {path} by itself: a PDF is printed by the Holdfast app. Choose a name that ends in .html and print it from any browser.',
  'bytes-not-here': 'The bytes of {exhibit} are not in this file: {reason}',
  'clock-override-refused':
    'HOLDFAST_NOW is for tests only and is refused by this build. Unset it and start again.',
  // A check failed (exit 1)
  'older-than-seen':
    '{path} is older than what this device last saw of the case ({missing} entries since {seen} are missing). Look for the newer file, or go on with this one.',
  'timestamp-refused': '{path} was not taken in: {reason}. Nothing was changed.',
  // Passphrase (exit 3)
  'wrong-passphrase':
    'This passphrase does not open {path}. Nothing was changed; try again as often as you like. (If you are sure of it, the first 16 bytes of the file may be damaged: look for another copy.)',
  'salt-damaged':
    'The first 16 bytes of {path} are not the ones that this device knew, so no passphrase opens it. Put the bytes {salt} (hex) back at its start, or take another copy. Nothing was changed.',
  'passphrase-missing': 'No passphrase was given for {path}.',
  'new-passphrase-missing': 'No new passphrase was given for {path}.',
  'new-profile-passphrase-missing': 'No new passphrase was given for the profile in {path}.',
  'profile-passphrase':
    'This passphrase does not open the profile in {path}. Nothing was changed; try again. Where it is lost for good, move that folder away: a new profile costs a new author key, never a case.',
  'profile-locked': 'The profile in {path} is protected by a passphrase, which is needed first.',
  'preparation-other-profile':
    'The passphrase of {path} is not in this profile, because another one made it. Whoever has that passphrase opens it like any case file. Move the file away to begin a new preparation; nothing was changed.',
  // The file (exit 4)
  'file-missing': 'There is no file at {path}. Check the name, or whether its volume is connected.',
  'profile-key-missing':
    'The key of the profile is gone: there is no {path}. Put it back, or move its folder away: a new profile costs a new author key, never a case.',
  'file-locked':
    '{path} is open in another Holdfast. Lock it there first, or wait; the lock goes away by itself when that program ends.',
  'not-a-case': '{path} is not a Holdfast case file: {reason} Nothing was changed.',
  'plain-database':
    '{path} is an ordinary, unencrypted SQLite database and not a Holdfast case file. Nothing was changed.',
  'file-empty': '{path} has no content (0 bytes). Look for another copy of the case; nothing was changed.',
  'file-truncated':
    '{path} is cut off: {size} bytes are there, {expected} are needed. Look for another copy, and keep this one as it is.',
  'first-page-damaged':
    'The passphrase is right, but the first page of {path} is damaged. Keep the file as it is and look for another copy or a backup.',
  'file-damaged':
    '{path} is damaged: {reason} Keep the file as it is, with any file named {path}-journal beside it, and look for another copy.',
  'schema-changed':
    'The tables of {path} are not those that Holdfast makes ({object}), so it is not opened for work. Keep it as it is and look for another copy.',
  'newer-format':
    '{path} was written by a newer Holdfast (version {found} of the file, this program knows {known}). Update Holdfast; nothing was changed.',
  'journal-needs-writing':
    '{path} was being written when its program ended, and its place does not allow writing, so it cannot be made whole here. Copy it together with {path}-journal to a folder where you may write, and open it there.',
  'read-only': '{path} cannot be written: {reason} Copy the case to a place where you may write.',
  'reading-copy':
    '{path} is a copy for reading: whoever made it wants nobody to write in it. Ask them for one to write in, or write in the case itself.',
  'disk-full':
    'The disk that holds {path} is full, so nothing was saved. Free some space and save again; everything saved before is safe.',
  'io-error':
    '{path} could not be read or written ({reason}). Check the volume; what was saved before is in the file.',
  'permission-denied':
    '{path} may not be read by this account. Ask its owner, or copy it to a place where it may be read.',
  // Evidence that could not be taken in
  'not-a-file':
    '{path} is {what}, not a file or folder, and cannot be hashed. Save what it gives into a file, and add that.',
  vanished:
    '{path} went away while it was being read. Nothing was recorded for it. Look where it went, and add it again.',
  'original-changed':
    '{path} is not what it was when it was hashed, so its lines are no evidence of it. Look for it as it was, or add what it is now as evidence of its own.',
  'log-unproven':
    '{exhibit} was not read to its end yet, so nothing proves that its lines are those of the hash in the record. Pin them when it is read; where reading was broken off, read it again.',
  // Logs that could not be unpacked
  'unpack-first':
    '{path} is packed as {packing}, which Holdfast does not unpack. Unpack it first ({program}), and take in what comes out.',
  'archive-damaged':
    '{path} is an archive whose list of files cannot be read ({reason}). Get it once more, or unpack what another program still finds in it.',
  // Work that was ended
  cancelled: 'Cancelled. What was finished before stays in the record.',
  'job-unknown': 'This job has ended already.',
  'no-case': 'No case is open.',
  'engine-ended':
    'The part of Holdfast that writes ended unexpectedly ({reason}). Everything that was shown as saved is in the file. Type the passphrase to go on.',
  // Ours
  bug: 'Holdfast made a mistake ({reason}). What was shown as saved is safe. This is worth a report.',
} as const;

export type ErrorCode = keyof typeof sentences;

const NEW_PASSPHRASE =
  'Set HOLDFAST_NEW_PASSPHRASE, use --new-passphrase-file FILE, or run the command on a terminal.';

/** What the command line says besides: its own options and commands. */
const onCommandLine: Readonly<Partial<Record<ErrorCode, string>>> = {
  'author-ambiguous': '`--as NAME` says it.',
  'exhibit-unknown': '`evidence list` shows them.',
  'author-unknown': '`author list` shows both.',
  'case-sealed': '`unseal CASE --why WHY` does it.',
  'pdf-needs-app': 'Or run `npm run -s holdfast` or the installed program.',
  'older-than-seen': '`--continue-older` goes on.',
  'review-first': '`review CASE approve --by NAME`, or `seal CASE --despite WHY`.',
  'passphrase-missing':
    'Set HOLDFAST_PASSPHRASE, use --passphrase-file FILE, or run the command on a terminal.',
  'new-passphrase-missing': NEW_PASSPHRASE,
  'new-profile-passphrase-missing': NEW_PASSPHRASE,
  'profile-locked': 'Set HOLDFAST_PROFILE_PASSPHRASE, or run the command on a terminal.',
  'schema-changed': '`verify` still reads it where its entries stand in ordinary tables.',
};

/**
 * The whole sentence for the command line. An error whose reason is its own carries its hint as the detail `cli`.
 */
export function commandLineSentence(code: string, message: string, details: ErrorDetails): string {
  const { cli } = details;
  const hint = typeof cli === 'string' ? cli : isErrorCode(code) ? onCommandLine[code] : undefined;
  return hint === undefined ? message : `${message} ${hint}`;
}
export type ErrorDetails = Readonly<Record<string, unknown>>;

/** The exit status of the command line for an error (cli.md: 1 check, 2 use, 3 passphrase, 4 file, 5 bug). */
export function exitStatus(code: ErrorCode): 1 | 2 | 3 | 4 | 5 {
  switch (code) {
    case 'older-than-seen':
    case 'timestamp-refused':
    case 'cancelled':
      return 1;
    case 'wrong-passphrase':
    case 'passphrase-missing':
    case 'preparation-other-profile':
    case 'new-passphrase-missing':
    case 'profile-passphrase':
    case 'profile-locked':
    case 'new-profile-passphrase-missing':
      return 3;
    case 'bug':
    case 'engine-ended':
      return 5;
    case 'wrong-use':
    case 'author-ambiguous':
    case 'entry-unknown':
    case 'entry-ambiguous':
    case 'exhibit-unknown':
    case 'exhibit-ambiguous':
    case 'time-not-understood':
    case 'time-ambiguous':
    case 'time-nonexistent':
    case 'zone-unknown':
    case 'fingerprint-not-understood':
    case 'author-unknown':
    case 'key-ambiguous':
    case 'text-empty':
    case 'text-not-unicode':
    case 'too-large':
    case 'passphrase-unusable':
    case 'already-exists':
    case 'already-imported':
    case 'path-ambiguous':
    case 'case-sealed':
    case 'custody-impossible':
    case 'evidence-first':
    case 'review-first':
    case 'plan-faulty':
    case 'other-case':
    case 'too-many-ends':
    case 'withheld-meanwhile':
    case 'pdf-needs-app':
    case 'bytes-not-here':
    case 'clock-override-refused':
    case 'job-unknown':
    case 'no-case':
      return 2;
    default:
      return 4;
  }
}

/** The sentence for a code with its details filled in. */
export function errorSentence(code: ErrorCode, details: ErrorDetails): string {
  return sentences[code].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = details[name];
    if (Array.isArray(value)) return value.join(', ');
    return typeof value === 'string' || typeof value === 'number' ? String(value) : whole;
  });
}

/** True for a code of the closed union. */
export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(sentences, code);
}

/** A refusal that people and scripts can act on. Inside, functions throw it; each edge converts it once. */
export class CaseError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, cause?: unknown) {
    super(errorSentence(code, details), cause === undefined ? undefined : { cause });
    this.name = 'CaseError';
    this.code = code;
    this.details = details;
  }
}
