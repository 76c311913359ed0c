import type { NamedValue } from '../evtx/named-data.ts';
import type { SystemField } from '../evtx/system-fields.ts';
import { numberAt, textAt } from '../reading/columns.ts';
import type { RowDraft } from '../reading/row.ts';

/**
 * Which named value of an event is which common column. Windows names the same thing differently in each event; where
 * an event has several, the one with the lowest rank counts.
 */
const NAMES: ReadonlyMap<string, readonly [column: number, rank: number]> = new Map([
  ['IpAddress', [textAt.address, 0]],
  ['ClientAddress', [textAt.address, 0]],
  ['ClientIP', [textAt.address, 0]],
  ['IPString', [textAt.address, 0]],
  ['SourceAddress', [textAt.address, 0]],
  ['SourceIp', [textAt.address, 0]],
  ['Address', [textAt.address, 1]],
  ['DestAddress', [textAt.destination, 0]],
  ['DestinationIp', [textAt.destination, 0]],
  ['TargetUserName', [textAt.user, 0]],
  ['Detection User', [textAt.user, 0]],
  ['User', [textAt.user, 1]],
  ['UserName', [textAt.user, 1]],
  ['SubjectUserName', [textAt.user, 2]],
  ['AccountName', [textAt.user, 3]],
  ['NewProcessName', [textAt.process, 0]],
  ['Image', [textAt.process, 0]],
  ['SourceImage', [textAt.process, 0]],
  ['Application', [textAt.process, 0]],
  ['ImagePath', [textAt.process, 0]],
  ['ServiceFileName', [textAt.process, 0]],
  ['Process Name', [textAt.process, 0]],
  ['ProcessName', [textAt.process, 1]],
  ['TargetFilename', [textAt.path, 0]],
  ['Path', [textAt.path, 1]],
  ['ObjectName', [textAt.path, 1]],
  ['TaskName', [textAt.path, 2]],
  ['Threat Name', [textAt.rule, 0]],
  ['RuleName', [textAt.rule, 1]],
  ['Action Name', [textAt.action, 0]],
  ['Protocol', [textAt.protocol, 0]],
]);
const PORTS: ReadonlySet<string> = new Set(['DestPort', 'DestinationPort']);

const LEVELS = ['information', 'critical', 'error', 'warning', 'information', 'verbose'];

/** Remote Desktop (1149) numbers its values: user, domain, address. */
const REMOTE_DESKTOP: ReadonlyMap<string, number> = new Map([
  ['EventXML/Param1', textAt.user],
  ['EventXML/Param3', textAt.address],
]);
const REMOTE_DESKTOP_EVENT = 1149;

/** Fills the columns of a row from an event. @param system a field of `System`, empty where there is none */
export class EventColumns {
  readonly #ranks = new Uint8Array(32);

  fill(row: RowDraft, system: (field: SystemField) => string, data: readonly NamedValue[]): void {
    const event = system('eventId');
    const id = /^\d{1,10}$/.test(event) ? Number(event) : Number.NaN;
    row.number(numberAt.event, id);
    row.text(textAt.provider, system('provider'));
    row.text(textAt.channel, system('channel'));
    row.text(textAt.computer, system('computer'));
    row.text(textAt.level, LEVELS[Number(system('level') || Number.NaN)] ?? '');
    row.text(textAt.action, auditResult(system('keywords')));
    this.#ranks.fill(255);
    for (const { name, value } of data) this.#value(row, name, value, id);
    // Who wrote it, where the event names nobody: a SID.
    if (!row.hasText(textAt.user)) row.text(textAt.user, system('user'));
  }

  #value(row: RowDraft, path: string, value: string, id: number): void {
    if (value === '' || value === '-') return;
    const name = path.includes('/') ? path.slice(path.lastIndexOf('/') + 1) : path;
    const [column, rank] = NAMES.get(name) ?? [
      id === REMOTE_DESKTOP_EVENT ? (REMOTE_DESKTOP.get(path) ?? -1) : -1,
      0,
    ];
    if (column >= 0 && rank < (this.#ranks[column] ?? 0)) {
      this.#ranks[column] = rank;
      row.text(column, value);
    } else if (PORTS.has(name) && /^\d{1,5}$/.test(value)) {
      row.number(numberAt.port, Number(value));
    }
  }
}

/** Two bits of the keywords of every audit event (winmeta.xml: 0x10000000000000 and 0x20000000000000). */
function auditResult(keywords: string): string {
  const digit = keywords.startsWith('0x') ? keywords.slice(2).padStart(16, '0')[2] : undefined;
  return digit === '2' ? 'success' : digit === '1' ? 'failure' : '';
}
