import { type Entry, listField, textField, textIn } from '../../domain/entry.ts';
import type { Json } from '../../domain/canonical.ts';
import type { ReadableDb } from '../../store/db.ts';
import { append, step } from '../append.ts';
import type { WritingSession } from '../session.ts';
import { standingIn } from '../standing-in.ts';
import { type Given, saidAnew } from './said-anew.ts';

export interface Server {
  readonly name: string;
  readonly role: string;
  /** What the hosting company calls it. */
  readonly reference: string;
}

/** Who the organisation is; a text that was not said is empty. */
export interface Organisation {
  readonly legalName: string;
  readonly tradingName: string;
  readonly sellerId: string;
  readonly sites: string[];
  readonly servers: Server[];
}

export interface NewOrganisation {
  readonly legalName: Given;
  readonly tradingName: Given;
  readonly sellerId: Given;
  readonly sites: readonly string[] | undefined;
  readonly servers: readonly Server[] | undefined;
}

export function organisationOf(db: ReadableDb): Organisation {
  const entry: Pick<Entry, 'fields'> = standingIn(db, 'organisation').at(-1) ?? { fields: {} };
  return {
    legalName: textField(entry, 'legal_name') ?? '',
    tradingName: textField(entry, 'trading_name') ?? '',
    sellerId: textField(entry, 'seller_id') ?? '',
    sites: [...listField(entry, 'sites')],
    servers: serversIn(entry.fields['servers']),
  };
}

function serversIn(value: Json | undefined): Server[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item) => {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return [];
    const server = item as Readonly<Record<string, Json>>;
    return [
      { name: textIn(server, 'name'), role: textIn(server, 'role'), reference: textIn(server, 'reference') },
    ];
  });
}

/** Says who the organisation is; what is not given stays as it stood, an empty text or list is taken away. */
export function setOrganisation(session: WritingSession, given: NewOrganisation): Entry {
  const stood = organisationOf(session.db);
  const sites = (given.sites ?? stood.sites).map((site) => site.trim()).filter((site) => site !== '');
  const servers = (given.servers ?? stood.servers)
    .map(({ name, role, reference }) => ({
      name: name.trim(),
      role: saidAnew(role, undefined),
      reference: saidAnew(reference, undefined),
    }))
    .filter(({ name }) => name !== '');
  return step(session, () =>
    append(session, 'organisation', {
      legal_name: saidAnew(given.legalName, stood.legalName),
      trading_name: saidAnew(given.tradingName, stood.tradingName),
      seller_id: saidAnew(given.sellerId, stood.sellerId),
      sites: sites.length === 0 ? undefined : sites,
      servers: servers.length === 0 ? undefined : servers.map((server) => withoutGaps(server)),
    }),
  );
}

const withoutGaps = ({
  name,
  role,
  reference,
}: {
  name: string;
  role: string | undefined;
  reference: string | undefined;
}): { name: string; role?: string; reference?: string } => ({
  name,
  ...(role === undefined ? {} : { role }),
  ...(reference === undefined ? {} : { reference }),
});
