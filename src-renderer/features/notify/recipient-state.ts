import type { NoticeRecipient } from '../../../src-main/contract/notice.ts';
import type { DeadlineView } from '../../../src-main/contract/plan.ts';
import { lookOf } from '../../format/deadline-look.ts';
import { leftWords } from '../../format/left.ts';
import { nearTime } from '../../format/time.ts';
import { visibleName } from '../../format/visible.ts';
import { en } from '../../strings/en.ts';

export type RecipientLook = 'told' | 'declined' | 'late' | 'soon' | 'running' | 'open' | 'unknown';

interface Seen {
  readonly look: RecipientLook;
  readonly words: string;
}

/** The entry that says that somebody was told, the last one. */
const sentEntry = ({ entries }: NoticeRecipient) => entries.findLast((entry) => entry['event'] === 'sent');

/** When somebody was told, and through what. */
export function toldWords(recipient: NoticeRecipient, zone: string, now: Date): string {
  const entry = sentEntry(recipient);
  if (entry === undefined) return '';
  const when = nearTime(new Date(entry.occurred?.utc ?? entry.recorded), zone, 'minute', now);
  const via = entry['via'];
  return typeof via === 'string' ? en.notify.state.via(when, visibleName(via)) : en.notify.state.told(when);
}

/** How it stands with one recipient, in a few words and one of the shapes. */
export function recipientState(
  recipient: NoticeRecipient,
  deadline: DeadlineView | undefined,
  zone: string,
  now: Date,
): Seen {
  const text = en.notify.state;
  const { state, needed, need, clock } = recipient;
  if (state === 'sent') return { look: 'told', words: toldWords(recipient, zone, now) };
  if (state === 'declined') return { look: 'declined', words: text.declined };
  if (deadline !== undefined) {
    const look = lookOf(deadline, now.getTime());
    const words = leftWords(Date.parse(deadline.due) - now.getTime());
    return { look: look === 'late' || look === 'soon' ? look : 'running', words };
  }
  if (new Set(needed).size > 1) return { look: 'unknown', words: text.differ };
  if (needed[0] === 'not-needed') return { look: 'declined', words: text.notNeeded };
  if (needed[0] === 'undecided') return { look: 'unknown', words: text.undecided };
  if (need === 'if-needed' && needed.length === 0) return { look: 'unknown', words: text.open };
  if (clock) return { look: 'open', words: text.waiting };
  return { look: 'open', words: state === 'drafted' ? text.drafted : text.toTell };
}
