import { IndexView } from '../../logs/index/index-view.ts';
import { LogSearch } from '../../logs/search/log-search.ts';
import { type LogQuestion, answerQuestion } from '../../logs/search/questions.ts';
import type { ReadableDb } from '../../store/db.ts';
import { openLogIndexForReading } from '../../store/log-index/open.ts';
import { useNativeBinding } from '../../store/open-encrypted.ts';
import { serve } from '../worker-serve.ts';

export type SearchLogsRequest =
  /** Answers false where the index has another layout. */
  | {
      readonly kind: 'open';
      readonly index: string;
      readonly key: Uint8Array;
      readonly nativeBinding: string | undefined;
    }
  | { readonly kind: 'close' }
  | { readonly kind: 'ask'; readonly question: LogQuestion };

let db: ReadableDb | null = null;
let search: LogSearch | null = null;
let isCounting = false;

/** What somebody searches for now goes before what is counted of the search before it. */
const isOvertaken = (): boolean =>
  served.waits((request) => request.kind === 'ask' && request.question.name === 'search');

/** Between the questions the search that runs counts on. */
function countOn(): void {
  if (isCounting) return;
  isCounting = true;
  setImmediate(() => {
    isCounting = false;
    if (search?.countOn() === true) countOn();
  });
}

const served = serve<SearchLogsRequest, unknown>((request) => {
  if (request.kind === 'ask') {
    if (search === null) throw new Error('the index is not open');
    const answer = answerQuestion(search, request.question);
    countOn();
    return answer;
  }
  search = null;
  db?.close();
  db = null;
  if (request.kind === 'close') return null;
  useNativeBinding(request.nativeBinding);
  db = openLogIndexForReading(request.index, request.key);
  search = db === null ? null : new LogSearch(new IndexView(db), isOvertaken);
  return search !== null;
});
