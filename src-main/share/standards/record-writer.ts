import type { EntryView } from '../../casework/entry-view.ts';
import type { Entry } from '../../domain/entry.ts';
import type { CustodyEventView } from '../../evidence/custody-events.ts';
import type { exhibitView } from '../../evidence/exhibit-view.ts';

/** An object of the other format, ready to be written. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** An exhibit with all that the record says about it. */
export interface WholeExhibit {
  readonly entry: Entry;
  readonly view: ReturnType<typeof exhibitView>;
  readonly custody: readonly CustodyEventView[];
  /** When the newest entry was recorded that took something of its registration away; its own where none did. UTC. */
  readonly changed: string;
}

/** An entry of the timeline, and what other entries link to it. */
export interface LinkedEntry {
  readonly view: EntryView;
  /** Entries of the exhibits that are linked to it. */
  readonly exhibits: readonly string[];
  /** When the newest entry was recorded that changes how it reads; its own where none does. UTC. */
  readonly changed: string;
}

/** Who signed with a key, as its introductions say. */
export interface Signer {
  readonly key: string;
  /** Null where it is withheld. */
  readonly name: string | null;
  readonly role: string | null;
  /** When it introduced itself first, and when that changed last. UTC. */
  readonly first: string;
  readonly last: string;
}

/** What stands at the head of a record that is written for other tools, as it was at one moment. */
export interface RecordHead {
  readonly title: string;
  readonly caseId: string;
  /** Key of the author who opened the case. */
  readonly founder: string;
  /** UTC. */
  readonly created: string;
  /** When the newest entry was recorded, by the clocks of all devices. UTC. */
  readonly newest: string;
  /** IANA name. */
  readonly zone: string;
  readonly entries: number;
  /** FORMAT.md §7.4, hex. */
  readonly fingerprint: string;
  /** When the incident ended, UTC; null while nobody said so. */
  readonly ended: string | null;
  readonly sealed: boolean;
  /** What the record knows in few words, one sentence each. */
  readonly known: readonly string[];
  /** The organisation whose incident it is; null where the record does not name it. */
  readonly organisation: { readonly name: string; readonly since: string } | null;
  readonly signers: readonly Signer[];
}

/** A way of writing a whole record as one JSON document: what comes first, each object, and what comes last. */
export interface RecordWriter {
  /** Up to the bracket that opens the list of objects. */
  readonly begin: string;
  first(): readonly JsonObject[];
  /** Nothing where the format has no object for it. */
  exhibit(exhibit: WholeExhibit): readonly JsonObject[];
  /** Whether entries of a kind are in it, as objects of their own or in those of exhibits and signers. */
  holds(kind: string): boolean;
  /** Nothing where the entry is in another object. */
  entry(entry: LinkedEntry): readonly JsonObject[];
  last(): readonly JsonObject[];
  /** From the bracket that closes the list on. */
  readonly end: string;
}
