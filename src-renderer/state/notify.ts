import { create } from 'zustand';
import type { ErrorData } from '../../src-main/contract/error.ts';
import type { RequestOf, ResponseOf } from '../../src-main/contract/index.ts';
import type { NoticeRecipient } from '../../src-main/contract/notice.ts';
import { ask } from '../api/client.ts';
import { addressesIn } from '../format/addresses.ts';
import { fileName } from '../format/path.ts';
import { visibleName } from '../format/visible.ts';
import { en } from '../strings/en.ts';
import { showSection, useCase } from './case.ts';
import { copyText } from './clipboard.ts';
import { sayDone } from './done.ts';
import { saveNotice } from './plan.ts';

/** What a person changed of a message, as typed; addresses stand in one line. */
export interface Changed {
  readonly to?: string;
  readonly cc?: string;
  readonly subject?: string;
  readonly body?: string;
}

export type NotifyForm = 'add' | 'needed' | 'declined' | 'answered' | 'qr';

type Message = ResponseOf<'notice.draft'> & { readonly recipient: string };

interface NotifyState {
  /** Null until they were asked for. */
  readonly recipients: readonly NoticeRecipient[] | null;
  readonly error: ErrorData | null;
  /** Id of the one that is shown; null = the first. */
  readonly selected: string | null;
  /** As it would be sent now. */
  readonly message: Message | null;
  /** Why there is no message with what was typed last. */
  readonly messageError: ErrorData | null;
  /** By recipient. It stays until the case is left. */
  readonly changed: Readonly<Record<string, Changed>>;
  readonly form: NotifyForm | null;
  readonly saveError: ErrorData | null;
}

const EMPTY: NotifyState = {
  recipients: null,
  error: null,
  selected: null,
  message: null,
  messageError: null,
  changed: {},
  form: null,
  saveError: null,
};

export const useNotify = create<NotifyState>(() => EMPTY);

/** Answers to what was asked before this are of yesterday. */
let asked = 0;

export function resetNotify(): void {
  asked += 1;
  useNotify.setState(EMPTY);
}

/** The one that is shown. */
export const shownRecipient = ({ recipients, selected }: NotifyState): NoticeRecipient | null =>
  recipients?.find(({ id }) => id === selected) ?? recipients?.[0] ?? null;

/** Asks who can be told and what was done about it, and for the message that is shown. */
export async function loadNotices(): Promise<void> {
  const path = useCase.getState().info?.path;
  const answer = await ask('notice.list', {});
  if (useCase.getState().info?.path !== path) return;
  if (answer.ok) useNotify.setState({ recipients: answer.data.recipients, error: null });
  else useNotify.setState({ error: answer.error });
  await loadMessage();
}

/** Entries came that may change who is told what; asked only where somebody has looked before. */
export function noticesChanged(): void {
  if (useNotify.getState().recipients !== null) void loadNotices();
}

/** The message as it stands with what was typed. */
function wanted(recipient: string): RequestOf<'notice.draft'> {
  const { to, cc, subject, body } = useNotify.getState().changed[recipient] ?? {};
  return {
    recipient,
    ...(to === undefined ? {} : { to: addressesIn(to) }),
    ...(cc === undefined ? {} : { cc: addressesIn(cc) }),
    ...(subject === undefined ? {} : { subject }),
    ...(body === undefined ? {} : { body }),
  };
}

async function loadMessage(): Promise<void> {
  const recipient = shownRecipient(useNotify.getState())?.id;
  if (recipient === undefined) return;
  asked += 1;
  const mine = asked;
  const answer = await ask('notice.draft', wanted(recipient));
  if (mine !== asked) return;
  if (answer.ok) useNotify.setState({ message: { ...answer.data, recipient }, messageError: null });
  else useNotify.setState({ messageError: answer.error });
}

export function selectRecipient(selected: string): void {
  useNotify.setState({ selected, messageError: null, saveError: null, form: null });
  void loadMessage();
}

/** Goes to a recipient, from wherever. */
export function showNotice(recipient: string): void {
  showSection('notify');
  selectRecipient(recipient);
}

export function changeMessage(recipient: string, part: Changed): void {
  const { changed } = useNotify.getState();
  useNotify.setState({ changed: { ...changed, [recipient]: { ...changed[recipient], ...part } } });
  void loadMessage();
}

/** Back to what the plan and the facts say. */
export function resetMessage(recipient: string): void {
  const { [recipient]: _gone, ...changed } = useNotify.getState().changed;
  useNotify.setState({ changed });
  void loadMessage();
}

export const openNotifyForm = (form: NotifyForm | null): void => useNotify.setState({ form });

/** The message that is shown, where it fits what was typed. */
const ready = (): Message | null => {
  const { message, messageError } = useNotify.getState();
  return messageError === null ? message : null;
};

/** Writes the message as a file where the person says; that it was written is recorded. */
export async function saveMessage(): Promise<void> {
  const message = ready();
  if (message === null) return;
  const answer = await ask('notice.save', wanted(message.recipient));
  useNotify.setState({ saveError: answer.ok ? null : answer.error });
  if (answer.ok && answer.data.path !== null) {
    sayDone(en.notify.saved(visibleName(fileName(answer.data.path))));
  }
}

/** Writes down that the message was written as it is shown. */
export async function recordDraft(): Promise<void> {
  const message = ready();
  if (message === null) return;
  const { recipient, to, cc, subject, body, textSha256: sha256 } = message;
  const said = { recipient, event: 'drafted' as const, to, cc, subject, message: body, sha256 };
  useNotify.setState({ saveError: await saveNotice(said, en.notify.draftedDone) });
}

export async function copyMessage(): Promise<void> {
  const message = ready();
  if (message !== null) await copyText(message.body, en.notify.copied);
}
