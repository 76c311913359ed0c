import type { EntryView } from '../../src-main/contract/entry.ts';
import type { IconType } from './ic.tsx';
import {
  IconArrowsExchange,
  IconBell,
  IconBug,
  IconChecklist,
  IconClipboardText,
  IconClockExclamation,
  IconDownload,
  IconEyeOff,
  IconFileUnknown,
  IconFingerprint,
  IconGitMerge,
  IconHourglass,
  IconLink,
  IconLock,
  IconLockOpen,
  IconMail,
  IconPackage,
  IconPencil,
  IconPhone,
  IconPin,
  IconScale,
  IconSearch,
  IconShare2,
  IconShieldCheck,
  IconShieldHalf,
  IconUser,
  IconUsers,
} from './icons.ts';

/** One fixed meaning per icon (design §4). */
const ICONS: Readonly<Record<string, IconType>> = {
  note: IconPencil,
  correction: IconPencil,
  evidence: IconPackage,
  custody: IconArrowsExchange,
  fact: IconScale,
  pin: IconPin,
  deadline: IconHourglass,
  notification: IconMail,
  notice: IconMail,
  'step-added': IconChecklist,
  action: IconShieldHalf,
  'action-result': IconShieldHalf,
  witness: IconFingerprint,
  finding: IconBug,
  merge: IconGitMerge,
  author: IconUser,
  'key-confirmed': IconUser,
  'key-disowned': IconUser,
  'same-person': IconUser,
  case: IconClipboardText,
  copy: IconShare2,
  'copy-made': IconShare2,
  phase: IconChecklist,
  plan: IconChecklist,
  step: IconChecklist,
  hold: IconLock,
  seal: IconLock,
  unseal: IconLockOpen,
  withholding: IconEyeOff,
  attachment: IconLink,
  admission: IconGitMerge,
  'evidence-detail': IconPackage,
  call: IconPhone,
  presence: IconUsers,
  'clock-check': IconClockExclamation,
  'clock-moved': IconClockExclamation,
  imported: IconDownload,
  'timeline-import': IconDownload,
  organisation: IconUsers,
  'team-member': IconUsers,
  defence: IconShieldCheck,
  'defence-check': IconShieldCheck,
  'log-review': IconSearch,
  'plan-approved': IconChecklist,
};

/** What a note is about, where one of its tags says so. */
const BY_TAG: Readonly<Record<string, IconType>> = {
  'key-event': IconPin,
  alert: IconBell,
  action: IconShieldHalf,
  phone: IconPhone,
  call: IconPhone,
  decision: IconScale,
};

export const kindIcon = (kind: string): IconType => ICONS[kind] ?? IconFileUnknown;

export function entryIcon({ kind, tags }: Pick<EntryView, 'kind' | 'tags'>): IconType {
  const byTag =
    kind === 'note' || kind === 'correction' ? tags.find((tag) => Object.hasOwn(BY_TAG, tag)) : undefined;
  return (byTag === undefined ? undefined : BY_TAG[byTag]) ?? kindIcon(kind);
}
