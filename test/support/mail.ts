import { createHash } from 'node:crypto';

export const sha256Of = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/** A mail as a customer would forward it: encoded words, a picture, a text in another charset, a mail inside. */
export const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
export const latinText = Buffer.from('Größe: 12 €'.replace('€', 'EUR'), 'latin1');
export const innerMail = 'From: attacker@example.net\r\nSubject: inner\r\n\r\nhello\r\n';

export function customerMail(): string {
  return [
    'Received: from mx.example.org (mx.example.org [192.0.2.7])',
    '\tby mail.shop.example with ESMTP id 4471; Tue, 17 Nov 2026 01:14:02 +0000',
    'Received: from laptop by mx.example.org; Tue, 17 Nov 2026 01:14:00 +0000',
    'From: =?UTF-8?Q?J=C3=B6rg_Kunde?= <joerg@example.org>',
    'To: support@shop.example',
    'Cc: owner@shop.example',
    'Subject: =?UTF-8?B?U2VsdHNhbWUgQmVzdGVsbHVuZyDinJM=?=',
    'Date: Tue, 17 Nov 2026 02:14:00 +0100',
    'Message-ID: <4471@example.org>',
    'X-Secret: not listed',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=outer',
    '',
    '--outer',
    'Content-Type: text/plain',
    '',
    'See the screenshot.',
    '--outer',
    'Content-Type: image/png; name="order.png"',
    'Content-Disposition: attachment; filename="order.png"',
    'Content-Transfer-Encoding: base64',
    '',
    picture.toString('base64'),
    '--outer',
    'Content-Type: text/plain; charset=iso-8859-1',
    "Content-Disposition: attachment; filename*=UTF-8''gr%C3%B6%C3%9Fe.txt",
    'Content-Transfer-Encoding: base64',
    '',
    latinText.toString('base64'),
    '--outer',
    'Content-Type: message/rfc822',
    '',
    innerMail.trimEnd(),
    '--outer--',
    '',
  ].join('\r\n');
}
