import type { EntryView } from '../../casework/entry-view.ts';
import { evidenceOf } from '../standards/evidence-of.ts';
import type { JsonObject, RecordHead, RecordWriter } from '../standards/record-writer.ts';
import { attackPattern } from './attack-pattern.ts';
import { organisationIdentity, signerIdentity } from './identity.ts';
import { incident, incidentId, report } from './incident.ts';
import { type Tlp, marking } from './marking.ts';
import { NOTE_KINDS, note, noteId } from './note.ts';
import { account, address, observedExhibit } from './observed.ts';
import { stixMaker } from './stix-object.ts';

/** What a rule for logs says about its findings. */
export interface RuleFacts {
  /** Ids of MITRE ATT&CK techniques. */
  readonly attack: readonly string[];
  /** Whether a finding is about an address or an account; null for anything else. */
  readonly about: 'address' | 'account' | null;
}

/** Entries that are in other objects: the incident, identities, observed data where there is something to observe. */
const ELSEWHERE: ReadonlySet<string> = new Set(['case', 'author', 'evidence']);

/**
 * The record as a bundle of STIX 2.1 (errata 01). Addresses and accounts are taken from fields that hold one and nothing
 * else, never from text.
 * @param ruleOf nothing for a rule that is not known any more
 */
export function stixWriter(
  head: RecordHead,
  tlp: Tlp,
  ruleOf: (rule: string) => RuleFacts | undefined,
): RecordWriter {
  const make = stixMaker(tlp);
  const about = incidentId(make, head.caseId);
  const refs = new Set<string>();
  /** By the entry of the exhibit: what was observed. */
  const observed = new Map<string, string>();
  const fresh = (objects: readonly JsonObject[]): readonly JsonObject[] =>
    objects.filter(({ id }) => {
      const isNew = !refs.has(String(id));
      refs.add(String(id));
      return isNew;
    });
  const named = (view: EntryView): readonly JsonObject[] => {
    const rule = ruleOf(ruleIn(view));
    const value = textOf(view['about']);
    return [
      ...(view.kind === 'extent' && view['of'] === 'accounts' && view['state'] !== 'not-affected'
        ? [textOf(view['item'])].flatMap((login) => (login === undefined ? [] : [account(make, login)]))
        : []),
      ...(rule?.attack ?? []).map((technique) => attackPattern(make, technique, head)),
      ...(rule === undefined || value === undefined ? [] : aboutOf(rule, value)),
    ];
  };
  const aboutOf = (rule: RuleFacts, value: string): readonly JsonObject[] => {
    if (rule.about === 'account') return [account(make, value)];
    const found = rule.about === 'address' ? address(make, value) : null;
    return found === null ? [] : [found];
  };
  return {
    begin: `{"type":"bundle","id":"${make.id('bundle', `${head.caseId}/${head.fingerprint}`)}","objects":[`,
    first: () => [
      marking(tlp),
      ...fresh([
        ...head.signers.map((signer) => signerIdentity(make, signer)),
        ...organisationIdentity(make, head),
        incident(make, head),
      ]),
    ],
    exhibit(exhibit) {
      const objects = observedExhibit(make, exhibit);
      const data = objects.at(-1);
      if (data !== undefined) observed.set(exhibit.entry.id, String(data['id']));
      return fresh(objects);
    },
    holds: (kind) => NOTE_KINDS.has(kind) || ELSEWHERE.has(kind),
    entry(entry) {
      const { view, exhibits } = entry;
      if (ELSEWHERE.has(view.kind)) return [];
      const others = named(view);
      const linked = [...evidenceOf(view), ...exhibits].flatMap((id) => observed.get(id) ?? []);
      const corrected = view.corrects === undefined ? [] : [noteId(make, view.corrects)];
      const refsOf = [about, ...corrected, ...linked, ...others.map(({ id }) => String(id))];
      return fresh([...others, note(make, entry, refsOf)]);
    },
    last: () => [report(make, head, [...refs])],
    end: ']}',
  };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** A finding that was set aside names nothing any more. */
function ruleIn(view: EntryView): string {
  if (view.kind === 'log-finding') return view['state'] === 'reopened' ? (textOf(view['rule']) ?? '') : '';
  // The id of a finding is that of its rule with twelve digits behind it.
  return view.kind === 'citation' ? (textOf(view['finding']) ?? '').replace(/-[0-9a-f]{12}$/u, '') : '';
}
