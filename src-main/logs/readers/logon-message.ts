import { textAt } from '../reading/columns.ts';
import { ascii, findBytes, startsWith } from '../reading/find.ts';
import type { RowDraft } from '../reading/row.ts';

const BLANK = 32;
const SSHD = ascii('sshd');
const FROM = ascii(' from ');
const RHOST = ascii('rhost=');
const FOR = ascii(' for ');
const INVALID = ascii('invalid user ');
const USER = ascii(' user=');
const FAILED = ascii('Failed ');
const ACCEPTED = ascii('Accepted ');

/** Address, user and outcome of what sshd says about a logon. */
export function logonColumns(
  bytes: Uint8Array,
  tagFrom: number,
  from: number,
  to: number,
  row: RowDraft,
): void {
  if (!startsWith(bytes, SSHD, tagFrom, to)) return;
  const before = findBytes(bytes, FROM, from, to);
  if (before !== -1) word(bytes, before + FROM.length, to, textAt.address, row);
  else {
    const host = findBytes(bytes, RHOST, from, to);
    if (host !== -1) word(bytes, host + RHOST.length, to, textAt.address, row);
  }
  const isFailed = startsWith(bytes, FAILED, from, to);
  if (isFailed || startsWith(bytes, ACCEPTED, from, to)) {
    row.text(textAt.action, isFailed ? 'Failed' : 'Accepted');
    let at = findBytes(bytes, FOR, from, before === -1 ? to : before);
    if (at === -1) return;
    at += FOR.length;
    if (startsWith(bytes, INVALID, at, to)) at += INVALID.length;
    // A name may hold blanks: it ends before ` from `.
    row.slice(textAt.user, at, before === -1 ? to : before);
    return;
  }
  const user = findBytes(bytes, USER, from, to);
  if (user !== -1) word(bytes, user + USER.length, to, textAt.user, row);
}

function word(bytes: Uint8Array, from: number, to: number, column: number, row: RowDraft): void {
  let end = from;
  while (end < to && bytes[end] !== BLANK) end++;
  row.slice(column, from, end);
}
