import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../src-main/casework/node-crypto.ts';
import { fromHex, hex, utf8 } from '../../src-main/domain/bytes.ts';
import { TAG, bracket, writeDer } from '../../src-main/domain/timestamp/der.ts';
import { imprintOf } from '../../src-main/domain/timestamp/request.ts';

const sequence = (...parts: Uint8Array[]): Uint8Array => writeDer(TAG.sequence, ...parts);
const oid = (digits: string): Uint8Array => writeDer(TAG.oid, fromHex(digits));
const number = (value: number): Uint8Array => writeDer(TAG.integer, Uint8Array.of(value));
const SHA_256 = oid('608648016503040201');
const TST_INFO = oid('2a864886f70d0109100104');

/** A token that nobody signed: what `verify` reads of one. @param at whole seconds, ISO 8601 UTC */
export function unsignedToken(head: string, at: string): string {
  const time = `${at.slice(0, 19).replaceAll(/\D/g, '')}Z`;
  const content = sequence(
    number(1),
    oid('2a0304'),
    sequence(sequence(SHA_256), writeDer(TAG.octets, imprintOf(sha256, head))),
    number(1),
    writeDer(TAG.generalizedTime, utf8(time)),
  );
  const attribute = sequence(oid('2a864886f70d010903'), writeDer(TAG.set, TST_INFO));
  const signer = sequence(
    number(1),
    sequence(sequence(), number(1)),
    sequence(SHA_256),
    writeDer(bracket(0), attribute),
    sequence(oid('2a864886f70d010101')),
    writeDer(TAG.octets, new Uint8Array(8)),
  );
  const signed = sequence(
    number(3),
    writeDer(TAG.set),
    sequence(TST_INFO, writeDer(bracket(0), writeDer(TAG.octets, content))),
    writeDer(TAG.set, signer),
  );
  return hex(sequence(oid('2a864886f70d010702'), writeDer(bracket(0), signed)));
}

export const hasOpenssl = spawnSync('openssl', ['ts', '-help']).status === 0;

function openssl(folder: string, ...args: readonly string[]): void {
  const done = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`openssl ${args.join(' ')}: ${done.stderr}`);
}

export interface AuthorityOptions {
  readonly key?: 'rsa' | 'ec';
  /** How the token names its certificate. */
  readonly ess?: 'sha1' | 'sha256';
  /** Validity of the certificate that signs, `YYYYMMDDHHMMSSZ`. */
  readonly from?: string;
  readonly to?: string;
  /** Digests that it accepts. */
  readonly digests?: string;
}

/** A time-stamping authority of one's own, made with the openssl of this machine: `ca.pem` stands behind it. */
export class Authority {
  readonly folder: string;

  constructor(folder: string, options: AuthorityOptions = {}) {
    this.folder = folder;
    const { key = 'rsa', ess = 'sha256', digests = 'sha256, sha384' } = options;
    const { from = '20200101000000Z', to = '20400101000000Z' } = options;
    writeFileSync(join(folder, 'serial'), '01\n');
    writeFileSync(join(folder, 'index.txt'), '');
    writeFileSync(join(folder, 'ts-serial'), '01\n');
    writeFileSync(
      join(folder, 'tsa.cnf'),
      `[req]\ndistinguished_name = dn\n[dn]\n[root]\nbasicConstraints = critical, CA:TRUE\nkeyUsage = critical, keyCertSign
subjectKeyIdentifier = hash\n[signer]\nextendedKeyUsage = critical, timeStamping\nkeyUsage = critical, digitalSignature
[ca]\ndefault_ca = own\n[own]\ndatabase = index.txt\nserial = serial\nnew_certs_dir = .\ndefault_md = sha256\npolicy = any
[any]\ncommonName = supplied\norganizationName = optional\n[tsa]\ndefault_tsa = stamp\n[stamp]\ndir = .\nserial = ts-serial
crypto_device = builtin\nsigner_digest = sha256\ndefault_policy = 1.2.3.4\ndigests = ${digests}\naccuracy = secs:1
ordering = yes\ntsa_name = yes\ness_cert_id_chain = no\ness_cert_id_alg = ${ess}\n`,
    );
    const algorithm = key === 'rsa' ? ['rsa:2048'] : ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];
    const fresh = ['req', '-config', 'tsa.cnf', '-nodes', '-newkey', ...algorithm];
    const root = ['-x509', '-days', '7300', '-extensions', 'root', '-subj', '/CN=Test root'];
    openssl(folder, ...fresh, ...root, '-keyout', 'ca.key', '-out', 'ca.pem');
    openssl(folder, ...fresh, '-subj', '/CN=Test stamps/O=Example', '-keyout', 'tsa.key', '-out', 'tsa.csr');
    const signing = [
      'ca',
      '-batch',
      '-notext',
      '-config',
      'tsa.cnf',
      '-extensions',
      'signer',
      '-cert',
      'ca.pem',
    ];
    const valid = ['-startdate', from, '-enddate', to];
    openssl(folder, ...signing, '-keyfile', 'ca.key', ...valid, '-in', 'tsa.csr', '-out', 'tsa.pem');
  }

  get ca(): string {
    return join(this.folder, 'ca.pem');
  }

  /** Answers a request. */
  answer(request: string, out: string): void {
    const signer = ['-signer', 'tsa.pem', '-inkey', 'tsa.key', '-config', 'tsa.cnf'];
    openssl(this.folder, 'ts', '-reply', '-queryfile', request, ...signer, '-out', out);
  }

  /** A request that was made by somebody else. */
  ask(digest: string, out: string): void {
    openssl(this.folder, 'ts', '-query', '-digest', digest, '-sha256', '-cert', '-out', out);
  }

  /** Whether the other program finds the answer good. */
  verifies(request: string, answer: string): boolean {
    const args = ['ts', '-verify', '-queryfile', request, '-in', answer, '-CAfile', 'ca.pem'];
    return spawnSync('openssl', args, { cwd: this.folder }).status === 0;
  }
}
