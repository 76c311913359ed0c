import type { Compared } from '../../../src-main/contract/merge.ts';
import { count } from '../../format/number.ts';
import { visibleText } from '../../format/visible.ts';
import { anotherFile, showTask } from '../../state/merge.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCode } from '../../ui/error-code.tsx';
import { IconGitMerge, IconSearch } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { ForkNotice } from './fork-notice.tsx';

/** What each of two copies has that the other lacks. */
export function CompareDone({ compared }: { readonly compared: Compared }) {
  const text = en.merge.compared;
  const { same, onlyHere, onlyThere, forks, problems } = compared;
  const equal = onlyHere === 0 && onlyThere === 0 && problems.length === 0;
  return (
    <div className="share-form">
      {problems.length === 0 ? null : (
        <Notice tone="danger" role="alert" title={text.problems}>
          <ul className="merge-lines">
            {problems.map((problem) => (
              <li key={`${problem.code} ${problem.entry ?? ''} ${problem.message}`}>
                {visibleText(problem.message)} <ErrorCode code={problem.code} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <ForkNotice forks={forks} advice />
      {equal ? <Notice tone="ok" role="status" title={text.equal} /> : null}
      <section className="col" aria-labelledby="compared">
        <h2 id="compared">{text.title}</h2>
        <dl className="kv share-facts">
          <dt>{text.same}</dt>
          <dd className="num">{text.entries(count(same))}</dd>
          <dt>{text.onlyHere}</dt>
          <dd className="num">{text.entries(count(onlyHere))}</dd>
          <dt>{text.onlyThere}</dt>
          <dd className="num b">{text.entries(count(onlyThere))}</dd>
        </dl>
      </section>
      <div className="row">
        {onlyThere > 0 && problems.length === 0 ? (
          <Button look="primary" icon={IconGitMerge} onClick={() => showTask('merge')}>
            {en.merge.mergeButton}
          </Button>
        ) : null}
        <Button icon={IconSearch} onClick={anotherFile}>
          {en.merge.another}
        </Button>
      </div>
    </div>
  );
}
