import { asFileError } from '../../domain/file-error.ts';
import { IndexView } from '../../logs/index/index-view.ts';
import { type Asked, LogSearch, type SourceLabel } from '../../logs/search/log-search.ts';
import type { InterchangeFormat } from '../../share/interchange/event.ts';
import { eventWriter } from '../../share/interchange/event-writer.ts';
import { openLogIndexAsOfNow } from '../../store/log-index/open.ts';
import { useNativeBinding } from '../../store/open-encrypted.ts';
import { heed } from '../job-flag.ts';
import { type RowSource, rowFields } from '../logs/row-event.ts';
import { type WrittenRows, writeRows } from '../logs/write-rows.ts';
import { serve } from '../worker-serve.ts';

export interface ExportLogsRequest {
  readonly index: string;
  readonly key: Uint8Array;
  readonly nativeBinding: string | undefined;
  readonly asked: Asked;
  readonly labels: readonly SourceLabel[];
  readonly sources: readonly RowSource[];
  readonly caseTitle: string;
  readonly format: InterchangeFormat;
  /** File to write: made by this, and removed by who asks. */
  readonly into: string;
  /** The name that it gets, for errors. */
  readonly path: string;
  readonly cancelFlag: Int32Array;
}

serve<ExportLogsRequest, WrittenRows>((request, tell) => {
  const { asked, caseTitle, sources, cancelFlag } = request;
  useNativeBinding(request.nativeBinding);
  const db = openLogIndexAsOfNow(request.index, request.key);
  try {
    const search = new LogSearch(new IndexView(db));
    search.label(request.labels);
    const total = search.view.rows;
    const rows = search.every(asked, () => heed(cancelFlag));
    const progress = (done: number): void => tell({ done, total, item: request.format });
    return writeRows(request.into, rows, eventWriter(request.format, rowFields), {
      sources,
      caseTitle,
      progress,
    });
  } catch (error) {
    throw asFileError(error, request.path);
  } finally {
    db.close();
  }
});
