import { spawnSync } from 'node:child_process';

export type StixObject = Readonly<Record<string, unknown>> & { readonly id: string; readonly type: string };

/** Properties of STIX 2.1 (errata 01), from the tables of its chapters: what each type needs, and what it may have. */
const COMMON = 'type spec_version id created modified';
const MAY = 'created_by_ref labels external_references object_marking_refs';
const DOMAIN: Readonly<Record<string, readonly [needs: string, may: string]>> = {
  identity: ['name', 'description roles identity_class sectors contact_information'],
  incident: ['name', 'description'],
  'observed-data': ['first_observed last_observed number_observed object_refs', ''],
  note: ['content object_refs', 'abstract authors'],
  report: ['name published object_refs', 'description report_types'],
  'attack-pattern': ['name', 'description aliases kill_chain_phases'],
};
const OBSERVABLE: Readonly<Record<string, readonly [needs: string, may: string, contributing: string]>> = {
  file: ['', 'hashes size name', 'hashes name'],
  directory: ['path', '', 'path'],
  'ipv4-addr': ['value', '', 'value'],
  'ipv6-addr': ['value', '', 'value'],
  'user-account': ['', 'user_id account_login account_type', 'account_login'],
};
const MARKINGS: Readonly<Record<string, string>> = {
  white: 'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9',
  green: 'marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da',
  amber: 'marking-definition--f88d31f6-486f-44da-b317-01333bde0b82',
  red: 'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed',
};
const ID = /^[a-z][a-z0-9-]*--[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u;
const HASH: Readonly<Record<string, RegExp>> = {
  MD5: /^[0-9a-f]{32}$/u,
  'SHA-1': /^[0-9a-f]{40}$/u,
  'SHA-256': /^[0-9a-f]{64}$/u,
};

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');

/** What is wrong in a bundle, one sentence each; empty where nothing was found. */
export function stixProblems(text: string): string[] {
  const bundle = JSON.parse(text) as { type: string; id: string; objects: StixObject[] };
  const problems: string[] = [];
  const say = (object: StixObject, what: string): void => void problems.push(`${object.id}: ${what}`);
  if (Object.keys(bundle).join(' ') !== 'type id objects') problems.push('a bundle has type, id and objects');
  if (bundle.type !== 'bundle' || !bundle.id.startsWith('bundle--') || !ID.test(bundle.id)) {
    problems.push(`${bundle.id} is no bundle`);
  }
  const ids = new Map(bundle.objects.map((object) => [object.id, object]));
  if (ids.size !== bundle.objects.length) problems.push('an object is there twice');
  const uuids = new Set([...ids.keys()].map((id) => id.split('--')[1]));
  if (uuids.size !== ids.size) problems.push('two types share a UUID');
  for (const object of bundle.objects) {
    if (!ID.test(object.id) || !object.id.startsWith(`${object.type}--`)) say(object, 'its id');
    properties(object);
    for (const [name, value] of Object.entries(object)) {
      if (value === null || (Array.isArray(value) && value.length === 0)) say(object, `${name} is empty`);
      if (
        /^(?:created|modified|published|first_observed|last_observed)$/u.test(name) &&
        !TIME.test(String(value))
      ) {
        say(object, `${name} is “${String(value)}”`);
      }
      if (/_refs?$/u.test(name)) {
        for (const id of [value].flat()) if (!ids.has(String(id))) say(object, `${String(id)} is not there`);
      }
    }
    if (String(object['modified']) < String(object['created'])) say(object, 'modified before it was created');
    if (object.type === 'observed-data') observation(object);
  }
  return problems;

  function properties(object: StixObject): void {
    const domain = DOMAIN[object.type];
    const observable = OBSERVABLE[object.type];
    if (object.type === 'marking-definition') {
      const { tlp } = object['definition'] as { tlp: string };
      const isIt = MARKINGS[tlp] === object.id && object['created'] === '2017-01-20T00:00:00.000Z';
      if (!isIt) say(object, 'its TLP');
      return;
    }
    if (domain === undefined && observable === undefined) {
      say(object, 'a type that these rules do not know');
      return;
    }
    const needs = words(domain === undefined ? `type id ${observable?.[0] ?? ''}` : `${COMMON} ${domain[0]}`);
    const may = words(
      domain === undefined
        ? `spec_version object_marking_refs ${observable?.[1] ?? ''}`
        : `${MAY} ${domain[1]}`,
    );
    for (const name of needs) if (!(name in object)) say(object, `${name} is missing`);
    for (const name of Object.keys(object)) {
      if (!needs.includes(name) && !may.includes(name)) say(object, `there is no ${name}`);
    }
    if (object['spec_version'] !== '2.1') say(object, 'its version');
    if (observable !== undefined && !words(observable[2]).some((name) => name in object)) {
      say(object, 'nothing makes its id');
    }
    for (const [name, hex] of Object.entries((object['hashes'] ?? {}) as Record<string, string>)) {
      if (HASH[name]?.test(hex) !== true) say(object, `the hash ${name}`);
    }
  }

  function observation(object: StixObject): void {
    if (String(object['last_observed']) < String(object['first_observed'])) say(object, 'last before first');
    for (const id of object['object_refs'] as string[]) {
      if (OBSERVABLE[ids.get(id)?.type ?? ''] === undefined) say(object, `${id} cannot be observed`);
    }
  }
}

const PYTHON = `
import json, sys, uuid
space = uuid.UUID('00abedb4-aa42-466c-9c01-fed23315a9b7')
for made in json.load(sys.stdin):
    name = json.dumps(made['of'], sort_keys=True, separators=(',', ':'), ensure_ascii=False)
    print(made['type'] + '--' + str(uuid.uuid5(space, name)))
`;

/** The ids that the observable objects of a bundle must have, computed by Python's own UUIDs and JSON. */
export function observableIds(objects: readonly StixObject[]): { expected: string[]; found: string[] } {
  const observed = objects.filter(({ type }) => OBSERVABLE[type] !== undefined);
  const asked = observed.map((object) => ({
    type: object.type,
    of: Object.fromEntries(
      words(OBSERVABLE[object.type]?.[2] ?? '').flatMap((name) => {
        const value = object[name];
        if (value === undefined) return [];
        if (name !== 'hashes') return [[name, value]];
        const hashes = value as Record<string, string>;
        const first = ['MD5', 'SHA-1', 'SHA-256'].find((one) => one in hashes) ?? '';
        return [[name, { [first]: hashes[first] }]];
      }),
    ),
  }));
  const { stdout, stderr } = spawnSync('python3', ['-c', PYTHON], {
    input: JSON.stringify(asked),
    encoding: 'utf8',
    env: { PATH: process.env.PATH, PYTHONIOENCODING: 'utf-8' },
  });
  if (stderr !== '') throw new Error(stderr);
  return { expected: stdout.trim().split('\n'), found: observed.map(({ id }) => id) };
}
