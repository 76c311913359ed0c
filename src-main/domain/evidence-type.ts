import type { EvidenceType } from './exhibit-details.ts';

const BY_ENDING: Readonly<Record<string, EvidenceType>> = {
  log: 'log',
  evtx: 'log',
  csv: 'log',
  jsonl: 'log',
  txt: 'log',
  gz: 'log',
  png: 'screenshot',
  jpg: 'screenshot',
  jpeg: 'screenshot',
  webp: 'screenshot',
  eml: 'mail',
  msg: 'mail',
  mbox: 'mail',
  dd: 'image',
  raw: 'image',
  e01: 'image',
  img: 'image',
  vhd: 'image',
  vhdx: 'image',
  vmdk: 'image',
  iso: 'image',
  dmp: 'memory',
  mem: 'memory',
  vmem: 'memory',
  bak: 'backup',
  tar: 'backup',
  zip: 'backup',
  sql: 'backup',
};

/** What a thing probably is, by the ending of its name: a start that the person can change. */
export function guessType(name: string, kind: 'file' | 'folder'): EvidenceType {
  if (kind === 'folder') return 'other';
  return BY_ENDING[name.toLowerCase().split('.').at(-1) ?? ''] ?? 'other';
}
