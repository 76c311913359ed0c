import type { Changes } from '../scene.ts';
import { fields } from './fields.ts';
import { forks } from './forks.ts';
import { headers } from './headers.ts';
import { order } from './order.ts';
import { signatures } from './signatures.ts';
import { values } from './values.ts';
import { withheld } from './withheld.ts';

/** What FORMAT.md forbids: done to what is there, or signed by a stranger's own key. */
export const tamperings: Changes = {
  ...headers,
  ...fields,
  ...values,
  ...signatures,
  ...order,
  ...withheld,
  ...forks,
};
