import { addresses } from './address.ts';
import { headerField } from './header-text.ts';
import { quotedPrintable } from './quoted-printable.ts';

export interface Message {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  /** Plain text. */
  readonly body: string;
  /** When it was written, ms since 1970 UTC. */
  readonly at: number;
}

/**
 * A message as a file (RFC 5322, RFC 2045) that a mail program opens for sending: `X-Unsent: 1` makes Outlook show it as
 * a draft. It names no sender: that is who sends it.
 * @throws CaseError `wrong-use` for an address that is none
 */
export function messageFile({ to, cc, subject, body, at }: Message): string {
  const headers = [
    ...listField('To', addresses(to)),
    ...listField('Cc', addresses(cc)),
    headerField('Subject', subject),
    `Date: ${dateText(at)}`,
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
  ];
  return `${headers.join('\r\n')}\r\n\r\n${quotedPrintable(body)}\r\n`;
}

/** An address list has at least one address (RFC 5322 §3.6.3); a draft without one leaves the field out. */
const listField = (name: string, list: readonly string[]): string[] =>
  list.length === 0 ? [] : [headerField(name, list.join(', '))];

/** `Tue, 17 Nov 2026 01:20:00 +0000` (RFC 5322 §3.3): what `toUTCString` gives, with the offset as digits. */
const dateText = (at: number): string => new Date(at).toUTCString().replace('GMT', '+0000');
