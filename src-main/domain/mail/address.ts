import { CaseError } from '../errors.ts';

/** An address as people use it: a part of RFC 5322's addr-spec, without quotes, comments and routes. */
const ADDRESS = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?$/;

/**
 * Addresses of a message, without what stands around them.
 * @throws CaseError `wrong-use` for one that is none
 */
export function addresses(given: readonly string[]): string[] {
  return given.map((one) => {
    const address = one.trim();
    if (ADDRESS.test(address) && !address.includes('..')) return address;
    throw new CaseError('wrong-use', { reason: `“${address}” is no e-mail address.` });
  });
}
