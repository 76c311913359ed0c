import { create } from 'zustand';
import type { CaseAuthor, ComparedBy } from '../../src-main/contract/author.ts';
import type { ErrorData } from '../../src-main/contract/error.ts';
import type { ResponseOf } from '../../src-main/contract/index.ts';
import { ask } from '../api/client.ts';
import { visibleName } from '../format/visible.ts';
import { en } from '../strings/en.ts';
import { useCase } from './case.ts';
import { sayDone } from './done.ts';
import { loadAuthor } from './enter-case.ts';

export interface Judging {
  readonly key: string;
  readonly by: ComparedBy;
  readonly why: string;
  /** Of a disowning: from when on, as typed; empty = from the beginning. */
  readonly since: string;
}

const given = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());

/** Records that the words of a key were compared. Returns what went wrong, or null. */
export async function confirmAuthor({ key, by, why }: Judging): Promise<ErrorData | null> {
  const reason = given(why);
  const answer = await ask('author.confirm', { key, by, ...(reason === undefined ? {} : { why: reason }) });
  if (!answer.ok) return answer.error;
  sayDone(outcome(answer.data, en.authors.confirmedDone));
  return null;
}

/** Records that a key is not trusted any more. */
export async function disownAuthor({ key, by, why, since }: Judging): Promise<ErrorData | null> {
  const [reason, from] = [given(why), given(since)];
  const answer = await ask('author.disown', {
    key,
    by,
    ...(reason === undefined ? {} : { why: reason }),
    ...(from === undefined ? {} : { since: from }),
  });
  if (!answer.ok) return answer.error;
  sayDone(outcome(answer.data, en.authors.disownedDone));
  return null;
}

/** What a judgement came to: one that changes nothing yet is said as such. */
function outcome({ entry, author }: ResponseOf<'author.confirm'>, done: (name: string) => string): string {
  const says = entry.kind === 'key-disowned' ? 'disowned' : 'confirmed';
  if (author.trust === says || author.trust === 'founder') return done(visibleName(author.name));
  const doubtful = entry.author.trust === 'unconfirmed' || entry.author.trust === 'disowned';
  return doubtful ? en.authors.notCounted : en.authors.otherStands;
}

/** Says that another key is of the same person as the one that writes. */
export async function claimSamePerson({ key }: Pick<CaseAuthor, 'key'>): Promise<ErrorData | null> {
  const answer = await ask('author.same', { key });
  if (!answer.ok) return answer.error;
  sayDone(en.authors.sameDone);
  return null;
}

export async function renameAuthor(name: string, role: string): Promise<ErrorData | null> {
  const inCase = useCase.getState().info !== null;
  const answer = await ask(inCase ? 'author.rename' : 'profile.rename', { name, role });
  if (!answer.ok) return answer.error;
  if (!inCase) await loadProfile();
  sayDone(en.authors.device.renamed);
  return null;
}

/** A further author of this device, who writes from now on. */
export async function addAuthor(name: string, role: string): Promise<ErrorData | null> {
  const answer = await ask('author.add', { name, role });
  if (!answer.ok) return answer.error;
  const chosen = await chooseAuthor(answer.data.author.key);
  if (chosen === null) sayDone(en.authors.device.added(visibleName(name)));
  return chosen;
}

export async function chooseAuthor(key: string): Promise<ErrorData | null> {
  const answer = await ask('author.choose', { key });
  if (!answer.ok) return answer.error;
  if (useCase.getState().info === null) return loadProfile();
  await loadAuthor();
  return null;
}

interface ProfileState {
  readonly profile: ResponseOf<'profile.show'> | null;
  readonly system: ResponseOf<'profile.system'> | null;
}

/** This device's keys and how they lie on its disk; read anew by whoever shows them. */
export const useProfile = create<ProfileState>(() => ({ profile: null, system: null }));

export async function loadProfile(): Promise<ErrorData | null> {
  const [answer, system] = await Promise.all([ask('profile.show', {}), ask('profile.system', {})]);
  if (!answer.ok) return answer.error;
  useProfile.setState({ profile: answer.data, system: system.ok ? system.data : null });
  return null;
}

/** @param passphrase null takes it away; @param keep whether the system's key store opens the profile with it */
export async function protectProfile(passphrase: string | null, keep: boolean): Promise<ErrorData | null> {
  const answer = await ask('profile.protect', { passphrase });
  if (!answer.ok) return answer.error;
  const kept = await ask('profile.keep-in-system', { passphrase: keep ? passphrase : null });
  sayDone(passphrase === null ? en.authors.device.removedDone : en.authors.device.setDone);
  return (await loadProfile()) ?? (kept.ok ? null : kept.error);
}

/** From now on the person is asked again. */
export async function forgetInSystem(): Promise<ErrorData | null> {
  const answer = await ask('profile.keep-in-system', { passphrase: null });
  if (!answer.ok) return answer.error;
  return loadProfile();
}
