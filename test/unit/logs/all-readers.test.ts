import { describe, expect, it } from 'vitest';
import { logReaders } from '../../../src-main/logs/readers/index.ts';
import { answers, logFixtures } from './fixtures.ts';
import { readCut, sampleOf } from './read.ts';
import { hasSamples, sampleBytes } from './samples.ts';

/** How sure each reader is of a file, the surest first. */
function ranked(name: string, bytes: Uint8Array): { id: string; certainty: number }[] {
  const sample = sampleOf(name, bytes);
  return logReaders
    .map(({ detect, id }) => ({ id, certainty: detect(sample)?.certainty ?? 0 }))
    .toSorted((a, b) => b.certainty - a.certainty);
}

describe('all readers', () => {
  // An event log is no text; its reader has its own fixtures.
  const textReaders = logReaders.filter(({ id }) => !id.startsWith('evtx'));

  it('have a fixture each', () => {
    expect(logFixtures.map(({ id }) => id).toSorted()).toEqual(textReaders.map(({ id }) => id).toSorted());
  });

  it.each(logFixtures)('$id is the surest of its own file, by far', ({ bytes, id, name }) => {
    const [first, second] = ranked(name, bytes);
    expect(first?.id).toBe(id);
    // A table is what is left when nothing says more.
    expect(first?.certainty).toBeGreaterThanOrEqual(id === 'csv' ? 0.6 : 0.7);
    expect(second?.certainty).toBeLessThan(Math.min(0.9, (first?.certainty ?? 0) - 0.05));
  });

  it.each(logFixtures)('$id reads its own file with a time for every row', ({ bytes, id, name }) => {
    const reader = logReaders.find((one) => one.id === id);
    if (reader === undefined) throw new Error(id);
    const { rows, problems } = readCut(reader, bytes, { ...answers, name });
    expect(problems).toEqual([]);
    expect(rows.length).toBeGreaterThanOrEqual(10);
    expect(rows.filter(({ time }) => time === null)).toEqual([]);
    expect(rows.filter(({ fields }) => fields.length === 0)).toEqual([]);
  });

  it.each([
    ['prose', 'Dear all,\n\nthe site is down again.\nRegards, Ben\n'],
    ['a program', 'const a = 1;\nexport function b() {\n  return a;\n}\n'],
    ['nothing', ''],
    ['bytes', `\u0000\u0001\u0002ElfFile${'\u0000'.repeat(4000)}`],
    ['a web page', '<!doctype html>\n<html><body>[17/Nov/2026]</body></html>\n'],
  ])('none is sure of %s', (_, content) => {
    expect(ranked('x.log', Buffer.from(content))[0]?.certainty).toBeLessThan(0.3);
  });
});

describe.skipIf(!hasSamples)('kinds of the samples (skipped: no samples, where they are not there)', () => {
  it.each([
    ['iis-w3c', 'iis/Tunna_rdp_tunnel_IIS.log'],
    ['iis-w3c', 'iis/iis10_edge_cases.log'],
    ['iis-w3c', 'iis/iis6.log'],
    ['iis-w3c', 'iis/lnav_w3c.3.log'],
    ['iis-w3c', 'iis/lnav_w3c.6.log'],
    ['iis-native', 'iis/sekoia_iis_native_format.log'],
    ['fusionreactor', 'fusionreactor/notification-doc-example.log'],
    ['cloudflare', 'cloudflare/elastic_firewall_datetime_variants.ndjson'],
    ['cloudflare', 'cloudflare/panther_firewall_events.ndjson'],
    ['cloudflare', 'cloudflare/panther_http_requests.ndjson'],
    ['cloudflare', 'cloudflare/sekoia_audit_logs.ndjson'],
    ['cloudflare', 'cloudflare/sekoia_firewall_events.ndjson'],
    ['cloudflare', 'cloudflare/sekoia_http_requests.ndjson'],
    ['clamav', 'clamav/clamd.log'],
    ['clamav', 'clamav/clamscan.log'],
    ['mplog', 'defender/MPLog-excerpt-utf16le.log'],
    ['pfirewall', 'pfirewall/pfirewall-xp-v1.5.log'],
    ['netfilter', 'iptables/elastic_iptables_excerpt.log'],
    ['syslog', 'syslog/loghub_Linux_2k.log'],
    ['syslog', 'syslog/loghub_OpenSSH_2k.log'],
    ['syslog', 'syslog/syslog'],
    ['syslog', 'syslog/syslog_chromeos'],
    ['syslog', 'syslog/syslog_osx'],
    ['syslog', 'syslog/syslog_rsyslog'],
    ['syslog', 'syslog/syslog_rsyslog_ForwardFormat'],
    ['syslog', 'syslog/syslog_rsyslog_SysklogdFileFormat'],
    ['syslog', 'syslog/syslog_rsyslog_SyslogProtocol23Format'],
    ['syslog', 'syslog/syslog_rsyslog_TraditionalForwardFormat'],
    ['syslog', 'syslog/syslog_rsyslog_traditional'],
    ['syslog', 'syslog/lnav_mixed_times.log'],
    ['clf', 'apache/shop_access_combined.log'],
    ['clf', 'apache/tomcat_webshell_common.log'],
    ['clf', 'apache/plaso_apache_access.log'],
    ['clf', 'apache/sekoia_apache_mixed.log'],
    ['clf', 'apache/sekoia_nginx_mixed.log'],
  ])('%s: %s', (id, path) => {
    const [first, second] = ranked(path.replace(/^.*\//, ''), sampleBytes(path));
    expect(first?.id).toBe(id);
    expect(second?.certainty).toBeLessThan(first?.certainty ?? 0);
  });

  it('none is sure of a binary file that is named like a log', () => {
    const bytes = sampleBytes('defender/6AFE33A0-19BA-4FFF-892F-B700539D7D63');
    expect(ranked('detections.log', bytes)[0]?.certainty).toBeLessThan(0.3);
  });
});
