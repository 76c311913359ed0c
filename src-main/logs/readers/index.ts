import type { LogReader } from '../reading/reader.ts';
import { clamAv } from './clamav.ts';
import { clf } from './clf.ts';
import { cloudflare } from './cloudflare.ts';
import { csv } from './csv.ts';
import { evtxXml } from './evtx-xml.ts';
import { evtx } from './evtx.ts';
import { fusionReactor } from './fusionreactor.ts';
import { iisNative } from './iis-native.ts';
import { iisW3c } from './iis-w3c.ts';
import { jsonl } from './jsonl.ts';
import { mpLog } from './mplog.ts';
import { netfilter } from './netfilter.ts';
import { pfirewall } from './pfirewall.ts';
import { syslog } from './syslog.ts';

/** All kinds of logs that are read. Of equally sure ones the earlier is proposed. */
export const logReaders: readonly LogReader[] = [
  evtx,
  evtxXml,
  iisW3c,
  iisNative,
  clf,
  cloudflare,
  fusionReactor,
  pfirewall,
  netfilter,
  clamAv,
  mpLog,
  syslog,
  jsonl,
  csv,
];
