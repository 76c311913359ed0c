import { useEffect } from 'react';
import { create } from 'zustand';
import type { EntryView } from '../../src-main/contract/entry.ts';
import { ask } from '../api/client.ts';

interface MentionedState {
  readonly entries: ReadonlyMap<string, EntryView>;
}

/** Entries that other entries speak of, by id: the reason of a correction stands with the note that it corrects. */
const useStore = create<MentionedState>(() => ({ entries: new Map() }));
const asked = new Set<string>();
/** Grows when entries may have changed all at once: late answers are dropped. */
let epoch = 0;

export function forgetMentioned(): void {
  epoch += 1;
  asked.clear();
  useStore.setState({ entries: new Map() });
}

/** Takes over how entries look now, where they are kept here. */
export function mentionedChanged(entries: readonly EntryView[]): void {
  const kept = useStore.getState().entries;
  const changed = entries.filter((entry) => kept.has(entry.id));
  if (changed.length === 0) return;
  useStore.setState({ entries: new Map([...kept, ...changed.map((entry) => [entry.id, entry] as const)]) });
}

async function load(id: string): Promise<void> {
  if (asked.has(id)) return;
  asked.add(id);
  const mine = epoch;
  const answer = await ask('entry.show', { entry: id });
  if (mine !== epoch) return;
  if (answer.ok) {
    useStore.setState((state) => ({ entries: new Map([...state.entries, [id, answer.data.entry]]) }));
  } else asked.delete(id);
}

/** The entries with these ids, as far as they are known yet; the rest is asked for. */
export function useMentioned(ids: readonly string[]): readonly (EntryView | undefined)[] {
  const entries = useStore((state) => state.entries);
  useEffect(() => {
    for (const id of ids) if (!entries.has(id)) void load(id);
  }, [ids, entries]);
  return ids.map((id) => entries.get(id));
}
