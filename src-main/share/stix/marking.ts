import type { JsonObject } from '../standards/record-writer.ts';

/** To whom it may be passed on, in the words of the Traffic Light Protocol. */
export type Tlp = 'white' | 'green' | 'amber' | 'red';

/** STIX 2.1 errata 01 §7.2.1.4: these objects have these ids, and no others may be made for TLP. */
const IDS: Readonly<Record<Tlp, string>> = {
  white: 'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9',
  green: 'marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da',
  amber: 'marking-definition--f88d31f6-486f-44da-b317-01333bde0b82',
  red: 'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed',
};

export const markingId = (tlp: Tlp): string => IDS[tlp];

export const marking = (tlp: Tlp): JsonObject => ({
  type: 'marking-definition',
  spec_version: '2.1',
  id: IDS[tlp],
  created: '2017-01-20T00:00:00.000Z',
  definition_type: 'tlp',
  name: `TLP:${tlp.toUpperCase()}`,
  definition: { tlp },
});
