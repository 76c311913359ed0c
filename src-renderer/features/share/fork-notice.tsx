import type { Merged } from '../../../src-main/contract/merge.ts';
import { count } from '../../format/number.ts';
import { en } from '../../strings/en.ts';
import { Notice } from '../../ui/notice.tsx';

interface Props {
  readonly forks: Merged['forks'];
  /** Says what to do, where the list of what waits does not stand below and say it. */
  readonly advice: boolean;
}

/** Positions that were written twice: red, with what it means and what to do. */
export function ForkNotice({ forks, advice }: Props) {
  const text = en.merge.forks;
  if (forks.length === 0) return null;
  return (
    <Notice tone="danger" role="alert" title={text.found(count(forks.length))}>
      {text.hint}
      <ul className="merge-lines">
        {forks.map((fork) => (
          <li key={`${fork.writer} ${fork.n}`} className="num">
            {text.line(text.key(fork.author.slice(0, 16)), count(fork.n), fork.writer.slice(0, 8))},{' '}
            {text.waiting(count(fork.entries))}
          </li>
        ))}
      </ul>
      {advice ? text.what : ''}
    </Notice>
  );
}
