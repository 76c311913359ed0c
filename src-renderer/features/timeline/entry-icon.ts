import type { IconType } from '../../ui/ic.tsx';
import {
  IconArrowsExchange,
  IconBell,
  IconBug,
  IconChecklist,
  IconClipboardText,
  IconClockExclamation,
  IconFileUnknown,
  IconFingerprint,
  IconGitMerge,
  IconHourglass,
  IconLock,
  IconMail,
  IconPackage,
  IconPencil,
  IconPhone,
  IconPin,
  IconScale,
  IconShare2,
  IconShieldHalf,
  IconUser,
} from '../../ui/icons.ts';

/** One fixed meaning per icon (design §4). */
const ICONS: Readonly<Record<string, IconType>> = {
  note: IconPencil,
  correction: IconPencil,
  alert: IconBell,
  action: IconShieldHalf,
  evidence: IconPackage,
  custody: IconArrowsExchange,
  decision: IconScale,
  fact: IconScale,
  pin: IconPin,
  call: IconPhone,
  deadline: IconHourglass,
  notification: IconMail,
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
  seal: IconLock,
  'clock-moved': IconClockExclamation,
};

export function entryIcon(kind: string): IconType {
  return ICONS[kind] ?? IconFileUnknown;
}
