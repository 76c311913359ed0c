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
const DOT = 46;
const LONGEST_PREFIX = 160;
const ACTION = /(?:^|[^a-z])(block|drop|deny|denied|reject|accept|allow|audit|limit)/i;

/** Where `IN=… OUT=…` begins in a message of the kernel; -1 where it is none of netfilter's. */
export function packetAt(bytes: Uint8Array, from: number, to: number): number {
  const at = findBytes(bytes, IN, from, to);
  return at !== -1 && findBytes(bytes, OUT, at, Math.min(to, at + 64)) !== -1 ? at : -1;
}

/**
 * The columns of a packet that iptables, nftables or UFW logged. The packet that an ICMP error quotes in brackets is
 * another one and is not looked at.
 * @param at from `packetAt`
 */
export function packetColumns(bytes: Uint8Array, at: number, to: number, row: RowDraft): void {
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

/**
 * What rules write before their packets: `[UFW BLOCK] `, `iptables DROP_INPUT: `, behind the kernel's uptime or
 * without. There are few rules, so the last one is remembered.
 */
export class RulePrefix {
  private last: Uint8Array = new Uint8Array(0);
  private rule = '';
  private action = '';

  /** @param from of the message @param at from `packetAt` */
  columns(bytes: Uint8Array, from: number, at: number, row: RowDraft): void {
    const start = behindUptime(bytes, from, at);
    if (at - start > LONGEST_PREFIX) return;
    const isKnown = at - start === this.last.length && startsWith(bytes, this.last, start, at);
    // A copy: `slice` of a buffer would be the piece itself, which is used again.
    if (!isKnown) this.learn(Uint8Array.from(bytes.subarray(start, at)));
    row.text(textAt.rule, this.rule);
    row.text(textAt.action, this.action);
  }

  private learn(prefix: Uint8Array): void {
    this.last = prefix;
    this.rule = new TextDecoder()
      .decode(prefix)
      .trim()
      .replace(/^\[(.*)\]$/, '$1')
      .replace(/:$/, '');
    this.action = (ACTION.exec(this.rule)?.[1] ?? '').toUpperCase();
  }
}

/** `[16571.459614] ` */
function behindUptime(bytes: Uint8Array, from: number, to: number): number {
  if (bytes[from] !== OPEN) return from;
  let at = from + 1;
  while (at < to && (bytes[at] === BLANK || bytes[at] === DOT || isDigit(bytes[at]))) at++;
  if (bytes[at] !== CLOSE || at === from + 1) return from;
  return bytes[at + 1] === BLANK ? at + 2 : at + 1;
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57;
