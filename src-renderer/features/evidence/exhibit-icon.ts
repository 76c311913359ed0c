import type { EvidenceType } from '../../../src-main/contract/evidence.ts';
import type { IconType } from '../../ui/ic.tsx';
import {
  IconArchive,
  IconCamera,
  IconCpu,
  IconFile,
  IconFileText,
  IconMail,
  IconMessage2,
  IconPackage,
  IconPhoto,
  IconUsb,
} from '../../ui/icons.ts';

const ICONS: Readonly<Record<EvidenceType, IconType>> = {
  snapshot: IconCamera,
  backup: IconArchive,
  log: IconFileText,
  image: IconUsb,
  mail: IconMail,
  memory: IconCpu,
  screenshot: IconPhoto,
  message: IconMessage2,
  thing: IconPackage,
  other: IconFile,
};

export const exhibitIcon = (type: EvidenceType): IconType => ICONS[type];
