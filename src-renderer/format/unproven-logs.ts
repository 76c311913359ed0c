import type { WantedLogView } from '../../src-main/contract/log.ts';
import { en } from '../strings/en.ts';
import { visibleName } from './visible.ts';

/** Names that stand in one line; all are in Logs. */
const NAMED = 4;

/** Wanted logs without proof in words, those of which most is missing first; null where all have theirs. */
export function unprovenWords(
  wanted: readonly WantedLogView[] | null,
): { readonly title: string; readonly names: string } | null {
  const logs = (wanted ?? [])
    .filter(({ missing }) => missing.length > 0)
    .toSorted((a, b) => b.missing.length - a.missing.length);
  if (logs.length === 0) return null;
  const text = en.logs.unproven;
  const named = logs.slice(0, NAMED).map(({ title, host, missing }) => {
    const log = visibleName(title);
    const name = host === null ? log : en.logs.wanted.ofHost(log, visibleName(host));
    return text.one(name, missing.map((gap) => en.logs.wanted.gaps[gap]).join(', '));
  });
  const rest = logs.length - named.length;
  return {
    title: text.title(logs.length),
    names: [...named, ...(rest > 0 ? [text.more(rest)] : [])].join('; '),
  };
}
