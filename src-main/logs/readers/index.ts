import type { LogReader } from '../reading/reader.ts';
import { clamav } from './clamav.ts';
import { clf } from './clf.ts';
import { defenderLog } from './defender-log.ts';
import { evtxXml } from './evtx-xml.ts';
import { evtx } from './evtx.ts';
import { iisNative } from './iis-native.ts';
import { iisW3c } from './iis-w3c.ts';
import { netfilter } from './netfilter.ts';
import { pfirewall } from './pfirewall.ts';
import { syslog } from './syslog.ts';

/** All kinds of logs that are read. Of equally sure ones the earlier is proposed. */
export const logReaders: readonly LogReader[] = [
  evtx,
  evtxXml,
  defenderLog,
  clamav,
  iisW3c,
  iisNative,
  clf,
  pfirewall,
  netfilter,
  syslog,
];
