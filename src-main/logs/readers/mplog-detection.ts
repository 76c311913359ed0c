import type { Buffer } from 'node:buffer';
import { textAt } from '../reading/columns.ts';
import { ascii, startsWith } from '../reading/find.ts';
import type { RowDraft } from '../reading/row.ts';

const BLANK = 32;
const DETECTION = ascii('DETECTION');
/** Enough for the longest path of Windows and what stands around it. */
const LOOKED = 40_000;

/** `DETECTION…  [source] [action result] threat file:path;…` */
const ENTRY =
  /^(DETECTION\w*)(?:#\d+)?\s+(?:(MPSOURCE_\w+)\s+)?(?:(MP_THREAT_ACTION_\w+)\s+(\S+)\s+)?(\S+)\s+(?:\w+:)?(.*)$/s;

/** Threat, file and what was done, where an entry is a detection. */
export function detectionColumns(bytes: Buffer, from: number, to: number, row: RowDraft): void {
  let at = from;
  while (at < to && bytes[at] === BLANK) at++;
  if (!startsWith(bytes, DETECTION, at, to)) return;
  const found = ENTRY.exec(bytes.toString('utf8', at, Math.min(to, at + LOOKED)));
  if (found === null) return;
  const [, word = '', source = '', action = '', , threat = '', rest = ''] = found;
  row.text(textAt.action, action === '' ? word : action);
  row.text(textAt.channel, source);
  row.text(textAt.rule, threat);
  row.text(textAt.path, rest.replace(/(?:;| PropBag ).*$/s, ''));
}
