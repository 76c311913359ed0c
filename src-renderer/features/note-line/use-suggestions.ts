import { useEffect, useState } from 'react';
import { ask } from '../../api/client.ts';
import { visibleName } from '../../format/visible.ts';
import { useCase } from '../../state/case.ts';
import { useEvidence } from '../../state/evidence.ts';
import { en } from '../../strings/en.ts';
import { type OpenWord, type Suggestion, suggestionsFor } from './suggestions.ts';

/** Asked when a tag is begun, and again after an entry was added. */
function useTags(wanted: boolean): readonly string[] {
  const entries = useCase((state) => state.info?.entries ?? 0);
  const [tags, setTags] = useState<readonly string[]>([]);
  useEffect(() => {
    if (!wanted) return;
    let current = true;
    void ask('tag.list', {}).then((answer) => {
      if (current && answer.ok) setTags(answer.data.tags);
    });
    return () => {
      current = false;
    };
  }, [wanted, entries]);
  return tags;
}

/** What fits the word before the caret. */
export function useSuggestions(word: OpenWord | null): readonly Suggestion[] {
  const tags = useTags(word?.text.startsWith('#') === true);
  const exhibits = useEvidence((state) => state.exhibits);
  if (word === null) return [];
  return suggestionsFor(word, {
    tags,
    exhibits: exhibits.toReversed().map(({ exhibit, title }) => ({ exhibit, title: visibleName(title) })),
    times: en.noteLine.times.map(([insert, hint]) => ({ insert, hint })),
  });
}
