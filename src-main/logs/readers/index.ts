import type { LogReader } from '../reading/reader.ts';
import { evtxXml } from './evtx-xml.ts';
import { evtx } from './evtx.ts';
import { iisW3c } from './iis-w3c.ts';

/** All kinds of logs that are read. Of equally sure ones the earlier is proposed. */
export const logReaders: readonly LogReader[] = [evtx, evtxXml, iisW3c];
