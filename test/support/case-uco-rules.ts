import jsonld from 'jsonld';
import { caseUcoClasses, caseUcoLinks, caseUcoSingle, caseUcoValues } from './case-uco-terms.ts';

const OURS = 'urn:holdfast:terms:';
const XSD = 'http://www.w3.org/2001/XMLSchema#';
const UUID_AT_END = /[0-9a-f]{8}-[0-9a-f]{4}-[0-5][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/u;
const SHAPES: Readonly<Record<string, RegExp>> = {
  dateTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/u,
  hexBinary: /^(?:[0-9a-f]{2})+$/u,
};

type Expanded = Readonly<Record<string, unknown>>;

export interface Graph {
  /** Everything that has types, by its IRI. */
  readonly nodes: ReadonlyMap<string, Expanded>;
  /** What is wrong, one sentence each; empty where nothing was found. */
  readonly problems: readonly string[];
}

/**
 * Reads a document as JSON-LD by a library that is not ours, without any network, and holds it against the table of terms:
 * types and properties that are there, values of the right kind, no thing without an IRI, and no reference into nothing.
 */
export async function readCaseUco(text: string): Promise<Graph> {
  const nodes = new Map<string, Expanded>();
  const problems: string[] = [];
  const referred = new Set<string>();
  const expanded = await jsonld.expand(JSON.parse(text) as object, {
    documentLoader: (url) => {
      throw new Error(`the network was asked for ${url}`);
    },
    // A key that means nothing would be dropped in silence.
    safe: true,
  });
  for (const node of expanded) look(node);
  for (const id of referred) if (!nodes.has(id)) problems.push(`${id} is referred to and not there`);
  return { nodes, problems };

  function look(node: Expanded): void {
    const id = typeof node['@id'] === 'string' ? node['@id'] : '';
    if (!UUID_AT_END.test(id)) problems.push(`the id “${id}” does not end in a UUID`);
    if (nodes.has(id)) problems.push(`${id} is there twice`);
    nodes.set(id, node);
    for (const type of node['@type'] as readonly string[]) {
      if (!caseUcoClasses.has(type)) problems.push(`no class ${type}`);
    }
    for (const [property, values] of Object.entries(node)) {
      if (property.startsWith('@')) continue;
      const all = values as readonly Expanded[];
      if (caseUcoSingle.has(property) && all.length > 1) problems.push(`${id} has several ${property}`);
      for (const value of all) lookAtValue(property, value);
    }
  }

  function lookAtValue(property: string, value: Expanded): void {
    const isThing = '@id' in value;
    if (isThing) {
      referred.add(String(value['@id']));
      if (Object.keys(value).length > 1) look(value);
    }
    if (property.startsWith(OURS)) return;
    if (isThing ? !caseUcoLinks.has(property) : !caseUcoValues.has(property)) {
      problems.push(`no property ${property} of ${isThing ? 'things' : 'values'}`);
      return;
    }
    if (!isThing) checkValue(property, value);
  }

  function checkValue(property: string, value: Expanded): void {
    const wanted = caseUcoValues.get(property) ?? '';
    const given = value['@value'];
    const natural = typeof given === 'boolean' ? 'boolean' : Number.isInteger(given) ? 'integer' : 'string';
    const type = typeof value['@type'] === 'string' ? value['@type'].replace(XSD, '') : natural;
    if (type !== wanted) problems.push(`${property} is a ${type} and not a ${wanted}`);
    if (SHAPES[wanted]?.test(String(given)) === false) problems.push(`“${String(given)}” is no ${wanted}`);
  }
}
