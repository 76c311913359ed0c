import type { JsonObject, Signer } from '../standards/record-writer.ts';
import { withoutNothing } from '../standards/without-nothing.ts';
import { dateTime, personId } from './terms.ts';

/** An author: the holder of a key (UCO 1.4.0 identity). */
export const person = ({ key, name, role, first }: Signer): JsonObject => ({
  '@id': personId(key),
  '@type': 'uco-identity:Person',
  ...withoutNothing({
    'uco-core:name': name,
    'uco-core:objectCreatedTime': dateTime(first),
    'holdfast:role': role === '' ? null : role,
    'holdfast:publicKey': key,
  }),
});
