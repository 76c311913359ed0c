import type { LogReader } from '../reading/reader.ts';
import { iisW3c } from './iis-w3c.ts';

/** All kinds of logs that are read. Of equally sure ones the earlier is proposed. */
export const logReaders: readonly LogReader[] = [iisW3c];
