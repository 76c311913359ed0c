import type { CommandLine } from 'electron';

/**
 * Threat: a web engine talks to the network in many ways that no page asks for (proxy discovery, name look-ups,
 * component updates, time queries, probes of routes). Holdfast is used while an intruder may be listening, and a
 * single packet says "somebody here works on an incident". So the first layer is the command line, which also reaches
 * Chromium's own processes; the session adds its own (no-network-session.ts).
 * Electron security checklist, item 1: only load secure content (here: none from outside at all).
 */
const switches: readonly (readonly [name: string, value?: string])[] = [
  // A proxy that nobody runs, for loopback addresses too; and names, even that proxy's, resolve to nothing.
  ['proxy-server', '127.0.0.1:1'],
  ['proxy-bypass-list', '<-loopback>'],
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['disable-quic'],
  ['disable-client-side-phishing-detection'],
  ['dns-prefetch-disable'],
  ['no-pings'],
  ['no-first-run'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
];

/** Features that look for the network, listen to it, or offer what Holdfast never does. */
const disabledFeatures = [
  'AsyncDns',
  'DnsOverHttps',
  'DnsOverHttpsUpgrade',
  'GlobalMediaControls',
  'HardwareMediaKeyHandling',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'SpareRendererForSitePerProcess',
  'WebRtcHideLocalIpsWithMdns',
];

/** Before the app is ready: later, the network service has started without them. */
export function forbidNetworkBySwitches(commandLine: CommandLine): void {
  for (const [name, value] of switches) commandLine.appendSwitch(name, value);
  const given = commandLine.getSwitchValue('disable-features');
  const features = given === '' ? disabledFeatures : [given, ...disabledFeatures];
  commandLine.appendSwitch('disable-features', features.join(','));
}
