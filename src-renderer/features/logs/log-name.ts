import type { LogCoverageView } from '../../../src-main/contract/log.ts';
import { visibleName } from '../../format/visible.ts';
import { en } from '../../strings/en.ts';

/** `IIS, WEB01`. */
export const logName = ({ source, host }: Pick<LogCoverageView, 'source' | 'host'>): string =>
  host === null ? visibleName(source) : en.logs.wanted.ofHost(visibleName(source), visibleName(host));
