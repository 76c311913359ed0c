import type { Compared } from '../../../src-main/contract/merge.ts';
import { count } from '../../format/number.ts';
import { anotherFile, previewCompared } from '../../state/merge.ts';
import { en } from '../../strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { IconGitMerge, IconSearch } from '../../ui/icons.ts';
import { Notice } from '../../ui/notice.tsx';
import { ForkNotice } from './fork-notice.tsx';
import { LackedList } from './lacked-list.tsx';
import { ProblemNotice } from './problem-notice.tsx';

/** What each of two copies has that the other lacks. */
export function CompareDone({ compared }: { readonly compared: Compared }) {
  const text = en.merge.compared;
  const { same, onlyHere, onlyThere, forks, problems } = compared;
  const equal = onlyHere === 0 && onlyThere === 0 && problems.length === 0;
  return (
    <div className="share-form wide">
      <ProblemNotice problems={problems} title={text.problems} />
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
      <LackedList side="there" title={text.listThere} total={onlyThere} />
      <LackedList side="here" title={text.listHere} total={onlyHere} />
      <div className="row">
        {onlyThere > 0 && problems.length === 0 ? (
          <Button look="primary" icon={IconGitMerge} onClick={() => void previewCompared()}>
            {text.look}
          </Button>
        ) : null}
        <Button icon={IconSearch} onClick={anotherFile}>
          {en.merge.another}
        </Button>
      </div>
    </div>
  );
}
