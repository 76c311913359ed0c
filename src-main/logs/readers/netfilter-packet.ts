import { numberAt, textAt } from '../reading/columns.ts';
import { wholeNumber } from '../reading/digits.ts';
import { ascii, findBytes, startsWith } from '../reading/find.ts';
import type { RowDraft } from '../reading/row.ts';

const BLANK = 32;
const EQUALS = 61;
const OPEN = 91;
const CLOSE = 93;
const IN = ascii('IN=');
const OUT = ascii(' OUT=');
const SRC = ascii('SRC');
const DST = ascii('DST');
const DPT = ascii('DPT');
const LEN = ascii('LEN');
const PROTO = ascii('PROTO');
const UPTIME = /^\[ *\d+\.\d+\] ?/;

/** Where `IN=… OUT=…` begins in a message of the kernel; -1 where it is none of netfilter's. */
export function packetAt(bytes: Uint8Array, from: number, to: number): number {
  const at = findBytes(bytes, IN, from, to);
  return at !== -1 && findBytes(bytes, OUT, at, Math.min(to, at + 64)) !== -1 ? at : -1;
}

/**
 * The columns of a packet that iptables, nftables or UFW logged. The packet that an ICMP error quotes in brackets is
 * another one and is not looked at.
 * @param from of the message, where the prefix of the rule stands @param at from `packetAt`
 */
export function packetColumns(bytes: Uint8Array, from: number, at: number, to: number, row: RowDraft): void {
  prefix(bytes, from, at, row);
  let next = at;
  while (next < to) {
    const start = next;
    if (bytes[start] === OPEN) {
      while (next < to && bytes[next] !== CLOSE) next++;
    } else {
      let equals = -1;
      while (next < to && bytes[next] !== BLANK) {
        if (bytes[next] === EQUALS && equals === -1) equals = next;
        next++;
      }
      if (equals !== -1) value(bytes, start, equals, next, row);
    }
    next++;
  }
}

/** `KEY=value` */
function value(bytes: Uint8Array, from: number, equals: number, to: number, row: RowDraft): void {
  const length = equals - from;
  if (length === 3) {
    if (startsWith(bytes, SRC, from, equals)) row.slice(textAt.address, equals + 1, to);
    else if (startsWith(bytes, DST, from, equals)) row.slice(textAt.destination, equals + 1, to);
    else if (startsWith(bytes, DPT, from, equals)) {
      row.number(numberAt.port, wholeNumber(bytes, equals + 1, to));
    }
    // The first is the packet's; a second one, of UDP, is not taken.
    else if (startsWith(bytes, LEN, from, equals) && !row.hasNumber(numberAt.received)) {
      row.number(numberAt.received, wholeNumber(bytes, equals + 1, to));
    }
  } else if (length === 5 && startsWith(bytes, PROTO, from, equals)) {
    row.slice(textAt.protocol, equals + 1, to);
  }
}

/** What the rule writes before: `[UFW BLOCK] `, `iptables DROP_INPUT: `, with the kernel's uptime or without. */
function prefix(bytes: Uint8Array, from: number, at: number, row: RowDraft): void {
  if (at - from > 160) return;
  const text = String.fromCharCode(...bytes.subarray(from, at)).replace(UPTIME, '');
  const name = text
    .trim()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/:$/, '');
  if (name === '') return;
  row.text(textAt.rule, name);
  const action = /(?:^|[^a-z])(block|drop|deny|denied|reject|accept|allow|audit|limit)/i.exec(name)?.[1];
  if (action !== undefined) row.text(textAt.action, action.toUpperCase());
}
