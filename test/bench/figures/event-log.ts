import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/paths.ts';
import { evtx } from '../../../src-main/logs/readers/evtx.ts';
import { RowDraft } from '../../../src-main/logs/reading/row.ts';
import { EvtxWriter } from '../../fixtures/evtx/evtx-writer.ts';
import * as v from '../../fixtures/evtx/values.ts';
import type { Figure } from '../figure.ts';
import { median } from '../statistics.ts';

const RUNS = 3;
const PIECE = 256 * 1024;
/** Rows a second. */
const [MINIMUM, GOOD] = [15_000, 30_000];

/** Reading Windows event logs: common columns, named data and XML of every record. */
export async function eventLogFigures(records: number): Promise<Figure[]> {
  const real = join(root, '..', 'shared', 'samples', 'evtx', 'normal');
  const made = [figure(`Windows event log, ${records} made records`, [written(records)])];
  if (!existsSync(real)) return made;
  const files = globSync('*.evtx', { cwd: real }).map((name) => readFileSync(join(real, name)));
  return [...made, figure(`Windows event log, ${files.length} real files`, files)];
}

function figure(name: string, files: readonly Buffer[]): Figure {
  // Once before: compiling the code is no part of reading a long log.
  rowsPerSecond(files);
  const rates = Array.from({ length: RUNS }, () => rowsPerSecond(files));
  const rate = Math.round(median(rates));
  return {
    name,
    target: `≥ ${MINIMUM} records/s (good ${GOOD})`,
    ours: `median ${rate} records/s of ${rates.map((one) => Math.round(one)).join(', ')}`,
    peer: '-',
    ratio: '-',
    reached: rate >= MINIMUM,
    how: `the reader of event logs alone, in pieces of ${PIECE / 1024} KiB, one thread`,
  };
}

function rowsPerSecond(files: readonly Buffer[]): number {
  const row = new RowDraft();
  let rows = 0;
  const started = performance.now();
  for (const file of files) {
    const run = evtx.open(
      { name: 'Security.evtx', zone: null, year: null, columns: {}, modified: null },
      { row, add: () => (rows += 1), problem: () => undefined, context: () => undefined },
    );
    for (let at = 0; at < file.length; at += PIECE) run.feed(file.subarray(at, at + PIECE));
    run.end();
  }
  return (rows * 1000) / (performance.now() - started);
}

/** Failed logons, as most of a security log is. */
function written(records: number): Buffer {
  const writer = new EvtxWriter();
  for (let n = 0; n < records; n += 1) {
    writer.add({
      eventId: 4625,
      user: 'S-1-5-18',
      data: [
        ['SubjectUserSid', v.sid('S-1-5-18')],
        ['SubjectUserName', v.wide('WEB01$')],
        ['TargetUserSid', v.sid('S-1-0-0')],
        ['TargetUserName', v.wide(`user${n % 500}`)],
        ['TargetDomainName', v.wide('WEB01')],
        ['Status', v.hex32(0xc000006d)],
        ['FailureReason', v.wide('%%2313')],
        ['LogonType', v.u32(3)],
        ['LogonProcessName', v.wide('NtLmSsp ')],
        ['AuthenticationPackageName', v.wide('NTLM')],
        ['WorkstationName', v.wide('-')],
        ['ProcessId', v.size64(0n)],
        ['ProcessName', v.wide('-')],
        ['IpAddress', v.wide(`203.0.113.${n % 256}`)],
        ['IpPort', v.wide(String(n % 65_536))],
      ],
    });
  }
  return writer.finish();
}
