import type { NoticeRecipient } from '../../../src-main/contract/notice.ts';
import { nearTime } from '../../format/time.ts';
import { entryText } from '../../format/entry-words.ts';
import { useShownZone } from '../../state/case.ts';
import { openEntry } from '../../state/timeline.ts';
import { en } from '../../strings/en.ts';
import { useMinute } from '../../ui/use-now.ts';

/** What was decided and done about telling somebody, the newest last. */
export function NoticeHistory({ recipient }: { readonly recipient: NoticeRecipient }) {
  const zone = useShownZone();
  const now = useMinute();
  const { entries } = recipient;
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="notice-history">
      <h2 id="notice-history">{en.notify.history}</h2>
      <ol className="notice-history">
        {entries.map((entry) => (
          <li key={entry.id}>
            <span className="meta num nowrap">
              {nearTime(new Date(entry.occurred?.utc ?? entry.recorded), zone, 'minute', now)}
            </span>
            <button type="button" className="link" onClick={() => void openEntry(entry.id)}>
              {entryText(entry)}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
