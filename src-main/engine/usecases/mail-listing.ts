import { sizeText } from '../../domain/size-text.ts';
import type { Examined } from '../../evidence/examine.ts';
import { LISTED } from '../../evidence/mail/limits.ts';
import type { MailListing } from '../../evidence/mail/read-mail.ts';
import { errorData } from '../error-data.ts';
import type { EngineHost } from '../host.ts';
import { startWorker } from '../worker.ts';
import type { MailRequest } from '../workers/mail.ts';

/**
 * Headers and attachments of an `.eml` file, read in a thread of its own. A hostile mail costs its listing and nothing
 * else: the thread is ended when it takes too long or too much memory, and the record says so.
 * @param limit ms it may take
 * @returns undefined for anything but an `.eml` file
 */
export async function mailListing(
  host: EngineHost,
  path: Buffer,
  examined: Examined,
  limit: number = LISTED.time,
): Promise<MailListing | undefined> {
  if (examined.kind !== 'file' || !path.toString('latin1').toLowerCase().endsWith('.eml')) return undefined;
  if (examined.size > LISTED.bytes) {
    return unlisted(`It is larger than ${sizeText(LISTED.bytes)}: headers and attachments are not listed.`);
  }
  const worker = startWorker(host, 'mail', { maxOldGenerationSizeMb: 512 });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<MailListing>((resolve) => {
    timer = setTimeout(
      () => resolve(unlisted(`It could not be taken apart within ${limit / 1000} s: nothing is listed.`)),
      limit,
    );
  });
  try {
    const asked = worker.ask<MailRequest, MailListing>({ path, sha256: examined.hashes.sha256 });
    return await Promise.race([asked, late]);
  } catch (error) {
    return unlisted(`It could not be taken apart (${errorData(error).message}).`);
  } finally {
    clearTimeout(timer);
    worker.end();
  }
}

const unlisted = (note: string): MailListing => ({ headers: [], attachments: [], note });
