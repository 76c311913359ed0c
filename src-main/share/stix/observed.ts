import { isIPv4, isIPv6 } from '../standards/ip-address.ts';
import { numberField, objectField, textField, textIn } from '../../domain/entry.ts';
import { exhibitLabel } from '../../domain/exhibit-number.ts';
import type { JsonObject, WholeExhibit } from '../standards/record-writer.ts';
import { withoutNothing } from '../standards/without-nothing.ts';
import { signerId } from './identity.ts';
import { type Hashes, oneHash, scoId } from './sco-id.ts';
import { type StixMaker, inRecord } from './stix-object.ts';

/**
 * An exhibit as a file with its hashes, or a folder with its path, and that it was collected (STIX 2.1 errata 01 §6.7, §6.3
 * and §4.14). All of it is as it was registered: only what is withheld of that makes another version. Things without bytes have none.
 * @returns what was observed first
 */
export function observedExhibit(
  make: StixMaker,
  { entry, view, changed }: WholeExhibit,
): readonly JsonObject[] {
  const observed = 'files' in entry.fields ? folder(make, entry) : file(make, entry);
  if (observed === null) return [];
  const { recorded, author } = entry.header;
  const at = inRange(view.collected) ?? recorded;
  const isFolder = observed['type'] === 'directory';
  const label = exhibitLabel({
    series: textField(entry, 'series') ?? '',
    number: numberField(entry, 'number') ?? 0,
  });
  return [
    observed,
    make.domain(
      'observed-data',
      { seed: entry.id, created: recorded, modified: changed, by: signerId(make, author) },
      {
        first_observed: at,
        last_observed: at,
        number_observed: 1,
        object_refs: [observed['id']],
        external_references: [
          inRecord(
            entry.id,
            isFolder
              ? `Exhibit ${label}: a folder. SHA-256 of the sorted list of its files with their hashes: ${textField(entry, 'sha256') ?? 'withheld'}`
              : `Exhibit ${label}`,
          ),
        ],
      },
    ),
  ];
}

type Registered = WholeExhibit['entry'];

function file(make: StixMaker, entry: Registered): JsonObject | null {
  const sha256 = textField(entry, 'sha256');
  if (sha256 === undefined) return null;
  const hashes: Hashes = withoutNothing({
    MD5: textField(entry, 'md5'),
    'SHA-1': textField(entry, 'sha1'),
    'SHA-256': sha256,
  });
  const name = textIn(objectField(entry, 'name'), 'text');
  const named = withoutNothing({ name: name === '' ? undefined : name });
  const id = scoId('file', { hashes: oneHash(hashes), ...named });
  return make.observable('file', id, { hashes, size: numberField(entry, 'size'), ...named });
}

function folder(make: StixMaker, entry: Registered): JsonObject | null {
  const path = textIn(objectField(entry, 'path'), 'text');
  return path === '' ? null : make.observable('directory', scoId('directory', { path }), { path });
}

/** STIX times are of RFC 3339: years of four digits. */
const inRange = (utc: string): string | undefined => (/^\d{4}-/u.test(utc) ? utc : undefined);

/** An account that is named as reached (§6.16), or an address that lines of logs are about (§6.8, §6.9). */
export const account = (make: StixMaker, login: string): JsonObject =>
  make.observable('user-account', scoId('user-account', { account_login: login }), { account_login: login });

export function address(make: StixMaker, value: string): JsonObject | null {
  if (isIPv4(value)) return make.observable('ipv4-addr', scoId('ipv4-addr', { value }), { value });
  if (isIPv6(value)) return make.observable('ipv6-addr', scoId('ipv6-addr', { value }), { value });
  return null;
}
