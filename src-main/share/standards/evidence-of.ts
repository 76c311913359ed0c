import type { EntryView } from '../../casework/entry-view.ts';

/** Entries of the exhibits that an entry names itself: one, a list, or line by line of logs. */
export function evidenceOf(view: EntryView): readonly string[] {
  const given = view['evidence'];
  const rows = Array.isArray(view['rows'])
    ? (view['rows'] as readonly { readonly evidence?: unknown }[])
    : [];
  const all = [...(Array.isArray(given) ? given : [given]), ...rows.map(({ evidence }) => evidence)];
  return [...new Set(all.filter((one): one is string => typeof one === 'string'))];
}
