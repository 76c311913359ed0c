import { createDecipheriv } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { passphraseBytes } from '../../src-main/domain/passphrase.ts';
import { keyOfFile } from '../../src-main/store/open-case.ts';
import { PASSPHRASE } from './cli.ts';

const PAGE = 4096;
/** Initialisation vector and authentication code at the end of each page (FORMAT.md §3.1). */
const RESERVED = 80;
const SALT = 16;

/**
 * Every page of a case file as SQLite sees it, in order, decrypted with node:crypto alone: used ones, and those of
 * the free list that no query ever shows.
 */
async function* decryptedPages(path: string, passphrase = PASSPHRASE): AsyncGenerator<Buffer> {
  const { encryption } = await keyOfFile(path, passphraseBytes(passphrase));
  const fd = openSync(path, 'r');
  try {
    const page = Buffer.alloc(PAGE);
    for (let i = 0; readSync(fd, page, 0, PAGE, i * PAGE) === PAGE; i += 1) {
      const cipher = createDecipheriv(
        'aes-256-cbc',
        encryption,
        page.subarray(PAGE - RESERVED, PAGE - RESERVED + 16),
      );
      const body = page.subarray(i === 0 ? SALT : 0, PAGE - RESERVED);
      yield Buffer.concat([cipher.setAutoPadding(false).update(body), cipher.final()]);
    }
  } finally {
    closeSync(fd);
  }
}

/** Numbers from 1 of the pages that hold a piece of some bytes. @param bytes such as occur nowhere else */
export async function pagesWith(path: string, bytes: Buffer, passphrase = PASSPHRASE): Promise<number[]> {
  // So close together that every page with a stretch of the bytes has one whole piece.
  const pieces: Buffer[] = [];
  for (let at = 0; at + 32 <= bytes.length; at += 160) pieces.push(bytes.subarray(at, at + 32));
  const found: number[] = [];
  let number = 0;
  for await (const page of decryptedPages(path, passphrase)) {
    number += 1;
    if (pieces.some((piece) => page.includes(piece))) found.push(number);
  }
  return found;
}

/** All pages of a case file behind each other. */
export async function allPages(path: string, passphrase = PASSPHRASE): Promise<Buffer> {
  const pages: Buffer[] = [];
  for await (const page of decryptedPages(path, passphrase)) pages.push(page);
  return Buffer.concat(pages);
}
