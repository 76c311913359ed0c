import type { ColumnUse } from './column-uses.ts';

/** Names of Cloudflare's fields in lower case: those of Logpush, and those of the dashboard and its GraphQL API. */
const uses: Readonly<Record<string, ColumnUse>> = {
  datetime: 'time',
  edgestarttimestamp: 'time',
  when: 'time',
  timestamp: 'time',
  occurredat: 'time',
  edgeendtimestamp: 'time-else',
  clientip: 'address',
  actorip: 'address',
  originip: 'destination',
  actoremail: 'user',
  clientrequestmethod: 'method',
  clientrequesthttpmethodname: 'method',
  clientrequestpath: 'path',
  clientrequesturi: 'url',
  clientrequestuseragent: 'agent',
  useragent: 'agent',
  clientrequestreferer: 'referer',
  clientrequesthost: 'host',
  clientrequesthttphost: 'host',
  action: 'action',
  securityaction: 'action',
  actiontype: 'action',
  source: 'channel',
  securitysource: 'channel',
  ruleid: 'rule',
  securityruleid: 'rule',
  wafruleid: 'rule',
  clientrequestprotocol: 'protocol',
  clientrequesthttpprotocol: 'protocol',
  edgeresponsestatus: 'status',
  edgeresponsebytes: 'bytes',
  clientrequestbytes: 'received',
  edgetimetofirstbytems: 'duration',
};

/** Fields that nobody else's logs have. Two of them are Cloudflare's. */
const SIGNS = new Set(
  (
    'rayid rayname parentrayid clientrequesthost clientrequestpath clientrequesturi clientrequesthttphost ' +
    'clientrequestmethod clientrequesthttpmethodname edgestarttimestamp edgeendtimestamp edgeresponsestatus ' +
    'originresponsestatus edgecolocode zonename zoneid wafruleid wafrulemessage clientasn clientip ' +
    'actionresult actoremail actorip resourcetype workerstatus'
  ).split(' '),
);

export const cloudflareUse = (name: string): ColumnUse | undefined => {
  const plain = name.toLowerCase();
  return Object.hasOwn(uses, plain) ? uses[plain] : undefined;
};

export const isCloudflare = (names: readonly string[]): boolean =>
  new Set(names.map((name) => name.toLowerCase()).filter((name) => SIGNS.has(name))).size >= 2;
