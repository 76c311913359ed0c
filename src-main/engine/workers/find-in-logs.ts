import { rules } from '../../logs/findings/rules/index.ts';
import { type LogFindings, runRules } from '../../logs/findings/run-rules.ts';
import { IndexView } from '../../logs/index/index-view.ts';
import { LogSearch, type SourceLabel } from '../../logs/search/log-search.ts';
import { openLogIndexForReading } from '../../store/log-index/open.ts';
import { useNativeBinding } from '../../store/open-encrypted.ts';
import { serve } from '../worker-serve.ts';

export interface FindInLogsRequest {
  readonly index: string;
  readonly key: Uint8Array;
  readonly nativeBinding: string | undefined;
  readonly labels: readonly SourceLabel[];
}

const MIB = 1024 * 1024;

/** Each rule goes through the rows once or twice and in their order: little of them needs to be kept. */
const KEPT = { columns: 22 * MIB, filters: 2 * MIB, shown: 4 * MIB, blocks: 4 * MIB };

serve<FindInLogsRequest, LogFindings>((request, tell) => {
  useNativeBinding(request.nativeBinding);
  const db = openLogIndexForReading(request.index, request.key);
  if (db === null) return { findings: [], notShown: [], incomplete: [] };
  try {
    const search = new LogSearch(new IndexView(db, KEPT));
    search.label(request.labels);
    return runRules(search, rules, (done, { title }) => tell({ done, total: rules.length, item: title }));
  } finally {
    db.close();
  }
});
