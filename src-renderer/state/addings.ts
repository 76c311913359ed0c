import * as z from 'zod';
import { create } from 'zustand';
import { type Exhibit, evidenceMethods } from '../../src-main/contract/evidence.ts';
import type { RequestOf } from '../../src-main/contract/index.ts';
import { ask } from '../api/client.ts';

export type AddRequest = RequestOf<'evidence.add'>;

const addingSchema = z.strictObject({
  id: z.string(),
  /** How many exhibits there were before. */
  before: z.int(),
  given: evidenceMethods['evidence.add'].request,
});

/** Files that are being taken in, as they were asked for. */
export type Adding = z.infer<typeof addingSchema>;

interface AddingsState {
  readonly running: readonly Adding[];
  /** Begun and not ended: the program was killed, the case was locked, or the disk was full. */
  readonly interrupted: readonly Adding[];
}

const EMPTY: AddingsState = { running: [], interrupted: [] };

/**
 * What is being added is kept in the case file beside the drafts (never an entry, never in a copy), so that it can be
 * gone on with after a kill.
 */
export const useAddings = create<AddingsState>(() => EMPTY);
const PLACE = 'evidence/adding';
let epoch = 0;

export function resetAddings(): void {
  epoch += 1;
  useAddings.setState(EMPTY);
}

/** Where this fails nothing is lost but the offer to go on. */
async function keep(): Promise<void> {
  const { running, interrupted } = useAddings.getState();
  const all = [...running, ...interrupted];
  await ask('draft.save', { place: PLACE, text: all.length === 0 ? '' : JSON.stringify(all) });
}

export async function beginAdding(adding: Adding): Promise<void> {
  useAddings.setState(({ running }) => ({ running: [...running, adding] }));
  await keep();
}

const without = (list: readonly Adding[], id: string): readonly Adding[] =>
  list.filter((adding) => adding.id !== id);

/** It ended, or is begun anew. */
export function settleAdding(id: string): void {
  useAddings.setState(({ running, interrupted }) => ({
    running: without(running, id),
    interrupted: without(interrupted, id),
  }));
  void keep();
}

/** Nobody wants the rest any more. Where this fails, what is left of it only takes room for some days. */
export async function leaveOut({ id, given }: Adding): Promise<void> {
  settleAdding(id);
  await ask('evidence.leave-out', given);
}

/** It broke off; the rest can be added later. */
export function interruptAdding(id: string): void {
  useAddings.setState(({ running, interrupted }) => ({
    running: without(running, id),
    interrupted: [...interrupted, ...running.filter((adding) => adding.id === id)],
  }));
}

/** What an earlier run of the program left, of which something is still to be added. */
export async function loadInterrupted(exhibits: readonly Exhibit[]): Promise<void> {
  const mine = epoch;
  const answer = await ask('draft.read', { place: PLACE });
  if (mine !== epoch || !answer.ok || answer.data.text === '') return;
  const parsed = z.array(addingSchema).safeParse(asJson(answer.data.text));
  // Written by another version of this program: the files are where they were, and can be chosen again.
  const left = parsed.success ? parsed.data.filter((adding) => restOf(adding, exhibits).length > 0) : [];
  useAddings.setState(({ interrupted }) => ({ interrupted: [...interrupted, ...left] }));
  if (left.length === 0) void keep();
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The paths that are not in the record yet. */
export function restOf({ before, given }: Adding, exhibits: readonly Exhibit[]): readonly string[] {
  const since = exhibits.slice(before).flatMap(({ path }) => (path === undefined ? [] : [path]));
  if (given.asOne === true) {
    const [first = ''] = given.paths;
    return since.some((path) => first.startsWith(path)) ? [] : given.paths;
  }
  return given.paths.filter((path) => !since.includes(path));
}
