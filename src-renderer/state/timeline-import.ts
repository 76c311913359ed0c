import { create } from 'zustand';
import type { ErrorData } from '../../src-main/contract/error.ts';
import {
  type ImportColumn,
  type ImportPreview,
  type TimelineImported,
  timelineImportedSchema,
} from '../../src-main/contract/timeline-import.ts';
import type { DateOrder } from '../../src-main/domain/import/date-order.ts';
import { ask } from '../api/client.ts';
import { fileName } from '../format/path.ts';
import { visibleName } from '../format/visible.ts';
import { showSection } from './case.ts';
import { runJob } from './jobs.ts';

interface ImportState {
  /** The file that the dialog is about; null where it is closed. */
  readonly path: string | null;
  readonly preview: ImportPreview | null;
  readonly reading: boolean;
  /** What a person chose for each column; null until then. */
  readonly columns: readonly ImportColumn[] | null;
  /** As typed. */
  readonly zone: string;
  /** What a person said stands first in dates whose year stands last; null until then. */
  readonly dates: DateOrder | null;
  readonly error: ErrorData | null;
  /** How the last import ended, until that is read. */
  readonly done: TimelineImported | null;
  readonly failed: { readonly path: string; readonly error: ErrorData } | null;
  /** A table that was just taken in as evidence: its rows may be entries. */
  readonly offered: string | null;
}

const CLOSED = {
  path: null,
  preview: null,
  reading: false,
  columns: null,
  zone: '',
  dates: null,
  error: null,
} as const;
const EMPTY: ImportState = { ...CLOSED, done: null, failed: null, offered: null };

/** A timeline that is looked at before it is imported. What was chosen stays until the import is done. */
export const useImport = create<ImportState>(() => EMPTY);
let epoch = 0;
let asked = 0;
/** What was chosen for an import that failed. */
let chosen: ImportState | null = null;

export function resetImport(): void {
  epoch += 1;
  chosen = null;
  useImport.setState(EMPTY);
}

export function closeImport(): void {
  asked += 1;
  useImport.setState(CLOSED);
}

const TABLE = /\.(?:csv|tsv)$/i;

/** Offers the rows of a table as entries, after it was taken in. */
export function offerImport(path: string): void {
  if (TABLE.test(path)) useImport.setState({ offered: path });
}

/** @param accepted whether the rows are looked at now */
export async function answerOffer(accepted: boolean): Promise<void> {
  const { offered } = useImport.getState();
  useImport.setState({ offered: null });
  if (!accepted || offered === null) return;
  useImport.setState({ ...CLOSED, path: offered });
  await look();
}

/** Lets the person choose a file, and shows what an import of it would do. */
export async function chooseTimeline(): Promise<void> {
  const mine = epoch;
  const answer = await ask('dialog.timeline', {});
  if (mine !== epoch || !answer.ok || answer.data.path === null) return;
  useImport.setState({ ...CLOSED, path: answer.data.path });
  await look();
}

function request(): { path: string; columns?: ImportColumn[]; zone?: string; dates?: DateOrder } | null {
  const { path, columns, zone, dates } = useImport.getState();
  if (path === null) return null;
  return {
    path,
    ...(columns === null ? {} : { columns: [...columns] }),
    ...(zone.trim() === '' ? {} : { zone: zone.trim() }),
    ...(dates === null ? {} : { dates }),
  };
}

/** Asks what an import would do, with what was chosen so far. A late answer to an earlier question counts no more. */
export async function look(): Promise<void> {
  const given = request();
  if (given === null) return;
  asked += 1;
  const mine = asked;
  useImport.setState({ reading: true });
  const answer = await ask('timeline.import-preview', given);
  if (mine !== asked) return;
  if (answer.ok) useImport.setState({ preview: answer.data, reading: false, error: null });
  else useImport.setState({ reading: false, error: answer.error });
}

export function readColumnAs(name: string, field: ImportColumn['field']): void {
  const { preview, columns } = useImport.getState();
  const known = columns ?? preview?.columns ?? [];
  useImport.setState({
    columns: known.map((column) => (column.name === name ? { name, field } : column)),
  });
  void look();
}

export function setImportZone(zone: string): void {
  useImport.setState({ zone });
}

export function readDatesAs(dates: DateOrder): void {
  useImport.setState({ dates });
  void look();
}

/** Imports what the dialog shows. Where that fails everything that was chosen is offered again. */
export async function importTimeline(): Promise<void> {
  const given = request();
  const before = useImport.getState();
  if (given === null) return;
  const mine = epoch;
  closeImport();
  useImport.setState({ done: null, failed: null });
  const outcome = await runJob('timeline.import', visibleName(fileName(given.path)), async () =>
    ask('timeline.import', given),
  );
  if (mine !== epoch) return;
  showSection('timeline');
  const parsed = outcome.ok ? timelineImportedSchema.safeParse(outcome.result) : null;
  if (parsed?.success === true) {
    useImport.setState({ done: parsed.data });
    return;
  }
  const error = outcome.ok
    ? { code: 'bug', message: parsed?.error.message ?? '', details: {} }
    : outcome.error;
  chosen = before;
  useImport.setState({ failed: { path: given.path, error } });
}

/** Opens the dialog again as it was before an import that failed. */
export function openAgain(): void {
  if (chosen === null) return;
  const { path, columns, zone, dates, preview } = chosen;
  useImport.setState({ path, columns, zone, dates, preview, failed: null });
  void look();
}

export function dismissImport(): void {
  chosen = null;
  useImport.setState({ done: null, failed: null });
}
