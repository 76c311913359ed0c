import { createHash } from 'node:crypto';
import { type MailListing, readMail } from '../../evidence/mail/read-mail.ts';
import { readSource } from '../../evidence/read-source.ts';
import { serve } from '../worker-serve.ts';

export interface MailRequest {
  /** Bytes of the path. */
  readonly path: Uint8Array;
  /** Of the bytes that entered the record; others are not listed. */
  readonly sha256: string;
}

serve<MailRequest, MailListing>(async ({ path, sha256 }) => {
  const pieces: Buffer[] = [];
  readSource(Buffer.from(path), (piece) => void pieces.push(Buffer.from(piece)));
  const bytes = Buffer.concat(pieces);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
    const note = 'The file changed before its headers and attachments could be listed.';
    return { headers: [], attachments: [], note };
  }
  return readMail(bytes);
});
