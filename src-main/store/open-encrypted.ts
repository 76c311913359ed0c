import Database from 'better-sqlite3';
import { type CaseKey, rawKey } from './case-key.ts';

// The driver asks Node's report for the C library when the first database is opened; that report would list the
// network interfaces as well, which nobody here needs.
if (process.report !== undefined) Object.assign(process.report, { excludeNetwork: true });

let nativeBinding: string | undefined;

/**
 * Names the compiled driver to load, for the development runtime whose Node-API is older than the prebuilt
 * one's. Edges of a release never call this.
 */
export function useNativeBinding(path: string | undefined): void {
  nativeBinding = path;
}

export interface OpenOptions {
  /** Of a case; or, for the profile, SQLCipher's raw key text. */
  readonly key: CaseKey | Uint8Array;
  readonly readOnly: boolean;
  /** Create the file; otherwise it must be there. */
  readonly create?: boolean;
  /** Milliseconds to wait for another connection's lock. */
  readonly busyTimeout: number;
}

/**
 * The one function that gives SQLite a key (a lint rule forbids it elsewhere). The file is SQLCipher 4 with
 * that version's defaults: AES-256-CBC, HMAC-SHA512, PBKDF2-HMAC-SHA512 with 256,000 rounds, 4096-byte pages.
 */
export function openEncrypted(path: string, options: OpenOptions): Database.Database {
  const db = new Database(path, {
    readonly: options.readOnly,
    fileMustExist: options.create !== true,
    timeout: options.busyTimeout,
    ...(nativeBinding === undefined ? {} : { nativeBinding }),
  });
  try {
    db.pragma(`cipher='sqlcipher'`);
    db.pragma('legacy=4');
    // As bytes: a key never stands in SQL text, where an error message could repeat it.
    db.key(options.key instanceof Uint8Array ? Buffer.from(options.key) : rawKey(options.key));
    if (options.create === true) db.pragma('page_size=4096');
    db.pragma('foreign_keys=ON');
    // INSERT OR REPLACE deletes without firing DELETE triggers unless this is on.
    db.pragma('recursive_triggers=ON');
    db.pragma('secure_delete=ON');
    // Nothing of a case may reach a temporary file in plain text.
    db.pragma('temp_store=MEMORY');
    db.pragma('trusted_schema=OFF');
    db.pragma('cell_size_check=ON');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * A file of ours that can be made again at any time: nobody else has to open it, so speed decides. AEGIS-256 seals
 * each page with its own check value, three times as fast as SQLCipher's format.
 * @param key 32 random bytes: stretching adds nothing to them
 */
export function openEncryptedCache(path: string, key: Uint8Array, readOnly: boolean): Database.Database {
  const db = new Database(path, {
    readonly: readOnly,
    fileMustExist: readOnly,
    timeout: 5000,
    ...(nativeBinding === undefined ? {} : { nativeBinding }),
  });
  try {
    db.pragma(`cipher='aegis'`);
    // Argon2id at its least; by itself it takes 19 MiB and some 50 ms for each thread that opens the file.
    for (const least of ['tcost=1', 'mcost=8', 'pcost=1']) db.pragma(least);
    db.key(Buffer.from(key));
    if (!readOnly) db.pragma('page_size=16384');
    db.pragma('temp_store=MEMORY');
    db.pragma('trusted_schema=OFF');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** An empty file that is there to be locked; nothing is ever written into it, nor beside it. */
export function openLock(path: string): Database.Database {
  const db = new Database(path, { timeout: 0, ...(nativeBinding === undefined ? {} : { nativeBinding }) });
  db.pragma('journal_mode=MEMORY');
  return db;
}

/**
 * A database in memory, from its decrypted pages, which are copied, with an encrypted file attached to it as `copy`: rows
 * go from the one into the other. Nothing of the one in memory ever reaches a disk.
 * @param path an empty case file, which is thrown away where anything fails
 */
export function openPagesInMemory(pages: Buffer, path: string, key: CaseKey): Database.Database {
  const db = new Database(pages, nativeBinding === undefined ? {} : { nativeBinding });
  try {
    db.pragma('temp_store=MEMORY');
    db.pragma('trusted_schema=OFF');
    db.pragma('cell_size_check=ON');
    db.pragma(`cipher='sqlcipher'`);
    db.pragma('legacy=4');
    // As bytes: a key never stands in SQL text.
    db.prepare('ATTACH ? AS copy KEY ?').run(path, rawKey(key));
    for (const setting of ['journal_mode=OFF', 'synchronous=OFF', 'cache_size=-65536']) {
      db.pragma(`copy.${setting}`);
    }
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A database that lives in memory only: the schema that our migrations make, for comparison. */
export function openInMemory(): Database.Database {
  return new Database(':memory:', nativeBinding === undefined ? {} : { nativeBinding });
}
