import { type Entry, textField } from '../entry.ts';
import { extentKey } from '../plan/extent.ts';

/** What an entry is about, and whether it takes the place of what earlier entries said about it. */
export interface Subject {
  /** Hex hash of an entry or a key, or the name of a fact. */
  readonly about: string;
  /** Newer entries with the same slot, written with knowledge of this one, take its place (FORMAT.md §10.2). */
  readonly slot: string | null;
}

const of = (about: string | undefined, slot: string | null = null): readonly Subject[] =>
  about === undefined ? [] : [{ about, slot }];

/** Custody events that say who has an exhibit. */
const MOVES: ReadonlySet<string | undefined> = new Set([
  'collected',
  'transferred',
  'acknowledged',
  'returned',
  'disposed',
]);

/** Whether it is needed, and what became of it, stand apart; drafts and answers pile up. */
function noticeSubjects(recipient: string | undefined, event: string | undefined): readonly Subject[] {
  if (recipient === undefined) return [];
  if (event === 'drafted' || event === 'answered') return of(recipient);
  return of(
    recipient,
    `${event === 'sent' || event === 'declined' ? 'notice' : 'notice-needed'}/${recipient}`,
  );
}

/** Whether a log is wanted, as which exhibits it is here, and what reading it gave stand apart. */
function wantedLogSubjects(log: string | undefined, event: string | undefined): readonly Subject[] {
  if (log === undefined) return [];
  const what = event === 'downloaded' || event === 'reviewed' ? event : 'wanted';
  return of(log, `wanted-log/${what}/${log}`);
}

/** The subjects of an entry by its kind; empty for kinds that stand for themselves. */
export function subjectsOf(entry: Entry): readonly Subject[] {
  const text = (name: string): string | undefined => textField(entry, name);
  const slotted = (prefix: string, about: string | undefined): readonly Subject[] =>
    of(about, about === undefined ? null : `${prefix}/${about}`);
  switch (entry.header.kind) {
    case 'fact':
      return slotted('fact', text('name'));
    case 'phase':
      return of(text('phase'), 'phase');
    case 'seal':
    case 'unseal':
      return of(entry.header.kind, 'seal');
    case 'correction':
      return slotted('correction', text('entry'));
    case 'hold':
      return slotted('hold', text('evidence'));
    case 'custody':
      return MOVES.has(text('event')) ? slotted('custody', text('evidence')) : [];
    case 'key-confirmed':
    case 'key-disowned': {
      const key = text('key');
      return of(key, key === undefined ? null : `trust/${key}/${entry.header.author}`);
    }
    case 'same-person':
      return of(text('key'));
    case 'withholding':
      return of(text('entry'));
    case 'attachment':
      return [...of(text('entry')), ...of(text('evidence'))];
    case 'evidence-detail':
    case 'timeline-import':
      return of(text('evidence'));
    case 'witness':
    case 'timestamp':
      return of(text('head'));
    case 'admission':
      return of(text('writer'));
    case 'plan':
      return of('plan', 'plan');
    case 'step':
      return slotted('step', text('step'));
    case 'step-added':
    case 'step-link':
      return of(text('step'));
    case 'wanted-log':
      return wantedLogSubjects(text('log'), text('event'));
    case 'log-source': {
      const [evidence, member] = [text('evidence'), text('member') ?? ''];
      return of(evidence, evidence === undefined ? null : `log-source/${evidence}/${member}`);
    }
    case 'log-finding':
      return slotted('log-finding', text('finding'));
    case 'coverage':
      return slotted('coverage', text('statement'));
    case 'rotation':
      return slotted(text('event') === 'confirmed' ? 'rotation-confirmed' : 'rotation', text('job'));
    case 'handover':
      return of('handover', 'handover');
    case 'handover-accepted':
      return slotted('handover-accepted', text('handover'));
    case 'extent': {
      const [what, item] = [text('of'), text('item')];
      return of(item, what === undefined || item === undefined ? null : `extent/${what}/${extentKey(item)}`);
    }
    case 'action':
      return of(text('system'));
    case 'presence':
      return of(text('person'));
    case 'action-result':
      return slotted('action-result', text('action'));
    case 'notice':
      return noticeSubjects(text('recipient'), text('event'));
    case 'deadline':
      return slotted('deadline', text('deadline'));
    case 'review-text':
      return slotted('review-text', text('part'));
    case 'review-item':
      return slotted('review-item', text('item'));
    case 'review-excerpt':
      return slotted('review-excerpt', text('entry'));
    case 'review-approval':
      return of('review', 'review-approval');
    case 'organisation':
    case 'plan-approved':
      return of(entry.header.kind, entry.header.kind);
    case 'team-member':
      return slotted('team-member', text('member'));
    case 'defence':
      return slotted('defence', text('defence'));
    case 'defence-check':
      return slotted('defence-check', text('defence'));
    case 'finding':
      return slotted('finding', text('finding'));
    case 'log-review':
      return of(text('source'));
    default:
      return [];
  }
}
