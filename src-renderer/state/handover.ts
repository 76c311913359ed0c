import { create } from 'zustand';
import type { ErrorData } from '../../src-main/contract/error.ts';
import type { HandoverView } from '../../src-main/contract/handover.ts';
import type { Answer, RequestOf } from '../../src-main/contract/index.ts';
import { ask } from '../api/client.ts';
import { fileName } from '../format/path.ts';
import { visibleName } from '../format/visible.ts';
import { en } from '../strings/en.ts';
import { useCase } from './case.ts';
import { sayDone } from './done.ts';
import { addEntry } from './timeline.ts';

interface HandoverState {
  /** The newest first. */
  readonly handovers: readonly HandoverView[];
  readonly form: 'give' | 'accept' | null;
  readonly error: ErrorData | null;
}

const EMPTY: HandoverState = { handovers: [], form: null, error: null };

export const useHandover = create<HandoverState>(() => EMPTY);

export function resetHandover(): void {
  useHandover.setState(EMPTY);
}

export const HANDOVER_KINDS: ReadonlySet<string> = new Set([
  'handover',
  'handover-accepted',
  'author',
  'key-confirmed',
  'key-disowned',
  'same-person',
  'withholding',
]);

export async function loadHandovers(): Promise<void> {
  const path = useCase.getState().info?.path;
  const answer = await ask('handover.list', {});
  if (useCase.getState().info?.path !== path) return;
  useHandover.setState(
    answer.ok ? { handovers: answer.data.handovers, error: null } : { error: answer.error },
  );
}

/** The hand-over that nobody has taken over yet. */
export const waitingHandover = ({ handovers }: Pick<HandoverState, 'handovers'>): HandoverView | undefined =>
  handovers.find(({ accepted, superseded }) => accepted.length === 0 && !superseded);

export const openHandover = (form: 'give' | 'accept' | null): void => useHandover.setState({ form });

type Written = 'handover.give' | 'handover.accept';

async function write<Name extends Written>(name: Name, request: RequestOf<Name>): Promise<ErrorData | null> {
  const answer = (await ask(name, request)) as Answer<Written>;
  if (!answer.ok) return answer.error;
  addEntry(answer.data.entry);
  await loadHandovers();
  sayDone(answer.data.entry.text);
  return null;
}

export const giveHandover = async (request: RequestOf<'handover.give'>): Promise<ErrorData | null> =>
  write('handover.give', request);

export const acceptHandover = async (request: RequestOf<'handover.accept'>): Promise<ErrorData | null> =>
  write('handover.accept', request);

/** The page of the last hand-over goes where the person says. */
export async function saveHandover(): Promise<ErrorData | null> {
  const answer = await ask('handover.save', {});
  if (!answer.ok) return answer.error;
  if (answer.data.path !== null) sayDone(en.handover.written(visibleName(fileName(answer.data.path))));
  return null;
}
