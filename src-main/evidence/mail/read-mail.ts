import { createHash } from 'node:crypto';
import PostalMime, { type Attachment, type Email, decodeWords } from 'postal-mime';
import type { FieldsOf } from '../../domain/kinds/index.ts';
import { LISTED } from './limits.ts';

export type MailListing = NonNullable<FieldsOf<'evidence'>['mail']>;

/** Header fields that say who wrote what to whom, when, and which way it went (RFC 5322 §3.6). */
const CHOSEN: ReadonlySet<string> = new Set([
  'from',
  'to',
  'cc',
  'subject',
  'date',
  'message-id',
  'received',
]);

/**
 * Headers and attachments of a mail (RFC 5322, MIME). Never throws: what cannot be read is said in `note`.
 * @param bytes the whole `.eml` file
 */
export async function readMail(bytes: Uint8Array): Promise<MailListing> {
  const notes: string[] = [];
  let mail = await parsed(bytes);
  if (typeof mail === 'string') {
    notes.push(`The attachments could not be listed (${mail}).`);
    mail = await parsed(headerOf(bytes));
  }
  if (typeof mail === 'string') {
    return { headers: [], attachments: [], note: `It could not be read as a mail (${mail}).` };
  }
  const headers = headersIn(mail, notes);
  const attachments = attachmentsIn(mail, notes);
  if (headers.length === 0) notes.push('No header field of a mail was found.');
  return { headers, attachments, ...(notes.length === 0 ? {} : { note: notes.join(' ') }) };
}

/** The parsed mail, or why it could not be parsed. */
async function parsed(bytes: Uint8Array): Promise<Email | string> {
  try {
    return await PostalMime.parse(bytes, {
      attachmentEncoding: 'arraybuffer',
      // A forwarded mail is an attachment with a hash of its own; its insides are not taken apart.
      forceRfc822Attachments: true,
      maxNestingDepth: LISTED.depth,
      maxHeadersSize: LISTED.headerBytes,
    });
  } catch (error) {
    return oneLine(error instanceof Error ? error.message : String(error)).slice(0, 200);
  }
}

/** The bytes up to the first empty line, as far as a listing goes. */
function headerOf(bytes: Uint8Array): Uint8Array {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, LISTED.headerBytes / 2));
  const ends = ['\r\n\r\n', '\n\n'].map((gap) => all.indexOf(gap)).filter((at) => at !== -1);
  return ends.length === 0 ? all : all.subarray(0, Math.min(...ends) + 2);
}

function headersIn(mail: Email, notes: string[]): MailListing['headers'] {
  const headers: MailListing['headers'] = [];
  let size = 0;
  for (const { key, originalKey, value } of mail.headers) {
    if (!CHOSEN.has(key)) continue;
    size += value.length;
    if (headers.length >= LISTED.headers || size > LISTED.headerText) {
      notes.push('There are more header fields than are listed here.');
      break;
    }
    const plain = value.toWellFormed();
    const decoded = decodeWords(value).toWellFormed();
    headers.push({
      name: originalKey.toWellFormed(),
      value: plain,
      ...(decoded === plain ? {} : { decoded }),
    });
  }
  return headers;
}

function attachmentsIn(mail: Email, notes: string[]): MailListing['attachments'] {
  if (mail.attachments.length > LISTED.attachments) {
    notes.push(`Of ${mail.attachments.length} attachments, the first ${LISTED.attachments} are listed.`);
  }
  return mail.attachments.slice(0, LISTED.attachments).map((attachment) => {
    const bytes = contentOf(attachment);
    return {
      name: (attachment.filename ?? '').toWellFormed().slice(0, LISTED.nameText).toWellFormed(),
      type: attachment.mimeType.toWellFormed().slice(0, LISTED.nameText).toWellFormed(),
      size: bytes.byteLength,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    };
  });
}

/** The bytes of an attachment without its transfer encoding (RFC 2045 §6). */
const contentOf = ({ content }: Attachment): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);

const oneLine = (text: string): string => text.toWellFormed().replace(/\s+/g, ' ').trim();
